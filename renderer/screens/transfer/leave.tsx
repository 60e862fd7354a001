import { useState, type ReactNode } from 'react';
import type { SessionId } from '../../../domain/ids.ts';
import type { SessionSummary } from '../../../domain/view.ts';
import { verbs } from '../../../words/screens.ts';
import { actWords } from '../../../words/act.ts';
import { transferWords as words } from '../../../words/transfer.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { Actions, Stack } from '../../parts/section.tsx';
import { isPin, PinField, TextField } from '../../parts/text-field.tsx';
import { Progress } from '../../parts/progress.tsx';
import { useRead, useWrite } from '../../store/request.ts';
import { useWork } from '../../store/work.ts';
import { useLeadWord } from './lead-word.tsx';

/** The form by which a session leaves: where to, under which phrase, on the lead's word. */
const LeaveForm = (props: {
  readonly session: SessionSummary;
  readonly received: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}): ReactNode => {
  const { busy: asking, failure: refused, run } = useWrite();
  const work = useWork();
  const busy = asking || work.progress !== null;
  const failure = refused ?? work.failure;
  const { reading } = useRead('transfer.status', { sessionId: props.session.id });
  const [to, setTo] = useState('');
  const [secret, setSecret] = useState('');
  const [again, setAgain] = useState('');
  const [pin, setPin] = useState('');
  const [tried, setTried] = useState(false);
  const pinNeeded = reading.kind === 'ready' && reading.value.pinNeeded;
  const fit = to.trim() !== '' && secret.length >= 12 && secret === again && (!pinNeeded || isPin(pin));
  const differs = again !== '' && secret !== again && (tried || again.length >= secret.length);
  const againMissing = tried && again === '' ? words.againMissing : null;
  const leave = async (): Promise<void> => {
    setTried(true);
    if (!fit) return;
    const left = await run('transfer.leave', { sessionId: props.session.id, to, secret, pin: pinNeeded ? pin : null });
    if (left.ok) work.follow(left.value.work, props.onDone);
  };
  // Closed while the file is written: the work is stopped first, so that the list says what is so.
  const stop = async (): Promise<void> => {
    if (work.progress === null) return props.onClose();
    await work.cancel();
    props.onDone();
  };
  return (
    <Dialog open title={props.received ? words.giveBackTitle : words.leaveTitle} onClose={() => void stop()}>
      <Form onSubmit={leave}>
        <Stack>
          <p>{words.leaveText}</p>
          <p>{props.received ? words.giveBackThen : words.leaveThen}</p>
          <TextField
            label={words.to}
            hint={words.toHint}
            error={tried && to.trim() === '' ? words.toMissing : null}
            value={to}
            onChange={setTo}
            maxLength={80}
            autoFocus
          />
          <TextField
            type="password"
            autoComplete="new-password"
            label={words.secret}
            hint={words.secretHint}
            error={tried && secret.length < 12 ? words.short : null}
            value={secret}
            onChange={setSecret}
            maxLength={400}
          />
          <TextField
            type="password"
            autoComplete="new-password"
            label={words.again}
            error={differs ? words.differ : againMissing}
            value={again}
            onChange={setAgain}
            maxLength={400}
          />
          {pinNeeded ? <PinField label={words.pin} value={pin} onChange={setPin} error={tried && !isPin(pin) ? actWords.pinMissing : null} /> : null}
          {busy ? <p role="status">{words.writing}</p> : null}
          <Progress work={work} />
          <FailureNotice failure={failure} />
        </Stack>
        <Actions end>
          <Button onPress={() => void stop()}>{verbs.cancel}</Button>
          <Button kind="primary" type="submit" busy={busy}>
            {words.doLeave}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
};

/** The form by which a session is taken back without its file. */
export const TakeBackForm = (props: {
  readonly sessionId: SessionId;
  readonly to: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}): ReactNode => {
  const { busy, failure, run } = useWrite();
  const { fields, give } = useLeadWord(props.sessionId);
  const takeBack = async (): Promise<void> => {
    const word = give();
    if (word === null) return;
    const back = await run('transfer.takeBack', { sessionId: props.sessionId, ...word });
    if (back.ok) props.onDone();
  };
  return (
    <Dialog open alert title={words.takeBackTitle} onClose={props.onClose}>
      <Form onSubmit={takeBack}>
        <Stack>
          <p>{words.takeBackText(props.to)}</p>
          {fields}
          <FailureNotice failure={failure} />
        </Stack>
        <Actions end>
          <Button autoFocus onPress={props.onClose}>
            {verbs.cancel}
          </Button>
          <Button kind="danger" type="submit" busy={busy}>
            {words.doTakeBack}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
};

/** What a line of the home screen offers of a session's travels: leave, be given back where it was received, or be taken back. */
export const TravelButton = (props: { readonly session: SessionSummary; readonly onChanged: () => void }): ReactNode => {
  const { session } = props;
  const { reading } = useRead('transfer.status', { sessionId: session.id });
  const [open, setOpen] = useState(false);
  const received = reading.kind === 'ready' && reading.value.received;
  const close = (): void => setOpen(false);
  const changed = (): void => {
    close();
    props.onChanged();
  };
  const [said, label] = session.away
    ? [words.takeBack, words.takeBackOf(session.number)]
    : received
      ? [words.giveBack, words.giveBackOf(session.number)]
      : [words.leave, words.leaveOf(session.number)];
  return (
    <>
      <Button size="small" kind="quiet" label={label} onPress={() => setOpen(true)}>
        {said}
      </Button>
      {open && session.away ? <TakeBackForm sessionId={session.id} to={session.away.to} onClose={close} onDone={changed} /> : null}
      {open && !session.away ? <LeaveForm session={session} received={received} onClose={close} onDone={changed} /> : null}
    </>
  );
};
