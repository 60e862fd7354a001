import { useState, type ReactNode } from 'react';
import type { BlockCode, CandidateId, SessionId } from '../../../domain/ids.ts';
import type { DeliberationView, SessionView, SittingLine, SittingView } from '../../../domain/view.ts';
import { Loaded } from '../../parts/loading.tsx';
import { imageShown } from '../../store/after-image.ts';
import { useRead } from '../../store/request.ts';
import { useStore } from '../../store/store.ts';
import { nameMember } from './names.ts';
import { firstBlock, type Table } from './table.ts';
import { OpenTable } from './open-table.tsx';
import styles from './deliberate.module.css';

interface BoardProps {
  readonly sessionId: SessionId;
  readonly sitting: SittingView;
  readonly line: SittingLine;
  readonly block: BlockCode | null;
  readonly readSitting: () => Promise<void>;
  readonly choose: (candidateId: CandidateId, block?: BlockCode) => void;
  readonly onMatrix: () => void;
  readonly onShortcuts: () => void;
}

const layTable = (
  props: BoardProps,
  session: SessionView,
  view: DeliberationView,
  rest: Pick<Table, 'dossier' | 'reload' | 'announce' | 'showPiece'>,
): Table | null => {
  const code = props.block ?? firstBlock(view.blocks);
  const block = view.blocks.find((entry) => entry.code === code);
  const terms = session.referential.blocks.find((entry) => entry.code === code);
  if (block === undefined || terms === undefined) return null;
  const { sitting } = props;
  return {
    ...rest,
    sessionId: props.sessionId,
    session,
    sitting,
    view,
    block,
    terms,
    timeZone: session.fields.timeZone,
    open: sitting.phase === 'open',
    nameOf: (id) => nameMember(sitting.members, id),
    choose: props.choose,
  };
};

/** Reads one candidate and lays the table. */
export const Board = (props: BoardProps): ReactNode => {
  const person = { sessionId: props.sessionId, candidateId: props.line.id };
  const session = useStore((state) => state.session);
  const { reading, reload } = useRead('sitting.candidate', person);
  const dossier = useRead('dossier.get', person);
  const [said, announce] = useState('');
  const [shown, showPiece] = useState<Parameters<Table['showPiece']>[0] | null>(null);
  const rest = {
    dossier: dossier.reading.kind === 'ready' ? dossier.reading.value : null,
    announce,
    showPiece,
    reload: async () => {
      await reload();
      // The machine draws nothing while the whole sitting is read: what was just done is on screen before.
      await imageShown();
      await props.readSitting();
    },
  };
  return (
    <>
      <p role="status" className="visually-hidden">
        {said}
      </p>
      <div className={styles['board']}>
        <Loaded reading={reading} retry={() => void reload()}>
          {(view) => {
            const table = session === null ? null : layTable(props, session, view, rest);
            if (table === null) return null;
            return <OpenTable table={table} shown={shown} onMatrix={props.onMatrix} onShortcuts={props.onShortcuts} />;
          }}
        </Loaded>
      </div>
    </>
  );
};
