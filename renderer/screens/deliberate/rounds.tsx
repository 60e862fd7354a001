import { useEffect, useId, useRef, type ReactNode } from 'react';
import type { JurorId } from '../../../domain/ids.ts';
import type { RoundView } from '../../../domain/view.ts';
import { blockPanelWords } from '../../../words/deliberate.ts';
import { resultWords } from '../../../words/round.ts';
import { formatTime } from '../../../words/typography.ts';
import { OpinionMark } from './opinion-mark.tsx';
import type { Progress } from './progress.ts';
import type { Table } from './table.ts';
import styles from './seats.module.css';

type Revealed = Extract<RoundView, { kind: 'revealed' }>;

/** What the count gives, where the regulations bind the jury to it; null where the jury stays free. */
export const boundWords = (table: Table, round: Revealed): string | null => {
  const { result } = round;
  if (table.session.regulations.decisionRule !== 'majority' || result.kind === 'tie' || result.kind === 'noneExpressed') return null;
  return resultWords.gives(result.kind, result.value, presidentOf(table));
};

const presidentOf = (table: Table): string => {
  const { president } = table.view.line.composition;
  return president === null ? '' : table.nameOf(president);
};

const besideCount = (table: Table, round: Revealed): string | null => {
  const bound = table.session.regulations.decisionRule === 'majority';
  switch (round.result.kind) {
    case 'majority':
      return null;
    case 'castingVote':
      return bound ? null : resultWords.casting(presidentOf(table));
    case 'tieRefused':
      return bound ? null : resultWords.tieFree;
    case 'tie':
      return bound ? resultWords.tie : resultWords.tieFree;
    case 'noneExpressed':
      return bound ? resultWords.noneExpressed : resultWords.noneFree;
  }
};

/** What the last revealed round says: its count, when it opened, whether the opinions differ, what may follow. */
export const RoundResult = (props: {
  readonly table: Table;
  readonly round: Revealed;
  readonly progress: Progress;
  readonly decided: boolean;
  readonly justRevealed: boolean;
}): ReactNode => {
  const { table, round, progress, justRevealed } = props;
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (justRevealed) place.current?.focus({ preventScroll: true });
  }, [justRevealed]);
  const beside = props.decided ? null : besideCount(table, round);
  const { changed } = progress;
  const title = round.result.kind === 'noneExpressed' ? resultWords.none : round.divergent ? blockPanelWords.divergent : blockPanelWords.unanimous;
  return (
    <div
      ref={place}
      role="group"
      aria-labelledby={id}
      tabIndex={-1}
      className={[styles['result'], !props.decided && (round.divergent || progress.nothing || changed) ? styles['divergent'] : ''].join(' ')}
    >
      <p id={id} className={styles['said']}>
        <strong>{title}</strong> <span className={styles['tally']}>{resultWords.count(round.count)}</span>
      </p>
      <p>{blockPanelWords.revealedAt(round.round, formatTime(round.at, table.timeZone))}</p>
      {beside === null ? null : <p>{beside}</p>}
      {progress.stuck ? <p>{resultWords.stuck}</p> : null}
      {changed ? <p>{resultWords.changed(progress.came.map(table.nameOf), progress.mayTryAgain)}</p> : null}
      {props.decided || changed || !round.divergent || progress.stuck ? null : (
        <p>{progress.mayTryAgain ? resultWords.anotherPossible : resultWords.noMoreRounds}</p>
      )}
    </div>
  );
};

/** The working notes of a revealed round. */
export const RoundNotes = (props: { readonly table: Table; readonly round: Revealed }): ReactNode => {
  const noted = props.round.opinions.filter((opinion) => opinion.note !== '');
  if (noted.length === 0) return null;
  return (
    <dl className={styles['notes']}>
      {noted.map((opinion) => (
        <div key={opinion.jurorId}>
          <dt>{blockPanelWords.noteBy(props.table.nameOf(opinion.jurorId))} </dt>
          <dd>{opinion.note}</dd>
        </div>
      ))}
    </dl>
  );
};

const cell = (round: Revealed, id: JurorId): ReactNode => {
  const given = round.opinions.find((opinion) => opinion.jurorId === id);
  return given === undefined ? '—' : <OpinionMark value={given.value} />;
};

/** Every revealed round, side by side, once there are two. */
export const RoundsTable = (props: { readonly table: Table; readonly rounds: readonly RoundView[]; readonly justRevealed: boolean }): ReactNode => {
  const revealed = props.rounds.filter((round): round is Revealed => round.kind === 'revealed');
  if (props.rounds.length < 2 || revealed.length === 0) return null;
  // The order of the seats, never that of the recordings.
  const members = props.table.sitting.members
    .map(({ juror }) => juror.id)
    .filter((id) => revealed.some((round) => round.opinions.some((opinion) => opinion.jurorId === id)));
  const reasons = props.rounds.filter((round) => round.reason !== '');
  return (
    <div>
      <table className={styles['rounds']}>
        <caption className="visually-hidden">{blockPanelWords.rounds}</caption>
        <thead>
          <tr>
            <th scope="col">{blockPanelWords.member}</th>
            {revealed.map((round) => (
              <th key={round.round} scope="col">
                {blockPanelWords.roundName(round.round)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {members.map((id) => (
            <tr key={id}>
              <th scope="row">{props.table.nameOf(id)}</th>
              {revealed.map((round) => (
                <td key={round.round} className={props.justRevealed && round === revealed.at(-1) ? styles['reveal'] : undefined}>
                  {cell(round, id)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {reasons.map((round) => (
        <p key={round.round} className={styles['because']}>
          {blockPanelWords.roundName(round.round)} · {blockPanelWords.roundReason(round.reason)}
        </p>
      ))}
    </div>
  );
};
