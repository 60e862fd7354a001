import { useState, type ReactNode } from 'react';
import { FileUp, Plus } from 'lucide-react';
import { fullName } from '../../../domain/candidate.ts';
import { answersFind, fewLines } from '../../../domain/find.ts';
import type { GivenFile } from '../../../domain/given-file.ts';
import type { CandidateId } from '../../../domain/ids.ts';
import { isWithin } from '../../../domain/time.ts';
import type { CandidateLine, SessionView } from '../../../domain/view.ts';
import { blockRuns } from '../../../words/deliberate.ts';
import { dossierWords } from '../../../words/dossier.ts';
import { findWords } from '../../../words/find.ts';
import { importWords } from '../../../words/import-screen.ts';
import { candidateWords } from '../../../words/prepare.ts';
import { verbs } from '../../../words/screens.ts';
import { undoWords } from '../../../words/undo.ts';
import { formatNumber, formatShortDay } from '../../../words/typography.ts';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { DataTable, type Column } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { FindField } from '../../parts/find-field.tsx';
import { Loaded } from '../../parts/loading.tsx';
import { Pages } from '../../parts/pages.tsx';
import { Section } from '../../parts/section.tsx';
import { useErrand } from '../../store/errand.ts';
import { useRead, useWrite } from '../../store/request.ts';
import { useStore } from '../../store/store.ts';
import { offerUndo } from '../../store/undo.ts';
import { CandidateForm } from './candidate-form.tsx';
import { ImportDialog } from './import.tsx';
import styles from './prepare.module.css';

type Open =
  | { readonly kind: 'none' | 'new' }
  | { readonly kind: 'import'; readonly given: GivenFile | null }
  | { readonly kind: 'edit'; readonly id: CandidateId }
  | { readonly kind: 'remove'; readonly line: CandidateLine };

/** How many candidates are shown at a time. */
const pageSize = 100;
const lastPage = (lines: readonly CandidateLine[]): number => Math.max(0, Math.ceil(lines.length / pageSize) - 1);

/** The candidates of a page; of the last one when some have left since. */
const pageOf = (lines: readonly CandidateLine[], page: number): readonly CandidateLine[] => {
  const from = Math.min(page, lastPage(lines)) * pageSize;
  return lines.slice(from, from + pageSize);
};

const foundIn = (lines: readonly CandidateLine[], typed: string): readonly CandidateLine[] =>
  typed.trim() === '' ? lines : lines.filter((line) => answersFind(`${line.number} ${fullName(line)} ${line.accessPath}`, typed));

const columnsFor = (session: SessionView, acts: (line: CandidateLine) => ReactNode): readonly Column<CandidateLine>[] => {
  const { decisionDate, registrationEnd } = session.referential;
  return [
    { key: 'number', head: candidateWords.column.number, whole: true, cell: (line) => line.number },
    { key: 'name', head: candidateWords.column.name, rowHead: true, cell: fullName },
    { key: 'path', head: candidateWords.column.path, cell: (line) => line.accessPath },
    {
      key: 'blocks',
      // A few codes stay on one line; a long list that no run shortens may break.
      whole: session.referential.blocks.length <= 4,
      head: candidateWords.column.blocks,
      cell: (line) => (
        <>
          <div>{blockRuns(line.presents)}</div>
          {line.brings.length === 0 ? null : <div className={styles['muted']}>{candidateWords.brings(blockRuns(line.brings.map((each) => each.block)))}</div>}
        </>
      ),
    },
    {
      key: 'entry',
      whole: true,
      head: candidateWords.column.entry,
      cell: (line) => (
        <>
          <div>{formatShortDay(line.entryDate)}</div>
          {isWithin(line.entryDate, decisionDate, registrationEnd) ? null : <Badge tone="warning">{candidateWords.outside}</Badge>}
        </>
      ),
    },
    {
      key: 'dossier',
      head: candidateWords.column.dossier,
      cell: (line) => (
        <>
          <div>{candidateWords.pieces(line.pieces)}</div>
          {line.unproven === 0 ? null : <div className={styles['muted']}>{dossierWords.unproven(line.unproven)}</div>}
        </>
      ),
    },
    { key: 'acts', head: <span className="visually-hidden">{candidateWords.column.acts}</span>, align: 'end', width: 'narrow', cell: acts },
  ];
};

/** The candidates of the session: a list by page, a form, an import from a table. */
export const Candidates = (props: { readonly session: SessionView; readonly frozen: boolean; readonly editing: CandidateId | null }): ReactNode => {
  const { session, frozen } = props;
  const { id: sessionId } = session;
  const go = useStore((state) => state.go);
  const { reading, reload } = useRead('candidate.list', { sessionId });
  const { busy, failure, clear, run } = useWrite();
  const [open, setOpen] = useState<Open>(props.editing === null ? { kind: 'none' } : { kind: 'edit', id: props.editing });
  const [page, setPage] = useState(0);
  const [search, setSearch] = useState('');
  useErrand(['table'], ({ file }) => setOpen({ kind: 'import', given: file }));
  const close = (): void => {
    setOpen({ kind: 'none' });
    clear();
  };
  const changed = async (): Promise<void> => {
    close();
    await reload();
  };
  const remove = async (line: CandidateLine): Promise<void> => {
    const removed = await run('candidate.remove', { sessionId, candidateId: line.id });
    if (!removed.ok) return;
    await changed();
    offerUndo(undoWords.candidate(fullName(line)), sessionId, removed.value.undo, reload);
  };
  /** The whole list first while nobody is there, one person more afterwards. */
  const add = (nobody: boolean): ReactNode => (
    <>
      <Button kind={nobody ? 'primary' : 'secondary'} icon={<FileUp aria-hidden />} onPress={() => setOpen({ kind: 'import', given: null })}>
        {importWords.open.candidates}
      </Button>
      <Button kind={nobody ? 'secondary' : 'primary'} icon={<Plus aria-hidden />} onPress={() => setOpen({ kind: 'new' })}>
        {candidateWords.add}
      </Button>
    </>
  );
  const acts = (line: CandidateLine): ReactNode => (
    <span className={styles['rowActs']}>
      <Button
        kind="quiet"
        size="small"
        label={`${candidateWords.dossier} ${fullName(line)}`}
        onPress={() => go({ kind: 'prepare', sessionId, section: 'dossiers', candidateId: line.id })}
      >
        {candidateWords.dossier}
      </Button>
      <Button kind="quiet" size="small" label={`${frozen ? verbs.view : verbs.edit} ${fullName(line)}`} onPress={() => setOpen({ kind: 'edit', id: line.id })}>
        {frozen ? verbs.view : verbs.edit}
      </Button>
      {frozen ? null : (
        <Button kind="quiet" size="small" label={`${verbs.remove} ${fullName(line)}`} onPress={() => setOpen({ kind: 'remove', line })}>
          {verbs.remove}
        </Button>
      )}
    </span>
  );
  return (
    <Loaded reading={reading} retry={() => void reload()}>
      {(lines) => (
        <Section
          title={`${candidateWords.title}${lines.length === 0 ? '' : ` (${formatNumber(lines.length)})`}`}
          actions={frozen || lines.length === 0 ? undefined : add(false)}
        >
          {lines.length === 0 ? (
            <EmptyState title={candidateWords.emptyTitle} actions={frozen ? undefined : add(true)}>
              {candidateWords.emptyText}
            </EmptyState>
          ) : (
            <>
              {lines.length <= fewLines ? null : (
                <FindField
                  label={findWords.candidates}
                  value={search}
                  found={foundIn(lines, search).length}
                  total={lines.length}
                  onChange={(typed) => {
                    setSearch(typed);
                    setPage(0);
                  }}
                />
              )}
              <p className={styles['muted']}>{candidateWords.pathsMet(lines.map((line) => line.accessPath))}</p>
              <DataTable
                caption={candidateWords.title}
                rows={pageOf(foundIn(lines, search), page)}
                keyOf={(line) => line.id}
                columns={columnsFor(session, acts)}
                dense
              />
              <Pages page={Math.min(page, lastPage(foundIn(lines, search)))} size={pageSize} total={foundIn(lines, search).length} onPage={setPage} />
            </>
          )}
          {open.kind === 'new' || open.kind === 'edit' ? (
            <CandidateForm
              session={session}
              frozen={frozen}
              line={open.kind === 'edit' ? (lines.find((line) => line.id === open.id) ?? null) : null}
              onClose={close}
              onSaved={() => void changed()}
            />
          ) : null}
          <ImportDialog
            session={session}
            kind="candidates"
            open={open.kind === 'import'}
            given={open.kind === 'import' ? open.given : null}
            onClose={close}
            onImported={() => void reload()}
          />
          <Confirm
            title={open.kind === 'remove' ? candidateWords.removeTitle(fullName(open.line)) : ''}
            text={candidateWords.removeText}
            act={candidateWords.removeAct}
            open={open.kind === 'remove'}
            onClose={close}
            onConfirm={() => (open.kind === 'remove' ? void remove(open.line) : undefined)}
            busy={busy}
            failure={failure}
          />
        </Section>
      )}
    </Loaded>
  );
};
