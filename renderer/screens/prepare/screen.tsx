import type { ReactNode } from 'react';
import { prepareWords } from '../../../words/prepare.ts';
import { stageWords } from '../../../words/screens.ts';
import { Notice } from '../../parts/notice.tsx';
import { Sided } from '../../parts/sided.tsx';
import { useRead } from '../../store/request.ts';
import type { PrepareSection, Screen } from '../../store/screen.ts';
import { useStore } from '../../store/store.ts';
import { Accommodations } from './accommodations.tsx';
import { Candidates } from './candidates.tsx';
import { Dossiers } from './dossiers.tsx';
import { Jury } from './jury.tsx';
import { Readiness } from './readiness.tsx';
import { Schedule } from './schedule.tsx';
import { SessionSection } from './session.tsx';
import styles from './prepare.module.css';

const sections: readonly PrepareSection[] = ['session', 'jury', 'candidates', 'dossiers', 'schedule', 'accommodations', 'readiness'];

/** The parts that may still change once the session is open: who comes after whom, and the officer's records. */
const changing: readonly PrepareSection[] = ['schedule', 'accommodations'];

/** Prepare: the parts on the left, with what is missing counted; the part in hand on the right. */
export default function Prepare({ screen }: { readonly screen: Extract<Screen, { kind: 'prepare' }> }): ReactNode {
  const session = useStore((state) => state.session);
  const savedAt = useStore((state) => state.savedAt);
  const go = useStore((state) => state.go);
  const { sessionId, section = 'session' } = screen;
  const { reading } = useRead('session.readiness', { sessionId }, savedAt);
  if (session === null) return null;
  const blocking = reading.kind === 'ready' ? reading.value.filter((line) => line.weight === 'blocking').length : 0;
  const frozen = session.phase !== 'preparing';
  const content = (): ReactNode => {
    switch (section) {
      case 'session':
        return <SessionSection session={session} frozen={frozen} />;
      case 'jury':
        return <Jury session={session} frozen={frozen} editing={screen.jurorId ?? null} />;
      case 'candidates':
        return <Candidates session={session} frozen={frozen} editing={screen.candidateId ?? null} />;
      case 'dossiers':
        return <Dossiers session={session} frozen={frozen} candidateId={screen.candidateId ?? null} />;
      case 'schedule':
        return <Schedule session={session} />;
      case 'accommodations':
        return <Accommodations session={session} />;
      case 'readiness':
        return <Readiness session={session} reading={reading} />;
    }
  };
  return (
    <Sided
      label={prepareWords.nav}
      session={session.fields}
      stage={stageWords.prepare}
      parts={sections.map((key) => ({
        key,
        label: prepareWords.sections[key],
        ...(key === 'readiness' ? { count: { value: blocking, said: prepareWords.blocking(blocking) } } : {}),
      }))}
      here={section}
      onGo={(key) => go({ kind: 'prepare', sessionId, section: key })}
    >
      <div className={styles['column']}>
        {frozen && !changing.includes(section) ? (
          <Notice kind="info" title={prepareWords.frozenTitle}>
            <p>{prepareWords.frozen}</p>
          </Notice>
        ) : null}
        {content()}
      </div>
    </Sided>
  );
}
