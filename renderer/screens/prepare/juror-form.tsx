import { useState, type ReactNode } from 'react';
import { fullName } from '../../../domain/candidate.ts';
import type { JurorId } from '../../../domain/ids.ts';
import { copyOf, type JurorFileLine } from '../../../domain/juror-file.ts';
import { jurorFields, type JurorFields } from '../../../domain/jury.ts';
import { personKey } from '../../../domain/name-key.ts';
import type { SessionView } from '../../../domain/view.ts';
import { jurorFileWords } from '../../../words/juror-file.ts';
import { jurorWords } from '../../../words/jury.ts';
import { fieldWords, verbs } from '../../../words/screens.ts';
import { Button } from '../../parts/button.tsx';
import { Checkbox, RadioCards } from '../../parts/choice.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { CivilitySelect, MembershipCards } from '../../parts/person-fields.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Actions, Fields } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import { useStore } from '../../store/store.ts';
import styles from './prepare.module.css';

const blank: JurorFields = {
  civility: '',
  givenName: '',
  familyName: '',
  quality: '',
  employer: '',
  membership: 'external',
  itProfessional: true,
  pedagogicalLead: false,
  qualified: false,
  seat: 'titular',
};

const fieldsOf = (session: SessionView, id: JurorId | 'new', chosen: JurorFileLine | null): JurorFields => {
  const juror = session.jurors.find((each) => each.id === id);
  if (juror === undefined) return chosen === null ? blank : { ...blank, ...copyOf(chosen) };
  const { id: _id, pinSet: _pinSet, fileId: _fileId, ...fields } = juror;
  return fields;
};

/** The form of one member; `chosen` is the person of the directory whom a new member is, and `onTake` takes that of a namesake who is the same person. */
export const JurorForm = (props: {
  readonly session: SessionView;
  readonly jurorId: JurorId | 'new';
  readonly chosen: JurorFileLine | null;
  readonly files: readonly JurorFileLine[];
  readonly onTake: (file: JurorFileLine) => void;
  readonly onClose: () => void;
}): ReactNode => {
  const { session, jurorId, chosen, files } = props;
  const readSession = useStore((state) => state.readSession);
  const { busy, failure, run } = useWrite();
  const [draft, setDraft] = useState(() => fieldsOf(session, jurorId, chosen));
  const [tried, setTried] = useState(false);
  const set = (part: Partial<JurorFields>): void => setDraft({ ...draft, ...part });
  const text = (key: 'givenName' | 'familyName' | 'quality' | 'employer') => ({
    label: jurorWords[key],
    value: draft[key],
    onChange: (value: string) => set({ [key]: value }),
    maxLength: key === 'quality' || key === 'employer' ? 160 : 80,
    error: tried && draft[key].trim() === '' ? fieldWords.missing : null,
  });
  const seated = new Set(session.jurors.map((juror) => juror.fileId));
  const person = personKey(fullName(draft));
  const namesake =
    jurorId === 'new' && chosen === null && person !== null && draft.givenName !== '' && draft.familyName !== ''
      ? files.find((file) => !seated.has(file.id) && personKey(fullName(file)) === person)
      : undefined;
  const own = chosen ?? files.find((file) => file.id === session.jurors.find((juror) => juror.id === jurorId)?.fileId);
  const proposed = own?.qualifications.find((each) => each.certification === session.referential.code);
  const save = async (): Promise<void> => {
    setTried(true);
    const fields = jurorFields.safeParse(draft);
    if (!fields.success) return;
    const file = chosen === null ? {} : { fileId: chosen.id };
    const saved = await run('juror.save', { sessionId: session.id, jurorId: jurorId === 'new' ? null : jurorId, fields: fields.data, ...file });
    if (!saved.ok) return;
    await readSession(session.id);
    props.onClose();
  };
  return (
    <Dialog title={jurorId === 'new' ? jurorWords.addTitle : jurorWords.editTitle} open onClose={props.onClose} size="large">
      <Form className={styles['form']} onSubmit={save}>
        {chosen === null ? null : <p className={styles['muted']}>{jurorFileWords.fromDirectory(fullName(chosen))}</p>}
        <Fields columns={3}>
          <CivilitySelect value={draft.civility} onChange={(civility) => set({ civility })} />
          <TextField {...text('givenName')} autoFocus />
          <TextField {...text('familyName')} />
        </Fields>
        {namesake === undefined ? null : (
          <Notice
            kind="info"
            live
            actions={
              <Button size="small" onPress={() => props.onTake(namesake)}>
                {jurorFileWords.takeFile}
              </Button>
            }
          >
            <p>{jurorFileWords.sameName(fullName(namesake), namesake.employer)}</p>
          </Notice>
        )}
        <Fields columns={2}>
          <TextField {...text('quality')} hint={jurorWords.qualityHint} />
          <TextField {...text('employer')} />
        </Fields>
        <MembershipCards value={draft.membership} onChange={(membership) => set({ membership })} />
        <Fields columns={2}>
          <RadioCards
            label={jurorWords.seat}
            value={draft.seat}
            onChange={(seat) => set({ seat })}
            options={(['titular', 'substitute'] as const).map((value) => ({ value, label: jurorWords.seats[value] }))}
          />
          <fieldset className={styles['checks']}>
            <legend>{jurorWords.traits}</legend>
            {(['itProfessional', 'pedagogicalLead', 'qualified'] as const).map((trait) => (
              <Checkbox
                key={trait}
                label={jurorWords[trait]}
                checked={draft[trait]}
                onChange={(on) => set({ [trait]: on })}
                {...(trait === 'qualified' && proposed ? { hint: jurorFileWords.proposed(proposed.certification, proposed.on, proposed.proof !== null) } : {})}
              />
            ))}
          </fieldset>
        </Fields>
        <FailureNotice failure={failure} />
        <Actions end>
          <Button onPress={props.onClose}>{verbs.cancel}</Button>
          <Button kind="primary" type="submit" busy={busy}>
            {verbs.save}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
};
