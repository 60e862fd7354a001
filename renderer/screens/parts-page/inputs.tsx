import { useState, type ReactNode } from 'react';
import type { CompetencyCode } from '../../../domain/ids.ts';
import type { JurorFields } from '../../../domain/jury.ts';
import type { Block } from '../../../domain/referential.ts';
import type { Day, Instant } from '../../../domain/time.ts';
import { partsWords as words } from '../../../words/parts.ts';
import { fieldWords } from '../../../words/screens.ts';
import { Checkbox, RadioCards, Select } from '../../parts/choice.tsx';
import { ClockField } from '../../parts/clock-field.tsx';
import { CompetencyPicker } from '../../parts/competency-picker.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { Field } from '../../parts/field.tsx';
import { InstantField } from '../../parts/instant-field.tsx';
import { LockSelect } from '../../parts/lock-select.tsx';
import { NewPassphraseFields, useNewPassphrase } from '../../parts/new-passphrase.tsx';
import { CivilitySelect, MembershipCards } from '../../parts/person-fields.tsx';
import { Fields } from '../../parts/section.tsx';
import { PinField, TextArea, TextField } from '../../parts/text-field.tsx';
import { ThemeSelect } from '../../parts/theme-select.tsx';
import { FindField } from '../../parts/find-field.tsx';
import { Exhibit, States } from './exhibit.tsx';

const options = [
  { value: 'one', label: words.one, hint: words.hint },
  { value: 'two', label: words.two },
  { value: 'long', label: words.long },
] as const;
type Choice = (typeof options)[number]['value'];
const nothing = (): void => {};

/** What a person types and chooses. */
export const Inputs = (props: { readonly blocks: readonly Block[] }): ReactNode => {
  const [text, setText] = useState<string>('');
  const [pin, setPin] = useState('');
  const [date, setDate] = useState<Day | null>(null);
  const [at, setAt] = useState<Instant | null>(null);
  const [clock, setClock] = useState('09:05');
  const [choice, setChoice] = useState<Choice>('one');
  const [checked, setChecked] = useState(true);
  const [codes, setCodes] = useState<readonly CompetencyCode[]>([]);
  const [civility, setCivility] = useState<JurorFields['civility']>('Mme');
  const [membership, setMembership] = useState<JurorFields['membership']>('external');
  const chosen = useNewPassphrase();
  return (
    <>
      <Exhibit part="text-field">
        <States states={['focus']}>
          <TextField label={words.text} hint={words.hint} value={text} onChange={setText} optional />
        </States>
        <Fields columns={3}>
          <TextField label={words.faulty} value={text} onChange={setText} error={fieldWords.missing} />
          <TextField label={words.disabled} value={words.one} onChange={nothing} disabled />
          <TextField label={words.locked} value={words.long} onChange={nothing} readOnly />
          <TextArea label={words.area} value={text} onChange={setText} />
          <TextArea label={words.disabled} value={words.long} onChange={nothing} disabled />
          <TextArea label={words.faulty} value={words.long} onChange={nothing} error={fieldWords.missing} />
          <PinField label={fieldWords.pin} value={pin} onChange={setPin} />
          <PinField label={words.faulty} value="12" onChange={nothing} error={fieldWords.missing} />
          <PinField label={words.disabled} value="1234" onChange={nothing} disabled />
        </Fields>
      </Exhibit>
      <Exhibit part="find-field">
        <FindField label={words.text} value={text} onChange={setText} found={3} total={12} />
      </Exhibit>
      <Exhibit part="field">
        <Fields>
          <Field label={words.long} hint={words.long} error={words.long}>
            {(ids) => <output {...ids}>{words.one}</output>}
          </Field>
        </Fields>
      </Exhibit>
      <Exhibit part="choice">
        <States states={['focus']}>
          <Select label={words.choice} value={choice} options={options.slice(0, 2)} onChange={setChoice} />
        </States>
        <Fields columns={3}>
          <Select label={words.faulty} value="" options={options.slice(0, 2)} onChange={nothing} error={fieldWords.missing} />
          <Select label={words.disabled} value="two" options={options.slice(0, 2)} onChange={nothing} disabled />
        </Fields>
        <States states={['hover']}>
          <RadioCards stacked label={words.cards} value={choice} options={options.slice(0, 2)} onChange={setChoice} />
        </States>
        <RadioCards label={words.cards} hint={words.hint} value={choice} options={options} onChange={setChoice} />
        <RadioCards
          label={words.chosen}
          value={choice}
          options={[
            { value: 'one', label: words.one, tone: 'positive' },
            { value: 'two', label: words.two, tone: 'negative' },
          ]}
          onChange={setChoice}
        />
        <RadioCards label={words.faulty} value={null} options={options.slice(0, 2)} onChange={nothing} error={fieldWords.missing} />
        <RadioCards label={words.disabled} value="two" options={options.slice(0, 2)} onChange={nothing} disabled />
        <States states={['focus']}>
          <Checkbox label={words.check} checked={checked} onChange={setChecked} />
        </States>
        <Checkbox label={words.long} hint={words.hint} checked={false} onChange={nothing} error={fieldWords.missing} />
        <Checkbox label={words.disabled} checked onChange={nothing} disabled />
      </Exhibit>
      <Exhibit part="date-field">
        <Fields columns={3}>
          <DateField label={words.date} value={date} onChange={setDate} />
          <DateField label={words.faulty} value={null} onChange={nothing} error={fieldWords.dateUnknown} />
          <DateField label={words.disabled} value={null} onChange={nothing} disabled />
        </Fields>
      </Exhibit>
      <Exhibit part="clock-field">
        <Fields columns={3}>
          <ClockField label={words.time} value={clock} error={words.timeWrong} onChange={setClock} />
          <ClockField label={words.disabled} value="14:30" error={words.timeWrong} onChange={nothing} disabled />
        </Fields>
      </Exhibit>
      <Exhibit part="instant-field">
        <Fields columns={3}>
          <InstantField dayLabel={words.date} timeLabel={words.time} value={at} onChange={setAt} timeZone="Europe/Paris" />
        </Fields>
      </Exhibit>
      <Exhibit part="competency-picker">
        <CompetencyPicker label={words.choice} blocks={props.blocks} value={codes} onChange={setCodes} />
        <CompetencyPicker label={words.faulty} blocks={props.blocks} value={[]} onChange={nothing} error={fieldWords.missing} />
      </Exhibit>
      <Exhibit part="person-fields">
        <Fields>
          <CivilitySelect value={civility} onChange={setCivility} />
        </Fields>
        <MembershipCards value={membership} onChange={setMembership} />
      </Exhibit>
      <Exhibit part="new-passphrase">
        <NewPassphraseFields beside chosen={chosen} label={words.text} again={words.two} />
      </Exhibit>
      <Exhibit part="theme-select">
        <Fields columns={3}>
          <ThemeSelect />
        </Fields>
      </Exhibit>
      <Exhibit part="lock-select">
        <Fields columns={3}>
          <LockSelect />
        </Fields>
      </Exhibit>
    </>
  );
};
