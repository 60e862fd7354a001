import { useState, type ReactNode } from 'react';
import type { Day } from '../../../domain/time.ts';
import { blockWords, type BlockKind } from '../../../words/outcome.ts';
import { partsWords } from '../../../words/parts.ts';
import { fieldWords } from '../../../words/screens.ts';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { Checkbox, RadioCards, Select } from '../../parts/choice.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/frame.tsx';
import { Mark } from '../../parts/mark.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Progress } from '../../parts/progress.tsx';
import { Actions, Fields, Section } from '../../parts/section.tsx';
import { Tabs } from '../../parts/tabs.tsx';
import { PinField, TextArea, TextField } from '../../parts/text-field.tsx';
import { ThemeSelect } from '../../parts/theme-select.tsx';

const options = [
  { value: 'one', label: partsWords.one, hint: partsWords.hint },
  { value: 'two', label: partsWords.two },
] as const;
const states = Object.keys(blockWords) as readonly BlockKind[];

/** Every component in every state, in the theme chosen. */
export default function PartsPage(): ReactNode {
  const [text, setText] = useState('');
  const [pin, setPin] = useState('');
  const [date, setDate] = useState<Day | null>(null);
  const [choice, setChoice] = useState<'one' | 'two'>('one');
  const [checked, setChecked] = useState(true);
  const [asking, setAsking] = useState(false);
  return (
    <Page title={partsWords.title} actions={<ThemeSelect />}>
      <Section title={partsWords.buttons}>
        {(['primary', 'secondary', 'quiet', 'danger'] as const).map((kind) => (
          <Actions key={kind}>
            <Button kind={kind}>{partsWords.kinds[kind]}</Button>
            <Button kind={kind} size="small">
              {partsWords.kinds[kind]}
            </Button>
            <Button kind={kind} disabled>
              {partsWords.disabled}
            </Button>
            <Button kind={kind} busy>
              {partsWords.busy}
            </Button>
          </Actions>
        ))}
      </Section>
      <Section title={partsWords.progress}>
        <Progress work={{ progress: { step: 'copying', unit: 'files', done: 12, total: 340 }, stopping: false, cancel: async () => undefined }} />
        <Progress work={{ progress: { step: 'reading', unit: 'bytes', done: 412_000_000, total: null }, stopping: false, cancel: async () => undefined }} />
        <Progress work={{ progress: { step: 'checking', unit: 'rows', done: 4_800, total: 5_000 }, stopping: true, cancel: async () => undefined }} />
      </Section>
      <Section title={partsWords.fields}>
        <Fields>
          <TextField label={partsWords.text} hint={partsWords.hint} value={text} onChange={setText} optional />
          <TextField label={partsWords.faulty} value={text} onChange={setText} error={fieldWords.missing} />
          <DateField label={partsWords.date} value={date} onChange={setDate} />
          <Select label={partsWords.choice} value={choice} options={options} onChange={setChoice} />
          <PinField label={fieldWords.pin} value={pin} onChange={setPin} />
          <TextArea label={partsWords.area} value={text} onChange={setText} />
        </Fields>
        <RadioCards label={partsWords.cards} value={choice} options={options} onChange={setChoice} />
        <Checkbox label={partsWords.check} checked={checked} onChange={setChecked} />
      </Section>
      <Section title={partsWords.marks}>
        <Actions>
          {states.map((state) => (
            <Mark key={state} state={state} />
          ))}
        </Actions>
        <Actions>
          {states.map((state) => (
            <Mark key={state} state={state} show="short" />
          ))}
        </Actions>
        <Actions>
          {states.map((state) => (
            <Mark key={state} state={state} show="shape" />
          ))}
        </Actions>
      </Section>
      <Section title={partsWords.badges}>
        <Actions>
          {(['neutral', 'accent', 'success', 'warning', 'danger'] as const).map((tone) => (
            <Badge key={tone} tone={tone}>
              {partsWords.one}
            </Badge>
          ))}
        </Actions>
      </Section>
      <Section title={partsWords.notices}>
        {(['info', 'success', 'warning'] as const).map((kind) => (
          <Notice key={kind} kind={kind} title={partsWords.notice[kind]}>
            <p>{partsWords.hint}</p>
          </Notice>
        ))}
        <FailureNotice failure={{ code: 'store-full', facts: {} }} />
      </Section>
      <Section title={partsWords.tables}>
        <DataTable
          caption={partsWords.tables}
          rows={options}
          keyOf={(row) => row.value}
          columns={[
            { key: 'label', head: partsWords.text, rowHead: true, cell: (row) => row.label },
            { key: 'value', head: partsWords.choice, cell: (row) => row.value },
          ]}
        />
        <Tabs
          label={partsWords.choice}
          selected={choice}
          onSelect={setChoice}
          tabs={options.map((option) => ({ key: option.value, label: option.label, content: <p>{option.label}</p> }))}
        />
        <EmptyState title={partsWords.empty} actions={<Button onPress={() => setAsking(true)}>{partsWords.dialog}</Button>}>
          {partsWords.emptyText}
        </EmptyState>
      </Section>
      <Confirm
        title={partsWords.dialog}
        text={partsWords.emptyText}
        act={partsWords.kinds.danger}
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => setAsking(false)}
      />
    </Page>
  );
}
