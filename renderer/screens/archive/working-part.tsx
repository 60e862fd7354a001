import { useState, type ReactNode } from 'react';
import type { ArchiveState } from '../../../domain/archive.ts';
import type { SessionId } from '../../../domain/ids.ts';
import { archiveWords } from '../../../words/archiving.ts';
import { verbs } from '../../../words/screens.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Actions } from '../../parts/section.tsx';
import { isPin, PinField, TextField } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import styles from './archive.module.css';
import { Step } from './step.tsx';

const words = archiveWords.working;

/** Saves the working part apart, encrypted under a phrase of its own: only when it is asked for, with the lead's code. */
export const WorkingPart = (props: {
  readonly sessionId: SessionId;
  readonly saved: ArchiveState['working'];
  readonly onWritten: () => Promise<void>;
}): ReactNode => {
  const { saved } = props;
  const { run, busy, failure, clear } = useWrite();
  const [open, setOpen] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [repeat, setRepeat] = useState('');
  const [pin, setPin] = useState('');
  const [tried, setTried] = useState(false);
  const [fresh, setFresh] = useState(false);
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
    setFresh(true);
    close();
    await props.onWritten();
  };
  return (
    <Step rank={3} title={words.title} intro={words.text} state={saved === null ? { kind: 'optional' } : { kind: 'done', at: saved.at }}>
      {saved === null ? null : <Notice live={fresh} kind="success" title={words.written(saved.fileName)} />}
      <Actions>
        <Button onPress={() => setOpen(true)}>{saved === null ? words.open : words.again}</Button>
      </Actions>
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
    </Step>
  );
};
