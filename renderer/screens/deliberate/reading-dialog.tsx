import { useState, type ReactNode } from 'react';
import type { JurorId } from '../../../domain/ids.ts';
import { accommodationCardWords } from '../../../words/accommodation-card.ts';
import { actWords } from '../../../words/act.ts';
import { fieldWords } from '../../../words/screens.ts';
import { turnWords } from '../../../words/turn.ts';
import { useWrite } from '../../store/request.ts';
import { isPin, PinField, TextArea } from '../../parts/text-field.tsx';
import { AccommodationText } from './accommodation.tsx';
import { FormDialog } from './form-dialog.tsx';
import type { Table } from './table.ts';

/** One member confirms, by a code, having read the accommodation; the working note leaves the window with the dialog. */
export const ReadingDialog = (props: { readonly table: Table; readonly jurorId: JurorId; readonly onClose: () => void }): ReactNode => {
  const { table, jurorId } = props;
  const { run } = useWrite();
  const [pin, setPin] = useState('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  if (table.view.accommodation === null) return null;
  return (
    <FormDialog
      title={accommodationCardWords.dialogTitle(table.nameOf(jurorId))}
      intro={accommodationCardWords.pledge}
      verb={accommodationCardWords.confirm}
      check={() => {
        setTried(true);
        return isPin(pin);
      }}
      submit={() => run('sitting.accommodationRead', { sessionId: table.sessionId, candidateId: table.view.line.id, jurorId, pin, note })}
      onDone={() => {
        props.onClose();
        void table.reload();
      }}
      onClose={props.onClose}
    >
      <AccommodationText view={table.view.accommodation} />
      <TextArea
        label={accommodationCardWords.note}
        optional
        hint={`${accommodationCardWords.noteHint} ${turnWords.access}`}
        value={note}
        onChange={setNote}
        maxLength={2000}
        rows={2}
      />
      <PinField autoFocus label={fieldWords.pin} value={pin} onChange={setPin} error={tried && !isPin(pin) ? actWords.pinMissing : null} />
    </FormDialog>
  );
};
