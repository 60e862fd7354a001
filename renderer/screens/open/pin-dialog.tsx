import { useState, type ReactNode } from 'react';
import type { JurorId, SessionId } from '../../../domain/ids.ts';
import { openWords } from '../../../words/open.ts';
import { fieldWords, verbs } from '../../../words/screens.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { Actions } from '../../parts/section.tsx';
import { isPin, PinField } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import styles from './open.module.css';

/** Whose personal code is chosen. */
export interface PinHolder {
  readonly id: JurorId | 'lead';
  readonly name: string;
  readonly set: boolean;
}

/** A personal code, typed twice by the person it belongs to; the present one is asked for before it changes. */
export const PinDialog = (props: {
  readonly sessionId: SessionId;
  readonly holder: PinHolder;
  readonly onClose: () => void;
  readonly onDone: () => void;
}): ReactNode => {
  const { holder } = props;
  const { busy, failure, run } = useWrite();
  const [current, setCurrent] = useState('');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const save = async (): Promise<void> => {
    setTried(true);
    if (!isPin(pin) || pin !== again || (holder.set && !isPin(current))) return;
    const saved = await run('pin.set', { sessionId: props.sessionId, holder: holder.id, pin, current: holder.set ? current : null });
    if (saved.ok) props.onDone();
    else {
      setCurrent('');
      setTried(false);
    }
  };
  return (
    <Dialog title={openWords.pinTitle(holder.name)} open onClose={props.onClose} size="small">
      <Form className={styles['form']} onSubmit={save}>
        <p>{openWords.pinIntro}</p>
        {holder.set ? (
          <PinField
            label={openWords.pinCurrent}
            value={current}
            onChange={setCurrent}
            autoFocus
            error={tried && !isPin(current) ? fieldWords.pinShort : null}
          />
        ) : null}
        <PinField
          label={openWords.pinNew}
          hint={fieldWords.pinHint}
          value={pin}
          onChange={setPin}
          autoFocus={!holder.set}
          error={tried && !isPin(pin) ? fieldWords.pinShort : null}
        />
        <PinField label={openWords.pinAgain} value={again} onChange={setAgain} error={tried && isPin(pin) && pin !== again ? fieldWords.pinDiffer : null} />
        <FailureNotice failure={failure} />
        <Actions end>
          <Button onPress={props.onClose}>{verbs.cancel}</Button>
          <Button kind="primary" type="submit" busy={busy}>
            {openWords.pinSave}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
};
