import { useState, type ReactNode } from 'react';
import { Check, Circle, TriangleAlert } from 'lucide-react';
import type { SessionView, SittingView } from '../../../domain/view.ts';
import { openWords } from '../../../words/open.ts';
import { fieldWords } from '../../../words/screens.ts';
import { Button } from '../../parts/button.tsx';
import { Form } from '../../parts/form.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { isPin, PinField } from '../../parts/text-field.tsx';
import { useRead, useWrite } from '../../store/request.ts';
import { useStore } from '../../store/store.ts';
import { nameMember } from './names.ts';
import styles from './open.module.css';

interface CheckLine {
  readonly state: 'done' | 'missing' | 'warning';
  readonly text: string;
}

const icons = { done: Check, missing: Circle, warning: TriangleAlert } as const;
const stateWords = { done: openWords.checkDone, missing: openWords.checkMissing, warning: openWords.checkWarning } as const;

const listChecks = (session: SessionView, sitting: SittingView, blocking: number): CheckLine[] => {
  const here = sitting.members.filter((member) => member.present);
  const president = here.find((member) => member.rank === 'president');
  const some = here.length > 0;
  const expected = some ? here : sitting.members.filter((member) => member.juror.seat === 'titular');
  const pins = expected.filter((member) => !member.pinSet).length;
  const undeclared = expected.filter((member) => member.declaredAt === null).length;
  const held = sitting.candidates.filter((line) => line.composition.gaps.length === 0).length;
  const { checks } = openWords;
  const state = (met: boolean): 'done' | 'missing' => (met ? 'done' : 'missing');
  return [
    { state: state(blocking === 0), text: checks.readiness(blocking) },
    { state: state(here.length >= session.regulations.quorum), text: checks.quorum(here.length, session.regulations.quorum) },
    { state: state(president !== undefined), text: checks.president(president === undefined ? null : nameMember(president)) },
    { state: state(pins === 0), text: checks.pins(pins) },
    { state: state(undeclared === 0), text: checks.declarations(undeclared) },
    some
      ? { state: held === sitting.candidates.length ? 'done' : 'warning', text: checks.compositions(held, sitting.candidates.length) }
      : { state: 'missing', text: checks.compositionLater },
    { state: state(session.leadPinSet), text: checks.leadPin(session.leadPinSet) },
  ];
};

/** What is still to do before opening, and the lead’s own act. */
export const OpenPanel = (props: {
  readonly session: SessionView;
  readonly sitting: SittingView;
  readonly onOpened: () => Promise<void>;
  readonly onLeadPin: () => void;
}): ReactNode => {
  const { session, sitting } = props;
  const { id: sessionId } = session;
  const go = useStore((state) => state.go);
  const savedAt = useStore((state) => state.savedAt);
  const { reading } = useRead('session.readiness', { sessionId }, savedAt);
  const { busy, failure, run } = useWrite();
  const [pin, setPin] = useState('');
  const [tried, setTried] = useState(false);
  if (sitting.phase !== 'preparing') return null;
  const blocking = reading.kind === 'ready' ? reading.value.filter((line) => line.weight === 'blocking').length : 0;
  const checks = listChecks(session, sitting, blocking);
  const ready = checks.every((check) => check.state !== 'missing');
  const open = async (): Promise<void> => {
    setTried(true);
    if (!isPin(pin)) return;
    const opened = await run('session.open', { sessionId, pin });
    setPin('');
    setTried(false);
    if (!opened.ok) return;
    await props.onOpened();
    go({ kind: 'deliberate', sessionId });
  };
  return (
    <aside className={styles['panel']} aria-label={openWords.checklist}>
      <h2>{openWords.checklist}</h2>
      <ul className={styles['checks']}>
        {checks.map((check) => {
          const Icon = icons[check.state];
          return (
            <li key={check.text} className={styles[check.state]}>
              <Icon aria-hidden />
              <span>
                <span className="visually-hidden">{stateWords[check.state]}, </span>
                {check.text}
              </span>
            </li>
          );
        })}
      </ul>
      {blocking > 0 ? (
        <Button size="small" onPress={() => go({ kind: 'prepare', sessionId, section: 'readiness' })}>
          {openWords.seeMissing}
        </Button>
      ) : null}
      {checks.some((check) => check.state === 'warning') ? <p className={styles['muted']}>{openWords.compositionWarning}</p> : null}
      <Form className={styles['open']} onSubmit={open}>
        <h3>{openWords.openTitle}</h3>
        <p className={styles['muted']}>{openWords.openText}</p>
        {session.leadPinSet ? (
          <>
            <PinField label={openWords.leadPin} value={pin} onChange={setPin} error={tried && !isPin(pin) ? fieldWords.pinShort : null} disabled={!ready} />
            <FailureNotice failure={failure} />
            <Button kind="primary" size="large" type="submit" busy={busy} disabled={!ready}>
              {openWords.open}
            </Button>
            <Button kind="quiet" size="small" onPress={props.onLeadPin}>
              {openWords.changeLeadPin}
            </Button>
          </>
        ) : (
          <Button kind="secondary" onPress={props.onLeadPin}>
            {openWords.chooseLeadPin}
          </Button>
        )}
      </Form>
    </aside>
  );
};
