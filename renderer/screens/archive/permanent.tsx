import { useState, type ReactNode } from 'react';
import type { ArchiveState } from '../../../domain/archive.ts';
import type { RequestOutput } from '../../../domain/contract.ts';
import type { SessionId } from '../../../domain/ids.ts';
import { archiveWords as words } from '../../../words/archiving.ts';
import { ask } from '../../bridge.ts';
import { Button } from '../../parts/button.tsx';
import { Checkbox } from '../../parts/choice.tsx';
import { Digest } from '../../parts/digest.tsx';
import { Form } from '../../parts/form.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Progress } from '../../parts/progress.tsx';
import { useWrite } from '../../store/request.ts';
import { useStore } from '../../store/store.ts';
import { useWork } from '../../store/work.ts';
import styles from './archive.module.css';
import { useLock } from './lock-fields.tsx';
import { Step } from './step.tsx';
import { Verdict } from './verdict.tsx';

type Written = RequestOutput<'archive.written'>;

const Result = ({ written: { verdict, fileName, encrypted } }: { readonly written: Written }): ReactNode => {
  const whole = verdict.level === 'established' || verdict.level === 'whole';
  return (
    <Notice live kind={whole ? 'success' : 'error'} title={whole ? words.written : words.notWhole}>
      {whole ? null : <p>{words.notWholeText}</p>}
      {whole && encrypted ? <p>{words.encryptedText}</p> : null}
      <dl className={styles['file']}>
        <dt>{words.file}</dt>
        <dd>{fileName}</dd>
        <dt>{words.digest}</dt>
        <dd>
          <Digest of="file" value={verdict.sha256} />
        </dd>
      </dl>
    </Notice>
  );
};

/** The permanent archive: what it holds, whether the whole is encrypted, and the verdict on the file as read back from the disk. */
export const Permanent = (props: {
  readonly sessionId: SessionId;
  readonly archived: ArchiveState['archived'];
  readonly dossiersFirst: boolean;
  readonly onWritten: () => Promise<void>;
}): ReactNode => {
  const { sessionId, archived } = props;
  const { run, busy, failure } = useWrite();
  const work = useWork();
  const lock = useLock();
  const [encrypted, setEncrypted] = useState(false);
  const [written, setWritten] = useState<Written | null>(null);
  const again = written !== null || archived !== null;
  const write = async (): Promise<void> => {
    const given = encrypted ? lock.read() : null;
    if (encrypted && given === null) return;
    setWritten(null);
    const answer = await run('archive.write', { sessionId, lock: given });
    if (!answer.ok) return;
    work.follow(answer.value.work, async (name) => {
      lock.clear();
      setEncrypted(false);
      const told = await ask('archive.written', { work: name });
      if (told.ok) setWritten(told.value);
      await Promise.all([props.onWritten(), useStore.getState().readSession(sessionId)]);
    });
  };
  return (
    <Step rank={2} title={words.permanent} intro={words.holds} state={archived === null ? { kind: 'needed' } : { kind: 'done', at: archived.at }}>
      {written === null && archived !== null && work.progress === null ? (
        <Notice kind="success" title={words.already}>
          <p>{words.alreadyDigest}</p>
          <Digest of="file" value={archived.sha256} />
        </Notice>
      ) : null}
      {written === null ? null : <Result written={written} />}
      {archived?.namesDossiers === false ? (
        <Notice kind="warning" title={words.stale}>
          <p>{words.staleText}</p>
        </Notice>
      ) : null}
      <Form className={styles['narrow']} onSubmit={write}>
        <Checkbox label={words.encrypt} hint={words.encryptHint} checked={encrypted} onChange={setEncrypted} />
        {encrypted ? lock.fields : null}
        {props.dossiersFirst ? <p>{words.before}</p> : null}
        <div className={styles['write']}>
          <Button kind={again || props.dossiersFirst ? 'secondary' : 'primary'} size="large" type="submit" busy={busy || work.progress !== null}>
            {again ? words.writeAgain : words.write}
          </Button>
        </div>
        <p className={styles['muted']}>{words.writeText}</p>
      </Form>
      <Progress work={work} />
      <FailureNotice failure={failure ?? work.failure} />
      {written === null ? null : <Verdict verdict={written.verdict} />}
    </Step>
  );
};
