import { useState, type ReactNode } from 'react';
import type { CompetencyCode, PieceId } from '../../../domain/ids.ts';
import type { NoteSubject } from '../../../domain/note.ts';
import type { Block } from '../../../domain/referential.ts';
import { noteWords as words } from '../../../words/note.ts';
import { shortCompetency } from '../../../words/dossier.ts';
import { Select } from '../../parts/choice.tsx';
import { TextArea } from '../../parts/text-field.tsx';
import type { Notes } from './notes.ts';
import styles from './notes.module.css';

const most = 10_000;

const NoteField = (props: { readonly notes: Notes; readonly subject: NoteSubject; readonly label: string; readonly rows: number }): ReactNode => (
  <TextArea
    label={props.label}
    rows={props.rows}
    maxLength={most}
    readOnly={!props.notes.open}
    value={props.notes.read(props.subject)}
    onChange={(text) => props.notes.write(props.subject, text)}
  />
);

/** Where the notes are typed: on the piece, on the page that is read, on a competency of the block. */
export const NotesPanel = (props: { readonly notes: Notes; readonly pieceId: PieceId | null; readonly page: number; readonly block: Block }): ReactNode => {
  const { notes, pieceId, page, block } = props;
  const [competency, setCompetency] = useState<CompetencyCode | ''>(block.competencies[0]?.code ?? '');
  const others = (notes.notes ?? []).flatMap(({ subject, text }) =>
    subject.kind === 'piece' && subject.pieceId === pieceId && subject.page !== null && subject.page !== page ? [{ page: subject.page, text }] : [],
  );
  return (
    <section className={styles['panel']} aria-label={words.panel}>
      {pieceId === null ? null : (
        <>
          <NoteField notes={notes} subject={{ kind: 'piece', pieceId, page: null }} label={words.onPiece} rows={3} />
          <NoteField key={page} notes={notes} subject={{ kind: 'piece', pieceId, page }} label={words.onPage(page)} rows={2} />
          {others.length === 0 ? null : (
            <div>
              <h2 className={styles['small']}>{words.otherPages}</h2>
              <dl className={styles['others']}>
                {others
                  .toSorted((one, other) => one.page - other.page)
                  .map((note) => (
                    <div key={note.page}>
                      <dt>{words.pageShort(note.page)}</dt>
                      <dd>{note.text}</dd>
                    </div>
                  ))}
              </dl>
            </div>
          )}
        </>
      )}
      <div className={styles['competency']}>
        <Select
          label={words.competency}
          value={competency}
          options={block.competencies.map(({ code, text }) => {
            const noted = notes.read({ kind: 'competency', competency: code }) !== '';
            return { value: code, label: `${noted ? '● ' : ''}${shortCompetency(code)} · ${text}` };
          })}
          onChange={setCompetency}
        />
        {competency === '' ? null : (
          <NoteField
            key={competency}
            notes={notes}
            subject={{ kind: 'competency', competency }}
            label={words.onCompetency(shortCompetency(competency))}
            rows={3}
          />
        )}
      </div>
    </section>
  );
};
