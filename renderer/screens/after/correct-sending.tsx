import { useState, type ReactNode } from 'react';
import type { SessionId } from '../../../domain/ids.ts';
import type { Sending, SendingWay } from '../../../domain/notification.ts';
import type { Day } from '../../../domain/time.ts';
import { notificationWords } from '../../../words/notification.ts';
import { verbs } from '../../../words/screens.ts';
import { Button } from '../../parts/button.tsx';
import { RadioCards } from '../../parts/choice.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { Actions } from '../../parts/section.tsx';
import { TextArea } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import styles from './letters.module.css';
import { SendingFields } from './sending-fields.tsx';
import { useTypedText } from '../../store/typed-text.ts';

const words = notificationWords.correcting;

/** Puts right what was noted of a letter, with its reason; what was noted stays in the history. */
export const CorrectSending = (props: {
  readonly sessionId: SessionId;
  readonly sending: Sending;
  readonly onClose: () => void;
  readonly onCorrected: () => Promise<void>;
}): ReactNode => {
  const { sessionId, sending, onClose, onCorrected } = props;
  const { run, busy, failure } = useWrite();
  const [what, setWhat] = useState<'other' | 'never' | null>(null);
  const [on, setOn] = useState<Day | null>(null);
  const [way, setWay] = useState<SendingWay | null>(null);
  const typed = useTypedText(`sending:${sending.id}`);
  const reason = typed.text;
  const [tried, setTried] = useState(false);
  const correct = async (): Promise<void> => {
    setTried(true);
    if (what === null || reason.trim() === '') return;
    const sent = what === 'other' && on !== null && way !== null ? { on, way } : null;
    if (what === 'other' && sent === null) return;
    const answer = await run('notification.correct', { sessionId, id: sending.id, sent, reason });
    if (!answer.ok) return;
    typed.andForget(() => undefined)();
    await onCorrected();
  };
  const leave = typed.andForget(onClose);
  return (
    <Dialog title={words.title} open onClose={leave} size="small">
      <Form className={styles['form']} onSubmit={correct}>
        <p>{words.text}</p>
        <RadioCards
          stacked
          label={words.what}
          value={what}
          options={(['other', 'never'] as const).map((value) => ({ value, label: words[value] }))}
          onChange={setWhat}
          error={tried && what === null ? words.whatMissing : null}
        />
        {what === 'other' ? <SendingFields on={on} way={way} tried={tried} onDay={setOn} onWay={setWay} /> : null}
        <TextArea
          label={words.reason}
          hint={words.reasonHint}
          value={reason}
          onChange={typed.change}
          maxLength={1000}
          error={tried && reason.trim() === '' ? words.reasonMissing : null}
        />
        <FailureNotice failure={failure} />
        <Actions end>
          <Button onPress={leave}>{verbs.cancel}</Button>
          <Button kind="primary" type="submit" busy={busy}>
            {words.save}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
};
