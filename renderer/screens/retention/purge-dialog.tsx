import { useState, type ReactNode } from 'react';
import type { RetentionLine } from '../../../domain/retention.ts';
import { retentionWords } from '../../../words/retention.ts';
import { verbs } from '../../../words/screens.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Actions } from '../../parts/section.tsx';
import { isPin, PinField, TextField } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import styles from './retention.module.css';

const words = retentionWords.purge;

/** Asks before a purge: how much exactly, what is lost, what stays, that nothing brings it back; then the code, or the passphrase where no session has one. */
export const PurgeDialog = (props: {
  readonly line: RetentionLine;
  readonly onClose: () => void;
  readonly onDone: (said: { readonly count: string; readonly backedUp: boolean }) => void;
  readonly onStale: () => void;
}): ReactNode => {
  const { line } = props;
  const { run, busy, failure } = useWrite();
  const [reason, setReason] = useState('');
  const [secret, setSecret] = useState('');
  const [tried, setTried] = useState(false);
  const ofSession = line.subject.kind === 'session';
  const secretGiven = ofSession ? isPin(secret) : secret !== '';
  const { count, what } = line;
  if (count === null || what === 'minute') return null;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (reason.trim() === '' || !secretGiven) return;
    const answer = await run('retention.purge', { subject: line.subject, what, reason, secret, expected: count });
    if (answer.ok) props.onDone({ count: retentionWords.count(answer.value), backedUp: answer.value.backedUp });
    else if (answer.error.code === 'purge-changed') props.onStale();
  };
  return (
    <Dialog title={words.title(retentionWords.kinds[what])} open onClose={props.onClose} size="medium">
      <Form className={styles['form']} onSubmit={submit}>
        <p className={styles['exact']}>{words.exact(line.name, retentionWords.count(count), count.files)}</p>
        <Notice kind="warning">
          <p>{words.irreversible}</p>
        </Notice>
        <dl>
          <div>
            <dt>{words.lost}</dt>
            <dd>{retentionWords.lost[what]}</dd>
          </div>
          <div>
            <dt>{words.stays}</dt>
            <dd>{retentionWords.stays[line.subject.kind]}</dd>
          </div>
        </dl>
        <TextField
          prose
          label={words.reason}
          hint={words.reasonHint}
          value={reason}
          maxLength={400}
          onChange={setReason}
          error={tried && reason.trim() === '' ? words.reasonMissing : null}
        />
        {ofSession ? (
          <PinField label={words.pin} value={secret} onChange={setSecret} error={tried && !secretGiven ? words.secretMissing : null} />
        ) : (
          <TextField label={words.passphrase} type="password" value={secret} onChange={setSecret} error={tried && !secretGiven ? words.secretMissing : null} />
        )}
        <FailureNotice failure={failure} />
        <Actions end>
          <Button autoFocus onPress={props.onClose}>
            {verbs.cancel}
          </Button>
          <Button kind="danger" type="submit" busy={busy}>
            {words.act}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
};
