import type { ReactNode } from 'react';
import type { RetentionLeft, SecondFolder } from '../../../domain/retention.ts';
import { retentionWords } from '../../../words/retention.ts';
import { Button } from '../../parts/button.tsx';
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
      return retentionWords.left.exported(left.session, left.fileName, left.at);
    case 'pending':
      return retentionWords.left.pending(left.session, retentionWords.kinds[left.what]);
  }
};

/** What the purges could not reach, for a person to destroy by hand; nothing when there is none. */
export const Left = (props: { readonly left: readonly RetentionLeft[]; readonly onChanged: () => void }): ReactNode => {
  const { run, busy, failure } = useWrite();
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
      <ul className={styles['list']}>
        {props.left.map((left) => (
          <li key={sayLeft(left)}>{sayLeft(left)}</li>
        ))}
      </ul>
    </Section>
  );
};

/** The second folder of the backups: where it is, whether it is within reach, and what remains in those of before. */
export const Second = (props: { readonly second: SecondFolder; readonly former: readonly string[]; readonly onChanged: () => void }): ReactNode => {
  const { run, busy, failure } = useWrite();
  const { second, former } = props;
  const set = async (choose: boolean): Promise<void> => {
    const answer = await run('retention.setFolder', { choose });
    if (answer.ok) props.onChanged();
  };
  return (
    <Section title={retentionWords.sections.backups} intro={second.kind === 'none' ? undefined : words.role}>
      <p className={styles['path']}>
        {second.kind === 'none' ? words.none : second.kind === 'reached' ? words.reached(second.path, second.backups) : words.unreachable(second.path)}
      </p>
      {former.length === 0 ? null : (
        <Notice kind="warning" title={words.former(former.length)}>
          <p>{words.formerText}</p>
          <ul className={styles['list']}>
            {former.map((path) => (
              <li key={path}>{path}</li>
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
    </Section>
  );
};
