import { useState, type ReactNode } from 'react';
import { fullName } from '../../../domain/candidate.ts';
import type { JurorFileId } from '../../../domain/ids.ts';
import { jurorFileFields, type JurorFileFields, type JurorFileLine } from '../../../domain/juror-file.ts';
import { jurorFileWords as words } from '../../../words/juror-file.ts';
import { jurorWords } from '../../../words/jury.ts';
import { fieldWords, verbs } from '../../../words/screens.ts';
import { Button } from '../../parts/button.tsx';
import { Checkbox } from '../../parts/choice.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { CivilitySelect, MembershipCards } from '../../parts/person-fields.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { Actions, Fields, Section } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import { Proofs } from './proofs.tsx';
import { completeQualifications, draftOf, QualificationRows, type QualificationDraft } from './qualifications.tsx';
import { Seats } from './seats.tsx';
import styles from './jurors.module.css';

const blank: JurorFileFields = {
  civility: '',
  givenName: '',
  familyName: '',
  quality: '',
  employer: '',
  membership: 'external',
  itProfessional: true,
  trade: '',
  qualifications: [],
};

const fieldsOf = (file: JurorFileLine): JurorFileFields => {
  const { id: _id, archivedAt: _archivedAt, proofs: _proofs, seats: _seats, ...fields } = file;
  return fields;
};

/** One person of the directory: identity, trade, qualifications, then proofs and sessions once the person is in it. */
export const FileDialog = (props: {
  readonly file: JurorFileLine | null;
  readonly onClose: () => void;
  readonly onSaved: (id: JurorFileId) => void;
  readonly onChanged: () => Promise<void>;
  readonly onRemoved: (undo: string, name: string) => void;
}): ReactNode => {
  const { file } = props;
  const { busy, failure, run } = useWrite();
  const [draft, setDraft] = useState(() => (file === null ? blank : fieldsOf(file)));
  const [rows, setRows] = useState<readonly QualificationDraft[]>(() => draft.qualifications.map(draftOf));
  const [tried, setTried] = useState(false);
  const set = (part: Partial<JurorFileFields>): void => setDraft({ ...draft, ...part });
  const text = (key: 'givenName' | 'familyName' | 'quality' | 'employer') => ({
    label: jurorWords[key],
    value: draft[key],
    onChange: (value: string) => set({ [key]: value }),
    maxLength: key === 'quality' || key === 'employer' ? 160 : 80,
    error: tried && draft[key].trim() === '' ? fieldWords.missing : null,
  });
  const save = async (): Promise<void> => {
    setTried(true);
    const qualifications = completeQualifications(rows, file?.proofs ?? []);
    const fields = jurorFileFields.safeParse({ ...draft, qualifications });
    if (qualifications === null || !fields.success) return;
    const saved = await run('jurorFile.save', { fileId: file?.id ?? null, fields: fields.data });
    if (saved.ok) props.onSaved(saved.value.fileId);
  };
  const seated = file?.seats.some((seat) => seat.phase !== 'preparing') ?? false;
  const leave = async (id: JurorFileId): Promise<void> => {
    const removed = await run('jurorFile.remove', { fileId: id });
    if (removed.ok && file !== null) props.onRemoved(removed.value.undo, fullName(file));
  };
  const archive = async (id: JurorFileId, archived: boolean): Promise<void> => {
    const changed = await run('jurorFile.archive', { fileId: id, archived });
    if (changed.ok) await props.onChanged().then(props.onClose);
  };
  return (
    <Dialog title={file === null ? words.addTitle : fullName(file)} open onClose={props.onClose} size="large">
      <Form className={styles['form']} onSubmit={save}>
        <Fields columns={3}>
          <CivilitySelect optional value={draft.civility} onChange={(civility) => set({ civility })} />
          <TextField {...text('givenName')} autoFocus />
          <TextField {...text('familyName')} />
          <TextField {...text('quality')} hint={jurorWords.qualityHint} />
          <TextField {...text('employer')} />
          <TextField label={words.trade} hint={words.tradeHint} optional value={draft.trade} maxLength={160} onChange={(trade) => set({ trade })} />
        </Fields>
        <MembershipCards value={draft.membership} onChange={(membership) => set({ membership })} />
        <Checkbox label={jurorWords.itProfessional} checked={draft.itProfessional} onChange={(itProfessional) => set({ itProfessional })} />
        <QualificationRows rows={rows} proofs={file?.proofs ?? []} tried={tried} onChange={setRows} />
        <Section level={3} title={words.proofs} intro={file === null ? words.proofsAfter : words.proofsIntro}>
          {file === null ? null : <Proofs file={file} onChanged={props.onChanged} />}
        </Section>
        {file === null ? null : (
          <Section level={3} title={words.seats}>
            <Seats file={file} />
          </Section>
        )}
        {seated && file?.archivedAt === null ? <p className={styles['muted']}>{words.archiveWhy}</p> : null}
        <FailureNotice failure={failure} />
        <Actions end>
          {file === null ? null : (
            <span className={styles['apart']}>
              {file.archivedAt !== null ? (
                <Button kind="quiet" busy={busy} onPress={() => void archive(file.id, false)}>
                  {words.unarchive}
                </Button>
              ) : seated ? (
                <Button kind="quiet" busy={busy} onPress={() => void archive(file.id, true)}>
                  {words.archive}
                </Button>
              ) : (
                <Button kind="quiet" busy={busy} onPress={() => void leave(file.id)}>
                  {words.remove}
                </Button>
              )}
            </span>
          )}
          <Button onPress={props.onClose}>{verbs.cancel}</Button>
          <Button kind="primary" type="submit" busy={busy}>
            {verbs.save}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
};
