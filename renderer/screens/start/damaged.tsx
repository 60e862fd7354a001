import { useState, type ReactNode } from 'react';
import { startWords } from '../../../words/home.ts';
import { fieldWords } from '../../../words/screens.ts';
import { formatInstant } from '../../../words/typography.ts';
import { Button } from '../../parts/button.tsx';
import { RadioCards } from '../../parts/choice.tsx';
import { Form } from '../../parts/form.tsx';
import { NewPassphraseFields, useNewPassphrase } from '../../parts/new-passphrase.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { securityWords } from '../../../words/security.ts';
import { useWrite } from '../../store/request.ts';
import { useStore, type StoreView } from '../../store/store.ts';
import styles from './start.module.css';

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A damaged store: says so, never starts empty, offers the verified backups with what each would lose. */
export const DamagedStore = ({ store }: { readonly store: StoreView }): ReactNode => {
  const readStore = useStore((state) => state.readStore);
  const { busy, failure, run } = useWrite();
  const [backupId, setBackupId] = useState(store.backups[0]?.id ?? null);
  const [passphrase, setPassphrase] = useState('');
  const [missing, setMissing] = useState(false);
  const [forgotten, setForgotten] = useState(false);
  const [code, setCode] = useState('');
  const chosen = useNewPassphrase();
  const secret = (): { readonly passphrase: string; readonly code?: string } | null => {
    if (forgotten) return chosen.check() && code.trim() !== '' ? { passphrase: chosen.value, code } : null;
    return passphrase === '' ? null : { passphrase };
  };
  const restore = async (): Promise<void> => {
    setMissing(true);
    const given = secret();
    if (given === null || backupId === null) return;
    const restored = await run('store.restoreBackup', { backupId, ...given });
    if (restored.ok) await readStore(restored.value);
  };
  return (
    <Form className={styles['form']} onSubmit={restore}>
      <h1>{startWords.damagedTitle}</h1>
      <p className={styles['intro']}>{startWords.damaged}</p>
      {store.backups.length === 0 ? (
        <p>{startWords.noBackup}</p>
      ) : (
        <>
          <div className={styles['backups']}>
            <RadioCards
              stacked
              label={startWords.backups}
              value={backupId}
              onChange={setBackupId}
              options={store.backups.map((backup) => {
                const when = formatInstant(backup.at, zone);
                const cause = startWords.backupCauses[backup.cause];
                return { value: backup.id, label: cause === undefined ? when : `${when}, ${cause}`, hint: startWords.backupLoss(when) };
              })}
            />
          </div>
          {forgotten ? (
            <>
              <p className={styles['intro']}>{securityWords.recover.introOfBackup}</p>
              <TextField
                autoFocus
                label={securityWords.confirming.key}
                hint={securityWords.confirming.keyHint}
                value={code}
                onChange={setCode}
                error={missing && code.trim() === '' ? securityWords.confirming.keyMissing : null}
                maxLength={80}
                secret
              />
              <NewPassphraseFields chosen={chosen} label={securityWords.passphrase.next} again={startWords.again} />
            </>
          ) : (
            <TextField
              label={startWords.restorePassphrase}
              type="password"
              value={passphrase}
              onChange={setPassphrase}
              error={missing && passphrase === '' ? fieldWords.missing : null}
              autoComplete="current-password"
              secret
            />
          )}
          <FailureNotice failure={failure} />
          <div className={styles['doors']}>
            <Button kind="primary" type="submit" busy={busy}>
              {startWords.restore}
            </Button>
            <Button
              kind="quiet"
              onPress={() => {
                setForgotten(!forgotten);
                setMissing(false);
              }}
            >
              {forgotten ? securityWords.recover.back : securityWords.recover.forgotten}
            </Button>
          </div>
        </>
      )}
    </Form>
  );
};
