import { useState, type ReactNode } from 'react';
import type { RetentionLeft, SecondFolder } from '../../../domain/retention.ts';
import { retentionWords } from '../../../words/retention.ts';
import { troubleWords } from '../../../words/trouble.ts';
import { Button } from '../../parts/button.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Actions, Section } from '../../parts/section.tsx';
import { useWrite } from '../../store/request.ts';
import styles from './retention.module.css';

const words = retentionWords.second;

const sayLeft = (left: RetentionLeft): string => {
  switch (left.kind) {
    case 'secondFolder':
      return retentionWords.left.secondFolder(left.path);
    case 'formerFolder':
      return retentionWords.left.formerFolder(left.path);
    case 'backup':
      return retentionWords.left.backup(left.name);
    case 'aside':
      return retentionWords.left.aside(left.name);
    case 'exported':
      return retentionWords.left.exported(left.what, left.session, left.fileName, left.at);
    case 'pending':
      return retentionWords.left.pending(left.session, retentionWords.kinds[left.what]);
  }
};

type ByHand = Extract<RetentionLeft, { kind: 'exported' | 'formerFolder' }>;
const isByHand = (left: RetentionLeft): left is ByHand => left.kind === 'exported' || left.kind === 'formerFolder';
const keyOf = (left: RetentionLeft): string => (left.kind === 'exported' ? `exported ${left.seq}` : sayLeft(left));

/** A person says that a copy out of reach was destroyed by hand: Cancel first, and the register keeps that it was said. */
const Destroyed = (props: { readonly left: ByHand; readonly onClose: () => void; readonly onDone: () => void }): ReactNode => {
  const { left } = props;
  const { run, busy, failure } = useWrite();
  const note = async (): Promise<void> => {
    const what = left.kind === 'exported' ? { kind: left.kind, seq: left.seq } : { kind: left.kind, path: left.path };
    const answer = await run('retention.destroyed', what);
    if (!answer.ok) return;
    props.onClose();
    props.onDone();
  };
  return (
    <Confirm
      open
      title={retentionWords.left.confirm}
      text={retentionWords.left.confirmText(sayLeft(left))}
      act={retentionWords.left.confirmVerb}
      busy={busy}
      failure={failure}
      onClose={props.onClose}
      onConfirm={() => void note()}
    />
  );
};

/** What the purges could not reach, for a person to destroy by hand; nothing when there is none. */
export const Left = (props: { readonly left: readonly RetentionLeft[]; readonly onChanged: () => void }): ReactNode => {
  const { run, busy, failure } = useWrite();
  const [asked, setAsked] = useState<ByHand | null>(null);
  if (props.left.length === 0) return null;
  const retry = async (): Promise<void> => {
    const answer = await run('retention.retry', {});
    if (answer.ok) props.onChanged();
  };
  return (
    <Section
      title={retentionWords.sections.left}
      intro={<p>{retentionWords.left.text}</p>}
      actions={
        <Button size="small" busy={busy} onPress={() => void retry()}>
          {retentionWords.left.retry}
        </Button>
      }
    >
      <FailureNotice failure={failure} />
      <ul className={styles['left']}>
        {props.left.map((left) => (
          <li key={keyOf(left)}>
            <span>{sayLeft(left)}</span>
            {isByHand(left) ? (
              <Button size="small" kind="quiet" label={retentionWords.left.destroyedOf(sayLeft(left))} onPress={() => setAsked(left)}>
                {retentionWords.left.destroyed}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {asked === null ? null : <Destroyed left={asked} onClose={() => setAsked(null)} onDone={props.onChanged} />}
    </Section>
  );
};

/** The second folder of the backups: where it is, whether it is within reach, and what remains in those of before. */
export const Second = (props: { readonly second: SecondFolder; readonly former: readonly string[]; readonly onChanged: () => void }): ReactNode => {
  const { run, busy, failure } = useWrite();
  const { second, former } = props;
  const [asked, setAsked] = useState<ByHand | null>(null);
  const set = async (choose: boolean): Promise<void> => {
    const answer = await run('retention.setFolder', { choose });
    if (answer.ok) props.onChanged();
  };
  return (
    <Section title={retentionWords.sections.backups} intro={second.kind === 'none' ? undefined : words.role}>
      <p className={styles['path']}>
        {second.kind === 'none' ? words.none : second.kind === 'reached' ? words.reached(second.path, second.backups) : words.unreachable(second.path)}
      </p>
      {second.kind === 'reached' && second.place.kind !== 'local' ? (
        <Notice kind="info">
          <p>{second.place.kind === 'network' ? troubleWords.place.secondNetwork : troubleWords.place.secondSynchronised(second.place.service)}</p>
        </Notice>
      ) : null}
      {former.length === 0 ? null : (
        <Notice kind="warning" title={words.former(former.length)}>
          <p>{words.formerText}</p>
          <ul className={styles['left']}>
            {former.map((path) => (
              <li key={path}>
                <span>{path}</span>
                <Button
                  size="small"
                  kind="quiet"
                  label={retentionWords.left.destroyedOf(retentionWords.left.formerFolder(path))}
                  onPress={() => setAsked({ kind: 'formerFolder', path })}
                >
                  {retentionWords.left.destroyed}
                </Button>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <FailureNotice failure={failure} />
      <Actions>
        <Button busy={busy} onPress={() => void set(true)}>
          {second.kind === 'none' ? words.choose : words.change}
        </Button>
        {second.kind === 'none' ? null : (
          <Button kind="quiet" busy={busy} onPress={() => void set(false)}>
            {words.forget}
          </Button>
        )}
      </Actions>
      {asked === null ? null : <Destroyed left={asked} onClose={() => setAsked(null)} onDone={props.onChanged} />}
    </Section>
  );
};
