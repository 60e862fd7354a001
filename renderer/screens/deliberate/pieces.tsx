import type { ReactNode } from 'react';
import type { PieceId } from '../../../domain/ids.ts';
import type { Piece } from '../../../domain/dossier.ts';
import { dossierWords, pieceWords } from '../../../words/deliberate.ts';
import { noteWords } from '../../../words/note.ts';
import { useRead } from '../../store/request.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../parts/button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Loaded } from '../../parts/loading.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Reader } from '../../parts/reader.tsx';
import { Select } from '../../parts/choice.tsx';
import type { Table } from './table.ts';
import styles from './middle.module.css';

const PieceReader = (props: { readonly table: Table; readonly piece: Piece }): ReactNode => {
  const { table, piece } = props;
  const { reading, reload } = useRead('piece.view', { sessionId: table.sessionId, pieceId: piece.id });
  return (
    <Loaded reading={reading} retry={() => void reload()}>
      {(shown) => <Reader key={shown.view} view={shown.view} title={dossierWords.reader(piece.title)} name={piece.title} kept={piece.id} />}
    </Loaded>
  );
};

/** The pieces of the dossier, one shown at a time, page by page. */
export const Pieces = (props: { readonly table: Table; readonly shown: PieceId | null }): ReactNode => {
  const go = useStore((state) => state.go);
  const pieces = props.table.dossier?.pieces ?? [];
  const piece = pieces.find((entry) => entry.id === props.shown);
  if (props.table.dossier !== null && pieces.length === 0) return <EmptyState title={dossierWords.noPieces}>{dossierWords.noPiecesText}</EmptyState>;
  return (
    <div className={styles['pieces']}>
      <div className={styles['choosing']}>
        <Select
          hideLabel
          label={dossierWords.pieceList}
          placeholder={dossierWords.chooseTitle}
          value={piece?.id ?? ''}
          options={pieces.map((entry) => ({
            value: entry.id,
            label: `${pieceWords[entry.kind]} · ${entry.title}${entry.reading === 'unreadable' ? ` (${dossierWords.unreadableShort})` : ''}`,
          }))}
          onChange={props.table.showPiece}
        />
        <Button
          kind="quiet"
          size="small"
          onPress={() =>
            go({
              kind: 'notes',
              sessionId: props.table.sessionId,
              candidateId: props.table.view.line.id,
              block: props.table.block.code,
              pieceId: piece?.id ?? null,
            })
          }
        >
          {noteWords.enter}
        </Button>
      </div>
      {piece === undefined ? <EmptyState title={dossierWords.chooseTitle}>{dossierWords.choose}</EmptyState> : null}
      {piece?.reading === 'unreadable' ? (
        <Notice kind="warning" title={piece.fileName}>
          <p>{dossierWords.unreadable}</p>
        </Notice>
      ) : null}
      {piece !== undefined && piece.reading !== 'unreadable' ? <PieceReader key={piece.id} table={props.table} piece={piece} /> : null}
    </div>
  );
};

/** The piece that opens by itself: the report on the block, else the first report, else the first readable piece. */
export const firstPiece = (table: Table): PieceId | null => {
  const pieces = table.dossier?.pieces.filter((piece) => piece.reading !== 'unreadable') ?? [];
  const report = table.dossier?.projects.find((project) => project.blocks.includes(table.block.code))?.reportPieceId;
  return (
    (pieces.find((piece) => piece.id === report) ?? pieces.find((piece) => piece.kind === 'report' || piece.kind === 'validationFile') ?? pieces[0])?.id ?? null
  );
};
