import { useState, type ReactNode } from 'react';
import { securityWords } from '../../../words/security.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Reader } from '../../parts/reader.tsx';
import { Actions } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import styles from './security.module.css';

const words = securityWords.sheet;

/** The sheet of a recovery key just made: shown once, to be saved and printed, then confirmed by its last groups. Only its buttons close it, never Escape. */
export const KeySheetDialog = (props: { readonly view: string; readonly onClose: (confirmed: boolean) => void }): ReactNode => {
  const saving = useWrite();
  const confirming = useWrite();
  const [saved, setSaved] = useState<string | null>(null);
  const [groups, setGroups] = useState('');
  const [tried, setTried] = useState(false);
  const save = async (): Promise<void> => {
    const answer = await saving.run('keys.saveSheet', {});
    if (answer.ok) setSaved(answer.value.fileName);
  };
  const confirm = async (): Promise<void> => {
    setTried(true);
    if (groups.trim() === '') return;
    const answer = await confirming.run('keys.confirmRecovery', { code: groups });
    if (answer.ok) props.onClose(true);
  };
  return (
    <Dialog open size="large" title={words.title} onClose={() => undefined}>
      <form
        noValidate
        className={styles['sheet']}
        onSubmit={(event) => {
          event.preventDefault();
          void confirm();
        }}
      >
        <div className={styles['reader']}>
          <Reader view={props.view} title={words.title} />
        </div>
        <div className={styles['steps']}>
          <Notice kind={saved === null ? 'warning' : 'success'} live={saved !== null} title={saved === null ? words.once : words.savedTitle}>
            <p>{saved === null ? words.text : words.saved(saved)}</p>
          </Notice>
          <TextField
            label={words.groups}
            hint={words.groupsHint}
            value={groups}
            onChange={(value) => {
              setGroups(value);
              confirming.clear();
            }}
            error={tried && groups.trim() === '' ? words.groupsMissing : null}
            maxLength={80}
          />
          <FailureNotice failure={saving.failure ?? confirming.failure} />
        </div>
        <div className={styles['acts']}>
          <Actions end>
            <Button kind="quiet" onPress={() => props.onClose(false)}>
              {words.later}
            </Button>
            <Button autoFocus kind={saved === null ? 'primary' : 'secondary'} busy={saving.busy} onPress={() => void save()}>
              {words.save}
            </Button>
            <Button kind={saved === null ? 'secondary' : 'primary'} type="submit" busy={confirming.busy}>
              {words.confirm}
            </Button>
          </Actions>
        </div>
      </form>
    </Dialog>
  );
};
