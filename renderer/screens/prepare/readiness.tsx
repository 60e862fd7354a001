import type { ReactNode } from 'react';
import { ChevronRight } from 'lucide-react';
import { fullName } from '../../../domain/candidate.ts';
import type { ReadinessLine, SessionView } from '../../../domain/view.ts';
import { readinessSentences, readinessWords } from '../../../words/prepare.ts';
import { Button } from '../../parts/button.tsx';
import { Loaded } from '../../parts/loading.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Section, Stack } from '../../parts/section.tsx';
import { useRead, type Reading } from '../../store/request.ts';
import type { Screen } from '../../store/screen.ts';
import { useStore } from '../../store/store.ts';
import styles from './prepare.module.css';

const placeOf = (line: ReadinessLine, session: SessionView): Screen => {
  const at = { kind: 'prepare', sessionId: session.id } as const;
  const candidate = line.candidateId === null ? {} : { candidateId: line.candidateId };
  switch (line.code) {
    case 'leadMissing':
    case 'placeMissing':
    case 'remarkUnacknowledged':
      return { ...at, section: 'session' };
    case 'jurorsMissing':
    case 'compositionAtRisk':
    case 'parity':
      return { ...at, section: 'jury' };
    case 'pinMissing':
      return { kind: 'open', sessionId: session.id };
    case 'candidatesMissing':
      return { ...at, section: 'candidates' };
    case 'presentsNothing':
    case 'entryOutside':
    case 'closedPath':
      return { ...at, section: 'candidates', ...candidate };
    default:
      return { ...at, section: 'dossiers', ...candidate };
  }
};

const Lines = (props: {
  readonly lines: readonly ReadinessLine[];
  readonly session: SessionView;
  readonly nameOf: (line: ReadinessLine) => string;
}): ReactNode => {
  const go = useStore((state) => state.go);
  return (
    <ul className={styles['lines']}>
      {props.lines.map((line) => (
        <li key={`${line.code} ${line.candidateId} ${line.jurorId} ${line.names.join(' ')}`}>
          <button type="button" onClick={() => go(placeOf(line, props.session))}>
            <span>{readinessSentences[line.code]?.(props.nameOf(line), line.names) ?? line.code}</span>
            <ChevronRight aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
};

/** What is missing: what blocks the opening apart from what is only to be checked; each line leads to its place. */
export const Readiness = (props: { readonly session: SessionView; readonly reading: Reading<ReadinessLine[]> }): ReactNode => {
  const { session } = props;
  const go = useStore((state) => state.go);
  const candidates = useRead('candidate.list', { sessionId: session.id });
  const known = candidates.reading.kind === 'ready' ? candidates.reading.value : [];
  const nameOf = (line: ReadinessLine): string => {
    const person = known.find((each) => each.id === line.candidateId) ?? session.jurors.find((each) => each.id === line.jurorId);
    return person === undefined ? '' : fullName(person);
  };
  return (
    <Loaded reading={props.reading} retry={() => go({ kind: 'prepare', sessionId: session.id, section: 'readiness' })}>
      {(lines) => {
        const blocking = lines.filter((line) => line.weight === 'blocking');
        const warnings = lines.filter((line) => line.weight === 'warning');
        return (
          <Stack gap="large">
            {blocking.length === 0 ? (
              <Notice
                kind="success"
                title={readinessWords.ready}
                actions={
                  <Button kind="primary" onPress={() => go({ kind: 'open', sessionId: session.id })}>
                    {readinessWords.goOpen}
                  </Button>
                }
              >
                <p>{warnings.length === 0 ? readinessWords.complete : readinessWords.readyText}</p>
              </Notice>
            ) : (
              <Section title={`${readinessWords.blocking} (${blocking.length})`}>
                <Lines lines={blocking} session={session} nameOf={nameOf} />
              </Section>
            )}
            {warnings.length === 0 ? null : (
              <Section title={`${readinessWords.warning} (${warnings.length})`} intro={readinessWords.warningIntro}>
                <Lines lines={warnings} session={session} nameOf={nameOf} />
              </Section>
            )}
          </Stack>
        );
      }}
    </Loaded>
  );
};
