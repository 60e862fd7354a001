import type { ReactNode } from 'react';
import type { SessionId } from '../../../domain/ids.ts';
import { archiveWords } from '../../../words/archiving.ts';
import { Button } from '../../parts/button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/frame.tsx';
import { Loaded } from '../../parts/loading.tsx';
import { Section, Stack } from '../../parts/section.tsx';
import { useRead } from '../../store/request.ts';
import { useStore } from '../../store/store.ts';
import { SealedMinutes } from '../rectify/open.tsx';
import styles from './archive.module.css';
import { DossiersPart } from './dossiers-part.tsx';
import { Permanent } from './permanent.tsx';
import { Rehearsal } from './rehearsal.tsx';
import { WorkingPart } from './working-part.tsx';

const Advice = (props: { readonly title: string; readonly sentences: readonly string[] }): ReactNode => (
  <Section title={props.title}>
    <ul className={styles['list']}>
      {props.sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  </Section>
);

/** The three files of a sealed session, in the order in which each may name the one before. */
const Steps = ({ sessionId, archivedSha256 }: { readonly sessionId: SessionId; readonly archivedSha256: string | null }): ReactNode => {
  const state = useRead('archive.state', { sessionId }, archivedSha256);
  const dossiers = useRead('dossiers.state', { sessionId });
  const reload = async (): Promise<void> => void (await Promise.all([state.reload(), dossiers.reload()]));
  return (
    <Loaded reading={dossiers.reading} retry={() => void dossiers.reload()}>
      {(bag) => (
        <Loaded reading={state.reading} retry={() => void state.reload()}>
          {({ archived, working }) => {
            const first = bag.pieces > 0 && bag.written === null && archived === null;
            return (
              <ol className={styles['steps']}>
                <DossiersPart sessionId={sessionId} bag={bag} next={first} onWritten={reload} />
                <Permanent sessionId={sessionId} archived={archived} dossiersFirst={first} onWritten={reload} />
                <WorkingPart sessionId={sessionId} saved={working} onWritten={reload} />
              </ol>
            );
          }}
        </Loaded>
      )}
    </Loaded>
  );
};

/** Archiver: the dossiers, the permanent archive and the working part, each a file apart and a step; then what to keep of them and how to verify it. */
export const Archive = (props: { readonly sessionId: SessionId }): ReactNode => {
  const { sessionId } = props;
  const go = useStore((state) => state.go);
  const { reading, reload } = useRead('minute.signing', { sessionId });
  return (
    <Loaded reading={reading} retry={() => void reload()}>
      {(signing) => {
        if (signing.phase !== 'sealed' && signing.phase !== 'archived')
          return (
            <Page title={archiveWords.title}>
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
            </Page>
          );
        return (
          <Page title={archiveWords.title} intro={archiveWords.intro}>
            <Stack gap="large">
              <Steps sessionId={sessionId} archivedSha256={signing.archivedSha256} />
              <Rehearsal sessionId={sessionId} archivedSha256={signing.archivedSha256} />
              <SealedMinutes sessionId={sessionId} />
              <div className={styles['advice']}>
                <Advice title={archiveWords.keep} sentences={archiveWords.keepList} />
                <Advice title={archiveWords.verify} sentences={archiveWords.verifyList} />
              </div>
            </Stack>
          </Page>
        );
      }}
    </Loaded>
  );
};
