import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { ChevronRight } from 'lucide-react';
import { gatherLines, type JournalEntry } from '../../../domain/journal-runs.ts';
import type { JournalLine, JournalView } from '../../../domain/journal-view.ts';
import { foldWords } from '../../../domain/name-key.ts';
import { journalKinds, journalReason, journalSentence, journalWho, journalWords, runSentence, runSpan } from '../../../words/journal.ts';
import { formatInstant } from '../../../words/typography.ts';
import { Select } from '../../parts/choice.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Pages } from '../../parts/pages.tsx';
import { Fields, Stack } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';
import styles from './journal.module.css';

const size = 100;
const every = '*';
const noFilter = { text: '', kind: every, person: every, candidate: every };

interface Row {
  readonly key: string;
  readonly line: JournalLine;
  readonly who: string;
  readonly what: string;
  readonly reason: string;
  readonly candidate: string;
  readonly folded: string;
}
/** What the table shows: an entry, or a line inside of an opened run. */
type Shown = JournalEntry<Row> | { readonly kind: 'inside'; readonly row: Row };

const rowsOf = ({ lines }: JournalView): Row[] =>
  lines.map((line, place) => {
    const { told } = line;
    const [who, what, reason] = [journalWho(line.who), journalSentence(told), journalReason(told)];
    const from = told.kind === 'registered' ? told.entry : told;
    const candidate = 'candidate' in from ? (from.candidate?.name ?? '') : '';
    return { key: String(place), line, who, what, reason, candidate, folded: foldWords(`${who} ${what} ${reason} ${journalKinds[told.kind]}`).join(' ') };
  });

const optionsOf = (values: readonly string[], all: string): { readonly value: string; readonly label: string }[] => [
  { value: every, label: all },
  ...[...new Set(values)]
    .filter((value) => value !== '')
    .sort((one, other) => one.localeCompare(other, 'fr'))
    .map((value) => ({ value, label: value })),
];

const rowOf = (shown: Shown): Row => (shown.kind === 'run' ? shown.rows[0] : shown.row);
const keyOf = (shown: Shown): string => `${shown.kind} ${rowOf(shown).key}`;
const passes = (wanted: string, value: string): boolean => wanted === every || wanted === value;

const What = (props: { readonly shown: Shown; readonly opened: boolean; readonly onToggle: () => void }): ReactNode => {
  const { shown } = props;
  if (shown.kind === 'run')
    return (
      <button type="button" className={styles['run']} aria-expanded={props.opened} onClick={props.onToggle}>
        <ChevronRight aria-hidden />
        {runSentence(shown.rows.map(({ line }) => line.told))}
      </button>
    );
  return (
    <span className={shown.kind === 'inside' ? styles['inside'] : undefined}>
      {shown.row.what}
      {shown.row.reason === '' ? null : <span className={styles['reason']}> {journalWords.reasonIs(shown.row.reason)}</span>}
    </span>
  );
};

const Table = (props: {
  readonly shown: readonly Shown[];
  readonly timeZone: string;
  readonly opened: string | null;
  readonly onToggle: (key: string) => void;
}) => {
  const when = (shown: Shown): string => {
    const [from, to] = [rowOf(shown).line.at, shown.kind === 'run' ? (shown.rows.at(-1)?.line.at ?? '') : ''];
    return shown.kind === 'run' ? runSpan(from, to, props.timeZone) : formatInstant(from, props.timeZone);
  };
  return (
    <DataTable
      caption={journalWords.title}
      dense
      rows={props.shown}
      keyOf={keyOf}
      columns={[
        { key: 'when', head: journalWords.when, cell: when, whole: true, width: 'narrow' },
        { key: 'who', head: journalWords.who, cell: (shown) => rowOf(shown).who, whole: true, width: 'narrow' },
        {
          key: 'what',
          head: journalWords.what,
          cell: (shown) => <What shown={shown} opened={props.opened === keyOf(shown)} onToggle={() => props.onToggle(keyOf(shown))} />,
          rowHead: true,
          plain: true,
        },
      ]}
    />
  );
};

/** The lines of a journal: those alike gathered while nothing is looked for, then line by line; a hundred at a time. */
export const JournalLines = (props: { readonly journal: JournalView }): ReactNode => {
  const rows = useMemo(() => rowsOf(props.journal), [props.journal]);
  const options = useMemo(
    () => ({
      kinds: optionsOf(
        rows.map((row) => journalKinds[row.line.told.kind]),
        journalWords.allKinds,
      ),
      persons: optionsOf(
        rows.map((row) => row.who),
        journalWords.allPersons,
      ),
      candidates: optionsOf(
        rows.map((row) => row.candidate),
        journalWords.allCandidates,
      ),
    }),
    [rows],
  );
  const [filter, setFilter] = useState(noFilter);
  const [page, setPage] = useState(0);
  const [opened, setOpened] = useState<string | null>(null);
  // What is typed stands at once; the table follows.
  const asked = useDeferredValue(filter);
  const { found, entries } = useMemo(() => {
    const words = foldWords(asked.text);
    const found = rows.filter(
      (row) =>
        passes(asked.kind, journalKinds[row.line.told.kind]) &&
        passes(asked.person, row.who) &&
        passes(asked.candidate, row.candidate) &&
        words.every((word) => row.folded.includes(word)),
    );
    const entries: readonly JournalEntry<Row>[] = found.length === rows.length ? gatherLines(found) : found.map((row) => ({ kind: 'line', row }));
    return { found, entries };
  }, [rows, asked]);
  if (rows.length === 0) return <EmptyState title={journalWords.empty}>{journalWords.emptyText}</EmptyState>;
  const change = (part: Partial<typeof filter>): void => {
    setFilter({ ...filter, ...part });
    setPage(0);
  };
  const shown = entries
    .slice(page * size, (page + 1) * size)
    .flatMap((entry): Shown[] =>
      entry.kind === 'run' && keyOf(entry) === opened ? [entry, ...entry.rows.map((row) => ({ kind: 'inside' as const, row }))] : [entry],
    );
  return (
    <Stack>
      <Fields columns={4}>
        <TextField label={journalWords.search} value={filter.text} maxLength={200} onChange={(text) => change({ text })} />
        <Select label={journalWords.kind} value={filter.kind} options={options.kinds} onChange={(kind) => change({ kind })} />
        <Select label={journalWords.person} value={filter.person} options={options.persons} onChange={(person) => change({ person })} />
        <Select label={journalWords.candidate} value={filter.candidate} options={options.candidates} onChange={(candidate) => change({ candidate })} />
      </Fields>
      <p role="status">
        {found.length === 0 ? journalWords.none : journalWords.found(found.length)}
        {entries.length < found.length ? <span className={styles['reason']}>. {journalWords.gathered}</span> : null}
      </p>
      {found.length === 0 ? null : (
        <Table shown={shown} timeZone={props.journal.timeZone} opened={opened} onToggle={(key) => setOpened(opened === key ? null : key)} />
      )}
      <Pages page={page} size={size} total={entries.length} onPage={setPage} />
    </Stack>
  );
};
