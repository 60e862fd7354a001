import type { ReactNode } from 'react';
import type { ArchiveRead, CertificateRead } from '../../../domain/reading.ts';
import { readingProofWords as words } from '../../../words/reading-proof.ts';
import { capacityName } from '../../../words/signature.ts';
import { dayOf, formatDay, formatInstant } from '../../../words/typography.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Digest } from '../../parts/digest.tsx';
import { Section, Stack } from '../../parts/section.tsx';
import { Facts } from './facts.tsx';
import { namesOf } from './names.ts';
import styles from './reading.module.css';

const Certificate = (props: { readonly certificate: CertificateRead; readonly timeZone: string }): ReactNode => {
  const { origin, fingerprint } = props.certificate;
  const on = (at: string): string => formatDay(dayOf(at, props.timeZone));
  return (
    <>
      {origin.kind === 'organism' ? words.issuedBy(origin.organism, on(origin.from)) : words.brought(origin.subject, origin.issuer)}
      {origin.kind === 'imported' ? <span className={styles['under']}>{words.validity(on(origin.from), on(origin.to), origin.algorithm)}</span> : null}
      <span className={styles['under']}>
        <Digest of="certificate" value={fingerprint} />
      </span>
    </>
  );
};

/** Who signed and with what certificate, who did not and why, the root of the organism, its receipt. */
export const SignaturesPart = ({ archive }: { readonly archive: ArchiveRead }): ReactNode => {
  const { record, certificates, root, minute } = archive;
  const { timeZone } = record.session;
  const names = namesOf(record);
  return (
    <Stack gap="large">
      <Section title={words.signatures} intro={words.signaturesIntro}>
        <DataTable
          caption={words.signatures}
          rows={certificates}
          keyOf={({ fingerprint }) => fingerprint}
          columns={[
            {
              key: 'signer',
              head: words.signer,
              rowHead: true,
              cell: ({ name, quality }) => (
                <>
                  {name}
                  <span className={styles['under']}>{quality}</span>
                </>
              ),
            },
            { key: 'capacity', head: words.capacity, cell: ({ capacity }) => capacityName[capacity] },
            { key: 'signedAt', head: words.signedAt, whole: true, cell: ({ claimedAt }) => formatInstant(claimedAt, timeZone) },
            { key: 'certificate', head: words.certificate, cell: (certificate) => <Certificate certificate={certificate} timeZone={timeZone} /> },
          ]}
        />
      </Section>
      <Section title={words.unable}>
        {record.unable.length === 0 ? (
          <p>{words.noUnable}</p>
        ) : (
          <ul className={styles['texts']}>
            {record.unable.map(({ jurorId, reason }) => (
              <li key={jurorId}>
                <strong>{names.member(jurorId)}</strong>. {reason}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={words.root}>
        <Facts
          facts={[
            [words.root, root.organism],
            [words.fingerprint, <Digest key="root" of="certificate" value={root.fingerprint} />],
            [words.rootValid, words.rootFrom(formatDay(dayOf(root.from, timeZone)))],
            [words.receipt, words.receiptAt(formatInstant(minute.issuedAt, timeZone))],
          ]}
        />
      </Section>
    </Stack>
  );
};
