import { useState, type ReactNode } from 'react';
import { jurorId, type SessionId } from '../../../domain/ids.ts';
import type { SigningView } from '../../../domain/minute-view.ts';
import { signWords } from '../../../words/sign.ts';
import { TextArea } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import { FormDialog } from '../deliberate/form-dialog.tsx';

/** A member refuses to sign or can't: the reason goes on the minute, which is established again. */
export const Refusal = (props: {
  readonly sessionId: SessionId;
  readonly signer: SigningView['signers'][number];
  readonly onDone: () => void;
  readonly onClose: () => void;
}): ReactNode => {
  const { run } = useWrite();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <FormDialog
      title={signWords.refuseTitle(props.signer.name)}
      intro={signWords.refuseText}
      verb={signWords.recordRefusal}
      kind="danger"
      check={() => {
        setTried(true);
        return reason.trim() !== '';
      }}
      submit={() => run('minute.refuse', { sessionId: props.sessionId, jurorId: jurorId.parse(props.signer.signer), reason })}
      onDone={props.onDone}
      onClose={props.onClose}
    >
      <TextArea
        autoFocus
        label={signWords.refuseReason}
        value={reason}
        onChange={setReason}
        maxLength={1000}
        error={tried && reason.trim() === '' ? signWords.reasonMissing : null}
      />
    </FormDialog>
  );
};
