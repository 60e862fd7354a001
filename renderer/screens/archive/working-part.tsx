import { useState, type ReactNode } from 'react';
import type { SessionId } from '../../../domain/ids.ts';
import { archiveWords } from '../../../words/archiving.ts';
import { verbs } from '../../../words/screens.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Actions, Section } from '../../parts/section.tsx';
import { isPin, PinField, TextField } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import styles from './archive.module.css';

const words = archiveWords.working;

/** Saves the working part apart, encrypted under a phrase of its own: only when it is asked for, with the lead's code. */
export const WorkingPart = (props: { readonly sessionId: SessionId }): ReactNode => {
  const { run, busy, failure, clear } = useWrite();
  const [open, setOpen] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [repeat, setRepeat] = useState('');
  const [pin, setPin] = useState('');
  const [tried, setTried] = useState(false);
  const [written, setWritten] = useState<string | null>(null);
  const short = passphrase.length < 12;
  const close = (): void => {
    setOpen(false);
    setPassphrase('');
    setRepeat('');
    setPin('');
    setTried(false);
    clear();
  };
  const save = async (): Promise<void> => {
    setTried(true);
    if (short || repeat !== passphrase || !isPin(pin)) return;
    const answer = await run('working.export', { sessionId: props.sessionId, passphrase, pin });
    if (!answer.ok) return;
    setWritten(answer.value.fileName);
    close();
  };
  return (
    <Section title={words.title} intro={words.text}>
      <Actions>
        <Button onPress={() => setOpen(true)}>{words.open}</Button>
      </Actions>
      {written === null ? null : <Notice live kind="success" title={words.written(written)} />}
      <Dialog title={words.title} open={open} onClose={close} size="small">
        <Form className={styles['form']} onSubmit={save}>
          <TextField
            autoFocus
            label={words.passphrase}
            hint={words.passphraseHint}
            type="password"
            value={passphrase}
            onChange={setPassphrase}
            error={tried && short ? words.passphraseShort : null}
          />
          <TextField
            label={words.repeat}
            type="password"
            value={repeat}
            onChange={setRepeat}
            error={tried && !short && repeat !== passphrase ? words.repeatDiffers : null}
          />
          <PinField label={words.pin} value={pin} onChange={setPin} error={tried && !isPin(pin) ? words.pinMissing : null} />
          <FailureNotice failure={failure} />
          <Actions end>
            <Button onPress={close}>{verbs.cancel}</Button>
            <Button kind="primary" type="submit" busy={busy}>
              {words.verb}
            </Button>
          </Actions>
        </Form>
      </Dialog>
    </Section>
  );
};
