import { useState, type ReactNode } from 'react';
import type { GivenFile } from '../../../domain/given-file.ts';
import type { Piece, PieceKind } from '../../../domain/dossier.ts';
import { dossierWords, fileSize, pieceKindWords } from '../../../words/dossier.ts';
import { undoWords } from '../../../words/undo.ts';
import { verbs } from '../../../words/screens.ts';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/choice.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { Progress } from '../../parts/progress.tsx';
import { ReaderDialog, type ShownFile } from '../../parts/reader-dialog.tsx';
import { Stack } from '../../parts/section.tsx';
import { useErrand } from '../../store/errand.ts';
import { useWrite } from '../../store/request.ts';
import { useStore } from '../../store/store.ts';
import { useWork } from '../../store/work.ts';
import { offerUndo } from '../../store/undo.ts';
import type { DossierProps } from './dossiers.tsx';
import styles from './prepare.module.css';

const kinds = Object.keys(pieceKindWords) as readonly PieceKind[];

/** The files of a dossier: kept as given, shown in the window where a page can be read. */
export const Pieces = ({ session, dossier, frozen, changed }: DossierProps): ReactNode => {
  const { id: sessionId } = session;
  const adding = useWrite();
  const work = useWork();
  const saved = useStore((state) => state.saved);
  const removing = useWrite();
  const [kind, setKind] = useState<PieceKind>('report');
  const [leaving, setLeaving] = useState<Piece | null>(null);
  const [shown, setShown] = useState<ShownFile | null>(null);
  const added = async (): Promise<void> => {
    saved(new Date().toISOString());
    await changed();
  };
  const add = async (given?: GivenFile): Promise<void> => {
    const begun = await adding.run('piece.add', { sessionId, candidateId: dossier.candidate.id, kind, ...(given ? { given } : {}) });
    if (begun.ok) work.follow(begun.value.work, added);
  };
  useErrand(['piece'], ({ file }) => void add(file));
  const show = async (piece: Piece): Promise<void> => {
    const answer = await adding.run('piece.view', { sessionId, pieceId: piece.id });
    if (answer.ok) setShown({ ...answer.value, kept: piece.id });
  };
  const remove = async (piece: Piece): Promise<void> => {
    const removed = await removing.run('piece.remove', { sessionId, pieceId: piece.id });
    if (!removed.ok) return;
    setLeaving(null);
    await changed();
    offerUndo(undoWords.piece(piece.title), sessionId, removed.value.undo, changed);
  };
  return (
    <Stack>
      {frozen ? null : (
        <div className={styles['toolbar']}>
          <Select label={dossierWords.pieceKind} value={kind} options={kinds.map((value) => ({ value, label: pieceKindWords[value] }))} onChange={setKind} />
          <Button kind="primary" busy={adding.busy || work.progress !== null} onPress={() => void add()}>
            {dossierWords.addPieces}
          </Button>
        </div>
      )}
      <Progress work={work} />
      <FailureNotice failure={adding.failure ?? work.failure} />
      {dossier.pieces.length === 0 ? (
        <EmptyState title={dossierWords.noPiece}>{frozen ? undefined : dossierWords.noPieceText}</EmptyState>
      ) : (
        <DataTable
          dense
          caption={dossierWords.tabs.pieces}
          rows={dossier.pieces}
          keyOf={(piece) => piece.id}
          columns={[
            { key: 'title', head: dossierWords.pieceColumn.title, rowHead: true, cell: (piece) => piece.title },
            { key: 'kind', head: dossierWords.pieceColumn.kind, cell: (piece) => pieceKindWords[piece.kind] },
            {
              key: 'file',
              head: dossierWords.pieceColumn.file,
              cell: (piece) => (
                <>
                  <div className={styles['fileName']}>{piece.fileName}</div>
                  {piece.reading === 'unreadable' ? <Badge tone="warning">{dossierWords.unreadable}</Badge> : null}
                </>
              ),
            },
            { key: 'size', head: dossierWords.pieceColumn.size, align: 'end', cell: (piece) => fileSize(piece.bytes) },
            {
              key: 'acts',
              head: <span className="visually-hidden">{dossierWords.pieceColumn.acts}</span>,
              align: 'end',
              width: 'narrow',
              cell: (piece) => (
                <span className={styles['rowActs']}>
                  {piece.reading !== 'unreadable' ? (
                    <Button kind="quiet" size="small" label={`${verbs.view} ${piece.title}`} onPress={() => void show(piece)}>
                      {verbs.view}
                    </Button>
                  ) : null}
                  {frozen ? null : (
                    <Button kind="quiet" size="small" label={`${verbs.remove} ${piece.title}`} onPress={() => setLeaving(piece)}>
                      {verbs.remove}
                    </Button>
                  )}
                </span>
              ),
            },
          ]}
        />
      )}
      <ReaderDialog shown={shown} said={dossierWords.viewing} onClose={() => setShown(null)} />
      <Confirm
        title={leaving === null ? '' : dossierWords.removePieceTitle(leaving.title)}
        text={dossierWords.removePieceText}
        act={dossierWords.removePieceAct}
        open={leaving !== null}
        onClose={() => setLeaving(null)}
        onConfirm={() => (leaving === null ? undefined : void remove(leaving))}
        busy={removing.busy}
        failure={removing.failure}
      />
    </Stack>
  );
};
