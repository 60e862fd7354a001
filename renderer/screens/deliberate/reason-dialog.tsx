import { useState, type ReactNode } from 'react';
import type { Result } from '../../../domain/errors.ts';
import { actWords } from '../../../words/act.ts';
import { decisionWords } from '../../../words/decision.ts';
import { HealthHint } from '../../parts/health-hint.tsx';
import { isPin, PinField, TextArea } from '../../parts/text-field.tsx';
import { FormDialog } from './form-dialog.tsx';
import { useTypedText } from '../../store/typed-text.ts';

/** An act that asks for a reason, and for the code that `pinLabel` names. */
export const ReasonDialog = (props: {
  readonly onDone: () => void;
  /** What the reason is about, candidate and block: a text kept from a crash comes back there and nowhere else. */
  readonly about: string;
  readonly title: string;
  readonly intro?: string;
  readonly label: string;
  readonly hint?: string;
  readonly verb: string;
  readonly optional?: boolean;
  /** The label of the code that confirms the act, where one does: it names whose. */
  readonly pinLabel?: string;
  readonly maxLength: number;
  readonly submit: (reason: string, pin: string) => Promise<Result<unknown>>;
  readonly onClose: () => void;
}): ReactNode => {
  const typed = useTypedText(`reason:${props.about}`);
  const reason = typed.text;
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
        return !missing && (props.pinLabel === undefined || isPin(pin));
      }}
      submit={() => props.submit(reason, pin)}
      onDone={typed.andForget(props.onDone)}
      onClose={typed.andForget(props.onClose)}
    >
      <TextArea
        autoFocus
        label={props.label}
        hint={props.hint}
        optional={props.optional ?? false}
        value={reason}
        onChange={typed.change}
        maxLength={props.maxLength}
        error={tried && missing ? decisionWords.reasonMissing : null}
      />
      <HealthHint texts={[reason]} />
      {props.pinLabel === undefined ? null : (
        <PinField label={props.pinLabel} value={pin} onChange={setPin} error={tried && !isPin(pin) ? actWords.pinMissing : null} />
      )}
    </FormDialog>
  );
};
