import type { ReactNode } from 'react';
import type { JurorId } from '../../../domain/ids.ts';
import type { RoundView } from '../../../domain/view.ts';
import { blockPanelWords, decisionWords } from '../../../words/deliberate.ts';
import { formatTime } from '../../../words/typography.ts';
import { OpinionMark } from './opinion-mark.tsx';
import type { Table } from './table.ts';
import styles from './seats.module.css';

type Revealed = Extract<RoundView, { kind: 'revealed' }>;

const resultWords = (round: Revealed): string => {
  switch (round.result.kind) {
    case 'majority':
      return decisionWords.majority(round.result.value);
    case 'castingVote':
      return decisionWords.castingVote(round.result.value);
    case 'tieRefused':
      return decisionWords.tieRefused;
    case 'tie':
      return decisionWords.tie;
    case 'noneExpressed':
      return decisionWords.noneExpressed;
  }
};

/** What the last revealed round says: when it opened, whether the opinions differ, what the rule makes of it. */
export const RoundResult = (props: { readonly table: Table; readonly round: Revealed; readonly decided: boolean }): ReactNode => {
  const { table, round } = props;
  const { regulations } = table.session;
  const another = round.round < regulations.rounds;
  const tells = regulations.decisionRule === 'majority' || round.result.kind !== 'majority';
  return (
    <p className={[styles['result'], round.divergent ? styles['divergent'] : ''].join(' ')}>
      <strong>{round.divergent ? blockPanelWords.divergent : blockPanelWords.unanimous}</strong>
      <span>{blockPanelWords.revealedAt(round.round, formatTime(round.at, table.timeZone))}</span>
      {tells ? <span>{resultWords(round)}</span> : null}
      {round.divergent && !props.decided ? <span>{another ? blockPanelWords.anotherPossible : blockPanelWords.noMoreRounds}</span> : null}
    </p>
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
  return given === undefined ? '–' : <OpinionMark value={given.value} />;
};

/** Every revealed round, side by side, once there are two. */
export const RoundsTable = (props: { readonly table: Table; readonly rounds: readonly RoundView[]; readonly justRevealed: boolean }): ReactNode => {
  const revealed = props.rounds.filter((round): round is Revealed => round.kind === 'revealed');
  if (props.rounds.length < 2 || revealed.length === 0) return null;
  const members = [...new Set(revealed.flatMap((round) => round.opinions.map((opinion) => opinion.jurorId)))];
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
        <p key={round.round} className={styles['result']}>
          {blockPanelWords.roundName(round.round)} · {blockPanelWords.roundReason(round.reason)}
        </p>
      ))}
    </div>
  );
};
