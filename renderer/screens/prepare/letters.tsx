import { useState, type ReactNode } from 'react';
import { fullName } from '../../../domain/candidate.ts';
import type { JurorId } from '../../../domain/ids.ts';
import type { LetterKind } from '../../../domain/jury.ts';
import type { SessionView } from '../../../domain/view.ts';
import { jurorWords } from '../../../words/jury.ts';
import { letterButtonWords as words } from '../../../words/link.ts';
import { Button } from '../../parts/button.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/section.tsx';
import { useWrite } from '../../store/request.ts';
import styles from './prepare.module.css';

const kinds: readonly LetterKind[] = ['invitation', 'summons'];

/** The letters to the members: one at a time, or a whole jury's in one zip. */
export const JuryLetters = ({ session }: { readonly session: SessionView }): ReactNode => {
  const { busy, failure, run } = useWrite();
  const [saved, setSaved] = useState<{ readonly fileName: string; readonly letters: number } | null>(null);
  const save = async (kind: LetterKind, jurorId: JurorId | null): Promise<void> => {
    setSaved(null);
    const on = { sessionId: session.id, kind };
    const answer = jurorId === null ? await run('letter.saveAll', on) : await run('letter.save', { ...on, jurorId });
    if (answer.ok) setSaved(answer.value);
  };
  return (
    <Section
      title={words.title}
      intro={words.intro}
      actions={kinds.map((kind) => (
        <Button key={kind} size="small" busy={busy} onPress={() => void save(kind, null)}>
          {words.all[kind]}
        </Button>
      ))}
    >
      <FailureNotice failure={failure} />
      {saved === null ? null : (
        <Notice kind="success" live>
          <p>{words.saved(saved.fileName, saved.letters)}</p>
        </Notice>
      )}
      <DataTable
        dense
        caption={words.caption}
        rows={session.jurors}
        keyOf={(juror) => juror.id}
        columns={[
          { key: 'name', head: words.name, rowHead: true, cell: (juror) => [juror.civility, fullName(juror)].filter((part) => part !== '').join('\u00a0') },
          { key: 'seat', head: jurorWords.column.seat, cell: (juror) => jurorWords.seats[juror.seat] },
          {
            key: 'acts',
            head: <span className="visually-hidden">{words.acts}</span>,
            align: 'end',
            width: 'narrow',
            cell: (juror) => (
              <span className={styles['rowActs']}>
                {kinds.map((kind) => (
                  <Button key={kind} kind="quiet" size="small" label={words.oneOf(kind, fullName(juror))} onPress={() => void save(kind, juror.id)}>
                    {words.one[kind]}
                  </Button>
                ))}
              </span>
            ),
          },
        ]}
      />
    </Section>
  );
};
