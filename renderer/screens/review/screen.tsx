import { useState, type ReactNode } from 'react';
import type { SittingView } from '../../../domain/view.ts';
import { blockRuns } from '../../../words/deliberate.ts';
import { outcomeWords } from '../../../words/outcome.ts';
import { rectifyWords } from '../../../words/rectify.ts';
import { reviewWords } from '../../../words/review.ts';
import { formatInstant } from '../../../words/typography.ts';
import { Button } from '../../parts/button.tsx';
import { Page } from '../../parts/frame.tsx';
import { Loaded } from '../../parts/loading.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/section.tsx';
import { useRead } from '../../store/request.ts';
import type { Screen } from '../../store/screen.ts';
import { useStore } from '../../store/store.ts';
import { Matrix } from '../deliberate/matrix.tsx';
import { nameMembers } from '../deliberate/names.ts';
import { Changes } from '../rectify/changes.tsx';
import { Minutes } from '../rectify/minutes.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { HealthFlags } from './health-flags.tsx';
import { Incidents } from './incidents.tsx';
import styles from './review.module.css';

type Place = Extract<Screen, { kind: 'review' }>;
type Line = SittingView['candidates'][number];

/** What keeps the session from closing (domain/permission.ts `undecidedCandidates`): a decision to take, a presence to note, an entry that no decision may follow. */
const isLeft = ({ outcome, presence, entry }: Line): boolean => {
  if (outcome.kind === 'postponed' || outcome.kind === 'absent' || outcome.kind === 'excused') return false;
  return outcome.kind === 'undecided' || presence === 'expected' || !entry.entitled;
};

const Irregular = (props: { readonly place: Place; readonly sitting: SittingView; readonly lines: readonly Line[] }): ReactNode => {
  const go = useStore((state) => state.go);
  if (props.lines.length === 0) return null;
  return (
    <Section title={reviewWords.irregular} intro={reviewWords.irregularIntro}>
      <ul className={styles['left']}>
        {props.lines.map((line) => {
          const recused = [...new Set(line.irregular.flatMap(({ members }) => members))];
          const block = line.irregular[0]?.code;
          return (
            <li key={line.id}>
              <strong>{line.name}</strong>
              <span className={styles['muted']}>{reviewWords.recusedSince(nameMembers(props.sitting.members, recused))}</span>
              <Button
                size="small"
                label={reviewWords.takeAgain(line.name)}
                onPress={() => go({ kind: 'deliberate', sessionId: props.place.sessionId, candidateId: line.id, ...(block === undefined ? {} : { block }) })}
              >
                {reviewWords.takeAgainShort}
              </Button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
};

const Left = (props: { readonly place: Place; readonly lines: readonly Line[] }): ReactNode => {
  const go = useStore((state) => state.go);
  if (props.lines.length === 0) return <Notice kind="success" title={reviewWords.nothingLeft} />;
  return (
    <Section title={reviewWords.undecided} intro={reviewWords.undecidedCount(props.lines.length)}>
      <ul className={styles['left']}>
        {props.lines.map((line) => (
          <li key={line.id}>
            <strong>{line.name}</strong>
            <span className={styles['muted']}>
              {[
                ...(line.presence === 'expected' ? [reviewWords.notCalled] : []),
                ...(line.entry.entitled ? [] : [reviewWords.notEntitled]),
                ...(line.outcome.kind === 'undecided' ? [reviewWords.toDecide(blockRuns(line.outcome.pending))] : [outcomeWords[line.outcome.kind]]),
              ].join(' · ')}
            </span>
            <Button
              size="small"
              label={reviewWords.decide(line.name)}
              onPress={() => go({ kind: 'deliberate', sessionId: props.place.sessionId, candidateId: line.id })}
            >
              {reviewWords.decideShort}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
};

const Totals = (props: { readonly totals: SittingView['totals'] }): ReactNode => (
  <dl className={styles['totals']}>
    {(Object.keys(reviewWords.total) as (keyof typeof reviewWords.total)[]).map((name) => (
      <div key={name}>
        <dt>{reviewWords.total[name]}</dt>
        <dd>{props.totals[name]}</dd>
      </div>
    ))}
  </dl>
);

/** Relire: every candidate and block without a gap, what is left, incidents, totals, then closing. */
const Review = (props: { readonly screen: Place }): ReactNode => {
  const { sessionId } = props.screen;
  const session = useStore((state) => state.session);
  const go = useStore((state) => state.go);
  const [closing, setClosing] = useState(false);
  const { reading, reload } = useRead('sitting.get', { sessionId });
  const flagged = useRead('review.flags', { sessionId });
  const flags = flagged.reading.kind === 'ready' ? flagged.reading.value : [];
  const rectification = useRead('rectification.get', { sessionId });
  const view = rectification.reading.kind === 'ready' ? rectification.reading.value : null;
  const readAgain = async (): Promise<void> =>
    void (await Promise.all([reload(), flagged.reload(), rectification.reload(), useStore.getState().readSession(sessionId)]));
  return (
    <Loaded reading={reading} retry={() => void reload()}>
      {(sitting) => {
        const running = view?.running ?? null;
        const empty = running?.changes.length === 0;
        const open = sitting.phase === 'open';
        const left = sitting.candidates.filter(isLeft);
        const irregular = sitting.candidates.filter(({ irregular: taken }) => taken.length > 0);
        const kept = left.length > 0 || irregular.length > 0 || empty;
        const timeZone = session?.fields.timeZone ?? 'UTC';
        const closedAt = sitting.closedAt === null ? '' : formatInstant(sitting.closedAt, timeZone);
        return (
          <Page
            width="wide"
            title={running !== null ? rectifyWords.title(running.number) : open ? reviewWords.title : reviewWords.closedTitle}
            intro={running !== null ? rectifyWords.intro(running.reason) : open ? reviewWords.intro : reviewWords.closedIntro(closedAt)}
            actions={
              open ? (
                <Button kind="primary" size="large" disabled={kept} {...(kept ? { describedBy: 'closing' } : {})} onPress={() => setClosing(true)}>
                  {running === null ? reviewWords.close : rectifyWords.close}
                </Button>
              ) : (
                <Button kind="primary" size="large" onPress={() => go({ kind: 'sign', sessionId })}>
                  {reviewWords.goSign}
                </Button>
              )
            }
          >
            {open && kept ? (
              <p id="closing" className={styles['notYet']}>
                {empty ? rectifyWords.nothing : reviewWords.notYet}
              </p>
            ) : null}
            {view === null ? null : <Changes sessionId={sessionId} view={view} onChanged={readAgain} />}
            {open ? <Irregular place={props.screen} sitting={sitting} lines={irregular} /> : null}
            {open && (left.length > 0 || (irregular.length === 0 && running === null)) ? <Left place={props.screen} lines={left} /> : null}
            {open ? <HealthFlags sessionId={sessionId} sitting={sitting} flags={flags} /> : null}
            <Section title={reviewWords.matrix}>
              <Matrix
                wide
                sitting={sitting}
                caption={reviewWords.matrix}
                onChoose={open ? (candidateId, block) => go({ kind: 'deliberate', sessionId, candidateId, block }) : null}
              />
            </Section>
            {view !== null && view.minutes.length > 0 ? <Minutes sessionId={sessionId} view={view} /> : null}
            <div className={styles['pair']}>
              <Section title={reviewWords.totals}>
                <Totals totals={sitting.totals} />
              </Section>
              <Incidents sessionId={sessionId} sitting={sitting} timeZone={timeZone} onAdded={readAgain} />
            </div>
            {closing && session !== null ? (
              <CloseDialog
                flagged={flags.length}
                sessionId={sessionId}
                lead={session.fields.lead}
                rectifying={running !== null}
                onClose={() => setClosing(false)}
                onDone={() => {
                  setClosing(false);
                  void readAgain();
                }}
              />
            ) : null}
          </Page>
        );
      }}
    </Loaded>
  );
};

export default Review;
