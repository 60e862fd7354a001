import type { ReactNode } from 'react';
import type { ArchiveRead } from '../../../domain/reading.ts';
import type { VerdictView } from '../../../domain/verdict.ts';
import { fileSize } from '../../../words/dossier.ts';
import { readingProofWords as words } from '../../../words/reading-proof.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Digest } from '../../parts/digest.tsx';
import { Section, Stack } from '../../parts/section.tsx';
import { Verdict } from '../../parts/verdict.tsx';
import styles from './reading.module.css';

const Text = (props: { readonly title: string; readonly text: string }): ReactNode => (
  <details className={styles['details']}>
    <summary>{props.title}</summary>
    <pre className={styles['pre']} tabIndex={0}>
      {props.text}
    </pre>
  </details>
);

/** What was verified, in order; the chain; the bag of the dossiers that is named; what lies in the file, and how to verify it without this program. */
export const ProofPart = (props: { readonly archive: ArchiveRead; readonly verdict: VerdictView }): ReactNode => {
  const { archive, verdict } = props;
  return (
    <Stack gap="large">
      <Section title={words.verdict}>
        <Verdict verdict={verdict} />
      </Section>
      <Section title={words.chain}>
        <p>{words.chainText(archive.links)}</p>
        <p className={styles['muted']}>{words.head}</p>
        <Digest of="file" value={archive.record.chain.head} />
      </Section>
      <Section title={words.dossiers}>
        {archive.dossiers === null ? (
          <p>{words.dossiersNone}</p>
        ) : (
          <>
            <p>{words.dossiersNamed}</p>
            <Digest of="file" value={archive.dossiers} />
          </>
        )}
      </Section>
      <Section title={words.inside}>
        <DataTable
          caption={words.inside}
          dense
          rows={archive.files}
          keyOf={({ path }) => path}
          columns={[
            { key: 'path', head: words.path, rowHead: true, cell: ({ path }) => path },
            { key: 'size', head: words.size, align: 'end', whole: true, cell: ({ bytes }) => fileSize(bytes) },
          ]}
        />
        <Text title={words.info} text={archive.info} />
        <Text title={words.readMe} text={archive.readMe} />
      </Section>
    </Stack>
  );
};
