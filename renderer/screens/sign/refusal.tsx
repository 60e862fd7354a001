import { useState, type ReactNode } from 'react';
import { jurorId, type SessionId } from '../../../domain/ids.ts';
import type { SigningView } from '../../../domain/minute-view.ts';
import { signWords } from '../../../words/sign.ts';
import { TextArea } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import { FormDialog } from '../deliberate/form-dialog.tsx';
import { useTypedText } from '../../store/typed-text.ts';

/** A member refuses to sign or can't: the reason goes on the minute, which is established again. */
export const Refusal = (props: {
  readonly sessionId: SessionId;
  readonly signer: SigningView['signers'][number];
  readonly onDone: () => void;
  readonly onClose: () => void;
}): ReactNode => {
  const { run } = useWrite();
  const typed = useTypedText(`refusal:${props.signer.signer}`);
  const reason = typed.text;
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
      onDone={typed.andForget(props.onDone)}
      onClose={typed.andForget(props.onClose)}
    >
      <TextArea
        autoFocus
        label={signWords.refuseReason}
        value={reason}
        onChange={typed.change}
        maxLength={1000}
        error={tried && reason.trim() === '' ? signWords.reasonMissing : null}
      />
    </FormDialog>
  );
};
