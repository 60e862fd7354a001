import { useState, type ReactNode } from 'react';
import { fullName } from '../../../domain/candidate.ts';
import { correctedField, standingText, type CorrectedField } from '../../../domain/correction.ts';
import type { SessionId } from '../../../domain/ids.ts';
import type { RectificationView } from '../../../domain/minute-view.ts';
import { fieldWords, sayFieldValue } from '../../../words/rectification.ts';
import { rectifyWords } from '../../../words/rectify.ts';
import { capitalise } from '../../../words/typography.ts';
import { Select } from '../../parts/choice.tsx';
import { TextArea, TextField } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import { FormDialog } from '../deliberate/form-dialog.tsx';
import { useTypedText } from '../../store/typed-text.ts';

type Subject = CorrectedField['of'];

const subjectsOf = ({ standing }: RectificationView): readonly { readonly value: string; readonly label: string }[] => [
  { value: 'session', label: rectifyWords.session },
  { value: 'lead', label: rectifyWords.lead },
  ...standing.candidates.map((candidate) => ({
    value: `candidate:${candidate.id}`,
    label: rectifyWords.candidate(`${candidate.number} · ${fullName(candidate)}`),
  })),
  ...standing.members.map((member) => ({ value: `member:${member.id}`, label: rectifyWords.member(fullName(member)) })),
];

const whereOf = (subject: string, field: string): CorrectedField | null => {
  const [of = '', id] = subject.split(':');
  const read = correctedField.safeParse({ of, field, ...(of === 'candidate' ? { candidateId: id } : of === 'member' ? { jurorId: id } : {}) });
  return read.success ? read.data : null;
};

/** A material error put right: about whom, which field, what stands, what to read instead, and why. */
export const CorrectionDialog = (props: {
  readonly sessionId: SessionId;
  readonly view: RectificationView;
  readonly onDone: () => void;
  readonly onClose: () => void;
}): ReactNode => {
  const { run } = useWrite();
  const [subject, setSubject] = useState('');
  const [field, setField] = useState('');
  const [after, setAfter] = useState('');
  const typed = useTypedText('correction');
  const reason = typed.text;
  const [tried, setTried] = useState(false);
  const { header, candidates, members } = props.view.standing;
  const where = whereOf(subject, field);
  const before = where === null ? '' : (standingText({ header, candidates, jurors: members }, where) ?? '');
  const of = (subject.split(':')[0] ?? '') as Subject | '';
  const changed = where !== null && after.trim() !== before;
  const choose = (of: string, name: string): void => {
    setSubject(of);
    setField(name);
    const chosen = whereOf(of, name);
    setAfter(chosen === null ? '' : (standingText({ header, candidates, jurors: members }, chosen) ?? ''));
  };
  return (
    <FormDialog
      title={rectifyWords.correctTitle}
      intro={rectifyWords.correctText}
      verb={rectifyWords.correctVerb}
      check={() => {
        setTried(true);
        return changed && reason.trim() !== '';
      }}
      submit={() =>
        where === null ? Promise.resolve({ ok: true, value: null }) : run('rectification.correct', { sessionId: props.sessionId, where, before, after, reason })
      }
      onDone={typed.andForget(props.onDone)}
      onClose={typed.andForget(props.onClose)}
    >
      <Select label={rectifyWords.about} value={subject} options={subjectsOf(props.view)} onChange={(value) => choose(value, '')} />
      <Select
        label={rectifyWords.field}
        value={field}
        disabled={of === ''}
        options={of === '' ? [] : Object.entries(fieldWords[of]).map(([value, label]) => ({ value, label: capitalise(label) }))}
        onChange={(value) => choose(subject, value)}
        error={tried && where === null ? rectifyWords.fieldMissing : null}
      />
      <TextField label={rectifyWords.before} readOnly value={where === null ? '' : sayFieldValue(where.field, before)} onChange={() => undefined} />
      {field === 'civility' ? (
        <Select
          label={rectifyWords.after}
          value={after === '' ? 'none' : after}
          options={[
            { value: 'none', label: rectifyWords.civility.none },
            { value: 'Mme', label: 'Mme' },
            { value: 'M.', label: 'M.' },
          ]}
          onChange={(value) => setAfter(value === 'none' ? '' : value)}
          error={tried && where !== null && !changed ? rectifyWords.afterSame : null}
        />
      ) : (
        <TextField
          label={rectifyWords.after}
          {...(field === 'birthDate' ? { hint: rectifyWords.dayHint } : {})}
          value={after}
          disabled={where === null}
          onChange={setAfter}
          maxLength={300}
          error={tried && where !== null && !changed ? rectifyWords.afterSame : null}
        />
      )}
      <TextArea
        label={rectifyWords.reason}
        value={reason}
        onChange={typed.change}
        maxLength={1000}
        error={tried && reason.trim() === '' ? rectifyWords.reasonMissing : null}
      />
    </FormDialog>
  );
};
