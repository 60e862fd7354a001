import { useState, type ReactNode } from 'react';
import { fieldWords, verbs } from '../../../words/screens.ts';
import { troubleWords } from '../../../words/trouble.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { Actions } from '../../parts/section.tsx';
import { useWrite } from '../../store/request.ts';
import { useStore } from '../../store/store.ts';
import styles from './home.module.css';

const words = troubleWords.restored;
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Undoes the last restore, once the passphrase is given: the files of before take their place again, and nothing is deleted. */
export const UndoRestore = (props: { readonly onClose: () => void }): ReactNode => {
  const readStore = useStore((state) => state.readStore);
  const { busy, failure, clear, run } = useWrite();
  const [passphrase, setPassphrase] = useState('');
  const [missing, setMissing] = useState(false);
  const undo = async (): Promise<void> => {
    setMissing(passphrase === '');
    if (passphrase === '') return;
    const undone = await run('store.undoRestore', { passphrase });
    if (!undone.ok) return;
    props.onClose();
    await readStore(undone.value);
  };
  return (
    <Dialog alert size="small" title={words.undoTitle} open onClose={props.onClose}>
      <Form className={styles['undo']} onSubmit={undo}>
        <p>{words.undoText}</p>
        <TextField
          label={troubleWords.passphrase}
          type="password"
          value={passphrase}
          onChange={(value) => {
            setPassphrase(value);
            clear();
          }}
          error={missing && passphrase === '' ? fieldWords.missing : null}
          autoComplete="current-password"
        />
        <FailureNotice failure={failure} />
        <Actions end>
          <Button autoFocus onPress={props.onClose}>
            {verbs.cancel}
          </Button>
          <Button kind="danger" type="submit" busy={busy}>
            {words.undo}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
};

/** Says that the store was restored, for as long as nobody kept it or undid it. */
export const RestoredNotice = (): ReactNode => {
  const store = useStore((state) => state.store);
  const { busy, failure, run } = useWrite();
  const [undoing, setUndoing] = useState(false);
  if (store === null || store.restored === null) return null;
  const keep = async (): Promise<void> => {
    const kept = await run('store.keepRestored', {});
    if (kept.ok) await useStore.getState().readStore(kept.value);
  };
  return (
    <>
      <Notice
        kind="info"
        title={words.title(store.restored.backupAt, zone)}
        actions={
          <>
            <Button size="small" busy={busy} onPress={() => void keep()}>
              {words.keep}
            </Button>
            <Button size="small" onPress={() => setUndoing(true)}>
              {troubleWords.undo}
            </Button>
          </>
        }
      >
        <p>{words.text}</p>
      </Notice>
      <FailureNotice failure={failure} />
      {undoing ? <UndoRestore onClose={() => setUndoing(false)} /> : null}
    </>
  );
};
