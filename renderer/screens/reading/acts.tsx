import { useMemo, type ReactNode } from 'react';
import { tellRecord } from '../../../domain/journal-view.ts';
import type { SessionRecord } from '../../../domain/minute.ts';
import { foldWords } from '../../../domain/name-key.ts';
import { journalKinds, journalReason, journalSentence, journalWho } from '../../../words/journal.ts';
import { readingWords } from '../../../words/reading.ts';
import { readingProofWords as words } from '../../../words/reading-proof.ts';
import { formatInstant } from '../../../words/typography.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Pages } from '../../parts/pages.tsx';
import { Section, Stack } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useFound } from './found.ts';
import styles from './reading.module.css';

const size = 100;

/** The acts that the archive tells, in their order, found by a word, a page at a time. */
export const ActsPart = ({ record }: { readonly record: SessionRecord }): ReactNode => {
  const rows = useMemo(
    () =>
      tellRecord(record).map((line, rank) => {
        const [who, what, reason] = [journalWho(line.who), journalSentence(line.told), journalReason(line.told)];
        return { key: String(rank), at: line.at, who, what, reason, folded: foldWords(`${who} ${what} ${reason} ${journalKinds[line.told.kind]}`).join(' ') };
      }),
    [record],
  );
  const { found, shown, pages, field } = useFound(rows, size);
  return (
    <Section title={readingWords.parts.acts} intro={words.actsIntro}>
      <Stack>
        <div className={styles['narrow']}>
          <TextField find label={words.searchActs} {...field} />
        </div>
        <p role="status" className={styles['muted']}>
          {found.length === 0 ? words.noAct : words.actsFound(found.length)}
        </p>
        {found.length === 0 ? null : (
          <DataTable
            caption={readingWords.parts.acts}
            dense
            rows={shown}
            keyOf={({ key }) => key}
            columns={[
              { key: 'when', head: words.when, whole: true, cell: ({ at }) => formatInstant(at, record.session.timeZone) },
              { key: 'who', head: words.who, cell: ({ who }) => who },
              { key: 'what', head: words.what, rowHead: true, cell: ({ what }) => what },
              { key: 'reason', head: words.reason, cell: ({ reason }) => reason },
            ]}
          />
        )}
        <Pages {...pages} />
      </Stack>
    </Section>
  );
};
