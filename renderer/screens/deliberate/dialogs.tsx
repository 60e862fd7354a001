import type { ReactNode } from 'react';
import { actWords } from '../../../words/act.ts';
import { decisionWords } from '../../../words/decision.ts';
import { blockPanelWords } from '../../../words/deliberate.ts';
import { shortBlock } from '../../../words/outcome.ts';
import { useWrite } from '../../store/request.ts';
import type { Ask } from './block.tsx';
import { EquivalenceDialog } from './equivalence-dialog.tsx';
import { PostponeDialog } from './postpone-dialog.tsx';
import { PresenceDialog } from './presence-dialog.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { RecuseDialog } from './recuse-dialog.tsx';
import { onBlock, type Table } from './table.ts';

const whoReopens = ({ block, view, nameOf }: Table): string => {
  const { reopener } = block;
  if (reopener === null || reopener === 'lead') return decisionWords.reopenBy.lead;
  return decisionWords.reopenBy[reopener === view.line.composition.president ? 'presides' : 'presided'](nameOf(reopener));
};

/** The dialog that an act asked for. */
export const ActDialog = (props: { readonly table: Table; readonly ask: Ask; readonly onClose: () => void }): ReactNode => {
  const { table, ask, onClose } = props;
  const { run } = useWrite();
  const code = shortBlock(table.block.code);
  const person = { sessionId: table.sessionId, candidateId: table.view.line.id };
  const { reopener } = table.block;
  const shared = { table, onClose };
  const asked = {
    about: `${ask}:${person.candidateId}:${table.block.code}`,
    onClose,
    onDone: () => {
      onClose();
      void table.reload();
    },
  };
  switch (ask) {
    case 'presence':
      return <PresenceDialog {...shared} initial={table.view.line.presence} />;
    case 'postpone':
      return <PostponeDialog {...shared} />;
    case 'equivalence':
      return <EquivalenceDialog {...shared} />;
    case 'recuse':
      return <RecuseDialog {...shared} />;
    case 'withdrawEquivalence':
      return (
        <ReasonDialog
          {...asked}
          title={actWords.withdrawEquivalenceTitle(code)}
          intro={actWords.withdrawEquivalenceText}
          label={actWords.withdrawReason}
          verb={actWords.withdrawEquivalence}
          maxLength={1000}
          submit={(reason) => run('sitting.withdrawEquivalence', { ...onBlock(table), reason })}
        />
      );
    case 'lift':
      return (
        <ReasonDialog
          {...asked}
          title={actWords.liftTitle}
          label={actWords.liftReason}
          verb={actWords.lift}
          maxLength={1000}
          submit={(reason) => run('sitting.liftPostponement', { ...person, reason })}
        />
      );
    case 'absence':
      return (
        <ReasonDialog
          {...asked}
          optional
          title={actWords.blockAbsenceTitle(code)}
          intro={actWords.blockAbsenceText}
          label={actWords.note}
          verb={actWords.blockAbsence}
          maxLength={500}
          submit={(note) => run('sitting.blockAbsence', { ...onBlock(table), absent: true, note })}
        />
      );
    case 'round':
      return (
        <ReasonDialog
          {...asked}
          optional
          title={blockPanelWords.anotherTitle}
          intro={blockPanelWords.anotherText}
          label={blockPanelWords.anotherReason}
          hint={blockPanelWords.anotherReasonHint}
          verb={blockPanelWords.openRound}
          maxLength={1000}
          submit={(reason) => run('round.another', { ...onBlock(table), reason })}
        />
      );
    case 'reopen':
      return (
        <ReasonDialog
          {...asked}
          pinLabel={reopener === null || reopener === 'lead' ? decisionWords.pinOfLead : decisionWords.pinOf(table.nameOf(reopener))}
          title={decisionWords.reopenTitle}
          intro={decisionWords.reopenText(whoReopens(table))}
          label={decisionWords.reopenReason}
          verb={decisionWords.reopen}
          maxLength={1000}
          submit={(reason, pin) => run('decision.reopen', { ...onBlock(table), reason, pin })}
        />
      );
  }
};
