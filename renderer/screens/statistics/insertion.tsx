import { useState, type ReactNode } from 'react';
import type { StatisticsView } from '../../../domain/statistics.ts';
import type { Day } from '../../../domain/time.ts';
import { formatPerMille, insertionForm as form, statisticsWords as words } from '../../../words/statistics.ts';
import { formatDay } from '../../../words/typography.ts';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/choice.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { Form } from '../../parts/form.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { Actions, Fields, Section, Stack } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import styles from './statistics.module.css';

const blank = { code: '', year: '', months: '', rate: '', source: '' } as const;

/** "66,7" in thousandths, or null where it is no rate between 0 and 100 with one figure at most after the comma. */
const perMilleOf = (text: string): number | null => {
  const [, whole = '', tenth = '0'] = /^(\d{1,3})(?:[,.](\d))?$/.exec(text.trim()) ?? [];
  const value = Number(whole) * 10 + Number(tenth);
  return whole === '' || value > 1000 ? null : value;
};

/** The insertion rates that stand, and the form that enters one with its source. */
export const Insertion = (props: { readonly view: StatisticsView; readonly onSaved: () => void }): ReactNode => {
  const { run, busy, failure } = useWrite();
  const [fields, setFields] = useState<Readonly<Record<keyof typeof blank, string>>>(blank);
  const [on, setOn] = useState<Day | null>(null);
  const [told, setTold] = useState(false);
  const perMille = perMilleOf(fields.rate);
  const year = /^(19|20|21)\d\d$/.test(fields.year) ? Number(fields.year) : null;
  const missing = (absent: boolean): string | null => (told && absent ? form.missing : null);
  const save = async (): Promise<void> => {
    setTold(true);
    if (fields.code === '' || fields.months === '' || fields.source.trim() === '' || perMille === null || year === null || on === null) return;
    const answer = await run('statistics.recordInsertion', {
      code: fields.code,
      year,
      months: fields.months === '6' ? 6 : 24,
      perMille,
      source: fields.source,
      on,
    });
    if (!answer.ok) return;
    setFields(blank);
    setOn(null);
    setTold(false);
    props.onSaved();
  };
  const change = (part: Partial<typeof fields>): void => setFields({ ...fields, ...part });
  return (
    <Section title={words.insertion} intro={words.insertionText}>
      <Stack>
        {props.view.insertion.length === 0 ? (
          <p>{form.none}</p>
        ) : (
          <DataTable
            caption={words.insertion}
            rows={props.view.insertion}
            keyOf={(row) => `${row.code} ${row.year} ${row.months}`}
            columns={[
              { key: 'code', head: words.code, cell: (row) => row.code, rowHead: true },
              { key: 'year', head: words.year, cell: (row) => row.year, whole: true },
              { key: 'months', head: words.term, cell: (row) => words.months[row.months] },
              { key: 'rate', head: words.insertionRate, cell: (row) => formatPerMille(row.perMille), align: 'end', whole: true },
              { key: 'source', head: words.source, cell: (row) => row.source },
              { key: 'on', head: words.on, cell: (row) => formatDay(row.on), whole: true },
            ]}
          />
        )}
        <div className="screen-only">
          <Form className={styles['form']} onSubmit={save}>
            <Fields columns={2}>
              <Select
                label={words.code}
                value={fields.code}
                error={missing(fields.code === '')}
                options={props.view.codes.map((code) => ({ value: code, label: code }))}
                onChange={(code) => change({ code })}
              />
              <TextField label={words.year} value={fields.year} error={missing(year === null)} maxLength={4} onChange={(text) => change({ year: text })} />
              <Select
                label={words.term}
                value={fields.months}
                error={missing(fields.months === '')}
                options={[
                  { value: '6', label: words.months[6] },
                  { value: '24', label: words.months[24] },
                ]}
                onChange={(months) => change({ months })}
              />
              <TextField label={form.rate} value={fields.rate} error={missing(perMille === null)} maxLength={5} onChange={(rate) => change({ rate })} />
              <TextField
                label={words.source}
                value={fields.source}
                error={missing(fields.source.trim() === '')}
                maxLength={300}
                onChange={(source) => change({ source })}
              />
              <DateField label={words.on} value={on} error={missing(on === null)} onChange={setOn} />
            </Fields>
            <FailureNotice failure={failure} />
            <Actions end>
              <Button type="submit" busy={busy}>
                {form.save}
              </Button>
            </Actions>
          </Form>
        </div>
      </Stack>
    </Section>
  );
};
