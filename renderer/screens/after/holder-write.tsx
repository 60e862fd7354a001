import { useState, type ReactNode } from 'react';
import { actionFor, type DeclarationAction, type HolderLine, type HoldersView } from '../../../domain/holder.ts';
import type { SessionId } from '../../../domain/ids.ts';
import { holderWords } from '../../../words/holders.ts';
import { verbs } from '../../../words/screens.ts';
import { Button } from '../../parts/button.tsx';
import { Checkbox } from '../../parts/choice.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Actions } from '../../parts/section.tsx';
import { useWrite } from '../../store/request.ts';
import styles from './holders.module.css';

const words = holderWords.write;

const isReady = (line: HolderLine): boolean => line.keptAt !== null && line.remarks.every(({ weight }) => weight !== 'blocking');
const linesFor = (view: HoldersView, action: DeclarationAction, again: boolean): HolderLine[] =>
  view.holders.filter((line) => actionFor(line.status, again) === action && (action === 'SUPPRESSION' || isReady(line)));

const WriteForm = (props: {
  readonly sessionId: SessionId;
  readonly view: HoldersView;
  readonly action: DeclarationAction;
  readonly onClose: () => void;
  readonly onWritten: (said: string) => Promise<void>;
}): ReactNode => {
  const { action, view } = props;
  const [again, setAgain] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const { run, busy, failure } = useWrite();
  const lines = linesFor(view, action, again);
  const chosen = lines.filter((line) => !left.has(line.candidateId));
  const waits = linesFor(view, action, true).length > linesFor(view, action, false).length;
  const write = async (): Promise<void> => {
    setTried(true);
    if (chosen.length === 0) return;
    const candidateIds = chosen.map((line) => line.candidateId);
    const answer = await run('holder.write', { sessionId: props.sessionId, action, candidateIds, again });
    if (answer.ok) await props.onWritten(words.done(answer.value.fileName, answer.value.lines));
  };
  const toggle = (id: string, checked: boolean): void => {
    const next = new Set(left);
    if (checked) next.delete(id);
    else next.add(id);
    setLeft(next);
  };
  return (
    <Form className={styles['form']} onSubmit={write}>
      <p>{words.text[action](chosen.length)}</p>
      <div className={styles['chosen']}>
        {lines.map((line) => (
          <Checkbox
            key={line.candidateId}
            label={`${line.number} · ${line.name}`}
            checked={!left.has(line.candidateId)}
            onChange={(checked) => toggle(line.candidateId, checked)}
          />
        ))}
      </div>
      {waits ? <Checkbox label={words.again} checked={again} onChange={setAgain} /> : null}
      {tried && chosen.length === 0 ? <Notice live kind="error" title={words.none} /> : null}
      <p className={styles['muted']}>{words.personal}</p>
      <FailureNotice failure={failure} />
      <Actions end>
        <Button onPress={props.onClose}>{verbs.cancel}</Button>
        <Button kind="primary" type="submit" busy={busy}>
          {words.act}
        </Button>
      </Actions>
    </Form>
  );
};

/** The files to write: the declaration of those who are ready, the suppression of what is to be corrected. */
export const WriteFile = (props: {
  readonly sessionId: SessionId;
  readonly view: HoldersView;
  readonly onWritten: () => Promise<void>;
  readonly say: (said: string) => void;
}): ReactNode => {
  const { view } = props;
  const [open, setOpen] = useState<DeclarationAction | null>(null);
  const counts = { CREATION: linesFor(view, 'CREATION', false).length, SUPPRESSION: linesFor(view, 'SUPPRESSION', false).length };
  const some = (action: DeclarationAction): boolean => linesFor(view, action, true).length > 0 && view.settingsRemarks.length === 0;
  return (
    <>
      {some('SUPPRESSION') ? <Button onPress={() => setOpen('SUPPRESSION')}>{words.SUPPRESSION(counts.SUPPRESSION)}</Button> : null}
      <Button kind="primary" disabled={!some('CREATION')} onPress={() => setOpen('CREATION')}>
        {words.CREATION(counts.CREATION)}
      </Button>
      <Dialog title={words.title[open ?? 'CREATION']} open={open !== null} onClose={() => setOpen(null)}>
        {open === null ? null : (
          <WriteForm
            {...props}
            action={open}
            onClose={() => setOpen(null)}
            onWritten={async (said) => {
              props.say(said);
              setOpen(null);
              await props.onWritten();
            }}
          />
        )}
      </Dialog>
    </>
  );
};
