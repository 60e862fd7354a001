import { useMemo, type ReactNode } from 'react';
import type { SessionRecord } from '../../../domain/minute.ts';
import { foldWords } from '../../../domain/name-key.ts';
import type { BagPiece } from '../../../domain/reading-dossiers.ts';
import { fileSize, pieceKindWords } from '../../../words/dossier.ts';
import { readingDossierWords as words } from '../../../words/reading.ts';
import { Button } from '../../parts/button.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Pages } from '../../parts/pages.tsx';
import { Actions, Stack } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useFound } from './found.ts';
import styles from './reading.module.css';

const size = 60;

/** The pieces of the dossiers with the candidate of each, found by a word, a page at a time. */
export const Pieces = (props: {
  readonly record: SessionRecord;
  readonly pieces: readonly BagPiece[];
  readonly busy: boolean;
  readonly onRead: (piece: BagPiece) => void;
  readonly onSave: (piece: BagPiece) => void;
}): ReactNode => {
  const { record, pieces, busy } = props;
  const rows = useMemo(() => {
    const names = new Map(record.candidates.map(({ number, name }) => [number, `${number} · ${name}`]));
    return pieces.map((piece) => {
      const candidate = names.get(piece.candidate) ?? words.unknown(piece.candidate);
      return { piece, candidate, folded: foldWords(`${candidate} ${piece.title} ${piece.fileName} ${pieceKindWords[piece.kind]}`).join(' ') };
    });
  }, [record, pieces]);
  const { found, shown, pages, field } = useFound(rows, size);
  return (
    <Stack>
      <div className={styles['narrow']}>
        <TextField find label={words.search} hint={words.searchHint} {...field} />
      </div>
      <p role="status" className={styles['muted']}>
        {found.length === 0 ? words.none : words.found(found.length)}
      </p>
      {found.length === 0 ? null : (
        <DataTable
          caption={words.piece}
          rows={shown}
          keyOf={({ piece }) => piece.path}
          columns={[
            { key: 'candidate', head: words.candidate, cell: ({ candidate }) => candidate },
            {
              key: 'piece',
              head: words.piece,
              rowHead: true,
              cell: ({ piece }) => (
                <>
                  {piece.title}
                  <span className={styles['under']}>
                    {pieceKindWords[piece.kind]} · {piece.fileName}
                  </span>
                </>
              ),
            },
            { key: 'size', head: words.size, align: 'end', whole: true, cell: ({ piece }) => fileSize(piece.bytes) },
            {
              key: 'acts',
              head: words.acts,
              align: 'end',
              cell: ({ piece }) => (
                <Actions end>
                  {piece.shown ? (
                    <Button size="small" label={words.readOf(piece.fileName)} busy={busy} onPress={() => props.onRead(piece)}>
                      {words.read}
                    </Button>
                  ) : null}
                  <Button size="small" kind="quiet" label={words.saveOf(piece.fileName)} busy={busy} onPress={() => props.onSave(piece)}>
                    {words.save}
                  </Button>
                </Actions>
              ),
            },
          ]}
        />
      )}
      <Pages {...pages} />
    </Stack>
  );
};
