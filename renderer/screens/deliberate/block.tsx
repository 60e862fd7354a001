import type { ReactNode } from 'react';
import type { BlockCode, JurorId } from '../../../domain/ids.ts';
import { actWords, blockPanelWords, deliberateWords } from '../../../words/deliberate.ts';
import { blockSaid, shortBlock } from '../../../words/outcome.ts';
import { Button } from '../../parts/button.tsx';
import { Mark } from '../../parts/mark.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { useWrite } from '../../store/request.ts';
import { Competencies } from './competencies.tsx';
import { DecisionForm } from './decision-form.tsx';
import { DecisionShown } from './decision-shown.tsx';
import type { DecisionDraft } from './draft.ts';
import { Footer } from './footer.tsx';
import { Obstacle } from './obstacle.tsx';
import { RoundNotes, RoundResult, RoundsTable } from './rounds.tsx';
import { Seats } from './seats.tsx';
import { progressOf } from './progress.ts';
import { onBlock, type Table } from './table.ts';
import styles from './block.module.css';

/** The dialogs that acts of the deliberation open. */
export type Ask = 'presence' | 'postpone' | 'lift' | 'absence' | 'equivalence' | 'round' | 'reopen';

const Blocks = (props: { readonly table: Table; readonly onChoose: (code: BlockCode) => void }): ReactNode => (
  <ul className={styles['blocks']} aria-label={deliberateWords.blocks}>
    {props.table.view.blocks
      .map(({ code, state: { kind } }) => ({ code, state: kind }))
      .map(({ code, state }) => (
        <li key={code}>
          <button
            type="button"
            className={styles['chip']}
            aria-current={code === props.table.block.code ? 'true' : undefined}
            aria-label={blockSaid(code, state)}
            onClick={() => props.onChoose(code)}
          >
            {shortBlock(code)}
            <Mark state={state} show="shape" label="" />
          </button>
        </li>
      ))}
  </ul>
);

const stateSentence = { brought: blockPanelWords.stateBrought, notPresented: blockPanelWords.stateNotPresented, absent: blockPanelWords.stateAbsent } as const;

/** The block on the table: competencies, seats, decision, and the one next act at the foot. */
export const BlockPanel = (props: {
  readonly table: Table;
  readonly draft: DecisionDraft;
  readonly draftFailure: Parameters<typeof FailureNotice>[0]['failure'];
  readonly onChange: (part: Partial<DecisionDraft>) => void;
  readonly onRecord: () => Promise<boolean>;
  readonly record: ReturnType<typeof useWrite>;
  readonly tried: number;
  readonly onTurn: (id: JurorId) => void;
  readonly onAsk: (ask: Ask) => void;
  readonly reveal: () => Promise<void>;
  readonly revealing: ReturnType<typeof useWrite>;
  readonly justRevealed: boolean;
  readonly justDecided: boolean;
}): ReactNode => {
  const { table } = props;
  const { block, view } = table;
  const progress = progressOf(table);
  const absence = useWrite();
  const { kind } = block.state;
  const wholeAway = block.state.kind === 'absent' && block.state.scope === 'candidate';
  const undoAbsence = async (): Promise<void> => {
    const answer = await absence.run('sitting.blockAbsence', { ...onBlock(table), absent: false, note: '' });
    if (answer.ok) await table.reload();
  };
  return (
    <section className={styles['panel']} aria-label={deliberateWords.block}>
      <div className={styles['scroll']} key={`${view.line.id}${block.code}`}>
        <Blocks table={table} onChoose={(code) => table.choose(view.line.id, code)} />
        <div>
          <h2 className={styles['title']}>
            {shortBlock(block.code)} · {table.terms.label}
          </h2>
          <Competencies table={table} />
        </div>
        {kind === 'pending' || kind === 'postponed' || wholeAway ? (
          <Obstacle table={table} onPostpone={() => props.onAsk('postpone')} onLift={() => props.onAsk('lift')} onPresence={() => props.onAsk('presence')} />
        ) : null}
        {kind === 'brought' || kind === 'notPresented' || (kind === 'absent' && !wholeAway) ? (
          <p className={styles['plain']}>
            <Mark state={kind} />
            <span>{stateSentence[kind]}</span>
          </p>
        ) : null}
        {progress.showsSeats && !(progress.last?.kind === 'revealed' && block.rounds.length > 1) ? (
          <Seats table={table} round={progress.last} mayGive={progress.mayGive} justRevealed={props.justRevealed} onTurn={props.onTurn} />
        ) : null}
        {progress.last?.kind === 'revealed' ? (
          <>
            <RoundResult table={table} round={progress.last} decided={kind !== 'pending'} />
            <RoundNotes table={table} round={progress.last} />
          </>
        ) : null}
        <RoundsTable table={table} rounds={block.rounds} justRevealed={props.justRevealed} />
        {progress.collegialOnly && kind === 'pending' && progress.free ? <p className={styles['plain']}>{blockPanelWords.collegialOnly}</p> : null}
        {progress.mayDecide ? (
          <DecisionForm table={table} draft={props.draft} onChange={props.onChange} tried={props.tried} failure={props.record.failure ?? props.draftFailure} />
        ) : null}
        <DecisionShown table={table} justDecided={props.justDecided} onReopen={() => props.onAsk('reopen')} />
        {table.open ? (
          <div className={styles['acts']}>
            {kind === 'pending' && progress.free && block.rounds.length === 0 ? (
              <Button size="small" kind="quiet" onPress={() => props.onAsk('absence')}>
                {actWords.blockAbsence}
              </Button>
            ) : null}
            {kind === 'absent' ? (
              <Button size="small" kind="quiet" busy={absence.busy} onPress={() => void undoAbsence()}>
                {actWords.undoAbsence}
              </Button>
            ) : null}
            {(kind === 'pending' && block.rounds.length === 0) || kind === 'notPresented' ? (
              <Button size="small" kind="quiet" onPress={() => props.onAsk('equivalence')}>
                {actWords.equivalence}
              </Button>
            ) : null}
          </div>
        ) : null}
        <FailureNotice failure={absence.failure ?? props.revealing.failure} />
      </div>
      <Footer
        table={table}
        progress={progress}
        recording={props.record.busy}
        revealing={props.revealing.busy}
        onTurn={props.onTurn}
        onReveal={props.reveal}
        onRecord={props.onRecord}
        onAnother={() => props.onAsk('round')}
      />
    </section>
  );
};
