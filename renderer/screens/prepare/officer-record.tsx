import { useState, type ReactNode } from 'react';
import type { OfficerLine, OfficerRecord } from '../../../domain/accommodation.ts';
import type { SessionId } from '../../../domain/ids.ts';
import { measureWords, officerWords } from '../../../words/accommodation.ts';
import { verbs } from '../../../words/screens.ts';
import { space } from '../../../words/typography.ts';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { Actions } from '../../parts/section.tsx';
import { useWrite } from '../../store/request.ts';
import styles from './prepare.module.css';

const tones = { given: 'success', withdrawn: 'warning', notGiven: 'neutral' } as const;
const consentOf = ({ consent }: OfficerRecord): string =>
  consent.kind === 'given' ? officerWords.given(consent.on) : consent.kind === 'withdrawn' ? officerWords.withdrawn(consent.on) : officerWords.notGiven;
const proofOf = ({ consent }: OfficerRecord): string => {
  if (consent.kind === 'notGiven') return '';
  const before = consent.kind === 'withdrawn' && consent.given !== null ? officerWords.givenBefore(consent.given.on, consent.given.proof) : '';
  return [consent.proof, before].filter((part) => part !== '').join(' · ');
};

const Lengths = ({ line }: { readonly line: OfficerLine }): ReactNode => {
  const { tests, slot } = line;
  const standard = line.record.standardMinutes;
  if (tests.length === 0) return <p className={styles['muted']}>{officerWords.nothingPlanned}</p>;
  const fits = slot === null ? officerWords.noSlot : slot.holds ? officerWords.holds(slot.minutes) : officerWords.tooShort(slot.minutes);
  return (
    <div>
      <ul>
        {tests.map((test, rank) => (
          <li key={rank}>
            {test.kind === 'interview' ? officerWords.interview : officerWords.defence(test.title)}
            {space}: {officerWords.length(test.plannedMinutes, test.seconds)}
          </li>
        ))}
      </ul>
      {standard !== null && line.record.extraTime !== null && !tests.some((test) => test.plannedMinutes === standard) ? (
        <p className={styles['fault']}>{officerWords.standardDiffers(standard)}</p>
      ) : null}
      <p className={slot?.holds === false ? styles['fault'] : styles['muted']}>{fits}</p>
    </div>
  );
};

/** One record of the officer: measures and effect, what they make of each test, the consent and its proof. */
export const OfficerRecordCard = (props: {
  readonly sessionId: SessionId;
  readonly officerKey: string;
  readonly line: OfficerLine;
  readonly name: string;
  readonly onEdit: () => void;
  readonly onRemoved: () => void;
}): ReactNode => {
  const { name, line, sessionId, officerKey: key } = props;
  const { record } = line;
  const { run, busy, failure, clear } = useWrite();
  const [leaving, setLeaving] = useState(false);
  const close = (): void => {
    setLeaving(false);
    clear();
  };
  const remove = async (): Promise<void> => {
    const removed = await run('officer.remove', { sessionId, key, candidateId: record.candidateId });
    if (!removed.ok) return;
    close();
    props.onRemoved();
  };
  return (
    <article className={styles['item']} aria-label={name}>
      <div className={styles['itemHead']}>
        <div>
          <h3>{name}</h3>
          <p>{record.effect}</p>
          <p className={styles['muted']}>
            {[record.measures.map((measure) => measureWords[measure]).join(' · '), officerWords.decided(record.decidedOn)].join(' · ')}
          </p>
        </div>
        <Actions>
          <Button kind="quiet" size="small" label={`${verbs.edit} ${name}`} onPress={props.onEdit}>
            {verbs.edit}
          </Button>
          <Button kind="quiet" size="small" label={officerWords.removeTitle(name)} onPress={() => setLeaving(true)}>
            {officerWords.remove}
          </Button>
        </Actions>
      </div>
      <Lengths line={line} />
      <p>
        <Badge tone={tones[record.consent.kind]}>{consentOf(record)}</Badge> <span className={styles['muted']}>{proofOf(record)}</span>
      </p>
      <Confirm
        title={officerWords.removeTitle(name)}
        text={officerWords.removeText}
        act={officerWords.remove}
        open={leaving}
        onClose={close}
        onConfirm={() => void remove()}
        busy={busy}
        failure={failure}
      />
    </article>
  );
};
