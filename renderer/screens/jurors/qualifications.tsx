import type { ReactNode } from 'react';
import type { JurorProof, Qualification } from '../../../domain/juror-file.ts';
import type { Day } from '../../../domain/time.ts';
import { jurorFileWords as words } from '../../../words/juror-file.ts';
import { fieldWords, verbs } from '../../../words/screens.ts';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/choice.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { Section } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';
import styles from './jurors.module.css';

/** A qualification while it is being typed. */
export interface QualificationDraft {
  readonly certification: string;
  readonly on: Day | null;
  readonly proof: Qualification['proof'];
}

/** A qualification as it stands, to be changed. */
export const draftOf = ({ certification, on, proof }: Qualification): QualificationDraft => ({ certification, on, proof });

/** The qualifications typed, or null while one lacks its certification or its date; a proof removed meanwhile is left out. */
export const completeQualifications = (rows: readonly QualificationDraft[], proofs: readonly JurorProof[]): Qualification[] | null => {
  const complete = rows.flatMap(({ certification, on, proof }) =>
    certification.trim() === '' || on === null
      ? []
      : [{ certification: certification.trim(), on, proof: proofs.some((each) => each.id === proof) ? proof : null }],
  );
  return complete.length === rows.length ? complete : null;
};

/** The certifications that a person is qualified for: code, since when, with which proof. */
export const QualificationRows = (props: {
  readonly rows: readonly QualificationDraft[];
  readonly proofs: readonly JurorProof[];
  readonly tried: boolean;
  readonly onChange: (rows: readonly QualificationDraft[]) => void;
}): ReactNode => {
  const { rows, proofs, tried, onChange } = props;
  const set = (rank: number, part: Partial<QualificationDraft>): void => onChange(rows.map((row, place) => (place === rank ? { ...row, ...part } : row)));
  return (
    <Section
      level={3}
      title={words.qualifications}
      intro={words.qualificationsIntro}
      actions={
        <Button size="small" onPress={() => onChange([...rows, { certification: '', on: null, proof: null }])}>
          {words.addQualification}
        </Button>
      }
    >
      {rows.map((row, rank) => (
        <div key={rank} className={styles['qualification']}>
          <TextField
            label={words.certification}
            value={row.certification}
            maxLength={40}
            error={tried && row.certification.trim() === '' ? fieldWords.missing : null}
            onChange={(certification) => set(rank, { certification })}
          />
          <DateField label={words.on} value={row.on} error={tried && row.on === null ? fieldWords.dateMissing : null} onChange={(on) => set(rank, { on })} />
          <Select
            label={words.proof}
            value={row.proof !== null && proofs.some((proof) => proof.id === row.proof) ? row.proof : 'none'}
            options={[{ value: 'none', label: words.noProof }, ...proofs.map((proof) => ({ value: proof.id as string, label: proof.fileName }))]}
            onChange={(chosen) => set(rank, { proof: proofs.find((proof) => proof.id === chosen)?.id ?? null })}
          />
          <Button
            kind="quiet"
            size="small"
            label={words.removeQualification(row.certification)}
            onPress={() => onChange(rows.filter((_, place) => place !== rank))}
          >
            {verbs.remove}
          </Button>
        </div>
      ))}
    </Section>
  );
};
