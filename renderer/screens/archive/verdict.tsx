import type { ReactNode } from 'react';
import type { VerdictView } from '../../../domain/verdict.ts';
import { archiveWords } from '../../../words/archiving.ts';
import { conclude } from '../../../words/conclusion.ts';
import { Badge } from '../../parts/badge.tsx';
import { Section } from '../../parts/section.tsx';
import styles from './archive.module.css';

const says = (passed: boolean | null): ReactNode => {
  if (passed === null) return <Badge>{archiveWords.notChecked}</Badge>;
  return passed ? <Badge tone="success">{archiveWords.passed}</Badge> : <Badge tone="danger">{archiveWords.failed}</Badge>;
};

/** A verdict, check by check; then what no check can tell. */
export const Verdict = (props: { readonly verdict: VerdictView }): ReactNode => {
  const { verdict } = props;
  return (
    <Section level={3} title={archiveWords.checks} intro={conclude(verdict).title}>
      <ul className={styles['checks']}>
        {verdict.checks.map((check, rank) => (
          <li key={rank}>
            {says(check.passed)}
            <span>{check.sentence}</span>
          </li>
        ))}
      </ul>
      {verdict.faults.length === 0 ? null : (
        <Section level={3} title={archiveWords.faults}>
          <ul className={styles['list']}>
            {verdict.faults.map((fault) => (
              <li key={fault.rule + fault.sentence}>{fault.sentence}</li>
            ))}
          </ul>
        </Section>
      )}
      {verdict.unknowable.length === 0 ? null : (
        <Section level={3} title={archiveWords.unknowable}>
          <ul className={styles['list']}>
            {verdict.unknowable.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Section>
      )}
    </Section>
  );
};
