import { useState, type ReactNode } from 'react';
import type { Result } from '../../../domain/errors.ts';
import { actWords } from '../../../words/act.ts';
import { rectifyWords } from '../../../words/rectify.ts';
import { fieldWords } from '../../../words/screens.ts';
import { isPin, PinField, TextArea } from '../../parts/text-field.tsx';
import { FormDialog } from '../deliberate/form-dialog.tsx';
import { useTypedText } from '../../store/typed-text.ts';

/** An act of the lead on a sealed minute: its reason, then the lead's code. */
export const ReasonForm = (props: {
  readonly title: string;
  readonly intro: string;
  readonly verb: string;
  readonly kind?: 'primary' | 'danger';
  readonly label: string;
  readonly hint?: string;
  readonly lead: string;
  readonly submit: (reason: string, pin: string) => Promise<Result<unknown>>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}): ReactNode => {
  const typed = useTypedText(`reason:${props.title}`);
  const reason = typed.text;
  const [pin, setPin] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <FormDialog
      title={props.title}
      intro={props.intro}
      verb={props.verb}
      kind={props.kind ?? 'primary'}
      check={() => {
        setTried(true);
        return reason.trim() !== '' && isPin(pin);
      }}
      submit={() => props.submit(reason, pin)}
      onDone={typed.andForget(props.onDone)}
      onClose={typed.andForget(props.onClose)}
    >
      <TextArea
        autoFocus
        label={props.label}
        {...(props.hint === undefined ? {} : { hint: props.hint })}
        value={reason}
        onChange={typed.change}
        maxLength={1000}
        error={tried && reason.trim() === '' ? rectifyWords.reasonMissing : null}
      />
      <PinField
        label={fieldWords.pin}
        hint={rectifyWords.openBy(props.lead)}
        value={pin}
        onChange={setPin}
        error={tried && !isPin(pin) ? actWords.pinMissing : null}
      />
    </FormDialog>
  );
};
