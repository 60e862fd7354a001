import { useState, type ReactNode } from 'react';
import type { DossiersView } from '../../../domain/archive.ts';
import type { SessionId } from '../../../domain/ids.ts';
import { dossiersPartWords as words } from '../../../words/archiving.ts';
import { verbs } from '../../../words/screens.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Progress } from '../../parts/progress.tsx';
import { Actions } from '../../parts/section.tsx';
import { useWrite } from '../../store/request.ts';
import { useWork } from '../../store/work.ts';
import styles from './archive.module.css';
import { useLock } from './lock-fields.tsx';
import { Step, type StepState } from './step.tsx';

const WriteDialog = (props: { readonly sessionId: SessionId; readonly onClose: () => void; readonly onStarted: (work: string) => void }): ReactNode => {
  const { run, busy, failure } = useWrite();
  const lock = useLock();
  const write = async (): Promise<void> => {
    const given = lock.read();
    if (given === null) return;
    const answer = await run('dossiers.write', { sessionId: props.sessionId, lock: given });
    if (answer.ok) props.onStarted(answer.value.work);
  };
  return (
    <Dialog title={words.dialog} open onClose={props.onClose} size="small">
      <Form className={styles['form']} onSubmit={write}>
        {lock.fields}
        <FailureNotice failure={failure} />
        <Actions end>
          <Button onPress={props.onClose}>{verbs.cancel}</Button>
          <Button kind="primary" type="submit" busy={busy}>
            {words.verb}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
};

/** The dossiers of the session, in a file of their own that is always encrypted and has an end of its own. */
export const DossiersPart = (props: {
  readonly sessionId: SessionId;
  readonly bag: DossiersView;
  readonly next: boolean;
  readonly onWritten: () => Promise<void>;
}): ReactNode => {
  const { pieces, bytes, keepUntil, purgedOn, written } = props.bag;
  const [open, setOpen] = useState(false);
  const [fresh, setFresh] = useState(false);
  const work = useWork();
  const started = (name: string): void => {
    setOpen(false);
    work.follow(name, async () => {
      setFresh(true);
      await props.onWritten();
    });
  };
  const empty = pieces === 0 && (written === null || purgedOn !== null);
  const state: StepState = written !== null ? { kind: 'done', at: written.at } : { kind: empty ? 'nothing' : 'optional' };
  return (
    <Step rank={1} title={words.title} intro={words.text} state={state}>
      {purgedOn !== null ? (
        <p className={styles['facts']}>{words.purged(purgedOn)}</p>
      ) : empty ? (
        <p className={styles['muted']}>{words.none}</p>
      ) : (
        <p className={styles['facts']}>{words.facts(pieces, bytes, keepUntil)}</p>
      )}
      {purgedOn !== null && written !== null ? <p>{words.purgedFile(written.fileName)}</p> : null}
      {written === null || purgedOn !== null ? null : (
        <Notice live={fresh} kind="success" title={words.written(written.fileName)}>
          <p>{words.writtenText}</p>
        </Notice>
      )}
      {pieces === 0 ? null : (
        <Actions>
          <Button kind={props.next ? 'primary' : 'secondary'} busy={work.progress !== null} onPress={() => setOpen(true)}>
            {written === null ? words.open : words.again}
          </Button>
        </Actions>
      )}
      <Progress work={work} />
      <FailureNotice failure={work.failure} />
      {open ? <WriteDialog sessionId={props.sessionId} onClose={() => setOpen(false)} onStarted={started} /> : null}
    </Step>
  );
};
