import { useState, type ReactNode } from 'react';
import { startWords } from '../../../words/home.ts';
import { Button } from '../../parts/button.tsx';
import { Checkbox } from '../../parts/choice.tsx';
import { Form } from '../../parts/form.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import { useStore } from '../../store/store.ts';
import styles from './start.module.css';

const shortest = 12;

/** Chooses the passphrase of a new store: twice, twelve characters at least, said to be unrecoverable. */
export const CreateStore = (): ReactNode => {
  const readStore = useStore((state) => state.readStore);
  const { busy, failure, run } = useWrite();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [shown, setShown] = useState(false);
  const [understood, setUnderstood] = useState(false);
  const [tried, setTried] = useState(false);
  const short = passphrase.length < shortest ? startWords.tooShort(passphrase.length) : null;
  const differ = again !== passphrase ? startWords.differ : null;
  const create = async (): Promise<void> => {
    setTried(true);
    if (short !== null || differ !== null || !understood) return;
    const created = await run('store.create', { passphrase });
    if (created.ok) await readStore(created.value);
  };
  return (
    <Form className={styles['form']} onSubmit={create}>
      <h1>{startWords.createTitle}</h1>
      <p className={styles['intro']}>{startWords.createIntro}</p>
      <TextField
        label={startWords.passphrase}
        hint={startWords.createHint}
        type={shown ? 'text' : 'password'}
        value={passphrase}
        onChange={setPassphrase}
        error={tried ? short : null}
        autoFocus
        autoComplete="new-password"
      />
      <TextField
        label={startWords.again}
        type={shown ? 'text' : 'password'}
        value={again}
        onChange={setAgain}
        error={tried ? differ : null}
        autoComplete="new-password"
      />
      <Checkbox label={startWords.show} checked={shown} onChange={setShown} />
      <Notice kind="warning" title={startWords.lossTitle}>
        <p>{startWords.loss}</p>
        <Checkbox label={startWords.understood} checked={understood} onChange={setUnderstood} />
      </Notice>
      <FailureNotice failure={failure} />
      <Button kind="primary" type="submit" size="large" busy={busy} disabled={!understood}>
        {startWords.create}
      </Button>
    </Form>
  );
};
