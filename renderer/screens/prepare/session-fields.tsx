import type { ReactNode } from 'react';
import type { Day } from '../../../domain/time.ts';
import { sessionFields, type SessionFields } from '../../../domain/view.ts';
import { sessionWords } from '../../../words/home.ts';
import { fieldWords } from '../../../words/screens.ts';
import { RadioCards, Select } from '../../parts/choice.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { Fields } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';

/** The header of a session while it is being typed. */
export interface SessionDraft extends Omit<SessionFields, 'heldOn'> {
  readonly heldOn: Day | null;
}

/** A header to fill in. */
export const newSessionDraft = (certification: string): SessionDraft => ({
  number: '',
  title: '',
  certification,
  heldOn: null,
  place: '',
  mode: 'onSite',
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  lead: { givenName: '', familyName: '', quality: '' },
});

/** The header as the contract wants it, and the version of the fiche chosen ("code|version" while it is typed); null when a required field is missing. */
export const readSessionDraft = (draft: SessionDraft): { readonly fields: SessionFields; readonly version: string | undefined } | null => {
  const [certification = '', version] = draft.certification.split('|');
  const read = sessionFields.safeParse({ ...draft, certification });
  return read.success ? { fields: read.data, version } : null;
};

/** The fields of a session's header, for a new one and for the preparation. */
export const SessionFieldset = (props: {
  readonly draft: SessionDraft;
  readonly onChange: (draft: SessionDraft) => void;
  readonly certifications: readonly { readonly value: string; readonly label: string }[];
  readonly tried: boolean;
  readonly disabled?: boolean;
  /** A new one begins with its number. */
  readonly autoFocus?: boolean;
  /** What stands under the certification: the way to another, or what another version changes. */
  readonly under?: ReactNode;
}): ReactNode => {
  const { draft, tried, disabled = false } = props;
  const set = (part: Partial<SessionDraft>): void => props.onChange({ ...draft, ...part });
  const setLead = (part: Partial<SessionDraft['lead']>): void => set({ lead: { ...draft.lead, ...part } });
  const missing = (value: string): string | null => (tried && value.trim() === '' ? fieldWords.missing : null);
  return (
    <>
      <Fields columns={2}>
        <TextField
          label={sessionWords.number}
          hint={sessionWords.numberHint}
          value={draft.number}
          maxLength={60}
          onChange={(number) => set({ number })}
          error={missing(draft.number)}
          disabled={disabled}
          autoFocus={props.autoFocus ?? false}
        />
        <DateField
          label={sessionWords.heldOn}
          hint={fieldWords.dateExample}
          value={draft.heldOn}
          onChange={(heldOn) => set({ heldOn })}
          error={tried && draft.heldOn === null ? fieldWords.dateMissing : null}
          disabled={disabled}
        />
      </Fields>
      <Select
        label={sessionWords.certification}
        value={draft.certification}
        disabled={disabled}
        options={props.certifications}
        onChange={(certification) => set({ certification })}
        error={tried && draft.certification === '' ? sessionWords.certificationMissing : null}
      />
      {props.under}
      <Fields columns={2}>
        <TextField prose label={sessionWords.label} optional value={draft.title} maxLength={200} onChange={(title) => set({ title })} disabled={disabled} />
        <TextField label={sessionWords.place} value={draft.place} maxLength={200} onChange={(place) => set({ place })} disabled={disabled} />
      </Fields>
      <RadioCards
        label={sessionWords.mode}
        value={draft.mode}
        disabled={disabled}
        onChange={(mode) => set({ mode })}
        options={(['onSite', 'remote', 'mixed'] as const).map((value) => ({ value, label: sessionWords.modes[value] }))}
      />
      <Fields columns={2}>
        <TextField
          label={sessionWords.leadGivenName}
          value={draft.lead.givenName}
          maxLength={80}
          onChange={(givenName) => setLead({ givenName })}
          disabled={disabled}
        />
        <TextField
          label={sessionWords.leadFamilyName}
          value={draft.lead.familyName}
          maxLength={80}
          onChange={(familyName) => setLead({ familyName })}
          disabled={disabled}
        />
      </Fields>
      <TextField
        label={sessionWords.leadQuality}
        optional
        value={draft.lead.quality}
        maxLength={160}
        onChange={(quality) => setLead({ quality })}
        disabled={disabled}
      />
    </>
  );
};
