import type { ReactNode } from 'react';
import type { BroughtBlock } from '../../../domain/candidate.ts';
import { groundsOf, recordedFacts } from '../../../domain/grounds.ts';
import { tellRecord } from '../../../domain/journal-view.ts';
import type { RecordCandidate, SessionRecord } from '../../../domain/minute.ts';
import { sayGap } from '../../../words/grounds.ts';
import { journalReason, journalSentence } from '../../../words/journal.ts';
import { minuteWords, pathWords } from '../../../words/minute.ts';
import { consequenceLine, shortBlock, shortBlocks } from '../../../words/outcome.ts';
import { readingCandidateWords as words } from '../../../words/reading.ts';
import { formatDay, formatInstant, joinList, quote, space } from '../../../words/typography.ts';
import { Section } from '../../parts/section.tsx';
import { BlockTold } from './block.tsx';
import { Facts } from './facts.tsx';
import { namesOf } from './names.ts';
import styles from './reading.module.css';

const sayBrought = (brought: BroughtBlock): string => {
  const told = minuteWords.decisions;
  const said =
    brought.kind === 'earlier'
      ? told.earlier(brought.minute, brought.on === null ? null : formatDay(brought.on))
      : told.equivalence(brought.from, brought.reference, formatDay(brought.on), brought.authority);
  return `${shortBlock(brought.block)}${space}: ${said}`;
};

const Identity = ({ candidate }: { readonly candidate: RecordCandidate }): ReactNode => {
  const { entry, outcome } = candidate;
  const names = [
    candidate.familyName === '' ? '' : words.familyName(candidate.familyName),
    candidate.usageName === '' ? '' : words.usageName(candidate.usageName),
    words.givenName(candidate.givenName),
  ].filter((part) => part !== '');
  const entered = words.entryIn(formatDay(entry.entryDate), formatDay(entry.from), formatDay(entry.to), entry.entitled);
  return (
    <Facts
      facts={[
        [words.outcome, <strong key="outcome">{consequenceLine(outcome)}</strong>],
        [words.number, candidate.number],
        [words.names, names.join(', ')],
        [words.birth, candidate.birthDate === null ? '' : formatDay(candidate.birthDate)],
        [words.path, `${pathWords[candidate.accessPath]} (${candidate.accessPath})`],
        [words.presence, minuteWords.candidates.presence[candidate.presence]],
        [words.entry, entry.limit === null ? entered : `${entered}. ${words.limit(formatDay(entry.limit))}`],
        [words.proof, candidate.entryProof],
        [words.presents, candidate.presents.length === 0 ? words.none0 : shortBlocks(candidate.presents)],
        [words.brings, candidate.brings.map(sayBrought).join('\n')],
        [words.acquired, outcome.acquired.length === 0 ? words.none0 : shortBlocks(outcome.acquired)],
        [words.remaining, 'remaining' in outcome ? (outcome.remaining.length === 0 ? words.none0 : shortBlocks(outcome.remaining)) : ''],
        [words.note, outcome.kind === 'postponed' ? outcome.note : ''],
      ]}
    />
  );
};

const Bench = (props: { readonly record: SessionRecord; readonly candidate: RecordCandidate }): ReactNode => {
  const { members, president, gaps, text, valid } = props.candidate.composition;
  const names = namesOf(props.record);
  return (
    <Section level={3} title={words.jury}>
      <p>
        {members.length === 0 ? words.nobody : words.sat(joinList(members.map(names.member)))}{' '}
        {president === null ? '' : words.president(names.member(president))}
      </p>
      <p>{valid ? words.valid : words.gaps(gaps.map((gap) => sayGap(gap, names.member)))}</p>
      {text === null ? null : (
        <p className={styles['muted']}>
          {words.text}
          {space}: {quote(text)}
        </p>
      )}
    </Section>
  );
};

const History = (props: { readonly record: SessionRecord; readonly candidate: RecordCandidate }): ReactNode => {
  const { record, candidate } = props;
  const lines = tellRecord(record).filter(({ told }) => 'candidate' in told && told.candidate.number === candidate.number);
  const granted = record.acts.flatMap(({ act }) => (act.kind === 'equivalence' && act.candidateId === candidate.id ? [act] : []));
  return (
    <Section level={3} title={words.history}>
      {lines.length === 0 ? (
        <p className={styles['muted']}>{words.noHistory}</p>
      ) : (
        <ul className={styles['history']}>
          {lines.map(({ at, told }, rank) => (
            <li key={`${rank} ${at}`}>
              <span className={styles['muted']}>{formatInstant(at, record.session.timeZone)}</span>
              <span>
                {journalSentence(told)} {journalReason(told)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {granted.map(({ block, reference, on }) => (
        <p key={`${block} ${reference}`} className={styles['muted']}>
          {words.granted(shortBlock(block), reference, formatDay(on))}
        </p>
      ))}
    </Section>
  );
};

/** Everything that the archive holds of one candidate: who, the outcome, each block with what was decided and why, the jury, the acts. */
export const CandidateTold = (props: { readonly record: SessionRecord; readonly candidate: RecordCandidate }): ReactNode => {
  const { record, candidate } = props;
  const facts = recordedFacts(record, candidate);
  return (
    <article className={styles['candidate']} aria-label={candidate.name}>
      <h2>{candidate.name}</h2>
      <Identity candidate={candidate} />
      {candidate.blocks.map(({ code, state }) => (
        <BlockTold key={code} record={record} candidate={candidate} code={code} state={state} grounds={(superseded) => groundsOf(facts, state, superseded)} />
      ))}
      <Bench record={record} candidate={candidate} />
      <History record={record} candidate={candidate} />
    </article>
  );
};
