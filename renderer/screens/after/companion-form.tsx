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
import styles from './letters.module.css';

const words = notificationWords.companion;

/** Who accompanied a VAE candidate: entered, changed or taken away. */
export const CompanionForm = (props: {
  readonly sessionId: SessionId;
  readonly line: NotificationLine;
  readonly onClose: () => void;
  readonly onSaved: () => Promise<void>;
}): ReactNode => {
  const { sessionId, line, onClose, onSaved } = props;
  const { run, busy, failure } = useWrite();
  const [fields, setFields] = useState<CompanionFields>(line.companion ?? { name: '', email: '', address: '' });
  const [tried, setTried] = useState(false);
  const save = async (given: CompanionFields | null): Promise<void> => {
    setTried(true);
    if (given !== null && given.name.trim() === '') return;
    const answer = await run('notification.companion', { sessionId, candidateId: line.candidateId, fields: given });
    if (answer.ok) await onSaved();
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
          onChange={(name) => setFields({ ...fields, name })}
          error={tried && fields.name.trim() === '' ? words.nameMissing : null}
        />
        <TextField optional label={words.email} type="email" value={fields.email} maxLength={200} onChange={(email) => setFields({ ...fields, email })} />
        <TextArea optional label={words.address} value={fields.address} maxLength={400} onChange={(address) => setFields({ ...fields, address })} />
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
