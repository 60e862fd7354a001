import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { GivenFile } from '../../../domain/given-file.ts';
import type { CandidateLine, SessionView } from '../../../domain/view.ts';
import { intakeWords as words } from '../../../words/intake.ts';
import { Button } from '../../parts/button.tsx';
import { DropPlace, FirstStep } from '../../parts/drop-place.tsx';
import { Loaded } from '../../parts/loading.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Progress } from '../../parts/progress.tsx';
import { Actions, Section, Stack } from '../../parts/section.tsx';
import { useRead, useWrite } from '../../store/request.ts';
import { useStore } from '../../store/store.ts';
import { useWork, type WorkState } from '../../store/work.ts';
import { ask } from '../../bridge.ts';
import { IntakePlan } from './intake-plan.tsx';

const Choosing = (props: { readonly busy: boolean; readonly onChoose: (from: 'folder' | 'zip') => void }): ReactNode => (
  <FirstStep title={words.afterwards} steps={words.steps}>
    <DropPlace takes="bag" title={words.place} text={words.placeText} busy={props.busy}>
      <Button kind="primary" busy={props.busy} onPress={() => props.onChoose('folder')}>
        {words.chooseFolder}
      </Button>
      <Button busy={props.busy} onPress={() => props.onChoose('zip')}>
        {words.chooseZip}
      </Button>
    </DropPlace>
  </FirstStep>
);

const Planned = (props: {
  readonly session: SessionView;
  readonly candidates: readonly CandidateLine[];
  readonly intake: string;
  readonly work: WorkState;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}): ReactNode => {
  const { session, intake, work } = props;
  const { busy, failure, run } = useWrite();
  const [turn, setTurn] = useState(0);
  const saved = useStore((state) => state.saved);
  const { reading, reload } = useRead('intake.preview', { sessionId: session.id, intake, filter: { kind: 'asked' }, search: '', from: 0, count: 0 }, turn);
  const apply = async (): Promise<void> => {
    const begun = await run('intake.apply', { sessionId: session.id, intake });
    if (!begun.ok) return;
    work.follow(begun.value.work, () => {
      saved(new Date().toISOString());
      props.onDone();
      setTurn((count) => count + 1);
    });
  };
  return (
    <Loaded reading={reading} retry={() => void reload()}>
      {(view) =>
        view.outcome !== null ? (
          <Notice
            kind="success"
            live
            title={words.done(view.outcome.added, view.outcome.bytes)}
            actions={
              <Button kind="primary" onPress={props.onLeave}>
                {words.back}
              </Button>
            }
          >
            {view.outcome.already === 0 ? null : <p>{words.already(view.outcome.already)}</p>}
            {view.outcome.left === 0 ? null : <p>{words.left(view.outcome.left)}</p>}
            <p>{words.original}</p>
          </Notice>
        ) : view.files === 0 ? (
          <Notice kind="warning" live title={words.emptyTitle}>
            <p>{words.empty}</p>
          </Notice>
        ) : (
          <Stack gap="large">
            <div>
              <p>
                <strong>{words.found(view.name, view.files, view.bytes)}</strong>
              </p>
              {view.passed.length === 0 ? null : <p>{words.passed(view.passed.length)}</p>}
            </div>
            <IntakePlan
              session={session}
              candidates={props.candidates}
              intake={intake}
              view={view}
              turn={turn}
              onChanged={() => setTurn((count) => count + 1)}
            />
            <Stack>
              <FailureNotice failure={failure ?? work.failure} />
              <p>{view.ready.files === 0 ? words.nothing : view.waiting === 0 ? words.allSettled : words.waiting(view.waiting)}</p>
              {work.progress === null ? (
                <Actions>
                  <Button kind="primary" busy={busy} disabled={view.ready.files === 0} onPress={() => void apply()}>
                    {words.apply(view.ready.files)}
                  </Button>
                </Actions>
              ) : (
                <Progress work={work} />
              )}
            </Stack>
          </Stack>
        )
      }
    </Loaded>
  );
};

/** A folder or a zip that was dropped on the screen. */
export interface DroppedBag {
  readonly from: 'folder' | 'zip';
  readonly file: GivenFile;
}

/** The import of a folder or a zip: chosen or dropped, checked whole, the doubtful decided, then copied in one go. */
export const Intake = (props: {
  readonly session: SessionView;
  readonly candidates: readonly CandidateLine[];
  readonly given: DroppedBag | null;
  readonly onClose: () => void;
}): ReactNode => {
  const { session, candidates, onClose } = props;
  const sessionId = session.id;
  const choosing = useWrite();
  const work = useWork();
  const [intake, setIntake] = useState<string | null>(null);
  const [done, setDone] = useState(false);
  const choose = async (from: 'folder' | 'zip', given?: GivenFile): Promise<void> => {
    work.clear();
    const begun = await choosing.run('intake.choose', { sessionId, from, ...(given ? { given } : {}) });
    if (begun.ok) work.follow(begun.value.work, (name) => setIntake(name));
  };
  const { given } = props;
  const take = useRef(choose);
  take.current = choose;
  useEffect(() => {
    if (given !== null) void take.current(given.from, given.file);
  }, [given]);
  useEffect(
    () => () => {
      if (intake !== null) void ask('intake.leave', { sessionId, intake });
    },
    [sessionId, intake],
  );
  const again = (): void => {
    setIntake(null);
    setDone(false);
  };
  const other = intake === null || work.progress !== null ? null : <Button onPress={again}>{words.another}</Button>;
  return (
    <Section
      title={words.title}
      actions={
        <Actions>
          {other}
          {done ? null : <Button onPress={onClose}>{words.back}</Button>}
        </Actions>
      }
    >
      {intake !== null ? (
        <Planned key={intake} session={session} candidates={candidates} intake={intake} work={work} onDone={() => setDone(true)} onLeave={onClose} />
      ) : (
        <Stack>
          <FailureNotice failure={choosing.failure ?? work.failure} />
          {work.progress === null ? <Choosing busy={choosing.busy} onChoose={(from) => void choose(from)} /> : <Progress work={work} />}
        </Stack>
      )}
    </Section>
  );
};
