import type { ReactNode } from 'react';
import type { ImportMapping, ImportView } from '../../../domain/import.ts';
import { importFieldWord, importWords } from '../../../words/import-screen.ts';
import { Select } from '../../parts/choice.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Section, Stack } from '../../parts/section.tsx';
import styles from './import.module.css';

const ignored = '-';

const repeatedIn = (mapping: ImportMapping): string | null => mapping.find((field, rank) => field !== null && mapping.indexOf(field) < rank) ?? null;

/** What still keeps the columns from being read, in the words of the person who maps them; none when all is said. */
export const columnFaults = (view: ImportView, mapping: ImportMapping): readonly string[] => {
  const wide = mapping.some((field) => field !== null && field.includes('-C'));
  const needed = view.fields.filter(({ required }) => required).map(({ name }) => name);
  const form = view.kind === 'grids' && !wide ? ['competence', 'niveau'] : [];
  const missing = [...needed, ...form].filter((name) => !mapping.includes(name));
  const repeated = repeatedIn(mapping);
  const mixed = wide && ['competence', 'niveau', 'remarque'].some((name) => mapping.includes(name));
  return [
    ...(missing.length === 0 ? [] : [importWords.missing(missing)]),
    ...(repeated === null ? [] : [importWords.repeated(repeated)]),
    ...(mixed ? [importWords.mixed] : []),
  ];
};

/** What each column of the file says: recognised by its title, remembered, or chosen here. */
export const ImportColumns = (props: {
  readonly view: ImportView;
  readonly mapping: ImportMapping;
  readonly onMapping: (mapping: ImportMapping) => void;
}): ReactNode => {
  const { view, mapping } = props;
  const faults = columnFaults(view, mapping);
  const titleOf = (place: number): string => view.columns[place]?.title || importWords.columnUntitled(place + 1);
  const unsaid = view.columns.filter(({ title, samples }, place) => (mapping[place] ?? null) === null && view.unknown.includes(title) && samples.length > 0);
  const set = (place: number, field: string): void =>
    props.onMapping(view.columns.map((_, rank) => (rank === place ? (field === ignored ? null : field) : (mapping[rank] ?? null))));
  return (
    <Section level={3} title={importWords.columnsTitle} intro={`${importWords.columnsIntro}${view.remembered ? ` ${importWords.columnsRemembered}` : ''}`}>
      <Stack>
        {faults.map((fault) => (
          <Notice key={fault} kind="error" title={fault} />
        ))}
        {unsaid.length > 0 && !view.remembered ? <Notice kind="warning" title={importWords.unknown(unsaid.map(({ title }) => title))} /> : null}
        <DataTable
          dense
          caption={importWords.columnsTitle}
          rows={view.columns.map((column, place) => ({ ...column, place }))}
          keyOf={({ place }) => String(place)}
          columns={[
            { key: 'title', head: importWords.columnHead.title, rowHead: true, cell: ({ place }) => titleOf(place) },
            {
              key: 'sample',
              head: importWords.columnHead.sample,
              width: 'wide',
              cell: ({ samples }) => <span className={styles['samples']}>{samples.join(' · ')}</span>,
            },
            {
              key: 'field',
              head: importWords.columnHead.field,
              cell: ({ place }) => (
                <div className={styles['field']}>
                  <Select
                    hideLabel
                    label={`${importWords.columnHead.field} ${titleOf(place)}`}
                    value={mapping[place] ?? ignored}
                    options={[
                      { value: ignored, label: importWords.notImported },
                      ...view.fields.map(({ name, required }) => ({ value: name, label: `${importFieldWord(name)}${required ? ' *' : ''}` })),
                    ]}
                    onChange={(field) => set(place, field)}
                  />
                </div>
              ),
            },
          ]}
        />
      </Stack>
    </Section>
  );
};
