import { useState, type ReactNode } from 'react';
import type { PostponementCause } from '../../../domain/decision.ts';
import { actWords } from '../../../words/act.ts';
import { useWrite } from '../../store/request.ts';
import { RadioCards } from '../../parts/choice.tsx';
import { HealthHint } from '../../parts/health-hint.tsx';
import { TextArea } from '../../parts/text-field.tsx';
import { FormDialog } from './form-dialog.tsx';
import type { Table } from './table.ts';
import { useTypedText } from '../../store/typed-text.ts';

/** The causes that may be given for this candidate; the two that the rules establish come only where they hold. */
const causesFor = (table: Table): readonly PostponementCause[] => {
  const { line } = table.view;
  const established: PostponementCause[] = [];
  if (!line.entry.entitled) established.push('entry');
  if (line.composition.gaps.length > 0) established.push('composition');
  return [...established, 'dossier', 'other'];
};

/** Postpones the decision on a candidate, with its cause. */
export const PostponeDialog = (props: { readonly table: Table; readonly onClose: () => void }): ReactNode => {
  const { table } = props;
  const { run } = useWrite();
  const causes = causesFor(table);
  const [cause, setCause] = useState<PostponementCause | null>(null);
  const typed = useTypedText(`postpone:${table.view.line.id}`);
  const note = typed.text;
  const [tried, setTried] = useState(false);
  return (
    <FormDialog
      title={actWords.postponeTitle(table.view.line.name)}
      intro={actWords.postponeText}
      verb={actWords.postpone}
      check={() => {
        setTried(true);
        return cause !== null && note.trim() !== '';
      }}
      submit={() => run('sitting.postpone', { sessionId: table.sessionId, candidateId: table.view.line.id, cause: cause ?? 'other', note })}
      onDone={typed.andForget(() => {
        props.onClose();
        void table.reload();
      })}
      onClose={typed.andForget(props.onClose)}
    >
      <RadioCards
        stacked
        label={actWords.cause}
        value={cause}
        options={causes.map((value) => ({ value, label: actWords.causes[value] }))}
        onChange={setCause}
        error={tried && cause === null ? actWords.causeMissing : null}
      />
      <TextArea
        label={actWords.note}
        hint={actWords.noteHint}
        value={note}
        onChange={typed.change}
        maxLength={1000}
        error={tried && note.trim() === '' ? actWords.noteMissing : null}
      />
      <HealthHint texts={[note]} printed />
    </FormDialog>
  );
};
