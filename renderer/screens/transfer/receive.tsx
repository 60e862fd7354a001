import { useState, type ReactNode } from 'react';
import type { RequestOutput } from '../../../domain/contract.ts';
import type { Failure } from '../../../domain/errors.ts';
import type { GivenFile } from '../../../domain/given-file.ts';
import type { TransferReceived } from '../../../domain/transfer.ts';
import { verbs } from '../../../words/screens.ts';
import { transferWords as words } from '../../../words/transfer.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { DropPlace } from '../../parts/drop-place.tsx';
import { Form } from '../../parts/form.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Actions, Stack } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { ask } from '../../bridge.ts';
import { Progress } from '../../parts/progress.tsx';
import { useWrite } from '../../store/request.ts';
import { useWork } from '../../store/work.ts';
import { useLeadWord, type LeadWord } from './lead-word.tsx';

type Conflict = Extract<TransferReceived, { kind: 'conflict' }>;

const doneWords = (received: Exclude<TransferReceived, Conflict>): string => {
  if (received.kind === 'adopted') return words.adopted(received.number);
  return received.kind === 'returned' ? words.returned(received.number, received.acts) : words.replaced(received.number);
};

/** Both sides of a conflict, and the way to replace what is here, on the lead's word. */
const ConflictPart = (props: { readonly shown: Conflict; readonly busy: boolean; readonly onReplace: (word: LeadWord) => void }): ReactNode => {
  const { conflict, sessionId } = props.shown;
  const { fields, give } = useLeadWord(sessionId);
  const replace = (): void => {
    const word = give();
    if (word !== null) props.onReplace(word);
  };
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
      <Form onSubmit={replace}>
        <Stack>
          {fields}
          <div>
            <Button kind="danger" type="submit" busy={props.busy}>
              {words.doReplace}
            </Button>
          </div>
        </Stack>
      </Form>
    </>
  );
};

/** How far the reading is, and why it stopped. */
const Told = (props: { readonly busy: boolean; readonly work: ReturnType<typeof useWork>; readonly failure: Failure | null }): ReactNode => (
  <>
    {props.busy ? <p role="status">{words.reading}</p> : null}
    <Progress work={props.work} />
    <FailureNotice failure={props.failure} />
  </>
);

/** A session received from another laptop: the file, its phrase, and what came of it. */
export const ReceiveDialog = (props: { readonly given?: GivenFile | null; readonly onClose: () => void; readonly onChanged: () => void }): ReactNode => {
  const { busy: asking, failure: refused, run } = useWrite();
  const work = useWork();
  const busy = asking || work.progress !== null;
  const failure = refused ?? work.failure;
  const [file, setFile] = useState<RequestOutput<'transfer.choose'> | null>(props.given ? { handle: props.given.handle, fileName: props.given.name } : null);
  const [secret, setSecret] = useState('');
  const [tried, setTried] = useState(false);
  const [received, setReceived] = useState<TransferReceived | null>(null);
  const choose = async (): Promise<void> => {
    const chosen = await run('transfer.choose', {});
    if (chosen.ok) setFile(chosen.value);
  };
  const receive = async (replace: LeadWord | null): Promise<void> => {
    setTried(true);
    if (!file || secret === '') return;
    const answer = await run('transfer.receive', { handle: file.handle, secret, replace });
    if (!answer.ok) return;
    work.follow(answer.value.work, async (name) => {
      const told = await ask('transfer.done', { work: name });
      if (!told.ok || told.value.kind === 'left') return;
      setReceived(told.value);
      if (told.value.kind !== 'conflict') props.onChanged();
    });
  };
  return (
    <Dialog
      open
      title={words.receiveTitle}
      onClose={props.onClose}
      {...(received === null ? {} : { actions: <Button onPress={props.onClose}>{received.kind === 'conflict' ? words.keep : verbs.close}</Button> })}
    >
      {received === null ? (
        <Form onSubmit={() => receive(null)}>
          <Stack>
            <p>{words.receiveText}</p>
            <DropPlace small takes="session" title={file ? words.file(file.fileName) : words.place} text={file ? words.otherText : words.placeText} busy={busy}>
              <Button kind={file ? 'secondary' : 'primary'} onPress={() => void choose()}>
                {words.choose}
              </Button>
            </DropPlace>
            {file ? (
              <TextField
                type="password"
                autoComplete="off"
                label={words.secret}
                error={tried && secret === '' ? words.secretMissing : null}
                value={secret}
                onChange={setSecret}
                maxLength={400}
                autoFocus
              />
            ) : null}
            <Told busy={busy} work={work} failure={failure} />
          </Stack>
          <Actions end>
            <Button onPress={props.onClose}>{verbs.cancel}</Button>
            {/* Without a file, the place above says what is awaited. */}
            <Button kind="primary" type="submit" busy={busy} disabled={file === null}>
              {words.doReceive}
            </Button>
          </Actions>
        </Form>
      ) : (
        <Stack>
          {received.kind === 'conflict' ? (
            <ConflictPart shown={received} busy={busy} onReplace={(word) => void receive(word)} />
          ) : (
            <Notice kind="success" live>
              <p>{doneWords(received)}</p>
            </Notice>
          )}
          <Told busy={busy} work={work} failure={failure} />
        </Stack>
      )}
    </Dialog>
  );
};
