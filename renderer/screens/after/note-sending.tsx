import { useState, type ReactNode } from 'react';
import type { SessionId } from '../../../domain/ids.ts';
import type { NotificationLine, Recipient, SendingWay } from '../../../domain/notification.ts';
import type { Day } from '../../../domain/time.ts';
import { notificationWords } from '../../../words/notification.ts';
import { verbs } from '../../../words/screens.ts';
import { Button } from '../../parts/button.tsx';
import { RadioCards } from '../../parts/choice.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { Actions } from '../../parts/section.tsx';
import { useWrite } from '../../store/request.ts';
import styles from './letters.module.css';
import { SendingFields } from './sending-fields.tsx';

const words = notificationWords.noting;
const recipients = ['candidate', 'companion'] as const;

const waitingFor = (lines: readonly NotificationLine[], to: Recipient): number =>
  lines.filter(({ letters }) => letters.some(({ recipient, state }) => recipient === to && state.kind !== 'sent')).length;

/** Notes that the letters of the candidates chosen left: to whom, when, how. */
export const NoteSending = (props: {
  readonly sessionId: SessionId;
  readonly lines: readonly NotificationLine[];
  readonly onClose: () => void;
  readonly onNoted: () => Promise<void>;
}): ReactNode => {
  const { sessionId, lines, onClose, onNoted } = props;
  const { run, busy, failure } = useWrite();
  // Where a companion is known there are two letters: nobody is chosen beforehand.
  const accompanied = lines.filter(({ companion }) => companion !== null);
  const [chosen, setChosen] = useState<Recipient | null>(null);
  const to = accompanied.length === 0 ? 'candidate' : chosen;
  const [on, setOn] = useState<Day | null>(null);
  const [way, setWay] = useState<SendingWay | null>(null);
  const [tried, setTried] = useState(false);
  const whom = to === 'companion' ? accompanied : lines;
  const note = async (): Promise<void> => {
    setTried(true);
    if (to === null || on === null || way === null) return;
    const answer = await run('notification.note', { sessionId, candidateIds: whom.map(({ candidateId }) => candidateId), recipient: to, on, way });
    if (answer.ok) await onNoted();
  };
  return (
    <Dialog title={words.title} open onClose={onClose} size="small">
      <Form className={styles['form']} onSubmit={note}>
        <p>{words.text(whom.map(({ name }) => name))}</p>
        {accompanied.length === 0 ? null : (
          <RadioCards
            label={words.to}
            value={to}
            options={recipients.map((value) => ({ value, label: notificationWords.to[value], hint: words.waiting(waitingFor(lines, value)) }))}
            onChange={setChosen}
            error={tried && to === null ? words.toMissing : null}
          />
        )}
        <SendingFields on={on} way={way} tried={tried} onDay={setOn} onWay={setWay} />
        <FailureNotice failure={failure} />
        <Actions end>
          <Button onPress={onClose}>{verbs.cancel}</Button>
          <Button kind="primary" type="submit" busy={busy}>
            {words.save}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
};
