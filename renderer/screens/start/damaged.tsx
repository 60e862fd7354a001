import { useState, type ReactNode } from 'react';
import { startWords } from '../../../words/home.ts';
import { fieldWords } from '../../../words/screens.ts';
import { formatInstant } from '../../../words/typography.ts';
import { Button } from '../../parts/button.tsx';
import { RadioCards } from '../../parts/choice.tsx';
import { Form } from '../../parts/form.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { TextField } from '../../parts/text-field.tsx';
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
  const restore = async (): Promise<void> => {
    setMissing(passphrase === '');
    if (passphrase === '' || backupId === null) return;
    const restored = await run('store.restoreBackup', { backupId, passphrase });
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
          <TextField
            label={startWords.restorePassphrase}
            type="password"
            value={passphrase}
            onChange={setPassphrase}
            error={missing && passphrase === '' ? fieldWords.missing : null}
            autoComplete="current-password"
          />
          <FailureNotice failure={failure} />
          <Button kind="primary" type="submit" busy={busy}>
            {startWords.restore}
          </Button>
        </>
      )}
    </Form>
  );
};
