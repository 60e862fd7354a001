import { useState, type ReactNode } from 'react';
import type { HolderIdentity, HolderLine } from '../../../domain/holder.ts';
import type { SessionId } from '../../../domain/ids.ts';
import { identityWords as words } from '../../../words/holder-identity.ts';
import { verbs } from '../../../words/screens.ts';
import { Button } from '../../parts/button.tsx';
import { RadioCards } from '../../parts/choice.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { Actions, Fields } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import { draftOf, identityOf, type IdentityDraft } from './holder-draft.ts';
import styles from './holders.module.css';

type Change = (changes: Partial<IdentityDraft>) => void;

const kinds = (['person', 'file'] as const).map((value) => ({ value, label: words.kinds[value], hint: words.kindHints[value] }));
const sexes = (['F', 'M'] as const).map((value) => ({ value, label: words.sexes[value] }));
const places = (['france', 'abroad'] as const).map((value) => ({ value, label: words.places[value] }));

const Text = (props: {
  readonly draft: IdentityDraft;
  readonly change: Change;
  readonly field: keyof IdentityDraft;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly short?: boolean;
  readonly error?: string | null;
}): ReactNode => (
  <TextField
    label={props.label}
    hint={props.hint}
    optional={props.optional ?? false}
    short={props.short ?? false}
    error={props.error}
    maxLength={props.short === true ? 20 : 120}
    value={props.draft[props.field]}
    onChange={(value) => props.change({ [props.field]: value })}
  />
);

const Place = (props: { readonly draft: IdentityDraft; readonly change: Change }): ReactNode => {
  const { place } = props.draft;
  return (
    <>
      {place === 'france' ? (
        <Fields>
          <Text {...props} field="insee" label={words.insee} hint={words.inseeHint} short />
          <Text {...props} field="town" label={words.town} />
        </Fields>
      ) : null}
      {place === 'abroad' ? (
        <Fields columns={3}>
          <Text {...props} field="country" label={words.country} />
          <Text {...props} field="town" label={words.townAbroad} />
          <Text {...props} field="postalCode" label={words.postalCode} optional short />
        </Fields>
      ) : null}
    </>
  );
};

const Person = (props: { readonly draft: IdentityDraft; readonly change: Change; readonly birthError: string | null }): ReactNode => (
  <>
    <Fields>
      <Text {...props} field="birthName" label={words.birthName} />
      <Text {...props} field="usageName" label={words.usageName} optional />
    </Fields>
    <Fields columns={3}>
      <Text {...props} field="firstName" label={words.firstName} />
      <Text {...props} field="secondName" label={words.secondName} optional />
      <Text {...props} field="thirdName" label={words.thirdName} optional />
    </Fields>
    <div className={styles['trio']}>
      <div className={styles['birth']} role="group" aria-label={words.birth}>
        <Text {...props} field="date" label={words.dayOf} short />
        <Text {...props} field="month" label={words.monthOf} short />
        <Text {...props} field="year" label={words.yearOf} short error={props.birthError} />
      </div>
      <RadioCards label={words.sex} value={props.draft.sex === '' ? null : props.draft.sex} options={sexes} onChange={(sex) => props.change({ sex })} />
      <RadioCards
        label={words.place}
        value={props.draft.place === '' ? null : props.draft.place}
        options={places}
        onChange={(place) => props.change({ place })}
      />
    </div>
    <Place draft={props.draft} change={props.change} />
  </>
);

const IdentityForm = (props: { readonly start: HolderIdentity; readonly save: (identity: HolderIdentity) => Promise<void>; readonly children: ReactNode }) => {
  const [draft, setDraft] = useState(() => draftOf(props.start));
  const [tried, setTried] = useState(false);
  const change: Change = (changes) => setDraft((current) => ({ ...current, ...changes }));
  const identity = identityOf(draft);
  return (
    <Form
      className={styles['form']}
      onSubmit={async () => {
        setTried(true);
        if (identity !== null) await props.save(identity);
      }}
    >
      <p className={styles['muted']}>{words.text}</p>
      <RadioCards label={words.kind} value={draft.kind} options={kinds} onChange={(kind) => change({ kind })} />
      {draft.kind === 'person' ? (
        <Person draft={draft} change={change} birthError={tried && identity === null ? words.birthWrong : null} />
      ) : (
        <Fields columns={3}>
          <Text draft={draft} change={change} field="fileNumber" label={words.fileNumber} hint={words.fileHint} />
          <Text draft={draft} change={change} field="birthName" label={words.familyName} />
          <Text draft={draft} change={change} field="firstName" label={words.firstName} />
        </Fields>
      )}
      {props.children}
    </Form>
  );
};

/** Who a holder is, as the declaration names them: kept with its instant, what was kept before is superseded. */
export const HolderIdentityDialog = (props: {
  readonly sessionId: SessionId;
  readonly line: HolderLine;
  readonly onClose: () => void;
  readonly onSaved: () => Promise<void>;
}): ReactNode => {
  const { sessionId, line } = props;
  const { run, busy, failure } = useWrite();
  const save = async (identity: HolderIdentity): Promise<void> => {
    const answer = await run('holder.saveIdentity', { sessionId, candidateId: line.candidateId, identity });
    if (answer.ok) await props.onSaved();
  };
  return (
    <Dialog title={words.title(line.name)} open onClose={props.onClose} size="large">
      <IdentityForm start={line.identity} save={save}>
        <FailureNotice failure={failure} />
        <Actions end>
          <Button onPress={props.onClose}>{verbs.cancel}</Button>
          <Button kind="primary" type="submit" busy={busy}>
            {words.save}
          </Button>
        </Actions>
      </IdentityForm>
    </Dialog>
  );
};
