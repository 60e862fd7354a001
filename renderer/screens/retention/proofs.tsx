import { useState, type ReactNode } from 'react';
import type { RetentionProof } from '../../../domain/retention.ts';
import { retentionWords } from '../../../words/retention.ts';
import { Button } from '../../parts/button.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/section.tsx';
import { useWrite } from '../../store/request.ts';
import styles from './retention.module.css';

const words = retentionWords.proofs;

/** The proofs of the purges, the last one first, each with its certificate of destruction. */
export const Proofs = (props: { readonly proofs: readonly RetentionProof[] }): ReactNode => {
  const { run, busy, failure } = useWrite();
  const [written, setWritten] = useState<string | null>(null);
  const save = async (seq: number): Promise<void> => {
    const answer = await run('retention.saveProof', { seq });
    if (answer.ok) setWritten(answer.value.fileName);
  };
  return (
    <Section title={retentionWords.sections.proofs}>
      <FailureNotice failure={failure} />
      {written === null ? null : <Notice live kind="success" title={retentionWords.exported(written)} />}
      {props.proofs.length === 0 ? (
        <p className={styles['muted']}>{words.none}</p>
      ) : (
        <DataTable
          caption={retentionWords.sections.proofs}
          rows={props.proofs}
          keyOf={({ seq }) => String(seq)}
          columns={[
            { key: 'at', head: words.column.at, rowHead: true, cell: ({ at }) => words.at(at), whole: true },
            {
              key: 'what',
              head: words.column.what,
              cell: ({ what, again }) => (
                <>
                  <div>{retentionWords.kinds[what]}</div>
                  {again ? <div className={styles['muted']}>{words.again}</div> : null}
                </>
              ),
            },
            { key: 'session', head: words.column.session, cell: ({ session }) => session ?? words.directory, whole: true },
            { key: 'count', head: words.column.count, cell: (proof) => retentionWords.count(proof), whole: true },
            { key: 'reason', head: words.column.reason, cell: ({ reason }) => reason },
            {
              key: 'acts',
              head: <span className="visually-hidden">{words.column.acts}</span>,
              align: 'end',
              cell: ({ seq, at }) => (
                <Button kind="quiet" size="small" busy={busy} label={words.saveLabel(words.at(at))} onPress={() => void save(seq)}>
                  {words.save}
                </Button>
              ),
            },
          ]}
        />
      )}
    </Section>
  );
};
