import { useState, type ReactNode } from 'react';
import { startWords } from '../../../words/home.ts';
import { securityWords } from '../../../words/security.ts';
import { Button } from '../../parts/button.tsx';
import { Form } from '../../parts/form.tsx';
import { NewPassphraseFields, useNewPassphrase } from '../../parts/new-passphrase.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import { useStore, type StoreView } from '../../store/store.ts';
import styles from './start.module.css';

const words = securityWords.recover;
const confirming = securityWords.confirming;

/** Opens a store whose passphrase is lost: the recovery key, and a new passphrase at once. */
export const RecoverStore = (props: { readonly store: StoreView; readonly onBack: () => void }): ReactNode => {
  const { recovery } = props.store;
  const readStore = useStore((state) => state.readStore);
  const { busy, failure, clear, run } = useWrite();
  const chosen = useNewPassphrase();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const back = (
    <Button kind="quiet" onPress={props.onBack}>
      {words.back}
    </Button>
  );
  if (recovery?.kind === 'none')
    return (
      <div className={styles['form']} role="status">
        <h1>{words.none}</h1>
        <p>{words.noneText}</p>
        {back}
      </div>
    );
  const open = async (): Promise<void> => {
    setTried(true);
    if (!chosen.check() || code.trim() === '') return;
    const opened = await run('store.recover', { code, passphrase: chosen.value });
    if (opened.ok) await readStore(opened.value);
  };
  return (
    <Form className={styles['form']} onSubmit={open}>
      <h1>{words.title}</h1>
      <p className={styles['intro']}>{words.intro(recovery?.sheet ?? '?')}</p>
      <TextField
        autoFocus
        label={confirming.key}
        hint={confirming.keyHint}
        value={code}
        onChange={(value) => {
          setCode(value);
          clear();
        }}
        error={tried && code.trim() === '' ? confirming.keyMissing : null}
        maxLength={80}
      />
      <NewPassphraseFields beside chosen={chosen} label={securityWords.passphrase.next} again={startWords.again} />
      <FailureNotice failure={failure} />
      <div className={styles['doors']}>
        <Button kind="primary" type="submit" size="large" busy={busy}>
          {words.verb}
        </Button>
        {back}
      </div>
    </Form>
  );
};
