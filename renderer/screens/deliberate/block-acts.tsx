import type { ReactNode } from 'react';
import { actWords } from '../../../words/act.ts';
import { Button } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { useWrite } from '../../store/request.ts';
import type { Ask } from './block.tsx';
import type { Progress } from './progress.ts';
import { onBlock, type Table } from './table.ts';
import styles from './block.module.css';

/** Whether the block was granted by an equivalence of this very session, the only one that can be withdrawn. */
const grantedHere = ({ block, dossier }: Table): boolean =>
  block.state.kind === 'brought' && dossier !== null && !dossier.candidate.brings.some((entry) => entry.block === block.code);

/** The rarer acts on a block, quietly, under what the jury reads: absence to it, equivalence, and taking them back. */
export const BlockActs = (props: { readonly table: Table; readonly progress: Progress; readonly onAsk: (ask: Ask) => void }): ReactNode => {
  const { table, progress, onAsk } = props;
  const { run, busy, failure } = useWrite();
  if (!table.open || table.session.rectifying !== null) return null;
  const { state, rounds, superseded } = table.block;
  // The jury has begun on a block once something is known of it (domain/permission.ts): a sealed opinion binds nobody.
  const untouched = state.kind === 'pending' && !rounds.some((round) => round.kind === 'revealed') && superseded.length === 0;
  const undoAbsence = async (): Promise<void> => {
    const answer = await run('sitting.blockAbsence', { ...onBlock(table), absent: false, note: '' });
    if (answer.ok) await table.reload();
  };
  return (
    <>
      <div className={styles['acts']}>
        {untouched && progress.free ? (
          <Button size="small" kind="quiet" onPress={() => onAsk('absence')}>
            {actWords.blockAbsence}
          </Button>
        ) : null}
        {state.kind === 'absent' && state.scope === 'block' ? (
          <Button size="small" kind="quiet" busy={busy} onPress={() => void undoAbsence()}>
            {actWords.undoAbsence}
          </Button>
        ) : null}
        {untouched || state.kind === 'notPresented' ? (
          <Button size="small" kind="quiet" onPress={() => onAsk('equivalence')}>
            {actWords.equivalence}
          </Button>
        ) : null}
        {grantedHere(table) ? (
          <Button size="small" kind="quiet" onPress={() => onAsk('withdrawEquivalence')}>
            {actWords.withdrawEquivalence}
          </Button>
        ) : null}
      </div>
      <FailureNotice failure={failure} />
    </>
  );
};
