import { useState, type ReactNode } from 'react';
import { failed } from '../../../domain/errors.ts';
import type { JurorId } from '../../../domain/ids.ts';
import { actWords } from '../../../words/act.ts';
import { decisionWords } from '../../../words/decision.ts';
import { rankWords } from '../../../words/jury-seat.ts';
import { Checkbox, RadioCards } from '../../parts/choice.tsx';
import { TextArea } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import { FormDialog } from './form-dialog.tsx';
import type { Table } from './table.ts';
import { useTypedText } from '../../store/typed-text.ts';

/** A member steps aside for this candidate, at the member's own request, with a reason and the member's word. */
export const RecuseDialog = (props: { readonly table: Table; readonly onClose: () => void }): ReactNode => {
  const { table } = props;
  const { line } = table.view;
  const { run } = useWrite();
  const [who, setWho] = useState<JurorId | null>(null);
  const typed = useTypedText(`recuse:${line.id}`);
  const reason = typed.text;
  const [confirmed, setConfirmed] = useState(false);
  const [tried, setTried] = useState(false);
  const seated = table.sitting.members.filter((member) => line.composition.sitting.includes(member.juror.id));
  return (
    <FormDialog
      title={actWords.recuseTitle(line.name)}
      intro={actWords.recuseText}
      verb={actWords.recuseVerb}
      check={() => {
        setTried(true);
        return who !== null && reason.trim() !== '' && confirmed;
      }}
      submit={() =>
        who === null
          ? Promise.resolve(failed('request-malformed'))
          : run('room.recuse', { sessionId: table.sessionId, candidateId: line.id, jurorId: who, reason })
      }
      onDone={typed.andForget(() => {
        props.onClose();
        void table.reload();
      })}
      onClose={typed.andForget(props.onClose)}
    >
      <RadioCards
        label={actWords.recuseWho}
        value={who}
        options={seated.map(({ juror }) => ({
          value: juror.id,
          label: table.nameOf(juror.id),
          hint: rankWords(juror, juror.id === line.composition.president),
        }))}
        onChange={setWho}
        error={tried && who === null ? actWords.recuseWhoMissing : null}
      />
      <TextArea
        label={actWords.recuseReason}
        value={reason}
        onChange={typed.change}
        maxLength={1000}
        rows={2}
        error={tried && reason.trim() === '' ? decisionWords.reasonMissing : null}
      />
      <Checkbox
        label={actWords.recuseConfirm(line.name)}
        checked={confirmed}
        onChange={setConfirmed}
        error={tried && !confirmed ? actWords.recuseConfirmMissing : null}
      />
    </FormDialog>
  );
};
