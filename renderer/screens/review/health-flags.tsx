import type { ReactNode } from 'react';
import type { HealthFlag } from '../../../domain/health-flag.ts';
import type { SessionId } from '../../../domain/ids.ts';
import type { SittingView } from '../../../domain/view.ts';
import { healthWords as words } from '../../../words/health.ts';
import { shortBlock } from '../../../words/outcome.ts';
import { capitalise } from '../../../words/typography.ts';
import { Button } from '../../parts/button.tsx';
import { Section } from '../../parts/section.tsx';
import { useStore } from '../../store/store.ts';
import styles from './review.module.css';

/** What may speak of somebody's health, to be read again before closing: each text, the words that ask, the way to correct it. */
export const HealthFlags = (props: { readonly sessionId: SessionId; readonly sitting: SittingView; readonly flags: readonly HealthFlag[] }): ReactNode => {
  const go = useStore((state) => state.go);
  const { sessionId, sitting, flags } = props;
  if (flags.length === 0) return null;
  return (
    <Section title={words.title} intro={words.intro}>
      <ul className={styles['flags']}>
        {flags.map(({ place, candidateId, block, text, words: asked }, rank) => {
          const name = sitting.candidates.find((line) => line.id === candidateId)?.name ?? '';
          const where = capitalise([name, block === null ? '' : shortBlock(block), words.places[place]].filter((part) => part !== '').join(' · '));
          return (
            <li key={rank}>
              <div>
                <strong>{where}</strong>
                <p className={styles['flagged']}>{text}</p>
                <span className={styles['muted']}>
                  {[words.asks(asked), ...(place === 'incident' ? [words.final] : []), ...(place === 'interruption' ? [words.working] : [])].join(' · ')}
                </span>
              </div>
              {candidateId === null || place === 'interruption' ? null : (
                <Button
                  size="small"
                  label={words.correctOf(words.places[place], name)}
                  onPress={() => go({ kind: 'deliberate', sessionId, candidateId, ...(block === null ? {} : { block }) })}
                >
                  {words.correct}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
};
