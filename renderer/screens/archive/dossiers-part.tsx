import { useState, type ReactNode } from 'react';
import type { SessionId } from '../../../domain/ids.ts';
import { dossiersPartWords as words } from '../../../words/archiving.ts';
import { verbs } from '../../../words/screens.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { Loaded } from '../../parts/loading.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Progress } from '../../parts/progress.tsx';
import { Actions, Section } from '../../parts/section.tsx';
import { useRead, useWrite } from '../../store/request.ts';
import { useWork } from '../../store/work.ts';
import styles from './archive.module.css';
import { useLock } from './lock-fields.tsx';

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
export const DossiersPart = (props: { readonly sessionId: SessionId }): ReactNode => {
  const { sessionId } = props;
  const { reading, reload } = useRead('dossiers.state', { sessionId });
  const [open, setOpen] = useState(false);
  const [fresh, setFresh] = useState(false);
  const work = useWork();
  const started = (name: string): void => {
    setOpen(false);
    work.follow(name, async () => {
      setFresh(true);
      await reload();
    });
  };
  return (
    <Section title={words.title} intro={words.text}>
      <Loaded reading={reading} retry={() => void reload()}>
        {({ pieces, bytes, keepUntil, purgedOn, written }) =>
          purgedOn !== null ? (
            <>
              <p className={styles['facts']}>{words.purged(purgedOn)}</p>
              {written === null ? null : <p>{words.purgedFile(written.fileName)}</p>}
            </>
          ) : pieces === 0 && written === null ? (
            <p className={styles['muted']}>{words.none}</p>
          ) : (
            <>
              <p className={styles['facts']}>{words.facts(pieces, bytes, keepUntil)}</p>
              {written === null ? null : (
                <Notice live={fresh} kind="success" title={words.written(written.fileName)}>
                  <p>{words.writtenText(written.at)}</p>
                </Notice>
              )}
              {pieces === 0 ? null : (
                <Actions>
                  <Button busy={work.progress !== null} onPress={() => setOpen(true)}>
                    {written === null ? words.open : words.again}
                  </Button>
                </Actions>
              )}
            </>
          )
        }
      </Loaded>
      <Progress work={work} />
      <FailureNotice failure={work.failure} />
      {open ? <WriteDialog sessionId={sessionId} onClose={() => setOpen(false)} onStarted={started} /> : null}
    </Section>
  );
};
