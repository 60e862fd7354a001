import { useState, type ReactNode } from 'react';
import type { RequestOutput } from '../../../domain/contract.ts';
import type { GivenFile } from '../../../domain/given-file.ts';
import type { TransferReceived } from '../../../domain/transfer.ts';
import { verbs } from '../../../words/screens.ts';
import { transferWords as words } from '../../../words/transfer.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { DropPlace } from '../../parts/drop-place.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Stack } from '../../parts/section.tsx';
import { isPin, PinField, TextField } from '../../parts/text-field.tsx';
import { ask } from '../../bridge.ts';
import { Progress } from '../../parts/progress.tsx';
import { useRead, useWrite } from '../../store/request.ts';
import { useWork } from '../../store/work.ts';

type Conflict = Extract<TransferReceived, { kind: 'conflict' }>;

const doneWords = (received: Exclude<TransferReceived, Conflict>): string => {
  if (received.kind === 'adopted') return words.adopted(received.number);
  return received.kind === 'returned' ? words.returned(received.number, received.acts) : words.replaced(received.number);
};

/** Both sides of a conflict, and the way to replace what is here, on the lead's word. */
const ConflictPart = (props: {
  readonly shown: Conflict;
  readonly busy: boolean;
  readonly onReplace: (reason: string, pin: string | null) => void;
}): ReactNode => {
  const { conflict, sessionId } = props.shown;
  const { reading } = useRead('transfer.status', { sessionId });
  const [reason, setReason] = useState('');
  const [pin, setPin] = useState('');
  const pinNeeded = reading.kind === 'ready' && reading.value.pinNeeded;
  return (
    <>
      <Notice kind="warning" title={words.conflictTitle} live>
        <p>{words.why[conflict.why]}</p>
        <dl>
          <dt>{words.sides.here}</dt>
          <dd>{words.side(conflict.here)}</dd>
          <dt>{words.sides.file}</dt>
          <dd>{words.side(conflict.file)}</dd>
        </dl>
      </Notice>
      <p>{words.replaceText}</p>
      <TextField label={words.reason} hint={words.reasonHint} value={reason} onChange={setReason} maxLength={400} />
      {pinNeeded ? <PinField label={words.pin} value={pin} onChange={setPin} /> : null}
      <div>
        <Button
          kind="danger"
          busy={props.busy}
          disabled={reason.trim() === '' || (pinNeeded && !isPin(pin))}
          onPress={() => props.onReplace(reason, pinNeeded ? pin : null)}
        >
          {words.doReplace}
        </Button>
      </div>
    </>
  );
};

/** A session received from another laptop: the file, its phrase, and what came of it. */
export const ReceiveDialog = (props: { readonly given?: GivenFile | null; readonly onClose: () => void; readonly onChanged: () => void }): ReactNode => {
  const { busy: asking, failure: refused, run } = useWrite();
  const work = useWork();
  const busy = asking || work.progress !== null;
  const failure = refused ?? work.failure;
  const [file, setFile] = useState<RequestOutput<'transfer.choose'> | null>(props.given ? { handle: props.given.handle, fileName: props.given.name } : null);
  const [secret, setSecret] = useState('');
  const [received, setReceived] = useState<TransferReceived | null>(null);
  const choose = async (): Promise<void> => {
    const chosen = await run('transfer.choose', {});
    if (chosen.ok) setFile(chosen.value);
  };
  const receive = async (replace: { reason: string; pin: string | null } | null): Promise<void> => {
    if (!file) return;
    const answer = await run('transfer.receive', { handle: file.handle, secret, replace });
    if (!answer.ok) return;
    work.follow(answer.value.work, async (name) => {
      const told = await ask('transfer.done', { work: name });
      if (!told.ok || told.value.kind === 'left') return;
      setReceived(told.value);
      if (told.value.kind !== 'conflict') props.onChanged();
    });
  };
  const conflict = received?.kind === 'conflict' ? received : null;
  return (
    <Dialog
      open
      title={words.receiveTitle}
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>{received === null ? verbs.cancel : conflict ? words.keep : verbs.close}</Button>
          {received === null ? (
            <Button kind="primary" busy={busy} disabled={file === null || secret === ''} onPress={() => void receive(null)}>
              {words.doReceive}
            </Button>
          ) : null}
        </>
      }
    >
      <Stack>
        {received === null ? (
          <>
            <p>{words.receiveText}</p>
            <DropPlace small takes="session" title={file ? words.file(file.fileName) : words.place} text={file ? words.otherText : words.placeText} busy={busy}>
              <Button kind={file ? 'secondary' : 'primary'} onPress={() => void choose()}>
                {words.choose}
              </Button>
            </DropPlace>
            {file ? <TextField type="password" autoComplete="off" label={words.secret} value={secret} onChange={setSecret} maxLength={400} autoFocus /> : null}
          </>
        ) : null}
        {conflict ? <ConflictPart shown={conflict} busy={busy} onReplace={(reason, pin) => void receive({ reason, pin })} /> : null}
        {received !== null && received.kind !== 'conflict' ? (
          <Notice kind="success" live>
            <p>{doneWords(received)}</p>
          </Notice>
        ) : null}
        {busy ? <p role="status">{words.reading}</p> : null}
        <Progress work={work} />
        <FailureNotice failure={failure} />
      </Stack>
    </Dialog>
  );
};
