import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { JurorId, PieceId } from '../../../domain/ids.ts';
import { decisionWords } from '../../../words/decision.ts';
import { blockPanelWords, opinionWords } from '../../../words/deliberate.ts';
import { blockWords, shortBlock } from '../../../words/outcome.ts';
import { ask as request } from '../../bridge.ts';
import { useWrite } from '../../store/request.ts';
import { useStore } from '../../store/store.ts';
import { BlockPanel, type Ask } from './block.tsx';
import { Consequence, footTimer } from './consequence.tsx';
import { missingOf } from './decision-form.tsx';
import { ActDialog } from './dialogs.tsx';
import { Dossier, type DossierTab } from './dossier.tsx';
import { useDecisionDraft, type DecisionDraft } from './draft.ts';
import { CandidateHeader } from './header.tsx';
import { useKeys } from './keys.ts';
import { firstPiece } from './pieces.tsx';
import { progressOf } from './progress.ts';
import { ReadingDialog } from './reading-dialog.tsx';
import { onBlock, type Table } from './table.ts';
import { nextMove, useTimer } from './timer.tsx';
import styles from './deliberate.module.css';
import middle from './middle.module.css';

/** The dossier and the block of one candidate, with the acts that the jury makes on them. */
export const OpenTable = (props: {
  readonly table: Table;
  readonly shown: PieceId | null;
  readonly onMatrix: () => void;
  readonly onShortcuts: () => void;
}): ReactNode => {
  const { shown } = props;
  const [tab, setTab] = useState<DossierTab>('pieces');
  const table: Table = {
    ...props.table,
    showPiece: (pieceId) => {
      setTab('pieces');
      props.table.showPiece(pieceId);
    },
  };
  const { view, block, sessionId } = table;
  const go = useStore((state) => state.go);
  const [ask, setAsk] = useState<Ask | null>(null);
  const [reader, setReader] = useState<JurorId | null>(null);
  const [moment, setMoment] = useState<'revealed' | 'decided' | null>(null);
  const [tried, setTried] = useState(0);
  // What was just recorded, until the screen has read it: it stays there as it was written, with its consequence, rather than an empty form and a block still to decide.
  const [kept, setKept] = useState<{ readonly place: string; readonly draft: DecisionDraft } | null>(null);
  const record = useWrite();
  const revealing = useWrite();
  const timer = useTimer(table);
  const progress = progressOf(table);
  const { draft, change, forget, flush, failure } = useDecisionDraft(sessionId, progress.mayDecide ? `decision:${view.line.id}:${block.code}` : null);

  const place = `${view.line.id}${block.code}`;
  const recorded = kept?.place === place ? kept.draft : null;
  const before = useRef(place);
  const { announce } = table;
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    setMoment(null);
    setTried(0);
    announce('');
  }, [place, announce]);

  const piece = shown ?? firstPiece(table);

  const takeTurn = (id: JurorId): void => {
    if (view.accommodation !== null && !view.readBy.includes(id)) setReader(id);
    else go({ kind: 'turn', sessionId, candidateId: view.line.id, block: block.code, jurorId: id });
  };
  const reveal = async (): Promise<void> => {
    const answer = await revealing.run('round.reveal', onBlock(table), async () => {
      setMoment('revealed');
      await table.reload();
    });
    if (!answer.ok) return;
    const fresh = await request('sitting.candidate', { sessionId, candidateId: view.line.id });
    const round = fresh.ok ? fresh.value.blocks.find((entry) => entry.code === block.code)?.rounds.at(-1) : undefined;
    if (round?.kind === 'revealed')
      table.announce(
        blockPanelWords.revealSaid(round.opinions.map((opinion) => blockPanelWords.opinionSaid(table.nameOf(opinion.jurorId), opinionWords[opinion.value]))),
      );
  };
  const decide = async (): Promise<boolean> => {
    if (record.busy) return false;
    setTried((times) => times + 1);
    const { outcome } = draft;
    if (!progress.mayDecide || outcome === null || missingOf(table, draft) !== null) return false;
    flush();
    const decision = {
      outcome,
      reason: draft.reason,
      recommendation: draft.recommendation,
      competencies: outcome === 'validated' ? [] : draft.competencies,
    };
    const answer = await record.run(
      'decision.record',
      { ...onBlock(table), decision: outcome === 'validated' ? { ...decision, recommendation: '' } : decision },
      async () => {
        setKept({ place, draft });
        forget();
        setTried(0);
        setMoment('decided');
        table.announce(decisionWords.announced(shortBlock(block.code), blockWords[outcome].word));
        await table.reload();
        setKept(null);
      },
    );
    return answer.ok;
  };
  const stepBlock = (by: number): void => {
    const here = view.blocks.findIndex((entry) => entry.code === block.code);
    const next = view.blocks[here + by];
    if (next !== undefined) table.choose(view.line.id, next.code);
  };
  const seat = (rank: number) => (): void => {
    const id = view.line.composition.sitting[rank];
    if (id !== undefined && progress.mayGive) takeTurn(id);
  };
  useKeys({
    l: () => stepBlock(1),
    h: () => stepBlock(-1),
    ArrowRight: () => stepBlock(1),
    ArrowLeft: () => stepBlock(-1),
    ...Object.fromEntries(Array.from({ length: 9 }, (_, rank) => [String(rank + 1), seat(rank)])),
    r: () => void (progress.mayReveal && reveal()),
    'Ctrl+Enter': () => void (progress.mayDecide && decide()),
    t: () => {
      const foot = footTimer(table);
      if (foot !== null && table.open) void timer.move(foot, nextMove(foot.timer.kind));
    },
  });

  return (
    <>
      <div className={styles['pair']}>
        <div className={middle['middle']}>
          <CandidateHeader table={table} onPresence={() => setAsk('presence')} onPostpone={() => setAsk('postpone')} onRecuse={() => setAsk('recuse')} />
          <Dossier table={table} tab={tab} shown={piece} onTab={setTab} />
        </div>
        <BlockPanel
          table={table}
          draft={recorded ?? draft}
          draftFailure={failure}
          onChange={(part) => {
            if (recorded !== null) return;
            // A refusal said beside the choice goes away with another choice.
            if (part.outcome !== undefined) record.clear();
            change(part);
          }}
          onRecord={decide}
          record={record}
          tried={tried}
          onTurn={takeTurn}
          onRead={setReader}
          onAsk={setAsk}
          reveal={reveal}
          revealing={revealing}
          justRevealed={moment === 'revealed'}
          justDecided={moment === 'decided'}
        />
      </div>
      <Consequence table={table} outcome={(recorded ?? draft).outcome} onMatrix={props.onMatrix} onShortcuts={props.onShortcuts} />
      {ask === null ? null : <ActDialog table={table} ask={ask} onClose={() => setAsk(null)} />}
      {reader === null ? null : <ReadingDialog table={table} jurorId={reader} onClose={() => setReader(null)} />}
    </>
  );
};
