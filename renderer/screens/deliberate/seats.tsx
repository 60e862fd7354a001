import type { ReactNode } from 'react';
import { EyeOff } from 'lucide-react';
import type { JurorId } from '../../../domain/ids.ts';
import type { RoundView } from '../../../domain/view.ts';
import { blockPanelWords } from '../../../words/deliberate.ts';
import { rankWords } from '../../../words/jury-seat.ts';
import { Button } from '../../parts/button.tsx';
import { OpinionMark } from './opinion-mark.tsx';
import type { Table } from './table.ts';
import styles from './seats.module.css';

const Opinion = (props: { readonly round: RoundView | undefined; readonly id: JurorId }): ReactNode => {
  const { round, id } = props;
  if (round?.kind === 'revealed') {
    const given = round.opinions.find((opinion) => opinion.jurorId === id);
    return given === undefined ? null : <OpinionMark value={given.value} />;
  }
  if (round?.recorded.includes(id))
    return (
      <span className={styles['sealed']}>
        <EyeOff aria-hidden />
        {blockPanelWords.sealed}
      </span>
    );
  return <span className={styles['waiting']}>{blockPanelWords.waiting}</span>;
};

/** The seats of the jury for this candidate, side by side: waiting, sealed, or open together. */
export const Seats = (props: {
  readonly table: Table;
  readonly round: RoundView | undefined;
  readonly mayGive: boolean;
  readonly justRevealed: boolean;
  readonly onTurn: (id: JurorId) => void;
}): ReactNode => {
  const { table, round } = props;
  const { composition } = table.view.line;
  // A revealed round keeps the seats of those who gave it, whoever sits since; the order is always that of the seats.
  const shown = round?.kind === 'revealed' ? round.opinions.map((opinion) => opinion.jurorId) : composition.sitting;
  const mustRead = (id: JurorId): boolean => table.view.accommodation !== null && !table.view.readBy.includes(id);
  return (
    <ul className={[styles['seats'], props.justRevealed ? styles['reveal'] : ''].join(' ')} aria-label={blockPanelWords.seats}>
      {table.sitting.members
        .filter(({ juror }) => shown.includes(juror.id))
        .map((member) => {
          const { id } = member.juror;
          const name = table.nameOf(id);
          const recorded = round?.kind === 'sealed' && round.recorded.includes(id);
          const verb = mustRead(id) && !recorded ? blockPanelWords.readFirst : recorded ? blockPanelWords.reviseOpinion : blockPanelWords.giveOpinion;
          return (
            <li key={id} className={styles['seat']}>
              <span className={styles['name']}>{name}</span>
              <span className={styles['quality']}>{rankWords(member.juror, id === composition.president)}</span>
              <Opinion round={round} id={id} />
              {props.mayGive ? (
                <Button size="small" kind={recorded ? 'quiet' : 'secondary'} label={`${verb}, ${name}`} onPress={() => props.onTurn(id)}>
                  {verb}
                </Button>
              ) : null}
            </li>
          );
        })}
    </ul>
  );
};
