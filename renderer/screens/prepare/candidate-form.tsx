import { useState, type ReactNode } from 'react';
import { candidateFields, type CandidateFields } from '../../../domain/candidate.ts';
import type { AccessPath } from '../../../domain/jury.ts';
import { isWithin, type Day } from '../../../domain/time.ts';
import type { CandidateLine, SessionView } from '../../../domain/view.ts';
import { accessPathWords } from '../../../words/referential.ts';
import { candidateWords } from '../../../words/prepare.ts';
import { fieldWords, verbs } from '../../../words/screens.ts';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/choice.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Actions, Fields, Section } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import { BlockRows, incompleteBlocks } from './block-rows.tsx';
import styles from './prepare.module.css';

/** A candidate while the form is being filled in. */
export interface CandidateDraft extends Omit<CandidateFields, 'entryDate' | 'accessPath'> {
  readonly entryDate: Day | null;
  readonly accessPath: AccessPath | '';
}

const blankFor = (session: SessionView): CandidateDraft => ({
  number: '',
  familyName: '',
  usageName: '',
  givenName: '',
  birthDate: null,
  email: '',
  accessPath: '',
  entryDate: null,
  entryProof: '',
  employer: '',
  mentor: '',
  presents: session.referential.blocks.map((block) => block.code),
  brings: [],
});

const draftOf = (line: CandidateLine): CandidateDraft => {
  const { id: _id, pieces: _pieces, unproven: _unproven, ...fields } = line;
  return fields;
};

/** The form of one candidate: identity, access path and entry date, each block presented or acquired before. */
export const CandidateForm = (props: {
  readonly session: SessionView;
  readonly line: CandidateLine | null;
  readonly frozen: boolean;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}): ReactNode => {
  const { session, line, frozen } = props;
  const { referential } = session;
  const { busy, failure, run } = useWrite();
  const [draft, setDraft] = useState<CandidateDraft>(() => (line === null ? blankFor(session) : draftOf(line)));
  const [tried, setTried] = useState(false);
  const set = (part: Partial<CandidateDraft>): void => setDraft({ ...draft, ...part });
  const text = (key: 'number' | 'givenName' | 'familyName' | 'usageName' | 'email' | 'entryProof' | 'employer' | 'mentor', most: number) => ({
    label: candidateWords[key],
    value: draft[key],
    maxLength: most,
    disabled: frozen,
    onChange: (value: string) => set({ [key]: value }),
  });
  const missing = (value: string): string | null => (tried && value.trim() === '' ? fieldWords.missing : null);
  const outside = draft.entryDate !== null && !isWithin(draft.entryDate, referential.decisionDate, referential.registrationEnd);
  const save = async (): Promise<void> => {
    setTried(true);
    const fields = candidateFields.safeParse(draft);
    if (!fields.success || incompleteBlocks(draft.brings).length > 0) return;
    const saved = await run('candidate.save', { sessionId: session.id, candidateId: line?.id ?? null, fields: fields.data });
    if (saved.ok) props.onSaved();
  };
  return (
    <Dialog title={line === null ? candidateWords.addTitle : candidateWords.editTitle} open onClose={props.onClose} size="large">
      <Form className={styles['form']} onSubmit={save}>
        <Fields columns={3}>
          <TextField {...text('givenName', 120)} error={missing(draft.givenName)} autoFocus={!frozen} />
          <TextField {...text('familyName', 120)} />
          <TextField {...text('usageName', 120)} optional />
          <TextField {...text('number', 40)} error={missing(draft.number)} />
          <DateField label={candidateWords.birthDate} optional value={draft.birthDate} onChange={(birthDate) => set({ birthDate })} disabled={frozen} />
          <TextField {...text('email', 200)} optional />
        </Fields>
        <Select
          label={candidateWords.accessPath}
          value={draft.accessPath}
          disabled={frozen}
          error={tried && draft.accessPath === '' ? fieldWords.missing : null}
          options={referential.accessPaths.map((terms) => ({
            value: terms.path,
            label: `${terms.path} · ${accessPathWords[terms.path]}${terms.open ? '' : ` (${candidateWords.closedPath})`}`,
            disabled: !terms.open,
          }))}
          onChange={(accessPath) => set({ accessPath })}
        />
        <Fields columns={2}>
          <DateField
            label={draft.accessPath === 'VAE' ? candidateWords.entryDateVae : candidateWords.entryDate}
            hint={fieldWords.dateExample}
            value={draft.entryDate}
            onChange={(entryDate) => set({ entryDate })}
            disabled={frozen}
            error={tried && draft.entryDate === null ? fieldWords.dateMissing : null}
          />
          <TextField {...text('entryProof', 300)} hint={candidateWords.entryProofHint} optional />
        </Fields>
        <Fields columns={2}>
          <TextField {...text('employer', 160)} hint={candidateWords.employerHint} optional />
          <TextField {...text('mentor', 160)} hint={candidateWords.mentorHint} optional />
        </Fields>
        {outside ? (
          <Notice kind="warning">
            <p>{candidateWords.entryOutside(referential.decisionDate, referential.registrationEnd)}</p>
          </Notice>
        ) : null}
        <Section level={3} title={candidateWords.blocks}>
          <BlockRows
            blocks={referential.blocks}
            presents={draft.presents}
            brings={draft.brings}
            tried={tried}
            disabled={frozen}
            onChange={(presents, brings) => set({ presents, brings })}
          />
        </Section>
        <FailureNotice failure={failure} />
        <Actions end>
          <Button onPress={props.onClose}>{frozen ? verbs.close : verbs.cancel}</Button>
          {frozen ? null : (
            <Button kind="primary" type="submit" busy={busy}>
              {candidateWords.save}
            </Button>
          )}
        </Actions>
      </Form>
    </Dialog>
  );
};
