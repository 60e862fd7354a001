import { useMemo, useState, type ReactNode } from 'react';
import type { RequestOutput } from '../../../domain/contract.ts';
import type { SessionId } from '../../../domain/ids.ts';
import type { JournalLine, JournalView } from '../../../domain/journal-view.ts';
import { foldWords } from '../../../domain/name-key.ts';
import { journalKinds, journalReason, journalSentence, journalWho, journalWords } from '../../../words/journal.ts';
import { statisticsWords } from '../../../words/statistics.ts';
import { dayOf, formatDay, formatInstant } from '../../../words/typography.ts';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/choice.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/frame.tsx';
import { Loaded } from '../../parts/loading.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Pages } from '../../parts/pages.tsx';
import { Actions, Fields, Stack } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { usePrinting } from '../../store/printing.ts';
import { useRead, useWrite } from '../../store/request.ts';

const size = 100;
const every = '*';

interface Row {
  readonly key: string;
  readonly line: JournalLine;
  readonly who: string;
  readonly what: string;
  readonly reason: string;
  readonly candidate: string;
  readonly folded: string;
}

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

const Check = (props: { readonly check: RequestOutput<'journal.check'> }): ReactNode => {
  const { session, register } = props.check;
  const whole = session.broken === null && register.broken === null;
  return (
    <Notice live kind={whole ? 'success' : 'error'} title={session.broken === null ? journalWords.holds(session.links) : journalWords.broken(session.broken)}>
      {session.destroyed ? <p>{journalWords.destroyed}</p> : null}
      <p>{register.broken === null ? journalWords.registerHolds(register.links ?? 0) : journalWords.registerBroken(register.broken)}</p>
    </Notice>
  );
};

const Lines = (props: { readonly journal: JournalView }): ReactNode => {
  const rows = useMemo(() => rowsOf(props.journal), [props.journal]);
  const [filter, setFilter] = useState({ text: '', kind: every, person: every, candidate: every });
  const [page, setPage] = useState(0);
  const change = (part: Partial<typeof filter>): void => {
    setFilter({ ...filter, ...part });
    setPage(0);
  };
  const words = foldWords(filter.text);
  const passes = (wanted: string, value: string): boolean => wanted === every || wanted === value;
  const printing = usePrinting();
  const found = rows.filter(
    (row) =>
      passes(filter.kind, journalKinds[row.line.told.kind]) &&
      passes(filter.person, row.who) &&
      passes(filter.candidate, row.candidate) &&
      words.every((word) => row.folded.includes(word)),
  );
  if (rows.length === 0) return <EmptyState title={journalWords.empty} />;
  return (
    <Stack>
      <div className="screen-only">
        <Fields>
          <TextField label={journalWords.search} hint={journalWords.searchHint} value={filter.text} maxLength={200} onChange={(text) => change({ text })} />
          <Select
            label={journalWords.kind}
            value={filter.kind}
            options={optionsOf(
              rows.map((row) => journalKinds[row.line.told.kind]),
              journalWords.allKinds,
            )}
            onChange={(kind) => change({ kind })}
          />
          <Select
            label={journalWords.person}
            value={filter.person}
            options={optionsOf(
              rows.map((row) => row.who),
              journalWords.allPersons,
            )}
            onChange={(person) => change({ person })}
          />
          <Select
            label={journalWords.candidate}
            value={filter.candidate}
            options={optionsOf(
              rows.map((row) => row.candidate),
              journalWords.allCandidates,
            )}
            onChange={(candidate) => change({ candidate })}
          />
        </Fields>
      </div>
      <p role="status">{found.length === 0 ? journalWords.none : journalWords.found(found.length)}</p>
      {found.length === 0 ? null : (
        <DataTable
          caption={journalWords.title}
          dense
          rows={printing ? found : found.slice(page * size, (page + 1) * size)}
          keyOf={(row) => row.key}
          columns={[
            { key: 'when', head: journalWords.when, cell: ({ line }) => formatInstant(line.at, props.journal.timeZone), whole: true },
            { key: 'who', head: journalWords.who, cell: ({ who }) => who },
            { key: 'what', head: journalWords.what, cell: ({ what }) => what, rowHead: true },
            { key: 'reason', head: journalWords.reason, cell: ({ reason }) => reason },
          ]}
        />
      )}
      <Pages page={page} size={size} total={found.length} onPage={setPage} />
    </Stack>
  );
};

/** Journal: what was done in a session, to be read, searched, verified and saved. */
export const Journal = ({ sessionId }: { readonly sessionId: SessionId }): ReactNode => {
  const { reading, reload } = useRead('journal.get', { sessionId });
  const { run, busy, failure } = useWrite();
  const [check, setCheck] = useState<RequestOutput<'journal.check'> | null>(null);
  const checking = useWrite();
  const [saved, setSaved] = useState<string | null>(null);
  const verify = async (): Promise<void> => {
    setCheck(null);
    const answer = await checking.run('journal.check', { sessionId });
    if (answer.ok) setCheck(answer.value);
  };
  const save = async (format: 'csv' | 'lines'): Promise<void> => {
    setSaved(null);
    const answer = await run('journal.export', { sessionId, format });
    if (!answer.ok) return;
    setSaved(answer.value.fileName);
    await reload();
  };
  return (
    <Page title={journalWords.title} intro={journalWords.intro}>
      <Loaded reading={reading} retry={() => void reload()}>
        {(journal) => (
          <Stack>
            <p className="print-only">
              {journalWords.printed(journal.number, journal.title)}. {statisticsWords.printedOn(formatDay(dayOf(new Date().toISOString(), journal.timeZone)))}.
            </p>
            <Actions>
              <Button busy={checking.busy} onPress={() => void verify()}>
                {journalWords.check}
              </Button>
              <Button busy={busy} onPress={() => void save('csv')}>
                {journalWords.export}
              </Button>
              <Button busy={busy} onPress={() => void save('lines')}>
                {journalWords.exportLines}
              </Button>
              <Button kind="quiet" onPress={() => window.print()}>
                {journalWords.print}
              </Button>
            </Actions>
            {check === null ? null : <Check check={check} />}
            {saved === null ? null : <Notice live kind="success" title={journalWords.exported(saved)} />}
            <FailureNotice failure={checking.failure} />
            <FailureNotice failure={failure} />
            <Lines journal={journal} />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
};
