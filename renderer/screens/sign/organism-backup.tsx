import { useState, type ReactNode } from 'react';
import type { RequestOutput } from '../../../domain/contract.ts';
import type { SessionId } from '../../../domain/ids.ts';
import { demonstrationPassphrase } from '../../../words/demonstration.ts';
import { organismWords } from '../../../words/organism.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import { useStore } from '../../store/store.ts';
import { FormDialog } from '../deliberate/form-dialog.tsx';
import { Reader } from '../../parts/reader.tsx';
import styles from './organism.module.css';

type Saved = RequestOutput<'organism.backup'>;

/** The sheet that bears the code of the backup just written: shown once, to be printed or copied. */
const SheetDialog = (props: { readonly saved: Saved; readonly onClose: () => void }): ReactNode => {
  const words = organismWords.sheet;
  const { run, busy, failure } = useWrite();
  const [name, setName] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    const answer = await run('organism.saveSheet', {});
    if (answer.ok) setName(answer.value.fileName);
  };
  return (
    <Dialog
      open
      size="large"
      title={words.title}
      // The code is shown this once: only its button closes it, never Escape.
      onClose={() => undefined}
      actions={
        <>
          <Button kind={name === null ? 'secondary' : 'primary'} onPress={props.onClose}>
            {words.close}
          </Button>
          <Button autoFocus kind={name === null ? 'primary' : 'secondary'} busy={busy} onPress={() => void save()}>
            {words.save}
          </Button>
        </>
      }
    >
      <div className={styles['sheet']}>
        <Notice kind="success" live title={words.saved(props.saved.fileName)}>
          <p>{name === null ? words.text : words.sheetSaved(name)}</p>
        </Notice>
        <FailureNotice failure={failure} />
        <Reader view={props.saved.view} title={words.reader} />
      </div>
    </Dialog>
  );
};

/** Saves the root: the store's passphrase again, a file written and read again, then the sheet. */
export const BackupDialog = (props: { readonly sessionId: SessionId; readonly onClose: () => void }): ReactNode => {
  const words = organismWords.backup;
  const { run } = useWrite();
  const demonstration = useStore((state) => state.store?.demonstration === true);
  const [passphrase, setPassphrase] = useState('');
  const [tried, setTried] = useState(false);
  const [saved, setSaved] = useState<Saved | null>(null);
  if (saved !== null) return <SheetDialog saved={saved} onClose={props.onClose} />;
  return (
    <FormDialog
      title={words.title}
      intro={words.intro}
      verb={words.verb}
      check={() => {
        setTried(true);
        return passphrase !== '';
      }}
      submit={async () => {
        const answer = await run('organism.backup', { sessionId: props.sessionId, passphrase });
        if (answer.ok) setSaved(answer.value);
        return answer;
      }}
      onDone={() => setPassphrase('')}
      onClose={props.onClose}
    >
      <TextField
        autoFocus
        type="password"
        label={words.passphrase}
        hint={demonstration ? words.demonstrationHint(demonstrationPassphrase) : words.passphraseHint}
        value={passphrase}
        onChange={setPassphrase}
        error={tried && passphrase === '' ? words.missing : null}
      />
    </FormDialog>
  );
};
