import { useState, type ReactNode } from 'react';
import type { SessionId } from '../../../domain/ids.ts';
import type { OrganismView, RootBackupView } from '../../../domain/organism.ts';
import { organismWords } from '../../../words/organism.ts';
import { formatInstant } from '../../../words/typography.ts';
import { Digest } from '../../parts/digest.tsx';
import { Button } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import { FormDialog } from '../deliberate/form-dialog.tsx';
import styles from './organism.module.css';

const words = organismWords.restoring;

/** Takes a root back from its backup, or proves that a backup opens: the file first, what it says in clear, then the code of its sheet. */
export const RestoreDialog = (props: {
  readonly sessionId: SessionId;
  readonly kind: OrganismView['kind'];
  readonly timeZone: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}): ReactNode => {
  const { kind } = props;
  const { run, busy, failure } = useWrite();
  const restoring = useWrite();
  const [backup, setBackup] = useState<RootBackupView | null>(null);
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const choose = async (): Promise<void> => {
    const answer = await run('organism.chooseBackup', {});
    if (answer.ok) setBackup(answer.value);
  };
  return (
    <FormDialog
      title={words.title[kind]}
      intro={words.intro[kind]}
      verb={words.verb[kind]}
      check={() => {
        setTried(true);
        return backup !== null && code.trim() !== '';
      }}
      submit={() => restoring.run('organism.restore', { sessionId: props.sessionId, handle: backup?.handle ?? '', code })}
      onDone={props.onDone}
      onClose={props.onClose}
    >
      <div className={styles['file']}>
        <Button autoFocus busy={busy} onPress={() => void choose()}>
          {backup === null ? words.choose : words.another}
        </Button>
        {backup === null ? (
          <p role="status" className={styles['error']}>
            {tried ? words.fileMissing : ''}
          </p>
        ) : (
          <div role="status">
            <p>{words.chosen(backup.fileName, backup.organism, formatInstant(backup.createdAt, props.timeZone))}</p>
            <Digest of="certificate" value={backup.fingerprint} />
          </div>
        )}
        <FailureNotice failure={failure} />
      </div>
      <TextField
        label={words.code}
        hint={words.codeHint}
        value={code}
        onChange={setCode}
        maxLength={80}
        error={tried && code.trim() === '' ? words.codeMissing : null}
      />
    </FormDialog>
  );
};
