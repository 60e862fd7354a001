import { createHash } from 'node:crypto';
import { readReferential } from '../../domain/referential.ts';
import { numberOfMinute } from '../../domain/rectification.ts';
import type { ArchiveRead, CertificateRead, ReadingDocument } from '../../domain/reading.ts';
import { instant } from '../../domain/time.ts';
import { certificatesOf, fingerprintOf, instantOfStamp, readLeaf, readRoot } from '../signature/certificate.ts';
import { sayAlgorithm } from '../signature/present.ts';
import { readReceipt } from '../signature/receipt.ts';
import { refuse } from '../signature/refusal.ts';
import type { VerifiedSigner } from '../signature/verdict.ts';
import { readRecord } from '../signature/verify.ts';
import { certificatePath, earlierPaths, payload, tagFiles } from './layout.ts';
import { namedDossiers } from './verify-archive.ts';

/** The files of an archive that a full check found whole, by their path from its top folder. */
export type VerifiedFiles = ReadonlyMap<string, Buffer>;

const part = (files: VerifiedFiles, path: string): Buffer => files.get(path) ?? refuse('archive-part', { name: path });
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const at = (stamp: string) => instant.parse(instantOfStamp(stamp));

const rootOf = (files: VerifiedFiles): Buffer => certificatesOf(part(files, payload.root).toString('utf8'))[0] ?? refuse('root-shape');

const certificateOf = (files: VerifiedFiles, signer: VerifiedSigner): CertificateRead => {
  const { field, name, capacity, quality, fingerprint, claimedAt, certificate } = signer;
  const root = readRoot(rootOf(files));
  const told = { name, capacity, quality, fingerprint, claimedAt: instant.parse(claimedAt) };
  if (certificate.kind === 'imported') {
    const { subject, issuer, from, to, algorithm } = certificate;
    return { ...told, origin: { kind: 'imported', subject, issuer, from: instant.parse(from), to: instant.parse(to), algorithm: sayAlgorithm(algorithm) } };
  }
  const own = certificatesOf(part(files, certificatePath(field)).toString('utf8'))[0] ?? refuse('certificate-shape');
  return { ...told, origin: { kind: 'organism', organism: root.organism, from: at(readLeaf(own, root).stamp) } };
};

/** Where a PDF of an archive lies. */
export const documentPath = (document: ReadingDocument): string => {
  switch (document.kind) {
    case 'minute':
      return payload.minute;
    case 'attendance':
      return payload.attendance;
    case 'earlier':
      return earlierPaths(document.rank).minute;
  }
};

/** What an archive holds, from the bytes that a full check found whole: give it no others, for it checks nothing again. Throws a Refusal where a piece is missing. */
export const readContent = (files: VerifiedFiles, signers: readonly VerifiedSigner[]): ArchiveRead => {
  const record = readRecord(part(files, payload.record));
  const fiche = readReferential(JSON.parse(part(files, payload.referential).toString('utf8')));
  const minute = part(files, payload.minute);
  const root = rootOf(files);
  const { organism, stamp } = readRoot(root);
  const rank = record.rectification?.rank ?? 0;
  return {
    record,
    fiche: fiche.ok ? fiche.value : refuse('archive-json', { name: payload.referential }),
    minute: { sha256: sha256(minute), bytes: minute.length, issuedAt: readReceipt(part(files, payload.receipt)).body.issuedAt },
    certificates: signers.map((signer) => certificateOf(files, signer)),
    root: { organism, fingerprint: fingerprintOf(root), from: at(stamp) },
    earlier: Array.from({ length: rank }, (_, each) => {
      const paths = earlierPaths(each);
      return {
        rank: each,
        number: numberOfMinute(record.session.number, each),
        sha256: sha256(part(files, paths.minute)),
        issuedAt: readReceipt(part(files, paths.receipt)).body.issuedAt,
      };
    }),
    links: part(files, payload.chain).reduce((lines, byte) => lines + (byte === 0x0a ? 1 : 0), 0),
    dossiers: namedDossiers(files),
    info: part(files, tagFiles.info).toString('utf8'),
    readMe: part(files, tagFiles.readMe).toString('utf8'),
    files: [...files].map(([path, bytes]) => ({ path, bytes: bytes.length })).toSorted((one, other) => one.path.localeCompare(other.path, 'fr')),
  };
};
