import { type ReactNode, useState } from 'react';
import type { LinkKind } from '../../../domain/jury.ts';
import type { SessionView } from '../../../domain/view.ts';
import { linkWords } from '../../../words/jury.ts';
import { prepareWords } from '../../../words/prepare.ts';
import { regulationsFormWords, regulationsSummaryWords } from '../../../words/regulations.ts';
import { joinList } from '../../../words/typography.ts';
import { Button } from '../../parts/button.tsx';
import { Actions, Section } from '../../parts/section.tsx';
import styles from './prepare.module.css';
import { RegulationsForm } from './regulations-form.tsx';

const linkName = (kind: LinkKind): string => linkWords[kind].replace(/^Lien | \(.*\)$/g, '');

/** The regulations of the session, with their version, as the minute will name them. */
export const RegulationsSummary = ({ session }: { readonly session: SessionView }): ReactNode => {
  const { regulations } = session;
  const [editing, setEditing] = useState(false);
  const words = prepareWords.regulations;
  const summary = regulationsSummaryWords;
  const individual = regulations.opinions === 'individual';
  const { retention } = regulations;
  const lines: readonly (readonly [string, string])[] = [
    [words.version, `${regulations.title}, ${regulations.version}`],
    [summary.identifier, regulations.id],
    [words.quorum, words.quorumValue(regulations.quorum)],
    [summary.recusing, regulations.recusingLinks.length === 0 ? summary.noRecusing : joinList(regulations.recusingLinks.map(linkName))],
    [words.opinions, words.opinionsValues[regulations.opinions]],
    [words.decision, words.decisions[regulations.decisionRule]],
    [words.abstention, individual ? words.abstentions[regulations.abstention] : summary.noOpinions],
    [words.tie, individual ? words.ties[regulations.tie] : summary.noOpinions],
    [words.rounds, individual ? words.roundsValue(regulations.rounds) : summary.noOpinions],
    [words.refusal, summary.refusal(regulations.refusalCitesCompetencies, regulations.refusalNeedsRecommendation)],
    [summary.validated, summary.validation(regulations.validationNeedsReason)],
    [summary.scale, regulations.scale.map((level) => level.label).join(' · ')],
    [words.vae, words.vaeValue(regulations.vaeNotificationDays)],
    [words.appeal, regulations.appealText === '' ? words.appealNone : regulations.appealText],
    [summary.appealDelay, summary.days(regulations.appealDelayDays)],
    [summary.retention, summary.kept(retention.minuteYears, retention.dossierMonthsAfterAppeal, retention.jurorYears)],
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
      {session.phase === 'preparing' ? (
        <Actions>
          <Button onPress={() => setEditing(true)}>{regulationsFormWords.change}</Button>
        </Actions>
      ) : null}
      {editing ? <RegulationsForm session={session} onClose={() => setEditing(false)} /> : null}
    </Section>
  );
};
