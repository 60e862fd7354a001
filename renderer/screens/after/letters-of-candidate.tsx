import { useState, type ReactNode } from 'react';
import type { SessionId } from '../../../domain/ids.ts';
import type { FollowingPaper, NotificationLine, Sending } from '../../../domain/notification.ts';
import { notificationWords as words } from '../../../words/notification.ts';
import { shortBlock } from '../../../words/outcome.ts';
import { verbs } from '../../../words/screens.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/section.tsx';
import { useWrite } from '../../store/request.ts';
import { CompanionForm } from './companion-form.tsx';
import { CorrectSending } from './correct-sending.tsx';
import styles from './letters.module.css';

const papersOf = ({ candidateId, companion, outcome, attested }: NotificationLine): readonly (readonly [string, FollowingPaper])[] => [
  [words.papers.notice, { kind: 'notice', candidateId, recipient: 'candidate' }],
  ...(companion === null ? [] : [[words.papers.companion, { kind: 'notice', candidateId, recipient: 'companion' }] as const]),
  ...(outcome.kind === 'full' ? [[words.papers.award, { kind: 'award', candidateId }] as const] : []),
  ...attested.map((block) => [words.papers.attestation(shortBlock(block)), { kind: 'attestation', candidateId, block }] as const),
];

const History = (props: { readonly line: NotificationLine; readonly rectified: boolean; readonly correct: (sending: Sending) => void }): ReactNode => {
  const history = props.line.letters.flatMap((letter) => letter.history).toSorted((one, other) => one.notedAt.localeCompare(other.notedAt));
  const replaced = new Set(history.map(({ replaces }) => replaces));
  if (history.length === 0) return <p className={styles['muted']}>{words.noHistory}</p>;
  return (
    <ul className={styles['list']}>
      {history.map((sending) => (
        <li key={sending.id} className={styles['paper']}>
          <span>
            {sending.sent === null ? words.takenBack(sending.recipient) : words.entry(sending.recipient, sending.sent.on, sending.sent.way)}
            {props.rectified && sending.sent !== null ? `, ${words.followed(sending.rank)}` : null}
            {replaced.has(sending.id) ? ` (${words.replaced})` : null}
            {sending.reason === '' ? null : <span className={styles['muted']}> · {words.because(sending.reason)}</span>}
          </span>
          {sending.sent === null || replaced.has(sending.id) ? null : (
            <Button size="small" onPress={() => props.correct(sending)}>
              {words.correct}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
};

/** Everything that concerns one candidate: papers to read and save, what was noted, the companion of a VAE. */
export const LettersOfCandidate = (props: {
  readonly sessionId: SessionId;
  readonly line: NotificationLine;
  /** There is more than one minute: which one a letter followed is then said. */
  readonly rectified: boolean;
  readonly view: (paper: FollowingPaper, title: string) => Promise<void>;
  readonly onClose: () => void;
  readonly onChanged: () => Promise<void>;
}): ReactNode => {
  const { sessionId, line, view, onClose, onChanged } = props;
  const { run, busy, failure } = useWrite();
  const [saved, setSaved] = useState<string | null>(null);
  const [correcting, setCorrecting] = useState<Sending | null>(null);
  const [editing, setEditing] = useState(false);
  const save = async (paper: FollowingPaper): Promise<void> => {
    setSaved(null);
    const answer = await run('notification.save', { sessionId, paper });
    if (answer.ok) setSaved(words.saved(answer.value.fileName));
  };
  const changed = async (): Promise<void> => {
    setCorrecting(null);
    setEditing(false);
    await onChanged();
  };
  return (
    <Dialog title={words.detail(line.name)} open onClose={onClose} actions={<Button onPress={onClose}>{verbs.close}</Button>}>
      <div className={styles['form']}>
        <ul className={styles['list']}>
          {papersOf(line).map(([title, paper]) => (
            <li key={title} className={styles['paper']}>
              <span>{title}</span>
              <span className={styles['files']}>
                <Button size="small" label={words.viewOf(title)} onPress={() => void view(paper, `${title} · ${line.name}`)}>
                  {words.view}
                </Button>
                <Button size="small" label={words.saveOf(title)} busy={busy} onPress={() => void save(paper)}>
                  {words.save}
                </Button>
              </span>
            </li>
          ))}
        </ul>
        <FailureNotice failure={failure} />
        {saved === null ? null : <Notice live kind="success" title={saved} />}
        <Section level={3} title={words.history}>
          <History line={line} rectified={props.rectified} correct={setCorrecting} />
        </Section>
        {line.accessPath === 'VAE' ? (
          <Section level={3} title={words.companion.title} intro={words.companion.text}>
            <div className={styles['paper']}>
              <span>
                {line.companion === null ? words.companion.none : [line.companion.name, line.companion.email].filter((part) => part !== '').join(' · ')}
              </span>
              <Button size="small" onPress={() => setEditing(true)}>
                {line.companion === null ? words.companion.edit : words.companion.change}
              </Button>
            </div>
          </Section>
        ) : null}
      </div>
      {correcting === null ? null : <CorrectSending sessionId={sessionId} sending={correcting} onClose={() => setCorrecting(null)} onCorrected={changed} />}
      {editing ? <CompanionForm sessionId={sessionId} line={line} onClose={() => setEditing(false)} onSaved={changed} /> : null}
    </Dialog>
  );
};
