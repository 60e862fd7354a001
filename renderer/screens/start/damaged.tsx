import { useState, type ReactNode } from 'react';
import type { BackupChecked } from '../../../domain/store.ts';
import { startWords } from '../../../words/home.ts';
import { fieldWords, verbs } from '../../../words/screens.ts';
import { securityWords } from '../../../words/security.ts';
import { troubleWords } from '../../../words/trouble.ts';
import { ask } from '../../bridge.ts';
import { Button } from '../../parts/button.tsx';
import { RadioCards } from '../../parts/choice.tsx';
import { Form } from '../../parts/form.tsx';
import { NewPassphraseFields, useNewPassphrase } from '../../parts/new-passphrase.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import { useStore, type StoreView } from '../../store/store.ts';
import { UndoRestore } from '../home/undo-restore.tsx';
import { Trouble } from './trouble.tsx';
import styles from './start.module.css';

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const count = (checked: readonly BackupChecked[], verdict: BackupChecked['verdict']): number => checked.filter((each) => each.verdict === verdict).length;

const Checked = (props: {
  readonly checked: readonly BackupChecked[];
  readonly lastWrittenAt: string | null;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}): ReactNode => {
  const whole = props.checked.filter(({ verdict }) => verdict === 'whole');
  const refused = { damaged: count(props.checked, 'damaged'), otherPassphrase: count(props.checked, 'otherPassphrase'), newer: count(props.checked, 'newer') };
  return (
    <>
      {whole.length === 0 ? (
        <Notice kind="warning" live title={troubleWords.noneWhole.title}>
          <p>{troubleWords.noneWhole.text}</p>
        </Notice>
      ) : (
        <div className={styles['backups']}>
          <RadioCards
            stacked
            label={troubleWords.checkedTitle}
            value={props.chosen}
            onChange={props.onChoose}
            options={whole.map((backup) => ({
              value: backup.id,
              label: troubleWords.backup(backup.at, troubleWords.causes[backup.cause], zone),
              hint: `${troubleWords.holds(backup.sessions ?? 0, backup.lastActAt, zone)} ${troubleWords.loses(props.lastWrittenAt, backup.at, zone)}`,
            }))}
          />
        </div>
      )}
      {whole.length === props.checked.length ? null : <p className={styles['aside']}>{troubleWords.refused(refused)}</p>}
    </>
  );
};

/** A damaged store: says so, never starts empty, has its backups opened one by one, and offers those that are whole with what each would lose. */
export const DamagedStore = ({ store }: { readonly store: StoreView }): ReactNode => {
  const { readStore, go } = useStore.getState();
  const { busy, failure, clear, run } = useWrite();
  const [checking, setChecking] = useState(false);
  const [refusal, setRefusal] = useState(failure);
  const [passphrase, setPassphrase] = useState('');
  const [missing, setMissing] = useState(false);
  const [checked, setChecked] = useState<readonly BackupChecked[] | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [undoing, setUndoing] = useState(false);
  const [forgotten, setForgotten] = useState(false);
  const [code, setCode] = useState('');
  const next = useNewPassphrase();
  const [last] = store.backups;
  const secret = forgotten ? { code } : { passphrase };
  const isGiven = (forgotten ? code.trim() : passphrase) !== '';

  const forget = (): void => {
    setChecked(null);
    setChosen(null);
    setRefusal(null);
    clear();
  };

  const check = async (): Promise<void> => {
    setChecking(true);
    const answer = await ask('store.checkBackups', secret);
    setChecking(false);
    setRefusal(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    setChecked(answer.value);
    setChosen(answer.value.find(({ verdict }) => verdict === 'whole')?.id ?? null);
  };
  const restore = async (backupId: string): Promise<void> => {
    if (forgotten && !next.check()) return;
    const restored = await run('store.restoreBackup', forgotten ? { backupId, passphrase: next.value, code } : { backupId, passphrase });
    if (!restored.ok) return;
    // Home, and not the sitting that was under way: one looks first at what came back.
    if (restored.value.kind === 'open') go({ kind: 'home' });
    await readStore(restored.value);
  };
  const submit = async (): Promise<void> => {
    setMissing(!isGiven);
    if (!isGiven) return;
    await (chosen === null ? check() : restore(chosen));
  };
  return (
    <Trouble words={troubleWords.damaged} underRepair={chosen !== null}>
      {last === undefined ? (
        <>
          <Notice kind="warning">
            <p>{troubleWords.noBackup}</p>
          </Notice>
          <Button onPress={() => void readStore()}>{verbs.retry}</Button>
        </>
      ) : (
        <Form className={styles['form']} onSubmit={submit}>
          <p className={styles['found']}>{troubleWords.backupsFound(store.backups.length, last.at, zone)}</p>
          {forgotten ? (
            <TextField
              key="code"
              autoFocus
              label={securityWords.confirming.key}
              hint={securityWords.confirming.keyHint}
              value={code}
              onChange={(value) => {
                setCode(value);
                forget();
              }}
              error={missing && !isGiven ? securityWords.confirming.keyMissing : null}
              maxLength={80}
            />
          ) : (
            <TextField
              key="passphrase"
              label={troubleWords.passphrase}
              type="password"
              value={passphrase}
              onChange={(value) => {
                setPassphrase(value);
                forget();
              }}
              error={missing && !isGiven ? fieldWords.missing : null}
              autoComplete="current-password"
            />
          )}
          {checked === null ? null : <Checked checked={checked} lastWrittenAt={store.lastWrittenAt} chosen={chosen} onChoose={setChosen} />}
          {forgotten && chosen !== null ? (
            <>
              <p className={styles['aside']}>{securityWords.recover.introOfBackup}</p>
              <NewPassphraseFields chosen={next} label={securityWords.passphrase.next} again={startWords.again} />
            </>
          ) : null}
          <FailureNotice failure={failure ?? refusal} />
          <div className={styles['doors']}>
            <Button kind="primary" type="submit" busy={busy || checking}>
              {chosen === null ? troubleWords.check : troubleWords.restore}
            </Button>
            <Button
              kind="quiet"
              onPress={() => {
                setForgotten(!forgotten);
                setMissing(false);
                forget();
              }}
            >
              {forgotten ? securityWords.recover.back : securityWords.recover.forgotten}
            </Button>
            {store.restored === null ? null : <Button onPress={() => setUndoing(true)}>{troubleWords.undo}</Button>}
          </div>
        </Form>
      )}
      {undoing ? <UndoRestore onClose={() => setUndoing(false)} /> : null}
    </Trouble>
  );
};
