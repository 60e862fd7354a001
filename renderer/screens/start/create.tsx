import { useState, type ReactNode } from 'react';
import type { RequestOutput } from '../../../domain/contract.ts';
import { startWords } from '../../../words/home.ts';
import { Button } from '../../parts/button.tsx';
import { Form } from '../../parts/form.tsx';
import { NewPassphraseFields, useNewPassphrase } from '../../parts/new-passphrase.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { useWrite } from '../../store/request.ts';
import { useStore } from '../../store/store.ts';
import { KeySheetDialog } from '../security/sheet-dialog.tsx';
import styles from './start.module.css';

/** Chooses the passphrase of a new store, twice; then shows the sheet of its recovery key, before the store is entered. */
export const CreateStore = (): ReactNode => {
  const readStore = useStore((state) => state.readStore);
  const { busy, failure, run } = useWrite();
  const chosen = useNewPassphrase();
  const [created, setCreated] = useState<RequestOutput<'store.create'> | null>(null);
  const create = async (): Promise<void> => {
    if (!chosen.check()) return;
    const answer = await run('store.create', { passphrase: chosen.value });
    if (!answer.ok) return;
    if (answer.value.sheet === null) await readStore();
    else setCreated(answer.value);
  };
  return (
    <>
      <Form className={styles['form']} onSubmit={create}>
        <h1>{startWords.createTitle}</h1>
        <p className={styles['intro']}>{startWords.createIntro}</p>
        <NewPassphraseFields chosen={chosen} label={startWords.passphrase} again={startWords.again} autoFocus />
        <Notice kind="info" title={startWords.lossTitle}>
          <p>{startWords.loss}</p>
        </Notice>
        <FailureNotice failure={failure} />
        <Button kind="primary" type="submit" size="large" busy={busy}>
          {startWords.create}
        </Button>
      </Form>
      {/* Beside the form and not inside: what is submitted in the dialog is not submitted here too. */}
      {created === null || created.sheet === null ? null : <KeySheetDialog view={created.sheet} onClose={() => void readStore()} />}
    </>
  );
};
