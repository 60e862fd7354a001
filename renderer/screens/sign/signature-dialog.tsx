import { useState, type ReactNode } from 'react';
import type { RequestInput } from '../../../domain/contract.ts';
import type { SessionId } from '../../../domain/ids.ts';
import type { SigningView } from '../../../domain/minute-view.ts';
import { actWords } from '../../../words/act.ts';
import { fieldWords } from '../../../words/screens.ts';
import { signWords } from '../../../words/sign.ts';
import { Checkbox, RadioCards } from '../../parts/choice.tsx';
import { isPin, PinField, TextField } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import { FormDialog } from '../deliberate/form-dialog.tsx';
import { Certificate, type OwnChoice } from './certificate.tsx';
import { DrawingPad, type Strokes } from './drawing-pad.tsx';

type Appearance = RequestInput<'minute.sign'>['appearance'];

/** One person signs: identity and capacity confirmed, a drawing or the name typed, the code. */
export const SignatureDialog = (props: {
  readonly sessionId: SessionId;
  readonly signer: SigningView['signers'][number];
  readonly onDone: () => void;
  readonly onClose: () => void;
}): ReactNode => {
  const { signer } = props;
  const { run } = useWrite();
  const [confirmed, setConfirmed] = useState(false);
  const [how, setHow] = useState<Appearance['kind']>('drawn');
  const [strokes, setStrokes] = useState<Strokes>([]);
  const [text, setText] = useState('');
  const [pin, setPin] = useState('');
  const [tried, setTried] = useState(false);
  const [choice, setChoice] = useState<OwnChoice>({ kind: 'none' });
  const lead = signer.capacity === 'lead';
  const appearance: Appearance = how === 'drawn' ? { kind: 'drawn', strokes: strokes.map((stroke) => [...stroke]) } : { kind: 'typed', text };
  const missing = how === 'drawn' ? strokes.length === 0 : text.trim() === '';
  return (
    <FormDialog
      title={lead ? signWords.sealTitle(signer.name) : signWords.dialogTitle(signer.name)}
      verb={lead ? signWords.seal : signWords.sign}
      check={() => {
        setTried(true);
        return confirmed && !missing && isPin(pin) && choice.kind !== 'wanted';
      }}
      submit={() =>
        run('minute.sign', {
          sessionId: props.sessionId,
          signer: signer.signer,
          capacity: signer.capacity,
          pin,
          appearance,
          ...(choice.kind === 'ready' ? { certificate: choice.own } : {}),
        })
      }
      onDone={props.onDone}
      onClose={props.onClose}
    >
      <div data-invalid={tried && !confirmed ? '' : undefined}>
        <Checkbox
          checked={confirmed}
          onChange={setConfirmed}
          label={`${signWords.identity(signer.name, signer.quality)} ${signWords.as[signer.capacity]}`}
          error={tried && !confirmed ? signWords.identityMissing : null}
        />
      </div>
      <RadioCards
        label={signWords.how}
        value={how}
        options={[
          { value: 'drawn', label: signWords.drawn },
          { value: 'typed', label: signWords.typed },
        ]}
        onChange={setHow}
      />
      {how === 'drawn' ? (
        <DrawingPad onChange={setStrokes} error={tried && missing ? signWords.drawMissing : null} />
      ) : (
        <TextField label={signWords.typedLabel} value={text} onChange={setText} maxLength={120} error={tried && missing ? signWords.typedMissing : null} />
      )}
      {lead ? null : <Certificate choice={choice} tried={tried} onChange={setChoice} />}
      <PinField label={fieldWords.pin} value={pin} onChange={setPin} error={tried && !isPin(pin) ? actWords.pinMissing : null} />
    </FormDialog>
  );
};
