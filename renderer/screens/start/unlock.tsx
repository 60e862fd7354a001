import { useState, type ReactNode } from 'react';
import { startWords } from '../../../words/home.ts';
import { lockWords } from '../../../words/lock.ts';
import { securityWords } from '../../../words/security.ts';
import { clockTime, fieldWords } from '../../../words/screens.ts';
import { Button } from '../../parts/button.tsx';
import { Checkbox } from '../../parts/choice.tsx';
import { Form } from '../../parts/form.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useRead, useWrite } from '../../store/request.ts';
import { useStore, type StoreView } from '../../store/store.ts';
import { RecoverStore } from './recover.tsx';
import styles from './start.module.css';

/** Opens a locked store with its passphrase, or leads to its recovery key. */
export const UnlockStore = ({ store }: { readonly store: StoreView }): ReactNode => {
  const readStore = useStore((state) => state.readStore);
  const { busy, failure, clear, run } = useWrite();
  const { reading } = useRead('lock.state', {});
  const locked = reading.kind === 'ready' ? reading.value : null;
  const [passphrase, setPassphrase] = useState('');
  const [shown, setShown] = useState(false);
  const [missing, setMissing] = useState(false);
  const [forgotten, setForgotten] = useState(false);
  if (forgotten) return <RecoverStore store={store} onBack={() => setForgotten(false)} />;
  const unlock = async (): Promise<void> => {
    setMissing(passphrase === '');
    if (passphrase === '') return;
    const opened = await run('store.unlock', { passphrase });
    if (opened.ok) await readStore(opened.value);
  };
  return (
    <Form className={styles['form']} onSubmit={unlock}>
      <h1>{startWords.unlockTitle}</h1>
      <p className={styles['intro']}>{startWords.unlockIntro}</p>
      {locked === null ? null : (
        <Notice
          kind="info"
          title={locked.session === null ? lockWords.locked(clockTime(locked.at), locked.cause) : lockWords.waits(locked.session.number, locked.session.heldOn)}
        >
          {locked.session === null ? null : <p>{lockWords.locked(clockTime(locked.at), locked.cause)}</p>}
          <p>{lockWords.safe}</p>
        </Notice>
      )}
      <TextField
        label={startWords.passphrase}
        type={shown ? 'text' : 'password'}
        value={passphrase}
        onChange={(value) => {
          setPassphrase(value);
          clear();
        }}
        error={missing && passphrase === '' ? fieldWords.missing : null}
        autoFocus
        autoComplete="current-password"
      />
      <Checkbox label={startWords.show} checked={shown} onChange={setShown} />
      <FailureNotice failure={failure} />
      <div className={styles['doors']}>
        <Button kind="primary" type="submit" size="large" busy={busy}>
          {startWords.unlock}
        </Button>
        <Button kind="quiet" onPress={() => setForgotten(true)}>
          {securityWords.recover.forgotten}
        </Button>
      </div>
    </Form>
  );
};
