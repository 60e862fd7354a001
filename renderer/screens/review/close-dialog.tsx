import { useState, type ReactNode } from 'react';
import { fullName } from '../../../domain/candidate.ts';
import type { SessionId } from '../../../domain/ids.ts';
import type { SessionFields } from '../../../domain/view.ts';
import { actWords } from '../../../words/act.ts';
import { healthWords } from '../../../words/health.ts';
import { rectifyWords } from '../../../words/rectify.ts';
import { reviewWords } from '../../../words/review.ts';
import { fieldWords } from '../../../words/screens.ts';
import { Notice } from '../../parts/notice.tsx';
import { isPin, PinField } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import { FormDialog } from '../deliberate/form-dialog.tsx';

/** Closing can't be undone: said so, Cancel first, the lead's code. */
export const CloseDialog = (props: {
  readonly sessionId: SessionId;
  readonly lead: SessionFields['lead'];
  readonly rectifying: boolean;
  /** How many texts may speak of health: said once more, and no obstacle. */
  readonly flagged: number;
  readonly onDone: () => void;
  readonly onClose: () => void;
}): ReactNode => {
  const { run } = useWrite();
  const [pin, setPin] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <FormDialog
      title={props.rectifying ? rectifyWords.closeTitle : reviewWords.closeTitle}
      intro={props.rectifying ? rectifyWords.closeText : reviewWords.closeText}
      verb={props.rectifying ? rectifyWords.close : reviewWords.close}
      check={() => {
        setTried(true);
        return isPin(pin);
      }}
      submit={() => run('session.close', { sessionId: props.sessionId, pin })}
      onDone={props.onDone}
      onClose={props.onClose}
    >
      {props.flagged === 0 ? null : <Notice kind="warning" title={healthWords.closing(props.flagged)} />}
      <PinField
        autoFocus
        label={fieldWords.pin}
        hint={reviewWords.closeBy(fullName(props.lead))}
        value={pin}
        onChange={setPin}
        error={tried && !isPin(pin) ? actWords.pinMissing : null}
      />
    </FormDialog>
  );
};
