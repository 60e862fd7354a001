import { useRef, useState, type ReactNode } from 'react';
import type { StatisticsFilter, StatisticsView } from '../../../domain/statistics.ts';
import { smallCount } from '../../../domain/masking.ts';
import { accessPathWords } from '../../../words/referential.ts';
import { formatRate, statisticsWords as words } from '../../../words/statistics.ts';
import { dayOf, formatDay, formatNumber } from '../../../words/typography.ts';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/choice.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/frame.tsx';
import { Loaded } from '../../parts/loading.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Actions, Fields, Section, Stack } from '../../parts/section.tsx';
import { useRead, useWrite, type Reading } from '../../store/request.ts';
import { useStore } from '../../store/store.ts';
import { Chart } from './chart.tsx';
import { Insertion } from './insertion.tsx';
import styles from './statistics.module.css';

const every = '*';
const paths = ['FI', 'CA', 'FC', 'CQ', 'VAE', 'CL'] as const;
const choices = (values: readonly (string | number)[], labelOf: (value: string) => string = (value) => value) => [
  { value: every, label: words.all },
  ...values.map((value) => ({ value: String(value), label: labelOf(String(value)) })),
];

const PerBlock = ({ rows }: { readonly rows: StatisticsView['perBlock'] }): ReactNode => (
  <Section title={words.perBlock} intro={words.smallText}>
    <Stack>
      <Chart rows={rows} />
      <DataTable
        caption={words.perBlock}
        rows={rows}
        keyOf={(row) => `${row.code} ${row.path} ${row.block}`}
        columns={[
          { key: 'block', head: words.block, cell: (row) => row.block, rowHead: true, whole: true },
          { key: 'path', head: words.path, cell: (row) => accessPathWords[row.path] },
          { key: 'presented', head: words.presented, cell: (row) => formatNumber(row.presented), align: 'end' },
          { key: 'validated', head: words.validated, cell: (row) => formatNumber(row.validated), align: 'end' },
          { key: 'notValidated', head: words.notValidated, cell: (row) => formatNumber(row.notValidated), align: 'end' },
          {
            key: 'rate',
            head: words.rate,
            cell: (row) => (
              <>
                {row.presented < smallCount ? <span className={styles['small']}>{words.small}</span> : null}
                {formatRate(row.validated, row.presented)}
              </>
            ),
            whole: true,
            align: 'end',
          },
        ]}
      />
    </Stack>
  </Section>
);

const PerYear = ({ rows }: { readonly rows: StatisticsView['perYear'] }): ReactNode => (
  <Section title={words.perYear}>
    <DataTable
      caption={words.perYear}
      rows={rows}
      keyOf={(row) => `${row.code} ${row.year}`}
      columns={[
        { key: 'year', head: words.year, cell: (row) => row.year, rowHead: true },
        { key: 'code', head: words.code, cell: (row) => row.code },
        { key: 'registered', head: words.registered, cell: (row) => formatNumber(row.registered), align: 'end' },
        { key: 'certified', head: words.certified, cell: (row) => formatNumber(row.certified), align: 'end' },
        { key: 'vae', head: words.throughVae, cell: (row) => formatNumber(row.throughVae), align: 'end' },
      ]}
    />
  </Section>
);

const Figures = ({ view }: { readonly view: StatisticsView }): ReactNode => (
  <>
    <p role="status">{view.sessions === 0 ? words.nothing : words.sessions(view.sessions)}</p>
    {view.perYear.length === 0 ? null : <PerYear rows={view.perYear} />}
    {view.perBlock.length === 0 ? null : <PerBlock rows={view.perBlock} />}
    {view.refusals.length === 0 ? null : (
      <Section title={words.refusals}>
        <div className={styles['some']}>
          <DataTable
            caption={words.refusals}
            dense
            rows={view.refusals}
            keyOf={(row) => `${row.code} ${row.competency}`}
            columns={[
              { key: 'competency', head: words.competency, cell: (row) => row.competency, rowHead: true },
              { key: 'code', head: words.code, cell: (row) => row.code, whole: true },
              { key: 'count', head: words.cited, cell: (row) => formatNumber(row.count), align: 'end' },
            ]}
          />
        </div>
      </Section>
    )}
    {view.sessions === 0 ? null : (
      <>
        <Section title={words.later}>
          <div className={styles['some']}>
            <DataTable
              caption={words.later}
              dense
              rows={words.laterRows(view.later)}
              keyOf={([label]) => label}
              columns={[
                { key: 'label', head: words.label, cell: ([label]) => label, rowHead: true, plain: true },
                { key: 'number', head: words.number, cell: ([, value]) => value, align: 'end' },
              ]}
            />
          </div>
          <p className={styles['note']}>{words.laterNote}</p>
        </Section>
        <Section title={words.delays} intro={words.delaysText(view.delays)} />
      </>
    )}
  </>
);

/** Statistics over the sealed sessions: tables, bars, insertion rates entered, files. */
export default function Statistics(): ReactNode {
  const [filter, setFilter] = useState<StatisticsFilter>({ code: null, year: null, path: null });
  const { reading, reload } = useRead('statistics.get', filter);
  const { run, busy, failure } = useWrite();
  const go = useStore((state) => state.go);
  const [saved, setSaved] = useState<string | null>(null);
  const save = async (what: 'internal' | 'public' | 'chart'): Promise<void> => {
    const answer = await run('statistics.export', { what, filter });
    if (answer.ok) setSaved(answer.value.fileName);
  };
  // The figures that stand stay on screen while others are counted, or the filter in hand would lose the focus.
  const last = useRef<Reading<StatisticsView>>(reading);
  if (reading.kind !== 'loading') last.current = reading;
  const year = (value: string): number | null => (value === every ? null : Number(value));
  return (
    <Page title={words.title} intro={words.intro}>
      <Loaded reading={last.current} retry={() => void reload()}>
        {(view) =>
          view.codes.length === 0 ? (
            <EmptyState title={words.emptyTitle} actions={<Button onPress={() => go({ kind: 'home' })}>{words.emptyAct}</Button>}>
              <p>{words.emptyText}</p>
            </EmptyState>
          ) : (
            <Stack gap="large">
              <div className="print-only">
                <p>
                  {words.printedFilter(
                    filter.code ?? words.all,
                    String(filter.year ?? words.all),
                    filter.path === null ? words.all : accessPathWords[filter.path],
                  )}
                </p>
                <p>
                  {words.printedOn(formatDay(dayOf(new Date().toISOString(), 'Europe/Paris')))}. {words.internalMark}.
                </p>
              </div>
              <div className="screen-only">
                <Stack>
                  <Fields columns={3}>
                    <Select
                      label={words.code}
                      value={filter.code ?? every}
                      options={choices(view.codes)}
                      onChange={(code) => setFilter({ ...filter, code: code === every ? null : code })}
                    />
                    <Select
                      label={words.year}
                      value={String(filter.year ?? every)}
                      options={choices(view.years)}
                      onChange={(value) => setFilter({ ...filter, year: year(value) })}
                    />
                    <Select
                      label={words.path}
                      value={filter.path ?? every}
                      options={choices(paths, (path) => accessPathWords[path as (typeof paths)[number]] ?? path)}
                      onChange={(value) => setFilter({ ...filter, path: paths.find((path) => path === value) ?? null })}
                    />
                  </Fields>
                  <Actions>
                    <Button busy={busy} onPress={() => void save('internal')}>
                      {words.internalExport}
                    </Button>
                    <Button busy={busy} onPress={() => void save('public')}>
                      {words.publicExport}
                    </Button>
                    <Button busy={busy} onPress={() => void save('chart')}>
                      {words.chartExport}
                    </Button>
                    <Button kind="quiet" onPress={() => window.print()}>
                      {words.print}
                    </Button>
                  </Actions>
                  <p className={styles['note']}>{words.filesText(smallCount)}</p>
                  {saved === null ? null : <Notice live kind="success" title={words.exported(saved)} />}
                  <FailureNotice failure={failure} />
                </Stack>
              </div>
              <Figures view={view} />
              <Insertion view={view} onSaved={() => void reload()} />
            </Stack>
          )
        }
      </Loaded>
    </Page>
  );
}
