import { useState, type ReactNode } from 'react';
import { failed } from '../../../domain/errors.ts';
import type { Day } from '../../../domain/time.ts';
import { actWords } from '../../../words/act.ts';
import { shortBlock } from '../../../words/outcome.ts';
import { useWrite } from '../../store/request.ts';
import { DateField } from '../../parts/date-field.tsx';
import { Fields } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { FormDialog } from './form-dialog.tsx';
import { onBlock, type Table } from './table.ts';

/** Grants a block by an explicit equivalence: origin, reference, date, authority. */
export const EquivalenceDialog = (props: { readonly table: Table; readonly onClose: () => void }): ReactNode => {
  const { table } = props;
  const { run } = useWrite();
  const [from, setFrom] = useState('');
  const [reference, setReference] = useState('');
  const [authority, setAuthority] = useState('');
  const [on, setOn] = useState<Day | null>(null);
  const [tried, setTried] = useState(false);
  const missing = (value: string): string | null => (tried && value.trim() === '' ? actWords.fieldMissing : null);
  return (
    <FormDialog
      title={actWords.equivalenceTitle(shortBlock(table.block.code))}
      intro={actWords.equivalenceText}
      verb={actWords.recordEquivalence}
      check={() => {
        setTried(true);
        return on !== null && [from, reference, authority].every((value) => value.trim() !== '');
      }}
      submit={() =>
        on === null ? Promise.resolve(failed('request-malformed')) : run('sitting.equivalence', { ...onBlock(table), from, reference, on, authority })
      }
      onDone={() => {
        props.onClose();
        void table.reload();
      }}
      onClose={props.onClose}
    >
      <TextField autoFocus label={actWords.from} value={from} onChange={setFrom} maxLength={120} error={missing(from)} />
      <Fields>
        <TextField label={actWords.reference} value={reference} onChange={setReference} maxLength={160} error={missing(reference)} />
        <DateField label={actWords.on} value={on} onChange={setOn} error={tried && on === null ? actWords.onMissing : null} />
      </Fields>
      <TextField label={actWords.authority} value={authority} onChange={setAuthority} maxLength={160} error={missing(authority)} />
    </FormDialog>
  );
};
