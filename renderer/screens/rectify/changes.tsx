import { useState, type ReactNode } from 'react';
import { fullName } from '../../../domain/candidate.ts';
import type { SessionId } from '../../../domain/ids.ts';
import type { RectificationView } from '../../../domain/minute-view.ts';
import { rectificationWords, sayChange, type Names } from '../../../words/rectification.ts';
import { rectifyWords } from '../../../words/rectify.ts';
import { Button } from '../../parts/button.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Section } from '../../parts/section.tsx';
import { useWrite } from '../../store/request.ts';
import { useStore } from '../../store/store.ts';
import { CorrectionDialog } from './correction-dialog.tsx';
import { ReasonForm } from './reason-form.tsx';
import styles from './rectify.module.css';

const namesIn = ({ standing }: RectificationView): Names => ({
  candidate: (id) => {
    const found = standing.candidates.find((candidate) => candidate.id === id);
    return found === undefined ? id : `${found.number} · ${fullName(found)}`;
  },
  member: (id) => {
    const found = standing.members.find((member) => member.id === id);
    return found === undefined ? id : fullName(found);
  },
});

/** The rectification in progress: "au lieu de / lire" as the minute will say it, one more correction, or giving it up. */
export const Changes = (props: { readonly sessionId: SessionId; readonly view: RectificationView; readonly onChanged: () => Promise<void> }): ReactNode => {
  const { sessionId, view } = props;
  const session = useStore((state) => state.session);
  const go = useStore((state) => state.go);
  const { run } = useWrite();
  const [asking, setAsking] = useState<'correct' | 'withdraw' | null>(null);
  const { running } = view;
  if (running === null || session === null) return null;
  const names = namesIn(view);
  const { columns } = rectificationWords;
  const rows = running.changes.flatMap((change) => {
    const said = sayChange(change, names);
    return said === null ? [] : [said];
  });
  const incidents = running.changes.flatMap((change) => (change.kind === 'incident' ? [change] : []));
  const done = (): void => {
    setAsking(null);
    void props.onChanged();
  };
  const withdrawn = async (): Promise<void> => {
    setAsking(null);
    await useStore.getState().readSession(sessionId);
    go({ kind: 'archive', sessionId });
  };
  return (
    <Section
      title={rectifyWords.changes}
      intro={rectifyWords.changesIntro(running.changes.length)}
      actions={
        <>
          <Button size="small" onPress={() => setAsking('correct')}>
            {rectifyWords.correct}
          </Button>
          <Button
            size="small"
            kind="quiet"
            disabled={running.reopened.length > 0}
            {...(running.reopened.length > 0 ? { describedBy: 'keep-deciding' } : {})}
            onPress={() => setAsking('withdraw')}
          >
            {rectifyWords.withdraw}
          </Button>
        </>
      }
    >
      {running.reopened.length > 0 ? (
        <p id="keep-deciding" className={styles['muted']}>
          {rectifyWords.keepDeciding}
        </p>
      ) : null}
      {rows.length === 0 ? null : (
        <DataTable
          caption={rectifyWords.changes}
          rows={rows}
          keyOf={(row) => row.join(' ')}
          columns={[
            { key: 'subject', head: columns.subject, rowHead: true, cell: (row) => row[0] },
            { key: 'before', head: columns.before, cell: (row) => row[1] },
            { key: 'after', head: columns.after, cell: (row) => <span className={styles['after']}>{row[2]}</span> },
            { key: 'reason', head: columns.reason, cell: (row) => row[3] },
          ]}
        />
      )}
      {incidents.map((incident) => (
        <p key={incident.at}>{rectifyWords.incident(incident.text)}</p>
      ))}
      <p className={styles['muted']}>{rectifyWords.again}</p>
      {asking === 'correct' ? <CorrectionDialog sessionId={sessionId} view={view} onDone={done} onClose={() => setAsking(null)} /> : null}
      {asking === 'withdraw' ? (
        <ReasonForm
          title={rectifyWords.withdrawTitle}
          intro={rectifyWords.withdrawText}
          verb={rectifyWords.withdrawVerb}
          kind="danger"
          label={rectifyWords.withdrawReason}
          lead={fullName(session.fields.lead)}
          submit={(reason, pin) => run('rectification.withdraw', { sessionId, reason, pin })}
          onDone={() => void withdrawn()}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </Section>
  );
};
