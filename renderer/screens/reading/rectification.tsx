import type { ReactNode } from 'react';
import type { ArchiveRead } from '../../../domain/reading.ts';
import type { Change } from '../../../domain/rectification.ts';
import { blockWords, shortBlock } from '../../../words/outcome.ts';
import { readingWords } from '../../../words/reading.ts';
import { readingProofWords as words } from '../../../words/reading-proof.ts';
import { rectificationWords, sayChange } from '../../../words/rectification.ts';
import { formatInstant, space } from '../../../words/typography.ts';
import { Button } from '../../parts/button.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Digest } from '../../parts/digest.tsx';
import { Section, Stack } from '../../parts/section.tsx';
import { DecisionWords } from './block.tsx';
import { Facts } from './facts.tsx';
import { namesOf } from './names.ts';
import styles from './reading.module.css';

type BlockChange = Extract<Change, { kind: 'block' }>;

const TakenAgain = (props: { readonly archive: ArchiveRead; readonly change: BlockChange }): ReactNode => {
  const { archive, change } = props;
  const { record } = archive;
  const states = [
    [words.decisionBefore, change.before],
    [words.decisionAfter, change.after],
  ] as const;
  return (
    <Section
      level={3}
      title={rectificationWords.about.block(namesOf(record).candidate(change.candidateId), shortBlock(change.block))}
      intro={rectificationWords.cause(change.reason)}
    >
      {states.map(([title, state]) => (
        <div key={title}>
          <p>
            <strong>
              {title}
              {space}: {blockWords[state.kind].word}
            </strong>
          </p>
          {'decision' in state ? <DecisionWords record={record} code={change.block} decision={state.decision} /> : null}
        </div>
      ))}
    </Section>
  );
};

const Changes = ({ archive }: { readonly archive: ArchiveRead }): ReactNode => {
  const names = namesOf(archive.record);
  const changes = archive.record.rectification?.changes ?? [];
  const rows = changes.flatMap((change) => {
    const said = sayChange(change, names);
    return said === null ? [] : [said];
  });
  return (
    <Section title={words.changes}>
      {rows.length === 0 ? (
        <p>{words.noChange}</p>
      ) : (
        <DataTable
          caption={words.changes}
          rows={rows}
          keyOf={(row) => row.join(' ')}
          columns={[
            { key: 'subject', head: words.subject, rowHead: true, cell: ([subject]) => subject },
            { key: 'before', head: words.before, cell: ([, before]) => before },
            { key: 'after', head: words.after, cell: ([, , after]) => after },
            { key: 'reason', head: words.reason, cell: ([, , , reason]) => reason },
          ]}
        />
      )}
    </Section>
  );
};

/** What the archived minute rectifies, "au lieu de" and "lire", and the earlier minutes kept beside it. */
export const RectificationPart = (props: { readonly archive: ArchiveRead; readonly onRead: (rank: number, number: string) => void }): ReactNode => {
  const { archive } = props;
  const { rectification, session } = archive.record;
  if (rectification === null) return null;
  const { changes, original, previous, openedAt, closedAt, reason } = rectification;
  const at = (instant: string): string => formatInstant(instant, session.timeZone);
  const incidents = changes.flatMap((change) => (change.kind === 'incident' ? [change] : []));
  const { labels } = rectificationWords;
  return (
    <Stack gap="large">
      <Section title={words.rectifies}>
        <Facts
          facts={[
            [labels.original, rectificationWords.number(original.number)],
            [labels.digest, <Digest key="original" of="file" value={original.sha256} />],
            ...(previous.sha256 === original.sha256
              ? []
              : ([
                  [labels.previous, rectificationWords.number(previous.number)],
                  [labels.previousDigest, <Digest key="previous" of="file" value={previous.sha256} />],
                ] as const)),
            [labels.opened, at(openedAt)],
            [labels.closed, at(closedAt)],
            [labels.reason, reason],
          ]}
        />
      </Section>
      <Changes archive={archive} />
      {changes.map((change) =>
        change.kind === 'block' ? <TakenAgain key={`${change.candidateId} ${change.block}`} archive={archive} change={change} /> : null,
      )}
      {incidents.length === 0 ? null : (
        <Section title={words.incidents}>
          <ul className={styles['texts']}>
            {incidents.map(({ at: when, text }) => (
              <li key={`${when} ${text}`}>
                <span className={styles['muted']}>{at(when)}</span> {text}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={words.earlier} intro={words.earlierIntro}>
        <DataTable
          caption={words.earlier}
          rows={archive.earlier}
          keyOf={({ number }) => number}
          columns={[
            { key: 'number', head: words.earlierNumber, rowHead: true, whole: true, cell: ({ number }) => number },
            { key: 'issued', head: words.issued, whole: true, cell: ({ issuedAt }) => at(issuedAt) },
            { key: 'digest', head: readingWords.digest, cell: ({ sha256 }) => <Digest of="file" value={sha256} /> },
            {
              key: 'read',
              head: words.reading,
              cell: ({ rank, number }) => (
                <Button size="small" onPress={() => props.onRead(rank, number)}>
                  {readingWords.readEarlier(number)}
                </Button>
              ),
            },
          ]}
        />
      </Section>
    </Stack>
  );
};
