import { useState, type ReactNode } from 'react';
import type { SessionId } from '../../../domain/ids.ts';
import { retentionWords } from '../../../words/retention.ts';
import { verbs } from '../../../words/screens.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { Actions } from '../../parts/section.tsx';
import { isPin, PinField, TextField } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import styles from './retention.module.css';

const words = retentionWords.hold;

/** Notes an appeal, or lifts it, with its reason and the lead's code. */
export const HoldDialog = (props: {
  readonly session: { readonly id: SessionId; readonly number: string };
  readonly held: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}): ReactNode => {
  const { run, busy, failure } = useWrite();
  const [reason, setReason] = useState('');
  const [pin, setPin] = useState('');
  const [tried, setTried] = useState(false);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (reason.trim() === '' || !isPin(pin)) return;
    const answer = await run('retention.hold', { sessionId: props.session.id, held: props.held, reason, pin });
    if (answer.ok) props.onDone();
  };
  return (
    <Dialog title={(props.held ? words.title : words.liftTitle)(props.session.number)} open onClose={props.onClose} size="small">
      <Form className={styles['form']} onSubmit={submit}>
        <p>{props.held ? words.text : words.liftText}</p>
        <TextField
          prose
          autoFocus
          label={words.reason}
          hint={words.reasonHint}
          value={reason}
          maxLength={400}
          onChange={setReason}
          error={tried && reason.trim() === '' ? retentionWords.purge.reasonMissing : null}
        />
        <PinField label={retentionWords.purge.pin} value={pin} onChange={setPin} error={tried && !isPin(pin) ? retentionWords.purge.secretMissing : null} />
        <FailureNotice failure={failure} />
        <Actions end>
          <Button onPress={props.onClose}>{verbs.cancel}</Button>
          <Button kind="primary" type="submit" busy={busy}>
            {props.held ? words.act : words.liftAct}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
};
