import { useState, type ReactNode } from 'react';
import type { SessionId } from '../../../domain/ids.ts';
import type { CompanionFields, NotificationLine } from '../../../domain/notification.ts';
import { notificationWords } from '../../../words/notification.ts';
import { verbs } from '../../../words/screens.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { Actions } from '../../parts/section.tsx';
import { TextArea, TextField } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import { useTypedText } from '../../store/typed-text.ts';
import styles from './letters.module.css';

const words = notificationWords.companion;

/** Who accompanied a VAE candidate: entered, changed or taken away. */
export const CompanionForm = (props: {
  readonly sessionId: SessionId;
  readonly line: NotificationLine;
  readonly onClose: () => void;
  readonly onSaved: () => Promise<void>;
}): ReactNode => {
  const { sessionId, line, onSaved } = props;
  const { run, busy, failure } = useWrite();
  const [named, setNamed] = useState({ name: line.companion?.name ?? '', email: line.companion?.email ?? '' });
  const address = useTypedText(`companion:${line.candidateId}`, line.companion?.address);
  const fields: CompanionFields = { ...named, address: address.text };
  const onClose = address.andForget(props.onClose);
  const [tried, setTried] = useState(false);
  const save = async (given: CompanionFields | null): Promise<void> => {
    setTried(true);
    if (given !== null && given.name.trim() === '') return;
    const answer = await run('notification.companion', { sessionId, candidateId: line.candidateId, fields: given });
    if (!answer.ok) return;
    address.andForget(() => undefined)();
    await onSaved();
  };
  return (
    <Dialog title={words.title} open onClose={onClose} size="small">
      <Form className={styles['form']} onSubmit={() => save(fields)}>
        <p className={styles['muted']}>{words.text}</p>
        <TextField
          autoFocus
          label={words.name}
          value={fields.name}
          maxLength={160}
          onChange={(name) => setNamed({ ...named, name })}
          error={tried && fields.name.trim() === '' ? words.nameMissing : null}
        />
        <TextField optional label={words.email} type="email" value={fields.email} maxLength={200} onChange={(email) => setNamed({ ...named, email })} />
        <TextArea optional prose={false} label={words.address} value={fields.address} maxLength={400} onChange={address.change} />
        <FailureNotice failure={failure} />
        <Actions end>
          <Button onPress={onClose}>{verbs.cancel}</Button>
          {line.companion === null ? null : (
            <Button busy={busy} onPress={() => void save(null)}>
              {words.remove}
            </Button>
          )}
          <Button kind="primary" type="submit" busy={busy}>
            {verbs.save}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
};
