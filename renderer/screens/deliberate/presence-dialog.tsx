import { useState, type ReactNode } from 'react';
import type { Presence } from '../../../domain/candidate.ts';
import { deliberateWords, presenceWords } from '../../../words/deliberate.ts';
import { verbs } from '../../../words/screens.ts';
import { useWrite } from '../../store/request.ts';
import { RadioCards } from '../../parts/choice.tsx';
import { HealthHint } from '../../parts/health-hint.tsx';
import { TextArea } from '../../parts/text-field.tsx';
import { FormDialog } from './form-dialog.tsx';
import type { Table } from './table.ts';
import { useTypedText } from '../../store/typed-text.ts';

const choices = ['present', 'absent', 'excused'] as const;

/** Whether the candidate came, with a word of explanation. */
export const PresenceDialog = (props: { readonly table: Table; readonly initial: Presence; readonly onClose: () => void }): ReactNode => {
  const { table } = props;
  const { run } = useWrite();
  const [presence, setPresence] = useState<Exclude<Presence, 'expected'> | null>(props.initial === 'expected' ? null : props.initial);
  const typed = useTypedText(`presence:${table.view.line.id}`, table.view.presenceNote);
  const note = typed.text;
  const [missing, setMissing] = useState(false);
  return (
    <FormDialog
      title={deliberateWords.presenceTitle(table.view.line.name)}
      verb={verbs.save}
      check={() => {
        setMissing(presence === null);
        return presence !== null;
      }}
      submit={() => run('sitting.presence', { sessionId: table.sessionId, candidateId: table.view.line.id, presence: presence ?? 'expected', note })}
      onDone={typed.andForget(() => {
        props.onClose();
        void table.reload();
      })}
      onClose={typed.andForget(props.onClose)}
    >
      <RadioCards
        label={deliberateWords.presence}
        value={presence}
        options={choices.map((value) => ({ value, label: presenceWords[value] }))}
        onChange={setPresence}
        error={missing ? deliberateWords.presenceMissing : null}
      />
      <TextArea
        label={deliberateWords.presenceNote}
        optional
        hint={deliberateWords.presenceNoteHint}
        value={note}
        onChange={typed.change}
        maxLength={500}
        rows={2}
      />
      <HealthHint texts={[note]} />
    </FormDialog>
  );
};
