import { createHash } from 'node:crypto';
import { ZipFile } from 'yazl';
import { minuteNumber, record as recordSchema } from '../../domain/minute.ts';
import type { Referential } from '../../domain/referential.ts';
import { dayAt } from '../../domain/retention.ts';
import { instant } from '../../domain/time.ts';
import { bagInfo, readMe } from '../../words/archive.ts';
import { fingerprintOf, pemOf } from '../signature/certificate.ts';
import { readReceipt } from '../signature/receipt.ts';
import type { MinuteFonts } from '../minute/fonts.ts';
import { recordSchemaText } from '../record/schema.ts';
import { drawAttendanceSheet } from './attendance.ts';
import {
  algorithms,
  archiveVersion,
  certificatePath,
  chainText,
  declaration,
  dossiersPath,
  earlierPaths,
  folderName,
  jsonText,
  payload,
  tagFiles,
  type ChainLine,
} from './layout.ts';

/** The pieces of a session's archive; the règlement comes from the record and the certificates from the receipt. */
export interface ArchiveParts {
  readonly minute: Uint8Array;
  readonly recordText: string;
  readonly receipt: string;
  /** The minutes that this one rectifies, the first one first; their receipts hold their certificates. */
  readonly earlier: readonly { readonly minute: Uint8Array; readonly receipt: string }[];
  /** The root certificate, DER. */
  readonly root: Uint8Array;
  /** The links of the session’s chain, in order; what follows the closing is left out. */
  readonly chain: readonly ChainLine[];
  readonly referential: Referential;
  /** When the minute was printed: the bag is dated by the day that the wall of the room showed. */
  readonly at: string;
  /** The SHA-512 of the manifest of the bag of the dossiers that was written last; null when there is none. */
  readonly dossiers: string | null;
  readonly fonts: MinuteFonts;
}

type Files = ReadonlyMap<string, Uint8Array>;

const manifest = (files: Files, algorithm: string): Buffer =>
  Buffer.from([...files].map(([path, bytes]) => `${createHash(algorithm).update(bytes).digest('hex')}  ${path}\n`).join(''), 'utf8');

const byPath = (entries: readonly (readonly [string, Uint8Array])[]): Files => new Map([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));

/** The fixed time of every member: the same pieces give the same bytes. */
const fixedTime = new Date(1980, 0, 1, 0, 0, 0);

const zip = async (folder: string, files: Files): Promise<Uint8Array> => {
  const file = new ZipFile();
  for (const [path, bytes] of files)
    file.addBuffer(Buffer.from(bytes), `${folder}/${path}`, { mtime: fixedTime, mode: 0o100644, compress: !path.endsWith('.pdf'), forceDosTimestamp: true });
  file.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.outputStream) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks);
};

/** Writes the archive of a session: a BagIt bag (RFC 8493) with two digests, in one zip; the same pieces give the same bytes. */
export const writeArchive = async (parts: ArchiveParts): Promise<Uint8Array> => {
  const record = recordSchema.parse(JSON.parse(parts.recordText));
  const receipt = readReceipt(Buffer.from(parts.receipt, 'utf8')).body;
  const text = (value: string): Buffer => Buffer.from(value, 'utf8');
  const contents = byPath([
    [payload.minute, parts.minute],
    [payload.record, text(parts.recordText)],
    [payload.schema, text(recordSchemaText())],
    [payload.receipt, text(parts.receipt)],
    [payload.root, text(pemOf(parts.root))],
    [payload.chain, text(chainText(parts.chain.slice(0, parts.chain.findIndex((link) => link.digest === record.chain.head) + 1)))],
    [payload.regulations, text(jsonText(record.regulations))],
    [payload.referential, text(jsonText(parts.referential))],
    [payload.attendance, await drawAttendanceSheet(record, parts.fonts)],
    ...(parts.dossiers === null ? [] : [[dossiersPath, text(jsonText({ format: 'delibere-dossiers', version: 1, manifestSha512: parts.dossiers }))] as const]),
    ...receipt.signers.map(({ field, certificate }) => [certificatePath(field), text(certificate)] as const),
    ...parts.earlier.flatMap(({ minute, receipt: own }, rank) => [
      [earlierPaths(rank).minute, minute] as const,
      [earlierPaths(rank).receipt, text(own)] as const,
    ]),
  ]);
  const octets = [...contents.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  const organism = record.certification.certifier.name;
  const fingerprint = (fingerprintOf(parts.root).toUpperCase().match(/../g) ?? []).join(':');
  const info = bagInfo({
    organism,
    number: minuteNumber(record),
    title: record.session.title,
    certification: `${record.certification.code} ${record.certification.title}`,
    day: dayAt(instant.parse(parts.at), record.session.timeZone),
    oxum: `${octets}.${contents.size}`,
    demonstration: record.demonstration,
    version: archiveVersion,
  });
  const tags = byPath([
    [tagFiles.declaration, text(declaration)],
    [tagFiles.info, text(info)],
    [
      tagFiles.readMe,
      text(
        readMe({
          number: minuteNumber(record),
          organism,
          fingerprint,
          demonstration: record.demonstration,
          rectifies: parts.earlier.length,
          dossiers: parts.dossiers,
        }),
      ),
    ],
    ...algorithms.map((algorithm) => [`manifest-${algorithm}.txt`, manifest(contents, algorithm)] as const),
  ]);
  const tagManifests = algorithms.map((algorithm) => [`tagmanifest-${algorithm}.txt`, manifest(tags, algorithm)] as const);
  return zip(folderName(minuteNumber(record)), new Map([...tags, ...tagManifests, ...contents]));
};
