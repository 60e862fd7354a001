import { useRef, type ReactNode } from 'react';
import type { BlockState } from '../../../domain/decision.ts';
import type { BlockCode, JurorId } from '../../../domain/ids.ts';
import { blockPanelWords, deliberateWords, dossierWords } from '../../../words/deliberate.ts';
import { blockSaid, shortBlock } from '../../../words/outcome.ts';
import { resultWords } from '../../../words/round.ts';
import { useKeptFocus } from '../../parts/kept-focus.ts';
import { Mark } from '../../parts/mark.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import type { useWrite } from '../../store/request.ts';
import { AccommodationCard } from './accommodation.tsx';
import { BlockActs } from './block-acts.tsx';
import { Competencies } from './competencies.tsx';
import { DecisionForm } from './decision-form.tsx';
import { DecisionShown } from './decision-shown.tsx';
import type { DecisionDraft } from './draft.ts';
import { Footer } from './footer.tsx';
import { Obstacle } from './obstacle.tsx';
import { RoundNotes, RoundResult, RoundsTable } from './rounds.tsx';
import { Seats } from './seats.tsx';
import { progressOf } from './progress.ts';
import type { Table } from './table.ts';
import styles from './block.module.css';

/** As many characters of a title as hold in three lines of the panel in a window of 1280. */
const longTitle = 90;

/** The dialogs that acts of the deliberation open. */
export type Ask = 'presence' | 'postpone' | 'lift' | 'absence' | 'equivalence' | 'withdrawEquivalence' | 'recuse' | 'round' | 'reopen';

const Blocks = (props: { readonly table: Table; readonly onChoose: (code: BlockCode) => void }): ReactNode => (
  <ul className={[styles['blocks'], props.table.view.blocks.length > 6 ? styles['many'] : ''].join(' ')} aria-label={deliberateWords.blocks}>
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

const saySettled = (state: BlockState): string => {
  if (state.kind !== 'brought') return state.kind === 'absent' ? blockPanelWords.stateAbsent : blockPanelWords.stateNotPresented;
  const { brought } = state;
  return blockPanelWords.broughtBy(
    brought.kind === 'earlier'
      ? dossierWords.earlier(brought.minute, brought.on)
      : dossierWords.equivalence(brought.from, brought.reference, brought.authority, brought.on),
  );
};

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
  readonly onRead: (id: JurorId) => void;
  readonly onAsk: (ask: Ask) => void;
  readonly reveal: () => Promise<void>;
  readonly revealing: ReturnType<typeof useWrite>;
  readonly justRevealed: boolean;
  readonly justDecided: boolean;
}): ReactNode => {
  const { table } = props;
  const { block, view } = table;
  const progress = progressOf(table);
  const { kind } = block.state;
  const showsSeats = progress.showsSeats && !progress.lost && !(progress.last?.kind === 'revealed' && block.rounds.length > 1);
  const panel = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  // What an act took away leaves the focus to the act that comes next, or to the block itself.
  useKeptFocus(() => panel.current?.querySelector<HTMLElement>('[data-foot] button:last-of-type') ?? title.current);
  const wholeAway = block.state.kind === 'absent' && block.state.scope === 'candidate';
  return (
    <section ref={panel} className={styles['panel']} data-region aria-label={deliberateWords.block}>
      <div className={styles['scroll']} key={`${view.line.id}${block.code}`}>
        <Blocks table={table} onChoose={(code) => table.choose(view.line.id, code)} />
        <div>
          <h2 ref={title} tabIndex={-1} className={[styles['title'], table.terms.label.length > longTitle ? styles['long'] : ''].join(' ')}>
            {shortBlock(block.code)} · {table.terms.label}
          </h2>
          <Competencies table={table} />
        </div>
        <AccommodationCard table={table} seatsAsk={showsSeats && progress.mayGive} onRead={props.onRead} />
        {kind === 'pending' || kind === 'postponed' || wholeAway ? (
          <Obstacle table={table} onPostpone={() => props.onAsk('postpone')} onLift={() => props.onAsk('lift')} onPresence={() => props.onAsk('presence')} />
        ) : null}
        {kind === 'brought' || kind === 'notPresented' || (kind === 'absent' && !wholeAway) ? (
          <p className={styles['plain']}>
            <Mark state={kind} />
            <span>{saySettled(block.state)}</span>
          </p>
        ) : null}
        {showsSeats ? <Seats table={table} round={progress.last} mayGive={progress.mayGive} justRevealed={props.justRevealed} onTurn={props.onTurn} /> : null}
        {progress.lost ? (
          <Notice kind="warning" title={resultWords.lost}>
            <p>{progress.stuck ? resultWords.stuck : resultWords.lostText}</p>
          </Notice>
        ) : null}
        {progress.last?.kind === 'revealed' ? (
          <>
            <RoundResult table={table} round={progress.last} progress={progress} decided={kind !== 'pending'} justRevealed={props.justRevealed} />
            <RoundNotes table={table} round={progress.last} />
          </>
        ) : null}
        <RoundsTable table={table} rounds={block.rounds} justRevealed={props.justRevealed} />
        {progress.collegialOnly && kind === 'pending' && progress.free ? <p className={styles['plain']}>{blockPanelWords.collegialOnly}</p> : null}
        {progress.mayDecide ? (
          <DecisionForm
            table={table}
            draft={props.draft}
            onChange={props.onChange}
            tried={props.tried}
            failure={props.record.failure ?? props.draftFailure}
            round={progress.last?.kind === 'revealed' ? progress.last : null}
            again={progress.mayTryAgain}
          />
        ) : null}
        <DecisionShown table={table} justDecided={props.justDecided} onReopen={() => props.onAsk('reopen')} />
        <BlockActs table={table} progress={progress} onAsk={props.onAsk} />
        <FailureNotice failure={props.revealing.failure} />
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
        onPostpone={() => props.onAsk('postpone')}
      />
    </section>
  );
};
