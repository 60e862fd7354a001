import { useState, type ReactNode } from 'react';
import { fullName } from '../../../domain/candidate.ts';
import type { LinkHint } from '../../../domain/link-hints.ts';
import type { SessionView } from '../../../domain/view.ts';
import { hintSentence, linkHintWords as words } from '../../../words/link.ts';
import { verbs } from '../../../words/screens.ts';
import { formatInstant } from '../../../words/typography.ts';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { Loaded } from '../../parts/loading.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { Actions, Section } from '../../parts/section.tsx';
import { TextArea } from '../../parts/text-field.tsx';
import { useRead, useWrite } from '../../store/request.ts';
import { useStore } from '../../store/store.ts';
import { useTypedText } from '../../store/typed-text.ts';
import styles from './jury.module.css';
import prepare from './prepare.module.css';

const keyOf = ({ jurorId, candidateId, kind }: LinkHint): string => `${jurorId} ${candidateId} ${kind}`;
/** As many links as are read at a glance; the others are asked for. */
const fewHints = 8;

const isOpen = (hint: LinkHint): boolean => hint.checked === null && hint.kind !== 'earlierSession';

/** What was checked of one link, with a note that is kept as it is typed. */
const CheckForm = (props: {
  readonly hint: LinkHint;
  readonly pair: string;
  readonly busy: boolean;
  readonly failure: ReturnType<typeof useWrite>['failure'];
  readonly onClose: () => void;
  readonly onSave: (note: string) => Promise<boolean>;
}): ReactNode => {
  const { hint, pair, busy, failure, onSave } = props;
  const typed = useTypedText(`link:${keyOf(hint)}`);
  const close = typed.andForget(props.onClose);
  const save = async (): Promise<void> => {
    if (await onSave(typed.text)) typed.andForget(() => undefined)();
  };
  return (
    <Dialog title={words.checkTitle} open onClose={close}>
      <Form className={prepare['form']} onSubmit={save}>
        <p>
          <strong>{pair}</strong> · {hintSentence(hint)}
        </p>
        <TextArea label={words.note} hint={words.noteHint} optional value={typed.text} maxLength={500} onChange={typed.change} autoFocus />
        <FailureNotice failure={failure} />
        <Actions end>
          <Button onPress={close}>{verbs.cancel}</Button>
          <Button kind="primary" type="submit" busy={busy}>
            {words.checkAct}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
};

/** The links to check before the day: said as hints, checked with a note, never declared in the place of a member. */
export const LinkHints = ({ session, frozen }: { readonly session: SessionView; readonly frozen: boolean }): ReactNode => {
  const savedAt = useStore((state) => state.savedAt);
  const { id: sessionId } = session;
  const links = useRead('juror.links', { sessionId }, savedAt);
  const candidates = useRead('candidate.list', { sessionId });
  const { busy, failure, clear, run } = useWrite();
  const [checking, setChecking] = useState<LinkHint | null>(null);
  const [whole, setWhole] = useState(false);
  const lines = candidates.reading.kind === 'ready' ? candidates.reading.value : [];
  const nameOf = (list: readonly { readonly id: string; readonly givenName: string; readonly familyName: string }[], id: string): string => {
    const found = list.find((each) => each.id === id);
    return found === undefined ? '' : fullName(found);
  };
  const pairOf = (hint: LinkHint): string => words.pair(nameOf(session.jurors, hint.jurorId), nameOf(lines, hint.candidateId));
  const close = (): void => {
    setChecking(null);
    clear();
  };
  const save = async (hint: LinkHint, note: string | null): Promise<boolean> => {
    const { jurorId, candidateId, kind, about } = hint;
    const saved = await run('juror.checkLink', { sessionId, jurorId, candidateId, kind, about, note });
    if (!saved.ok) return false;
    await links.reload();
    close();
    return true;
  };
  return (
    <Section title={words.title} intro={words.intro}>
      <Loaded reading={links.reading} retry={() => void links.reload()}>
        {(hints) => {
          const sorted = [...hints].sort((one, other) => Number(isOpen(other)) - Number(isOpen(one)));
          if (hints.length === 0)
            return (
              <p className={prepare['muted']}>
                {words.none} {words.noneText}
              </p>
            );
          return (
            <>
              <p role="status">{words.left(hints.filter(isOpen).length)}</p>
              <div className={styles['hints']}>
                <ul aria-label={words.title}>
                  {(whole ? sorted : sorted.slice(0, fewHints)).map((hint) => (
                    <li key={keyOf(hint)}>
                      <div>
                        <p className={styles['pair']}>{pairOf(hint)}</p>
                        <p>{hintSentence(hint)}</p>
                        {hint.checked === null ? null : (
                          <p className={prepare['muted']}>{words.checked(formatInstant(hint.checked.at, session.fields.timeZone), hint.checked.note)}</p>
                        )}
                      </div>
                      <div className={styles['hintActs']}>
                        {hint.kind === 'earlierSession' ? null : (
                          <Badge tone={hint.checked === null ? 'warning' : 'success'}>{hint.checked === null ? words.badge.open : words.badge.done}</Badge>
                        )}
                        {frozen || hint.kind === 'earlierSession' ? null : hint.checked === null ? (
                          <Button
                            kind="quiet"
                            size="small"
                            label={words.checkOf(nameOf(session.jurors, hint.jurorId), nameOf(lines, hint.candidateId))}
                            onPress={() => setChecking(hint)}
                          >
                            {words.check}
                          </Button>
                        ) : (
                          <Button kind="quiet" size="small" label={`${words.undo}, ${pairOf(hint)}`} busy={busy} onPress={() => void save(hint, null)}>
                            {words.undo}
                          </Button>
                        )}
                      </div>
                    </li>
                  ))}
                </ul>
              </div>
              {whole || sorted.length <= fewHints ? null : (
                <Actions>
                  <Button onPress={() => setWhole(true)}>{words.whole(sorted.length)}</Button>
                </Actions>
              )}
            </>
          );
        }}
      </Loaded>
      {checking === null ? null : (
        <CheckForm hint={checking} pair={pairOf(checking)} busy={busy} failure={failure} onClose={close} onSave={(note) => save(checking, note)} />
      )}
    </Section>
  );
};
