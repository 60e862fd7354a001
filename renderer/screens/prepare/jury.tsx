import { useState, type ReactNode } from 'react';
import { BookUser, Plus } from 'lucide-react';
import { fullName } from '../../../domain/candidate.ts';
import type { JurorId } from '../../../domain/ids.ts';
import type { JurorFileLine } from '../../../domain/juror-file.ts';
import type { SessionView } from '../../../domain/view.ts';
import { jurorFileWords } from '../../../words/juror-file.ts';
import { jurorWords } from '../../../words/jury.ts';
import { undoWords } from '../../../words/undo.ts';
import { verbs } from '../../../words/screens.ts';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Section } from '../../parts/section.tsx';
import { useRead, useWrite } from '../../store/request.ts';
import { useStore } from '../../store/store.ts';
import { offerUndo } from '../../store/undo.ts';
import { ChooseJuror } from './choose-juror.tsx';
import { JurorForm } from './juror-form.tsx';
import { JuryLetters } from './letters.tsx';
import { LinkHints } from './link-hints.tsx';
import styles from './prepare.module.css';

type Member = SessionView['jurors'][number];

const nameOf = (juror: Member): string => [juror.civility, fullName(juror)].filter((part) => part !== '').join(' ');
const traitsOf = (juror: Member): string =>
  (['itProfessional', 'pedagogicalLead', 'qualified'] as const)
    .filter((trait) => juror[trait])
    .map((trait) => jurorWords.short[trait])
    .join(', ');

/** The members of the jury: titulars, then substitutes. */
export const Jury = (props: { readonly session: SessionView; readonly frozen: boolean; readonly editing: JurorId | null }): ReactNode => {
  const { session, frozen } = props;
  const readSession = useStore((state) => state.readSession);
  const directory = useRead(
    'jurorFile.list',
    {},
    useStore((state) => state.savedAt),
  );
  const files = directory.reading.kind === 'ready' ? directory.reading.value : [];
  const [editing, setEditing] = useState<JurorId | 'new' | null>(props.editing);
  const [chosen, setChosen] = useState<JurorFileLine | null>(null);
  const [choosing, setChoosing] = useState(false);
  const [removing, setRemoving] = useState<Member | null>(null);
  const { busy, failure, clear, run } = useWrite();
  const rows = [...session.jurors].sort((one, other) => Number(one.seat === 'substitute') - Number(other.seat === 'substitute'));
  const edit = (what: JurorId | 'new' | null, file: JurorFileLine | null = null): void => {
    setChoosing(false);
    setChosen(file);
    setEditing(what);
  };
  const known = files.some((file) => file.archivedAt === null);
  const add = (
    <>
      <Button kind={known ? 'secondary' : 'primary'} icon={<Plus aria-hidden />} onPress={() => edit('new')}>
        {jurorWords.add}
      </Button>
      {known ? (
        <Button kind="primary" icon={<BookUser aria-hidden />} onPress={() => setChoosing(true)}>
          {jurorFileWords.choose}
        </Button>
      ) : null}
    </>
  );
  const close = (): void => {
    setRemoving(null);
    clear();
  };
  const remove = async (): Promise<void> => {
    if (removing === null) return;
    const removed = await run('juror.remove', { sessionId: session.id, jurorId: removing.id });
    if (!removed.ok) return;
    close();
    await readSession(session.id);
    offerUndo(undoWords.juror(nameOf(removing)), session.id, removed.value.undo, () => readSession(session.id));
  };
  return (
    <>
      <Section title={jurorWords.title} intro={jurorWords.intro} actions={frozen || rows.length === 0 ? undefined : add}>
        {rows.length === 0 ? (
          <EmptyState title={jurorWords.emptyTitle} actions={frozen ? undefined : add}>
            {jurorWords.emptyText}
          </EmptyState>
        ) : (
          <DataTable
            caption={jurorWords.title}
            rows={rows}
            keyOf={(juror) => juror.id}
            columns={[
              { key: 'name', head: jurorWords.column.name, rowHead: true, cell: nameOf },
              {
                key: 'quality',
                head: jurorWords.column.quality,
                cell: (juror) => (
                  <>
                    <div>
                      {juror.quality}, {juror.employer}
                    </div>
                    <div className={styles['muted']}>{traitsOf(juror)}</div>
                  </>
                ),
              },
              { key: 'membership', head: jurorWords.column.membership, cell: (juror) => jurorWords.memberships[juror.membership] },
              {
                key: 'seat',
                head: jurorWords.column.seat,
                cell: (juror) => <Badge tone={juror.seat === 'titular' ? 'accent' : 'neutral'}>{jurorWords.seats[juror.seat]}</Badge>,
              },
              {
                key: 'acts',
                head: <span className="visually-hidden">{jurorWords.column.acts}</span>,
                align: 'end',
                width: 'narrow',
                cell: (juror) =>
                  frozen ? null : (
                    <span className={styles['rowActs']}>
                      <Button kind="quiet" size="small" label={`${verbs.edit} ${nameOf(juror)}`} onPress={() => edit(juror.id)}>
                        {verbs.edit}
                      </Button>
                      <Button kind="quiet" size="small" label={`${verbs.remove} ${nameOf(juror)}`} onPress={() => setRemoving(juror)}>
                        {verbs.remove}
                      </Button>
                    </span>
                  ),
              },
            ]}
          />
        )}
        {editing === null ? null : (
          <JurorForm
            key={chosen?.id ?? editing}
            session={session}
            jurorId={editing}
            chosen={chosen}
            files={files}
            onTake={(file) => edit('new', file)}
            onClose={() => edit(null)}
          />
        )}
        {choosing ? (
          <ChooseJuror session={session} files={files} onChoose={(file) => edit('new', file)} onNew={() => edit('new')} onClose={() => setChoosing(false)} />
        ) : null}
        <Confirm
          title={removing === null ? '' : jurorWords.removeTitle(nameOf(removing))}
          text={jurorWords.removeText}
          act={jurorWords.removeAct}
          open={removing !== null}
          onClose={close}
          onConfirm={() => void remove()}
          busy={busy}
          failure={failure}
        />
      </Section>
      {rows.length === 0 ? null : (
        <>
          <LinkHints session={session} frozen={frozen} />
          <JuryLetters session={session} />
        </>
      )}
    </>
  );
};
