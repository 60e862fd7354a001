import { useState, type ReactNode } from 'react';
import type { VerdictView } from '../../../domain/verdict.ts';
import { readingWords as words } from '../../../words/reading.ts';
import { Button } from '../../parts/button.tsx';
import { Form } from '../../parts/form.tsx';
import { TextField } from '../../parts/text-field.tsx';
import styles from './reading.module.css';

/** Whether a verdict says that a file stays closed for want of what opens it. */
export const staysLocked = ({ kind, level }: VerdictView): boolean => kind === 'encrypted' && level === 'unreadable';

/** Asks for the passphrase or the key of an encrypted file, and says that the last one given does not open it. */
export const Unlock = (props: {
  readonly verdict: VerdictView;
  readonly title: string;
  readonly label: string;
  readonly level?: 2 | 3;
  readonly busy: boolean;
  readonly onOpen: (secret: string) => void;
}): ReactNode => {
  const [secret, setSecret] = useState('');
  const [tried, setTried] = useState(false);
  const { verdict } = props;
  const Title = props.level === 3 ? 'h3' : 'h2';
  const wrong = verdict.faults.find(({ rule }) => rule !== 'age-locked')?.sentence ?? null;
  const missing = tried && secret === '' ? words.secretMissing : null;
  return (
    <Form
      className={styles['unlock']}
      onSubmit={() => {
        setTried(true);
        if (secret !== '') props.onOpen(secret);
      }}
    >
      <Title>{props.title}</Title>
      <p className={styles['muted']}>{verdict.fileName}</p>
      <TextField label={props.label} type="password" value={secret} onChange={setSecret} maxLength={400} error={missing ?? wrong} autoFocus />
      <Button kind="primary" type="submit" busy={props.busy}>
        {words.open}
      </Button>
    </Form>
  );
};
