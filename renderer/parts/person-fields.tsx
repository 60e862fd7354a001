import type { ReactNode } from 'react';
import type { JurorFields } from '../../domain/jury.ts';
import { jurorWords } from '../../words/jury.ts';
import { RadioCards, Select } from './choice.tsx';

/** The civility of a member of a jury; a person may give none. */
export const CivilitySelect = (props: {
  readonly value: JurorFields['civility'];
  readonly optional?: boolean;
  readonly onChange: (civility: JurorFields['civility']) => void;
}): ReactNode => (
  <Select
    label={jurorWords.civility}
    optional={props.optional ?? false}
    value={props.value === '' ? 'none' : props.value}
    options={[
      { value: 'Mme', label: 'Mme' },
      { value: 'M.', label: 'M.' },
      { value: 'none', label: jurorWords.civilities[''] },
    ]}
    onChange={(value) => props.onChange(value === 'none' ? '' : value)}
  />
);

/** Whether a member of a jury is of the organism or from outside. */
export const MembershipCards = (props: {
  readonly value: JurorFields['membership'];
  readonly onChange: (membership: JurorFields['membership']) => void;
}): ReactNode => (
  <RadioCards
    label={jurorWords.membership}
    value={props.value}
    onChange={props.onChange}
    options={(['external', 'internal'] as const).map((value) => ({
      value,
      label: jurorWords.memberships[value],
      hint: jurorWords.membershipHints[value],
    }))}
  />
);
