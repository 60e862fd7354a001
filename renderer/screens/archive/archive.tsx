import { useState, type ReactNode } from 'react';
import type { RequestOutput } from '../../../domain/contract.ts';
import { archiveWords } from '../../../words/archiving.ts';
import { Digest } from '../../parts/digest.tsx';
import { Button } from '../../parts/button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Progress } from '../../parts/progress.tsx';
import { Page } from '../../parts/frame.tsx';
import { Loaded } from '../../parts/loading.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/section.tsx';
import { ask } from '../../bridge.ts';
import { useRead, useWrite } from '../../store/request.ts';
import type { SessionId } from '../../../domain/ids.ts';
import { useWork } from '../../store/work.ts';
import { useStore } from '../../store/store.ts';
import { SealedMinutes } from '../rectify/open.tsx';
import { Verdict } from './verdict.tsx';
import { WorkingPart } from './working-part.tsx';
import styles from './archive.module.css';

type Written = RequestOutput<'archive.written'>;

const Result = (props: { readonly written: Written }): ReactNode => {
  const { verdict, fileName } = props.written;
  const whole = verdict.level === 'established' || verdict.level === 'whole';
  return (
    <>
      <Notice live kind={whole ? 'success' : 'error'} title={whole ? archiveWords.written : archiveWords.notWhole}>
        {whole ? null : <p>{archiveWords.notWholeText}</p>}
        <dl className={styles['file']}>
          <dt>{archiveWords.file}</dt>
          <dd>{fileName}</dd>
          <dt>{archiveWords.digest}</dt>
          <dd>
            <Digest of="file" value={verdict.sha256} />
          </dd>
        </dl>
      </Notice>
      <Verdict verdict={verdict} />
    </>
  );
};

/** Archiver: one file that holds the session, verified as soon as it is written. */
export const Archive = (props: { readonly sessionId: SessionId }): ReactNode => {
  const { sessionId } = props;
  const go = useStore((state) => state.go);
  const { run, busy, failure } = useWrite();
  const work = useWork();
  const { reading, reload } = useRead('minute.signing', { sessionId });
  const [written, setWritten] = useState<Written | null>(null);
  const write = async (): Promise<void> => {
    const answer = await run('archive.write', { sessionId, lock: null });
    if (!answer.ok) return;
    work.follow(answer.value.work, async (name) => {
      const told = await ask('archive.written', { work: name });
      if (told.ok) setWritten(told.value);
      await Promise.all([reload(), useStore.getState().readSession(sessionId)]);
    });
  };
  return (
    <Loaded reading={reading} retry={() => void reload()}>
      {(signing) => {
        if (signing.phase !== 'sealed' && signing.phase !== 'archived')
          return (
            <EmptyState
              title={archiveWords.notSealed}
              actions={
                <Button kind="primary" onPress={() => go({ kind: 'sign', sessionId })}>
                  {archiveWords.goSign}
                </Button>
              }
            >
              {archiveWords.notSealedText}
            </EmptyState>
          );
        const again = written !== null || signing.archivedSha256 !== null;
        return (
          <Page title={archiveWords.title} intro={archiveWords.intro}>
            <div className={styles['write']}>
              <Button kind={again ? 'secondary' : 'primary'} size="large" busy={busy || work.progress !== null} onPress={() => void write()}>
                {again ? archiveWords.writeAgain : archiveWords.write}
              </Button>
              <p className={styles['muted']}>{archiveWords.writeText}</p>
            </div>
            <Progress work={work} />
            <FailureNotice failure={failure ?? work.failure} />
            {written === null && signing.archivedSha256 !== null ? (
              <Notice kind="success" title={archiveWords.already}>
                <p>{archiveWords.alreadyDigest}</p>
                <Digest of="file" value={signing.archivedSha256} />
              </Notice>
            ) : null}
            {written === null ? null : <Result written={written} />}
            <SealedMinutes sessionId={sessionId} />
            <WorkingPart sessionId={sessionId} />
            <div className={styles['advice']}>
              <Section title={archiveWords.keep}>
                <ul className={styles['list']}>
                  {archiveWords.keepList.map((sentence) => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                </ul>
              </Section>
              <Section title={archiveWords.verify}>
                <ul className={styles['list']}>
                  {archiveWords.verifyList.map((sentence) => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                </ul>
              </Section>
            </div>
          </Page>
        );
      }}
    </Loaded>
  );
};
