import type { ReactNode } from 'react';
import type { Consent } from '../../../domain/accommodation.ts';
import type { Day } from '../../../domain/time.ts';
import { officerWords } from '../../../words/accommodation.ts';
import { fieldWords } from '../../../words/screens.ts';
import { RadioCards } from '../../parts/choice.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { Fields } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';

/** A consent while it is being typed. */
export interface ConsentDraft {
  readonly kind: Consent['kind'];
  readonly on: Day | null;
  readonly proof: string;
  /** The consent that was given before, kept beside its withdrawal. */
  readonly given: { readonly on: Day; readonly proof: string } | null;
}

/** The consent as the record wants it; incomplete parts are left for the schema to refuse. */
export const readConsent = (draft: ConsentDraft): unknown => {
  if (draft.kind === 'notGiven') return { kind: draft.kind };
  const { kind, on, proof, given } = draft;
  return kind === 'given' ? { kind, on, proof } : { kind, on, proof, given };
};

/** A withdrawal has a date and a proof of its own; what was given before stays beside it. */
const changeKind = (draft: ConsentDraft, kind: Consent['kind']): ConsentDraft => {
  if (kind === draft.kind) return draft;
  const given = draft.kind === 'given' && draft.on !== null && draft.proof.trim() !== '' ? { on: draft.on, proof: draft.proof } : draft.given;
  if (kind === 'given') return { kind, on: given?.on ?? null, proof: given?.proof ?? '', given };
  return { kind, on: null, proof: '', given };
};

/** The candidate's consent to declaring the accommodation to the jury: not given, given with its proof, withdrawn. */
export const ConsentFields = (props: {
  readonly draft: ConsentDraft;
  readonly onChange: (draft: ConsentDraft) => void;
  readonly tried: boolean;
}): ReactNode => {
  const { draft, tried, onChange } = props;
  return (
    <>
      <RadioCards
        label={officerWords.consent}
        value={draft.kind}
        onChange={(kind) => onChange(changeKind(draft, kind))}
        options={(['notGiven', 'given', 'withdrawn'] as const).map((value) => ({
          value,
          label: officerWords.consents[value],
          hint: officerWords.consentHints[value],
        }))}
      />
      {draft.kind === 'notGiven' ? null : (
        <Fields columns={2}>
          <DateField
            // A withdrawal has a date of its own: what was typed for the consent does not stay.
            key={draft.kind}
            label={officerWords.consentOn}
            hint={fieldWords.dateExample}
            value={draft.on}
            onChange={(on) => onChange({ ...draft, on })}
            error={tried && draft.on === null ? fieldWords.dateMissing : null}
          />
          <TextField
            label={draft.kind === 'given' ? officerWords.consentProof : officerWords.withdrawalProof}
            hint={draft.kind === 'given' ? officerWords.consentProofHint : officerWords.withdrawalProofHint}
            value={draft.proof}
            maxLength={300}
            onChange={(proof) => onChange({ ...draft, proof })}
            error={tried && draft.proof.trim() === '' ? fieldWords.missing : null}
          />
        </Fields>
      )}
    </>
  );
};
