import type { ReactNode } from 'react';
import type { Regulations } from '../../../domain/regulations.ts';
import { prepareWords } from '../../../words/prepare.ts';
import { Section } from '../../parts/section.tsx';
import styles from './prepare.module.css';

/** The regulations of the session, with their version, as the minute will name them. */
export const RegulationsSummary = ({ regulations }: { readonly regulations: Regulations }): ReactNode => {
  const words = prepareWords.regulations;
  const lines: readonly (readonly [string, string])[] = [
    [words.version, `${regulations.title}, ${regulations.version}`],
    [words.quorum, words.quorumValue(regulations.quorum)],
    [words.abstention, words.abstentions[regulations.abstention]],
    [words.opinions, words.opinionsValues[regulations.opinions]],
    [words.rounds, words.roundsValue(regulations.rounds)],
    [words.decision, words.decisions[regulations.decisionRule]],
    [words.tie, words.ties[regulations.tie]],
    [words.refusal, words.refusalValue],
    [words.vae, words.vaeValue(regulations.vaeNotificationDays)],
    [words.appeal, regulations.appealText === '' ? words.appealNone : regulations.appealText],
  ];
  return (
    <Section title={prepareWords.regulationsTitle} intro={prepareWords.regulationsIntro}>
      <dl className={styles['facts']}>
        {lines.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
};
