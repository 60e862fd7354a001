import { useState, type ReactNode } from 'react';
import type { AgeLockGiven } from '../../../domain/age-lock.ts';
import { lockWords as words } from '../../../words/archiving.ts';
import { RadioCards } from '../../parts/choice.tsx';
import { TextField } from '../../parts/text-field.tsx';
import styles from './archive.module.css';

type Way = AgeLockGiven['kind'];

/** What is typed to close a file: the lock it makes, or null with its faults shown in place once it was asked for. */
export interface LockDraft {
  readonly fields: ReactNode;
  readonly read: () => AgeLockGiven | null;
  readonly clear: () => void;
}

/** To whom an encrypted file is closed: a passphrase typed twice, or a public key. */
export const useLock = (): LockDraft => {
  const [way, setWay] = useState<Way>('passphrase');
  const [passphrase, setPassphrase] = useState('');
  const [repeat, setRepeat] = useState('');
  const [recipient, setRecipient] = useState('');
  const [tried, setTried] = useState(false);
  const short = passphrase.length < 12;
  const key = recipient.trim().toLowerCase();
  const isKey = /^age1[0-9a-z]+$/.test(key);
  const keyFault = key.startsWith('age-secret-key-') ? words.recipientSecret : words.recipientUnfit;
  const read = (): AgeLockGiven | null => {
    setTried(true);
    if (way === 'recipient') return isKey ? { kind: 'recipient', recipient: key } : null;
    return short || repeat !== passphrase ? null : { kind: 'passphrase', passphrase };
  };
  const clear = (): void => {
    for (const set of [setPassphrase, setRepeat, setRecipient]) set('');
    setTried(false);
  };
  const fields = (
    <div className={styles['form']}>
      <RadioCards
        label={words.way}
        value={way}
        options={(['passphrase', 'recipient'] as const).map((value) => ({ value, label: words.ways[value], hint: words.wayHints[value] }))}
        onChange={setWay}
      />
      {way === 'passphrase' ? (
        <>
          <TextField
            label={words.passphrase}
            hint={words.passphraseHint}
            type="password"
            value={passphrase}
            maxLength={400}
            onChange={setPassphrase}
            error={tried && short ? words.passphraseShort : null}
          />
          <TextField
            label={words.repeat}
            type="password"
            value={repeat}
            maxLength={400}
            onChange={setRepeat}
            error={tried && !short && repeat !== passphrase ? words.repeatDiffers : null}
          />
        </>
      ) : (
        <TextField
          label={words.recipient}
          hint={words.recipientHint}
          value={recipient}
          maxLength={200}
          onChange={setRecipient}
          error={tried && !isKey ? keyFault : null}
        />
      )}
    </div>
  );
  return { fields, read, clear };
};
