import { useState, type ReactNode } from 'react';
import type { JurorFileLine, JurorProof } from '../../../domain/juror-file.ts';
import { fileSize } from '../../../words/dossier.ts';
import { jurorFileWords as words } from '../../../words/juror-file.ts';
import { verbs } from '../../../words/screens.ts';
import { formatDay } from '../../../words/typography.ts';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { ReaderDialog, type ShownFile } from '../../parts/reader-dialog.tsx';
import { Stack } from '../../parts/section.tsx';
import { useWrite } from '../../store/request.ts';
import styles from './jurors.module.css';

/** The proofs of one person: added, shown in the window where a page can be read, removed. */
export const Proofs = (props: { readonly file: JurorFileLine; readonly onChanged: () => Promise<void> }): ReactNode => {
  const { file, onChanged } = props;
  const adding = useWrite();
  const removing = useWrite();
  const [leaving, setLeaving] = useState<JurorProof | null>(null);
  const [shown, setShown] = useState<ShownFile | null>(null);
  const add = async (): Promise<void> => {
    const added = await adding.run('jurorProof.add', { fileId: file.id });
    if (added.ok) await onChanged();
  };
  const show = async (proof: JurorProof): Promise<void> => {
    const answer = await adding.run('jurorProof.view', { fileId: file.id, proofId: proof.id });
    if (answer.ok) setShown(answer.value);
  };
  const remove = async (proof: JurorProof): Promise<void> => {
    const removed = await removing.run('jurorProof.remove', { fileId: file.id, proofId: proof.id });
    if (!removed.ok) return;
    setLeaving(null);
    await onChanged();
  };
  return (
    <Stack>
      {file.proofs.length === 0 ? null : (
        <DataTable
          dense
          caption={words.proofs}
          rows={file.proofs}
          keyOf={(proof) => proof.id}
          columns={[
            {
              key: 'file',
              head: words.proofColumn.file,
              rowHead: true,
              cell: (proof) => (
                <>
                  {proof.fileName}
                  {proof.reading !== 'unreadable' ? null : (
                    <div>
                      <Badge>{words.unreadable}</Badge>
                    </div>
                  )}
                </>
              ),
            },
            { key: 'added', head: words.proofColumn.added, cell: (proof) => formatDay(proof.addedAt.slice(0, 10)) },
            { key: 'size', head: words.proofColumn.size, align: 'end', cell: (proof) => fileSize(proof.bytes) },
            {
              key: 'acts',
              head: <span className="visually-hidden">{words.proofColumn.acts}</span>,
              align: 'end',
              width: 'narrow',
              cell: (proof) => (
                <span className={styles['rowActs']}>
                  {proof.reading !== 'unreadable' ? (
                    <Button kind="quiet" size="small" label={`${verbs.view} ${proof.fileName}`} onPress={() => void show(proof)}>
                      {verbs.view}
                    </Button>
                  ) : null}
                  <Button kind="quiet" size="small" label={`${verbs.remove} ${proof.fileName}`} onPress={() => setLeaving(proof)}>
                    {verbs.remove}
                  </Button>
                </span>
              ),
            },
          ]}
        />
      )}
      <FailureNotice failure={adding.failure} />
      <div>
        <Button size="small" busy={adding.busy} onPress={() => void add()}>
          {words.addProof}
        </Button>
      </div>
      <ReaderDialog shown={shown} said={words.proofTitled} onClose={() => setShown(null)} />
      <Confirm
        title={leaving === null ? '' : words.removeProofTitle(leaving.fileName)}
        text={words.removeProofText}
        act={words.removeProofAct}
        open={leaving !== null}
        onClose={() => setLeaving(null)}
        onConfirm={() => (leaving === null ? undefined : void remove(leaving))}
        busy={removing.busy}
        failure={removing.failure}
      />
    </Stack>
  );
};
