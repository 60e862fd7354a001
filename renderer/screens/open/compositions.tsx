import type { ReactNode } from 'react';
import type { SessionView, SittingLine, SittingView } from '../../../domain/view.ts';
import { gapSentence, linkWords } from '../../../words/jury.ts';
import { openWords } from '../../../words/open.ts';
import { accessPathWords } from '../../../words/referential.ts';
import { joinList } from '../../../words/typography.ts';
import { Badge } from '../../parts/badge.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Section } from '../../parts/section.tsx';
import { nameOf } from './names.ts';
import styles from './open.module.css';

const State = ({ line }: { readonly line: SittingLine }): ReactNode => (
  <div className={styles['state']}>
    <Badge tone={line.composition.gaps.length === 0 ? 'success' : 'warning'}>{line.composition.gaps.length === 0 ? openWords.holds : openWords.toSettle}</Badge>
    {line.composition.gaps.map((gap) => (
      <span key={gap.kind}>{gapSentence(gap)}</span>
    ))}
  </div>
);

const Sitting = ({ line, sitting }: { readonly line: SittingLine; readonly sitting: SittingView }): ReactNode => (
  <>
    <div>{joinList(line.composition.sitting.map((id) => nameOf(sitting, id))) || '—'}</div>
    {line.recusals.map((recusal) => (
      <div key={recusal.jurorId} className={styles['muted']}>
        {openWords.recused(nameOf(sitting, recusal.jurorId), linkWords[recusal.cause])}
      </div>
    ))}
  </>
);

/** The composition of the jury for each candidate, with the gaps in words and the texts applied. */
export const Compositions = ({ session, sitting }: { readonly session: SessionView; readonly sitting: SittingView }): ReactNode => {
  const paths = session.referential.accessPaths.filter(
    (terms) => terms.composition !== null && sitting.candidates.some((line) => line.accessPath === terms.path),
  );
  return (
    <Section title={openWords.compositionTitle} intro={openWords.compositionIntro}>
      {sitting.members.some((member) => member.present) ? null : <p>{openWords.compositionLater}</p>}
      {sitting.members.some((member) => member.present) ? (
        <DataTable
          dense
          caption={openWords.compositionTitle}
          rows={sitting.candidates}
          keyOf={(line) => line.id}
          columns={[
            { key: 'candidate', head: openWords.compositionColumn.candidate, rowHead: true, whole: true, cell: (line) => line.name },
            { key: 'path', head: openWords.compositionColumn.path, cell: (line) => line.accessPath },
            { key: 'sitting', head: openWords.compositionColumn.sitting, cell: (line) => <Sitting line={line} sitting={sitting} /> },
            { key: 'state', head: openWords.compositionColumn.state, cell: (line) => <State line={line} /> },
          ]}
        />
      ) : null}
      <details className={styles['texts']}>
        <summary>{openWords.texts}</summary>
        <dl>
          {paths.map((terms) => (
            <div key={terms.path}>
              <dt>
                {terms.path} · {accessPathWords[terms.path]}
              </dt>
              <dd>{terms.composition}</dd>
            </div>
          ))}
        </dl>
      </details>
    </Section>
  );
};
