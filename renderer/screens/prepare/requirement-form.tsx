import { useState, type ReactNode } from 'react';
import { requirementRecord, type Requirement, type RequirementRecord } from '../../../domain/requirements.ts';
import { requirementWords as words } from '../../../words/requirements.ts';
import { fieldWords, verbs } from '../../../words/screens.ts';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/choice.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { Form } from '../../parts/form.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { Actions, Fields } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import type { DossierProps } from './dossiers.tsx';
import { pieceOptions } from './project-form.tsx';
import styles from './prepare.module.css';

const states = (['provided', 'exempted', 'notConcerned'] as const).map((value) => ({ value, label: words.state[value] }));
const bases = (['level6', 'level5'] as const).map((value) => ({ value, label: words.basis[value] }));

/** What was checked of one requirement: state, proof, day, person. The piece whose kind fits is proposed. */
export const RequirementForm = (
  props: DossierProps & {
    readonly requirement: Requirement;
    readonly record: RequirementRecord | undefined;
    readonly onClose: () => void;
    readonly onSaved: () => Promise<void>;
  },
): ReactNode => {
  const { session, dossier, requirement, record } = props;
  const { busy, failure, run } = useWrite();
  const fitting = dossier.pieces.find((piece) => requirement.kinds.includes(piece.kind));
  const { givenName, familyName } = session.fields.lead;
  const [draft, setDraft] = useState<RequirementRecord>(
    record ?? {
      candidateId: dossier.candidate.id,
      code: requirement.code,
      state: 'provided',
      basis: null,
      pieceId: fitting?.id ?? null,
      proof: '',
      verifiedOn: null,
      verifiedBy: [givenName, familyName].filter((part) => part !== '').join(' '),
      note: '',
    },
  );
  const [tried, setTried] = useState(false);
  const missing = {
    basis: requirement.code === 'admission' && draft.state === 'provided' && draft.basis === null,
    on: draft.verifiedOn === null,
    by: draft.verifiedBy.trim() === '',
  };
  const set = (part: Partial<RequirementRecord>): void => setDraft({ ...draft, ...part });
  const save = async (): Promise<void> => {
    setTried(true);
    const read = requirementRecord.safeParse(draft);
    if (!read.success || missing.basis || missing.on || missing.by) return;
    const saved = await run('requirement.save', { sessionId: session.id, record: read.data });
    if (saved.ok) await props.onSaved();
  };
  return (
    <Form className={styles['form']} onSubmit={save}>
      <Fields columns={2}>
        <Select label={words.stateLabel} value={draft.state} options={states} onChange={(state) => set({ state })} />
        {requirement.code === 'admission' ? (
          <Select
            label={words.basisLabel}
            value={draft.basis ?? ''}
            options={bases}
            onChange={(basis) => set({ basis })}
            error={tried && missing.basis ? fieldWords.missing : null}
          />
        ) : null}
        <Select
          label={words.piece}
          value={draft.pieceId ?? 'none'}
          options={pieceOptions(dossier.pieces)}
          onChange={(value) => set({ pieceId: value === 'none' ? null : value })}
        />
        <TextField
          label={words.proof}
          hint={words.proofHint[requirement.code] || undefined}
          value={draft.proof}
          maxLength={300}
          onChange={(proof) => set({ proof })}
        />
        <DateField
          label={words.verifiedOn}
          value={draft.verifiedOn}
          onChange={(verifiedOn) => set({ verifiedOn })}
          error={tried && missing.on ? fieldWords.dateMissing : null}
        />
        <TextField
          label={words.verifiedBy}
          value={draft.verifiedBy}
          maxLength={160}
          onChange={(verifiedBy) => set({ verifiedBy })}
          error={tried && missing.by ? fieldWords.missing : null}
        />
      </Fields>
      <TextField prose label={words.note} value={draft.note} maxLength={500} onChange={(note) => set({ note })} />
      <FailureNotice failure={failure} />
      <Actions>
        <Button onPress={props.onClose}>{verbs.cancel}</Button>
        <Button kind="primary" type="submit" busy={busy}>
          {words.save}
        </Button>
      </Actions>
    </Form>
  );
};
