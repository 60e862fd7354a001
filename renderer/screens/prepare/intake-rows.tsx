import { useState, type ReactNode } from 'react';
import { fullName } from '../../../domain/candidate.ts';
import type { RequestInput } from '../../../domain/contract.ts';
import type { PieceKind } from '../../../domain/dossier.ts';
import type { CandidateId } from '../../../domain/ids.ts';
import type { IntakeFilter, IntakeRow } from '../../../domain/intake.ts';
import { fileSize, pieceKindWords } from '../../../words/dossier.ts';
import { intakeWords as words } from '../../../words/intake.ts';
import { Button } from '../../parts/button.tsx';
import { Checkbox, Select } from '../../parts/choice.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Loaded } from '../../parts/loading.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { Stack } from '../../parts/section.tsx';
import { useRead, useWrite } from '../../store/request.ts';
import type { PlanProps } from './intake-plan.tsx';
import styles from './intake.module.css';

const pageSize = 50;
const kinds = (Object.keys(pieceKindWords) as readonly PieceKind[]).map((value) => ({ value, label: pieceKindWords[value] }));
type Change = RequestInput<'intake.assign'>['change'];
type Choice = CandidateId | 'nobody';
const chosenOf = (value: Choice): Change => ({ what: 'candidate', candidateId: value === 'nobody' ? null : value });

const Path = ({ row }: { readonly row: IntakeRow }): ReactNode => {
  const at = row.path.lastIndexOf('/') + 1;
  return (
    <span className={styles['path']}>
      <span className={styles['file']}>{row.path.slice(at)}</span>
      <span className={styles['folder']}>
        {at === 0 ? '' : `${row.path.slice(0, at - 1)} · `}
        {fileSize(row.bytes)}
        {row.project === null ? '' : ` · ${words.project(row.project)}`}
      </span>
    </span>
  );
};

/** One page of the plan: whose each file is, what it is, or left aside; several at once too. */
export const IntakeRows = (props: PlanProps & { readonly filter: IntakeFilter; readonly search: string; readonly label: string }): ReactNode => {
  const { session, candidates, intake, filter, search } = props;
  const { failure, run } = useWrite();
  const [from, setFrom] = useState(0);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const { reading, reload } = useRead('intake.preview', { sessionId: session.id, intake, filter, search, from, count: pageSize }, props.turn);
  const everyone = candidates.map((each) => ({ value: each.id as Choice, label: `${each.number} · ${fullName(each)}` }));
  const optionsFor = (row: IntakeRow) => [
    { value: 'nobody' as Choice, label: words.nobodyYet },
    ...everyone.filter(({ value }) => row.proposed.includes(value as CandidateId)),
    ...everyone.filter(({ value }) => !row.proposed.includes(value as CandidateId)),
  ];
  const assign = async (ranks: readonly number[], change: Change): Promise<void> => {
    const done = await run('intake.assign', { sessionId: session.id, intake, ranks: [...ranks], change });
    if (done.ok) props.onChanged();
  };
  const several = async (change: Change): Promise<void> => {
    await assign([...chosen], change);
    setChosen(new Set());
  };
  const toggle = (ranks: readonly number[], on: boolean): void => {
    const next = new Set(chosen);
    for (const rank of ranks)
      if (on) next.add(rank);
      else next.delete(rank);
    setChosen(next);
  };
  return (
    <Loaded reading={reading} retry={() => void reload()}>
      {({ rows, kept }) => (
        <Stack gap="small">
          <FailureNotice failure={failure} />
          {kept === 0 ? <p>{words.noneKept}</p> : null}
          {chosen.size === 0 ? null : (
            <div className={styles['several']} role="group" aria-label={words.several(chosen.size)}>
              <strong>{words.several(chosen.size)}</strong>
              <Select<Choice>
                hideLabel
                label={words.severalCandidate}
                placeholder={words.severalCandidate}
                value=""
                options={everyone}
                onChange={(value) => void several(chosenOf(value))}
              />
              <Select
                hideLabel
                label={words.severalKind}
                placeholder={words.severalKind}
                value=""
                options={kinds}
                onChange={(kind) => void several({ what: 'kind', kind })}
              />
              <Button size="small" onPress={() => void several({ what: 'ignored', ignored: true })}>
                {words.severalLeave}
              </Button>
            </div>
          )}
          {kept === 0 ? null : (
            <DataTable
              dense
              tight
              caption={props.label}
              rows={rows}
              keyOf={(row) => String(row.rank)}
              columns={[
                {
                  key: 'chosen',
                  width: 'narrow',
                  head: (
                    <Checkbox
                      label={<span className="visually-hidden">{words.chooseAll}</span>}
                      checked={rows.every((row) => chosen.has(row.rank))}
                      onChange={(on) =>
                        toggle(
                          rows.map((row) => row.rank),
                          on,
                        )
                      }
                    />
                  ),
                  cell: (row) => (
                    <Checkbox
                      label={<span className="visually-hidden">{words.choose(row.path)}</span>}
                      checked={chosen.has(row.rank)}
                      onChange={(on) => toggle([row.rank], on)}
                    />
                  ),
                },
                { key: 'file', head: words.column.file, rowHead: true, cell: (row) => <Path row={row} /> },
                {
                  key: 'candidate',
                  head: words.column.candidate,
                  cell: (row) => (
                    <Select<Choice>
                      hideLabel
                      label={words.candidateOf(row.path)}
                      value={row.candidateId ?? 'nobody'}
                      options={optionsFor(row)}
                      disabled={row.ignored}
                      onChange={(value) => void assign([row.rank], chosenOf(value))}
                    />
                  ),
                },
                {
                  key: 'kind',
                  head: words.column.kind,
                  cell: (row) => (
                    <Select
                      hideLabel
                      label={words.kindOf(row.path)}
                      value={row.kind}
                      options={kinds}
                      disabled={row.ignored}
                      onChange={(kind) => void assign([row.rank], { what: 'kind', kind })}
                    />
                  ),
                },
                {
                  key: 'left',
                  head: words.column.left,
                  width: 'narrow',
                  cell: (row) => (
                    <Checkbox
                      label={<span className="visually-hidden">{words.leave(row.path)}</span>}
                      checked={row.ignored}
                      onChange={(ignored) => void assign([row.rank], { what: 'ignored', ignored })}
                    />
                  ),
                },
              ]}
            />
          )}
          {kept <= pageSize ? null : (
            <div className={styles['pages']}>
              <Button size="small" disabled={from === 0} onPress={() => setFrom(Math.max(0, from - pageSize))}>
                {words.previous}
              </Button>
              <span>{words.page(from + 1, Math.min(from + pageSize, kept), kept)}</span>
              <Button size="small" disabled={from + pageSize >= kept} onPress={() => setFrom(from + pageSize)}>
                {words.next}
              </Button>
            </div>
          )}
        </Stack>
      )}
    </Loaded>
  );
};
