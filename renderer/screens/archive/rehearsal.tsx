import { useState, type ReactNode } from 'react';
import type { RehearsalView } from '../../../domain/rehearsal.ts';
import type { SessionId } from '../../../domain/ids.ts';
import { backupSentence, pointMark, pointSentence, rehearsalWords as words } from '../../../words/rehearsal.ts';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { Digest } from '../../parts/digest.tsx';
import { Loaded } from '../../parts/loading.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Actions, Section } from '../../parts/section.tsx';
import { useRead, useWrite } from '../../store/request.ts';
import styles from './archive.module.css';
import { RehearsalDialog, type ChosenToRehearse } from './rehearsal-dialog.tsx';

type Mark = keyof typeof tones;
const tones = { same: 'success', noted: 'neutral', different: 'danger', faulty: 'danger' } as const;

const Line = (props: { readonly mark: Mark; readonly sentence: string }): ReactNode => (
  <li>
    <Badge tone={tones[props.mark]}>{words.marks[props.mark]}</Badge>
    <span>{props.sentence}</span>
  </li>
);

const backupMark = (backup: RehearsalView['backup']): Mark => {
  if (backup.kind === 'unusable') return 'faulty';
  return backup.kind === 'none' || backup.different > 0 ? 'noted' : 'same';
};

/** What a rehearsal gave: the conclusion, what is safe and what to do, then each point, in the order of the comparison. */
const Result = ({ told }: { readonly told: RehearsalView }): ReactNode => {
  const { outcome, verdict, points, backup, fileName, writtenOn } = told;
  const said = words.outcomes[outcome];
  const whole = verdict.level === 'established' && verdict.kind === 'archive';
  return (
    <Section level={3} title={words.result}>
      <Notice live kind={outcome === 'conform' ? 'success' : outcome === 'outdated' || outcome === 'otherSession' ? 'warning' : 'error'} title={said.title}>
        <p>{said.safe}</p>
        <p>{said.next}</p>
        <dl className={styles['file']}>
          <dt>{words.file}</dt>
          <dd>{fileName}</dd>
          <dt>{words.digest}</dt>
          <dd>
            <Digest of="file" value={verdict.sha256} />
          </dd>
        </dl>
        {writtenOn === null ? null : <p>{words.writtenOn(writtenOn)}</p>}
      </Notice>
      <ul className={styles['checks']}>
        {whole ? <Line mark="same" sentence={words.whole(verdict.checks.filter(({ passed }) => passed === true).length)} /> : null}
        {verdict.faults.map((fault) => (
          <Line key={fault.rule + fault.sentence} mark="faulty" sentence={fault.sentence} />
        ))}
        {points.map((point, rank) => (
          <Line key={rank} mark={pointMark(point)} sentence={pointSentence(point)} />
        ))}
        <Line mark={backupMark(backup)} sentence={backupSentence(backup)} />
      </ul>
    </Section>
  );
};

/** A restore rehearsed with a copy of the archive: the last one and its day, another with a file that is chosen, and what it gave. */
export const Rehearsal = (props: { readonly sessionId: SessionId; readonly archivedSha256: string | null }): ReactNode => {
  const { sessionId } = props;
  const { reading, reload } = useRead('rehearsal.last', { sessionId }, props.archivedSha256);
  const { run, busy, failure } = useWrite();
  const [chosen, setChosen] = useState<ChosenToRehearse | null>(null);
  const [told, setTold] = useState<RehearsalView | null>(null);
  const choose = async (): Promise<void> => {
    const answer = await run('rehearsal.choose', {});
    if (answer.ok) setChosen(answer.value);
  };
  const show = (view: RehearsalView): void => {
    setChosen(null);
    setTold(view);
    void reload();
  };
  return (
    <Section title={words.title} intro={words.intro}>
      <Loaded reading={reading} retry={() => void reload()}>
        {({ last, archivedOn, backupOn, due }) => (
          <>
            <p className={styles['facts']}>{last === null ? words.never : words.last(last.on, last.outcome)}</p>
            {backupOn === null ? null : <p className={styles['muted']}>{words.backupOn(backupOn)}</p>}
            {due && archivedOn !== null ? <p>{words.due(archivedOn)}</p> : null}
          </>
        )}
      </Loaded>
      <Actions>
        <Button busy={busy} onPress={() => void choose()}>
          {words.run}
        </Button>
      </Actions>
      <FailureNotice failure={failure} />
      {told === null ? null : <Result told={told} />}
      {chosen === null ? null : <RehearsalDialog sessionId={sessionId} archive={chosen} onClose={() => setChosen(null)} onTold={show} />}
    </Section>
  );
};
