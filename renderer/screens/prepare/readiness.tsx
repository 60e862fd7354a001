import type { ReactNode } from 'react';
import { ChevronRight } from 'lucide-react';
import { fullName } from '../../../domain/candidate.ts';
import type { ReadinessLine, SessionView } from '../../../domain/view.ts';
import { readinessSaid, readinessWords } from '../../../words/readiness.ts';
import { Button } from '../../parts/button.tsx';
import { Loaded } from '../../parts/loading.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Section, Stack } from '../../parts/section.tsx';
import { useRead, type Reading } from '../../store/request.ts';
import { useStore } from '../../store/store.ts';
import { placeOf } from './readiness-place.ts';
import styles from './readiness.module.css';

/** Beyond this many, the same missing thing is told once, with its cases behind it. */
const alone = 3;

const keyOf = (line: ReadinessLine): string => `${line.code} ${line.candidateId} ${line.jurorId} ${line.names.join(' ')}`;
const groupsOf = (lines: readonly ReadinessLine[]): ReadinessLine[][] => {
  const byCode = Map.groupBy(lines, (line) => line.code);
  return [...byCode.values()].flatMap((same) => (same.length > alone ? [same] : same.map((line) => [line])));
};

const Way = (props: { readonly line: ReadinessLine; readonly session: SessionView; readonly said: string; readonly children: ReactNode }): ReactNode => {
  const go = useStore((state) => state.go);
  return (
    <button type="button" className={styles['way']} onClick={() => go(placeOf(props.line, props.session.id))}>
      <span className={styles['thing']}>{props.children}</span>
      <span className={styles['where']}>
        {props.said}
        <ChevronRight aria-hidden />
      </span>
    </button>
  );
};

const Group = (props: {
  readonly lines: readonly ReadinessLine[];
  readonly session: SessionView;
  readonly nameOf: (line: ReadinessLine) => string;
}): ReactNode => {
  const { lines, session, nameOf } = props;
  const [first] = lines;
  if (first === undefined) return null;
  const said = readinessSaid(first.code);
  if (lines.length === 1)
    return (
      <Way line={first} session={session} said={said.way}>
        <span>{said.one(nameOf(first), first.names)}</span>
        <span className={styles['consequence']}>{said.consequence}</span>
      </Way>
    );
  return (
    <div className={styles['group']}>
      <p className={styles['thing']}>
        <span>{said.several(lines.length)}</span>
        <span className={styles['consequence']}>{said.consequence}</span>
      </p>
      <details>
        <summary>{readinessWords.show(lines.length)}</summary>
        <ul className={styles['cases']}>
          {lines.map((line) => (
            <li key={keyOf(line)}>
              <Way line={line} session={session} said={said.way}>
                <span>{said.one(nameOf(line), line.names)}</span>
              </Way>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
};

const Lines = (props: {
  readonly lines: readonly ReadinessLine[];
  readonly session: SessionView;
  readonly nameOf: (line: ReadinessLine) => string;
}): ReactNode => (
  <ul className={styles['lines']}>
    {groupsOf(props.lines).map((lines) => (
      <li key={lines.map(keyOf).join()}>
        <Group lines={lines} session={props.session} nameOf={props.nameOf} />
      </li>
    ))}
  </ul>
);

/** What is missing: what blocks the opening apart from what is only to be checked; each line says what it will cause and leads to its place. */
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
    <Section title={readinessWords.title}>
      <Loaded reading={props.reading} retry={() => go({ kind: 'prepare', sessionId: session.id, section: 'readiness' })}>
        {(lines) => {
          const blocking = lines.filter((line) => line.weight === 'blocking');
          const warnings = lines.filter((line) => line.weight === 'warning');
          return (
            <Stack gap="large">
              {session.phase !== 'preparing' ? null : blocking.length === 0 ? (
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
                <Section level={3} title={`${readinessWords.blocking} (${blocking.length})`}>
                  <Lines lines={blocking} session={session} nameOf={nameOf} />
                </Section>
              )}
              {warnings.length === 0 ? null : (
                <Section
                  level={3}
                  title={`${readinessWords.warning} (${warnings.length})`}
                  intro={session.phase === 'preparing' ? readinessWords.warningIntro : undefined}
                >
                  <Lines lines={warnings} session={session} nameOf={nameOf} />
                </Section>
              )}
            </Stack>
          );
        }}
      </Loaded>
    </Section>
  );
};
