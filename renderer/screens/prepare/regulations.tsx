import { type ReactNode, useState } from 'react';
import type { SessionView } from '../../../domain/view.ts';
import { prepareWords } from '../../../words/prepare.ts';
import { regulationsFormWords } from '../../../words/regulations.ts';
import { Button } from '../../parts/button.tsx';
import { Actions, Section } from '../../parts/section.tsx';
import styles from './prepare.module.css';
import { RegulationsForm } from './regulations-form.tsx';
import { regulationsLines } from './regulations-lines.ts';

/** The regulations of the session, with their version, as the minute will name them. */
export const RegulationsSummary = ({ session }: { readonly session: SessionView }): ReactNode => {
  const [editing, setEditing] = useState(false);
  const lines = regulationsLines(session.regulations);
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
