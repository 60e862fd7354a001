import { useRef, useState, type ReactNode } from 'react';
import type { CandidateId, SessionId } from '../../../domain/ids.ts';
import type { FollowingPaper, LetterState, NotificationLine, NotificationView } from '../../../domain/notification.ts';
import { notificationWords as words } from '../../../words/notification.ts';
import { Button } from '../../parts/button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/frame.tsx';
import { useKeptFocus } from '../../parts/kept-focus.ts';
import { Loaded } from '../../parts/loading.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { ReaderDialog, type ShownFile } from '../../parts/reader-dialog.tsx';
import { Section } from '../../parts/section.tsx';
import type { Failure } from '../../../domain/errors.ts';
import { ask } from '../../bridge.ts';
import { useRead } from '../../store/request.ts';
import { useStore } from '../../store/store.ts';
import { FilesOfLetters } from './files-of-letters.tsx';
import { LettersOfCandidate } from './letters-of-candidate.tsx';
import { LettersTable } from './letters-table.tsx';
import styles from './letters.module.css';
import { Narrowed } from './narrowed.tsx';
import { NoteSending } from './note-sending.tsx';

type Ready = Extract<NotificationView, { kind: 'ready' }>;

/** Where a candidate stands: as the letter that most remains to be sent. */
const groupOf = ({ letters }: NotificationLine): LetterState['kind'] =>
  (['again', 'toSend'] as const).find((kind) => letters.some(({ state }) => state.kind === kind)) ?? 'sent';

const groups = (['again', 'toSend', 'sent'] as const).map((kind) => [kind, words.groups[kind]] as const);

/** What presses: VAE results past their deadline, and letters that a rectification changed. */
const Pressing = ({ view }: { readonly view: Ready }): ReactNode => {
  const late = view.lines.flatMap(({ name, letters }) =>
    letters.filter(({ left }) => left !== null && left < 0).map(({ recipient }) => words.lateOf(name, recipient)),
  );
  const again = view.lines.filter(({ letters }) => letters.some(({ state }) => state.kind === 'again'));
  return (
    <>
      {late.length === 0 ? null : (
        <Notice kind="error" title={words.late(late.length)}>
          <p>{words.lateText(late, view.vaeDays, view.heldOn)}</p>
        </Notice>
      )}
      {again.length === 0 ? null : (
        <Notice kind="warning" title={words.again(again.length)}>
          <p>{words.againText(again.map(({ name }) => name))}</p>
        </Notice>
      )}
    </>
  );
};

const ReadyLetters = (props: { readonly sessionId: SessionId; readonly view: Ready; readonly reload: () => Promise<void> }): ReactNode => {
  const { sessionId, view, reload } = props;
  const [chosen, setChosen] = useState<ReadonlySet<CandidateId>>(new Set());
  const [opened, setOpened] = useState<CandidateId | null>(null);
  const [noting, setNoting] = useState(false);
  const [shown, setShown] = useState<ShownFile | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  // Once a sending is noted nobody is chosen any more: one goes on from the choice of who still waits.
  const acts = useRef<HTMLDivElement>(null);
  const noted = useRef(false);
  useKeptFocus(() => {
    const wanted = noted.current;
    noted.current = false;
    return wanted ? acts.current?.querySelector<HTMLElement>('button:not(:disabled)') : null;
  });
  const show = async (paper: FollowingPaper, title: string): Promise<void> => {
    const answer = await ask('notification.view', { sessionId, paper });
    setFailure(answer.ok ? null : answer.error);
    if (answer.ok) setShown({ view: answer.value.view, title });
  };
  const line = view.lines.find(({ candidateId }) => candidateId === opened);
  return (
    <Page title={words.title} intro={`${words.intro} ${words.follows(view.number)}`}>
      <Pressing view={view} />
      <FilesOfLetters sessionId={sessionId} view={show} />
      <FailureNotice failure={failure} />
      <Section title={words.who}>
        {view.lines.length === 0 ? (
          <p className={styles['muted']}>{words.nobody}</p>
        ) : (
          <Narrowed rows={view.lines} label={words.caption} groups={groups} groupOf={groupOf} textOf={({ number, name }) => `${number} ${name}`}>
            {(shown, found) => {
              const waiting = found.filter((each) => groupOf(each) !== 'sent');
              return (
                <div className={styles['form']}>
                  <div ref={acts} className={styles['files']}>
                    <Button disabled={chosen.size === 0} onPress={() => setNoting(true)}>
                      {words.note}
                    </Button>
                    {chosen.size === 0 ? (
                      <Button kind="quiet" disabled={waiting.length === 0} onPress={() => setChosen(new Set(waiting.map(({ candidateId }) => candidateId)))}>
                        {words.selectWaiting(waiting.length)}
                      </Button>
                    ) : (
                      <Button kind="quiet" onPress={() => setChosen(new Set())}>
                        {words.clear}
                      </Button>
                    )}
                    <span role="status" className={styles['muted']}>
                      {chosen.size === 0 ? '' : words.selected(chosen.size)}
                    </span>
                  </div>
                  <LettersTable
                    lines={shown}
                    chosen={chosen}
                    choose={(id, wanted) => setChosen(new Set([...chosen, id].filter((each) => wanted || each !== id)))}
                    open={setOpened}
                  />
                </div>
              );
            }}
          </Narrowed>
        )}
      </Section>
      {noting ? (
        <NoteSending
          sessionId={sessionId}
          lines={view.lines.filter(({ candidateId }) => chosen.has(candidateId))}
          onClose={() => setNoting(false)}
          onNoted={async () => {
            noted.current = true;
            setNoting(false);
            setChosen(new Set());
            await reload();
          }}
        />
      ) : null}
      {line === undefined ? null : (
        <LettersOfCandidate
          key={line.candidateId}
          sessionId={sessionId}
          line={line}
          rectified={view.rank > 0}
          view={show}
          onClose={() => setOpened(null)}
          onChanged={reload}
        />
      )}
      <ReaderDialog shown={shown} said={words.reading} onClose={() => setShown(null)} />
    </Page>
  );
};

/** Letters and results: who is to be notified and by when, what leaves, and what was noted of it. */
export const Letters = ({ sessionId }: { readonly sessionId: SessionId }): ReactNode => {
  const go = useStore((state) => state.go);
  const { reading, reload } = useRead('notification.get', { sessionId });
  return (
    <Loaded reading={reading} retry={() => void reload()}>
      {(view) => {
        if (view.kind === 'ready') return <ReadyLetters sessionId={sessionId} view={view} reload={reload} />;
        const sealed = view.kind === 'notSealed';
        return (
          <Page title={words.title}>
            <EmptyState
              title={sealed ? words.notSealed : words.rectifying}
              actions={
                <Button kind="primary" onPress={() => go({ kind: 'sign', sessionId })}>
                  {words.goSign}
                </Button>
              }
            >
              {sealed ? words.notSealedText : words.rectifyingText}
            </EmptyState>
          </Page>
        );
      }}
    </Loaded>
  );
};
