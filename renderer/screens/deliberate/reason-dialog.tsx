import { useState, type ReactNode } from 'react';
import type { Result } from '../../../domain/errors.ts';
import { actWords, decisionWords } from '../../../words/deliberate.ts';
import { fieldWords } from '../../../words/screens.ts';
import { isPin, PinField, TextArea } from '../../parts/text-field.tsx';
import { FormDialog } from './form-dialog.tsx';
import type { Table } from './table.ts';

/** An act that asks for a reason, and for somebody's code where `pin` says so. */
export const ReasonDialog = (props: {
  readonly table: Table;
  readonly title: string;
  readonly intro?: string;
  readonly label: string;
  readonly hint?: string;
  readonly verb: string;
  readonly optional?: boolean;
  readonly pin?: boolean;
  readonly maxLength: number;
  readonly submit: (reason: string, pin: string) => Promise<Result<unknown>>;
  readonly onClose: () => void;
}): ReactNode => {
  const [reason, setReason] = useState('');
  const [pin, setPin] = useState('');
  const [tried, setTried] = useState(false);
  const missing = props.optional !== true && reason.trim() === '';
  return (
    <FormDialog
      title={props.title}
      intro={props.intro}
      verb={props.verb}
      check={() => {
        setTried(true);
        return !missing && (props.pin !== true || isPin(pin));
      }}
      submit={() => props.submit(reason, pin)}
      onDone={() => {
        props.onClose();
        void props.table.reload();
      }}
      onClose={props.onClose}
    >
      <TextArea
        autoFocus
        label={props.label}
        hint={props.hint}
        optional={props.optional ?? false}
        value={reason}
        onChange={setReason}
        maxLength={props.maxLength}
        error={tried && missing ? decisionWords.reasonMissing : null}
      />
      {props.pin ? <PinField label={fieldWords.pin} value={pin} onChange={setPin} error={tried && !isPin(pin) ? actWords.pinMissing : null} /> : null}
    </FormDialog>
  );
};
