import type { ReactNode } from 'react';
import type { ReadingView } from '../../../domain/reading.ts';
import { readingWords as words } from '../../../words/reading.ts';
import { formatInstant } from '../../../words/typography.ts';
import { Digest } from '../../parts/digest.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Facts } from './facts.tsx';
import styles from './reading.module.css';

/** What the full check concluded of the archive on screen: the level and what it means, whose root, when it was sealed, which file. */
export const Banner = ({ view }: { readonly view: Extract<ReadingView, { kind: 'read' }> }): ReactNode => {
  const { verdict, archive, encrypted } = view;
  const seal = archive.certificates.find(({ capacity }) => capacity === 'lead');
  const meaning = verdict.level === 'established' ? words.established : words.whole;
  return (
    <>
      <Notice kind={verdict.level === 'established' ? 'success' : 'info'} title={meaning.title}>
        <p>{meaning.text}</p>
      </Notice>
      <div className={styles['banner']}>
        <Facts
          facts={[
            [words.organism, archive.root.organism],
            [words.sealed, seal === undefined ? '' : words.sealedAt(formatInstant(seal.claimedAt, archive.record.session.timeZone))],
            [words.file, verdict.fileName],
            ...(encrypted === null ? [] : ([[words.lockedDigest, <Digest key="encrypted" of="file" value={encrypted} />]] as const)),
            [encrypted === null ? words.digest : words.openedDigest, <Digest key="file" of="file" value={verdict.sha256} />],
          ]}
        />
      </div>
      {archive.record.demonstration ? (
        <Notice kind="warning" title={words.demonstration}>
          <p>{words.demonstrationText}</p>
        </Notice>
      ) : null}
    </>
  );
};
