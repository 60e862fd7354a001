import { useState, type ReactNode } from 'react';
import { extendedSeconds, officerRecord, type Consent, type MeasureKind, type OfficerRecord } from '../../../domain/accommodation.ts';
import { fullName } from '../../../domain/candidate.ts';
import type { CandidateId } from '../../../domain/ids.ts';
import type { Day } from '../../../domain/time.ts';
import type { CandidateLine, SessionView } from '../../../domain/view.ts';
import { measureWords, officerWords } from '../../../words/accommodation.ts';
import { fieldWords, verbs } from '../../../words/screens.ts';
import { Button } from '../../parts/button.tsx';
import { Checkbox, Select } from '../../parts/choice.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { Actions, Fields } from '../../parts/section.tsx';
import { TextArea, TextField } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import { ConsentFields, readConsent, type ConsentDraft } from './consent-fields.tsx';
import styles from './prepare.module.css';

const kinds = Object.keys(measureWords) as readonly MeasureKind[];
const shares = ['none', '1/3', '1/2', '1/4'] as const;
type Share = (typeof shares)[number];

const shareOf = (record: OfficerRecord | null): Share => {
  const text = record?.extraTime ? `${record.extraTime.numerator}/${record.extraTime.denominator}` : 'none';
  return shares.find((each) => each === text) ?? 'none';
};
const readShare = (share: Share): OfficerRecord['extraTime'] => (share === 'none' ? null : { numerator: 1, denominator: Number(share.slice(2)) });
const draftConsent = (consent: Consent | undefined): ConsentDraft => ({
  kind: consent?.kind ?? 'notGiven',
  on: consent && consent.kind !== 'notGiven' ? consent.on : null,
  proof: consent && consent.kind !== 'notGiven' ? consent.proof : '',
  given: consent?.kind === 'withdrawn' ? consent.given : null,
});

/** The officer's form: measures and effect, the share of time, and the consent to declare it to the jury. */
export const OfficerForm = (props: {
  readonly session: SessionView;
  readonly officerKey: string;
  readonly record: OfficerRecord | null;
  readonly candidates: readonly CandidateLine[];
  readonly onClose: () => void;
  readonly onSaved: () => void;
}): ReactNode => {
  const { record } = props;
  const { busy, failure, run } = useWrite();
  const [candidateId, setCandidateId] = useState<CandidateId | ''>(record?.candidateId ?? '');
  const [measures, setMeasures] = useState<readonly MeasureKind[]>(record?.measures ?? []);
  const [effect, setEffect] = useState(record?.effect ?? '');
  const [decidedOn, setDecidedOn] = useState<Day | null>(record?.decidedOn ?? null);
  const [note, setNote] = useState(record?.note ?? '');
  const [standard, setStandard] = useState(record?.standardMinutes ? String(record.standardMinutes) : '30');
  const [share, setShare] = useState<Share>(shareOf(record));
  const [consent, setConsent] = useState<ConsentDraft>(draftConsent(record?.consent));
  const [tried, setTried] = useState(false);
  const standardMinutes = Math.floor(Number(standard)) || null;
  const extraTime = readShare(share);
  const save = async (): Promise<void> => {
    setTried(true);
    const read = officerRecord.safeParse({ candidateId, measures, effect, decidedOn, note, standardMinutes, extraTime, consent: readConsent(consent) });
    if (!read.success) return;
    const saved = await run('officer.save', { sessionId: props.session.id, key: props.officerKey, record: read.data });
    if (saved.ok) props.onSaved();
  };
  return (
    <Dialog title={record === null ? officerWords.add : officerWords.edit} open onClose={props.onClose} size="large">
      <Form className={styles['form']} onSubmit={save}>
        <Fields columns={2}>
          <Select
            label={officerWords.candidate}
            value={candidateId}
            disabled={record !== null}
            onChange={setCandidateId}
            error={tried && candidateId === '' ? fieldWords.missing : null}
            options={props.candidates.map((line) => ({ value: line.id, label: `${line.number} · ${fullName(line)}` }))}
          />
          <DateField
            label={officerWords.decidedOn}
            value={decidedOn}
            onChange={setDecidedOn}
            error={tried && decidedOn === null ? fieldWords.dateMissing : null}
          />
        </Fields>
        <fieldset className={styles['checks']}>
          <legend>{officerWords.measures}</legend>
          <div className={styles['twoColumns']}>
            {kinds.map((kind) => (
              <Checkbox
                key={kind}
                label={measureWords[kind]}
                checked={measures.includes(kind)}
                onChange={(on) => setMeasures(on ? [...measures, kind] : measures.filter((each) => each !== kind))}
              />
            ))}
          </div>
          {tried && measures.length === 0 ? (
            <p role="alert" className={styles['fault']}>
              {officerWords.measuresMissing}
            </p>
          ) : null}
        </fieldset>
        <Fields columns={2}>
          <TextField
            label={officerWords.standard}
            hint={officerWords.standardHint}
            type="number"
            min={1}
            max={600}
            short
            value={standard}
            onChange={setStandard}
          />
          <Select
            label={officerWords.share}
            value={share}
            onChange={setShare}
            options={shares.map((value) => ({ value, label: officerWords.shares[value] }))}
            hint={standardMinutes !== null && extraTime !== null ? officerWords.arranged(extendedSeconds(standardMinutes, extraTime) / 60) : undefined}
          />
        </Fields>
        <TextArea
          label={officerWords.effect}
          hint={officerWords.effectHint}
          rows={2}
          value={effect}
          maxLength={600}
          onChange={setEffect}
          error={tried && effect.trim() === '' ? fieldWords.missing : null}
        />
        <TextArea label={officerWords.note} hint={officerWords.noteHint} optional rows={2} value={note} maxLength={2000} onChange={setNote} />
        <ConsentFields draft={consent} onChange={setConsent} tried={tried} />
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
