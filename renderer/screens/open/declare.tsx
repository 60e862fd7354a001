import { useState, type ReactNode } from 'react';
import type { CandidateId, SessionId } from '../../../domain/ids.ts';
import type { DeclaredLink, LinkKind } from '../../../domain/jury.ts';
import type { MemberView, SittingView } from '../../../domain/view.ts';
import { linkWords } from '../../../words/jury.ts';
import { reminderSentence } from '../../../words/link.ts';
import { openWords } from '../../../words/open.ts';
import { fieldWords, verbs } from '../../../words/screens.ts';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/choice.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { Actions } from '../../parts/section.tsx';
import { isPin, PinField, TextField } from '../../parts/text-field.tsx';
import { useRead, useWrite } from '../../store/request.ts';
import { nameMember } from './names.ts';
import styles from './open.module.css';

const kinds: readonly LinkKind[] = ['family', 'personal', 'professional', 'hierarchical', 'pedagogical', 'business'];
const options = [{ value: 'none' as const, label: openWords.noLink }, ...kinds.map((value) => ({ value, label: linkWords[value] }))];

/** A member’s declaration of links, typed by that member and closed with that member’s code. */
export const DeclareDialog = (props: {
  readonly sessionId: SessionId;
  readonly sitting: SittingView;
  readonly member: MemberView;
  readonly onClose: () => void;
  readonly onDone: () => void;
}): ReactNode => {
  const { sessionId, sitting, member } = props;
  const { busy, failure, run } = useWrite();
  const { reading } = useRead('juror.links', { sessionId });
  const hints = reading.kind === 'ready' ? reading.value.filter((hint) => hint.jurorId === member.juror.id) : [];
  const [links, setLinks] = useState<readonly DeclaredLink[]>(member.links);
  const [pin, setPin] = useState('');
  const [tried, setTried] = useState(false);
  const choose = (candidateId: CandidateId, kind: LinkKind | 'none'): void => {
    const others = links.filter((link) => link.candidateId !== candidateId);
    const note = links.find((link) => link.candidateId === candidateId)?.note ?? '';
    setLinks(kind === 'none' ? others : [...others, { candidateId, kind, note }]);
  };
  const note = (candidateId: CandidateId, text: string): void =>
    setLinks(links.map((link) => (link.candidateId === candidateId ? { ...link, note: text } : link)));
  const declare = async (): Promise<void> => {
    setTried(true);
    if (!isPin(pin)) return;
    const declared = await run('room.declare', { sessionId, jurorId: member.juror.id, pin, links: [...links] });
    if (declared.ok) props.onDone();
    else {
      setPin('');
      setTried(false);
    }
  };
  return (
    <Dialog title={openWords.declareTitle(nameMember(member))} open onClose={props.onClose} size="large">
      <Form className={styles['form']} onSubmit={declare}>
        <p>
          {openWords.declareIntro} {openWords.declareRecuses}
        </p>
        <ul className={styles['links']}>
          {sitting.candidates.map((candidate) => {
            const link = links.find((each) => each.candidateId === candidate.id);
            const found = hints.filter((hint) => hint.candidateId === candidate.id);
            return (
              <li key={candidate.id}>
                <span className={styles['candidate']}>
                  {candidate.name} <span className={styles['muted']}>{candidate.number}</span>
                </span>
                <Select
                  hideLabel
                  label={openWords.candidateLink(candidate.name)}
                  value={link?.kind ?? 'none'}
                  options={options}
                  onChange={(kind) => choose(candidate.id, kind)}
                />
                {found.length === 0 ? null : <p className={styles['reminder']}>{reminderSentence(found)}</p>}
                {link === undefined ? null : (
                  <div className={styles['note']}>
                    <TextField
                      prose
                      label={openWords.declareNote}
                      hint={openWords.declareNoteHint}
                      optional
                      value={link.note}
                      maxLength={500}
                      onChange={(text) => note(candidate.id, text)}
                    />
                  </div>
                )}
              </li>
            );
          })}
        </ul>
        <p className={styles['oath']}>{openWords.declareOath(links.length)}</p>
        <PinField label={fieldWords.pin} value={pin} onChange={setPin} error={tried && !isPin(pin) ? fieldWords.pinShort : null} />
        <FailureNotice failure={failure} />
        <Actions end>
          <Button onPress={props.onClose}>{verbs.cancel}</Button>
          <Button kind="primary" type="submit" busy={busy}>
            {openWords.declareAct}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
};
