import type { ReactNode } from 'react';
import { accommodationCardWords } from '../../../words/accommodation-card.ts';
import { dossierWords } from '../../../words/deliberate.ts';
import { shortBlock } from '../../../words/outcome.ts';
import { timerWords } from '../../../words/timer.ts';
import { formatDay, formatInstant, formatTime } from '../../../words/typography.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Section, Stack } from '../../parts/section.tsx';
import { TimerControl, type Timer } from './timer.tsx';
import { nameCompetencies } from './proofs.ts';
import type { Table } from './table.ts';
import styles from './middle.module.css';

const PieceLink = (props: { readonly table: Table; readonly title: string; readonly pieceId: Parameters<Table['showPiece']>[0] | null }): ReactNode => {
  const { pieceId, title } = props;
  if (pieceId === null) return title;
  return (
    <button type="button" className={styles['link']} aria-label={dossierWords.view(title)} onClick={() => props.table.showPiece(pieceId)}>
      {title}
    </button>
  );
};

const Vae = (props: { readonly table: Table }): ReactNode => {
  const { table } = props;
  const file = table.dossier?.vaeFile ?? null;
  const evidence = table.dossier?.evidence ?? [];
  return (
    <Section level={3} title={dossierWords.vaeInterview}>
      {file === null ? (
        <p className={styles['muted']}>{dossierWords.noVae}</p>
      ) : (
        <dl className={styles['facts2']}>
          <dt>{dossierWords.vaeRecevable}</dt>
          <dd>{[file.recevableOn === null ? '—' : formatDay(file.recevableOn), file.recevabilityReference].filter((part) => part !== '').join(' · ')}</dd>
          <dt>{dossierWords.interview}</dt>
          <dd>
            {file.interviewAt === null
              ? dossierWords.plannedLength(file.interviewMinutes)
              : dossierWords.interviewAt(formatInstant(file.interviewAt, table.timeZone), file.interviewMinutes)}
          </dd>
          <dt>{dossierWords.evidence}</dt>
          <dd>
            {evidence.length === 0 ? dossierWords.noneBrought : null}
            {evidence.map((entry) => (
              <p key={entry.id}>
                <PieceLink table={table} title={entry.title} pieceId={entry.pieceId} />{' '}
                <span className={styles['muted']}>{nameCompetencies(entry.competencies, shortBlock)}</span>
              </p>
            ))}
          </dd>
        </dl>
      )}
    </Section>
  );
};

/** When a test was interrupted, and why where it was said: on the screen of the room, never on the minute. */
const Interruptions = (props: { readonly timer: Timer; readonly timeZone: string }): ReactNode => {
  const { interruptions } = props.timer.timer;
  if (interruptions.length === 0) return null;
  const at = (instant: string): string => formatTime(instant, props.timeZone);
  return (
    <div className={styles['interruptions']}>
      <span className={styles['muted']}>{timerWords.interruptions}</span>
      <ul>
        {interruptions.map(({ from, to, note }) => (
          <li key={from}>{timerWords.interruption(at(from), to === null ? null : at(to), note)}</li>
        ))}
      </ul>
      <span className={styles['muted']}>{timerWords.notCounted}</span>
    </div>
  );
};

/** The interview or the defences: who evaluated, how long was planned or arranged, the timer, the report and its deliverables. */
export const Defence = (props: { readonly table: Table }): ReactNode => {
  const { table } = props;
  const projects = table.dossier?.projects ?? [];
  const breaks = table.view.accommodation?.measures.includes('breaksNotCounted') ?? false;
  const vae = table.view.line.accessPath === 'VAE';
  if (projects.length === 0 && !vae) return <EmptyState title={dossierWords.noProject}>{dossierWords.noProjectText}</EmptyState>;
  return (
    <Stack gap="large">
      {vae ? <Vae table={table} /> : null}
      {projects.map((project) => {
        const timer = table.view.timers.find((entry) => entry.projectId === project.id);
        const report = table.dossier?.pieces.find((piece) => piece.id === project.reportPieceId);
        return (
          <Section key={project.id} level={3} title={project.title}>
            <p className={styles['muted']}>
              {[
                dossierWords.covers(project.blocks.map(shortBlock)),
                ...(project.defence.plannedAt === null ? [] : [dossierWords.plannedAt(formatInstant(project.defence.plannedAt, table.timeZone))]),
                ...(project.defence.evaluator === '' ? [] : [dossierWords.evaluator(project.defence.evaluator)]),
              ].join(' · ')}
            </p>
            {timer === undefined ? null : (
              <div className={styles['timerBox']}>
                <TimerControl table={table} timer={timer} labelled reasons />
                {timer.insteadOf === null ? null : (
                  <span className={styles['muted']}>{accommodationCardWords.instead(timer.seconds / 60, timer.insteadOf / 60, breaks)}</span>
                )}
                <Interruptions timer={timer} timeZone={table.timeZone} />
              </div>
            )}
            <dl className={styles['facts2']}>
              <dt>{dossierWords.report}</dt>
              <dd>{report === undefined ? '—' : <PieceLink table={table} title={report.title} pieceId={report.id} />}</dd>
              <dt>{dossierWords.deliverables}</dt>
              <dd>
                {project.deliverables.length === 0 ? dossierWords.noneBrought : null}
                {project.deliverables.map((entry, rank) => (
                  <p key={rank}>
                    <PieceLink table={table} title={entry.title} pieceId={entry.pieceId} />{' '}
                    <span className={styles['muted']}>{dossierWords.competencies(entry.competencies.length)}</span>
                  </p>
                ))}
              </dd>
            </dl>
          </Section>
        );
      })}
    </Stack>
  );
};
