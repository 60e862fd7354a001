import { useState, type ReactNode } from 'react';
import type { SessionView, SittingLine, SittingView } from '../../../domain/view.ts';
import { decisionWords } from '../../../words/decision.ts';
import { gapSentence, linkWords } from '../../../words/jury.ts';
import { openWords } from '../../../words/open.ts';
import { accessPathWords } from '../../../words/referential.ts';
import { joinList } from '../../../words/typography.ts';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Section } from '../../parts/section.tsx';
import { useWrite } from '../../store/request.ts';
import { ReasonDialog } from '../deliberate/reason-dialog.tsx';
import { nameOf } from './names.ts';
import styles from './open.module.css';

const State = ({ line, sitting }: { readonly line: SittingLine; readonly sitting: SittingView }): ReactNode => (
  <div className={styles['state']}>
    <Badge tone={line.composition.gaps.length === 0 ? 'success' : 'warning'}>{line.composition.gaps.length === 0 ? openWords.holds : openWords.toSettle}</Badge>
    {line.composition.gaps.map((gap) => (
      <span key={gap.kind}>{gapSentence(gap, gap.kind === 'undeclared' ? gap.jurors.map((id) => nameOf(sitting, id)) : [])}</span>
    ))}
  </div>
);

type Recusal = SittingLine['recusals'][number];

const Sitting = (props: { readonly line: SittingLine; readonly sitting: SittingView; readonly onWithdraw: (recusal: Recusal) => void }): ReactNode => {
  const { line, sitting } = props;
  return (
    <>
      <div>{joinList(line.composition.sitting.map((id) => nameOf(sitting, id))) || '—'}</div>
      {line.recusals.map((recusal) => (
        <div key={recusal.jurorId} className={styles['muted']}>
          {openWords.recused(nameOf(sitting, recusal.jurorId), linkWords[recusal.cause])}{' '}
          {sitting.phase === 'open' ? (
            <Button
              size="small"
              kind="quiet"
              label={openWords.withdrawRecusalOf(nameOf(sitting, recusal.jurorId), line.name)}
              onPress={() => props.onWithdraw(recusal)}
            >
              {openWords.withdrawRecusal}
            </Button>
          ) : null}
        </div>
      ))}
    </>
  );
};

const WithdrawDialog = (props: {
  readonly session: SessionView;
  readonly sitting: SittingView;
  readonly recusal: Recusal;
  readonly onClose: () => void;
  readonly onDone: () => void;
}): ReactNode => {
  const { run } = useWrite();
  const { jurorId, candidateId } = props.recusal;
  const member = nameOf(props.sitting, jurorId);
  const candidate = props.sitting.candidates.find((line) => line.id === candidateId)?.name ?? '';
  return (
    <ReasonDialog
      about={`withdrawRecusal:${candidateId}:${jurorId}`}
      title={openWords.withdrawRecusalTitle(member)}
      intro={openWords.withdrawRecusalText(candidate, props.recusal.cause !== 'ownRequest')}
      label={openWords.withdrawRecusalReason}
      verb={openWords.withdrawRecusal}
      pinLabel={decisionWords.pinOf(member)}
      maxLength={1000}
      submit={(reason, pin) => run('room.withdrawRecusal', { sessionId: props.session.id, jurorId, candidateId, reason, pin })}
      onClose={props.onClose}
      onDone={props.onDone}
    />
  );
};

/** The composition of the jury for each candidate, with the gaps in words and the texts applied. */
export const Compositions = (props: { readonly session: SessionView; readonly sitting: SittingView; readonly onChanged: () => Promise<void> }): ReactNode => {
  const { session, sitting } = props;
  const [withdrawing, setWithdrawing] = useState<Recusal | null>(null);
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
            {
              key: 'sitting',
              head: openWords.compositionColumn.sitting,
              cell: (line) => <Sitting line={line} sitting={sitting} onWithdraw={setWithdrawing} />,
            },
            { key: 'state', head: openWords.compositionColumn.state, cell: (line) => <State line={line} sitting={sitting} /> },
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
      {withdrawing === null ? null : (
        <WithdrawDialog
          session={session}
          sitting={sitting}
          recusal={withdrawing}
          onClose={() => setWithdrawing(null)}
          onDone={() => {
            setWithdrawing(null);
            void props.onChanged();
          }}
        />
      )}
    </Section>
  );
};
