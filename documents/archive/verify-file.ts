import { createHash } from 'node:crypto';
import { minuteNumber } from '../../domain/minute.ts';
import type { VerdictView } from '../../domain/verdict.ts';
import { presentVerdict } from '../signature/present.ts';
import { attempt, refuse } from '../signature/refusal.ts';
import { faultOf, unreadable, type Verdict } from '../signature/verdict.ts';
import { isRedrawnAlike } from '../signature/redraw.ts';
import { readRecord, verifyMinute } from '../signature/verify.ts';
import type { MinuteFonts } from '../minute/fonts.ts';
import { readFolder } from './bag.ts';
import { payload } from './layout.ts';
import { unzip } from './unzip.ts';
import { verifyArchive } from './verify-archive.ts';

/** What is known beside a file: its name, the organism's root (PEM), and for a minute alone the receipt of its archive. */
export interface FileFacts {
  readonly name: string;
  readonly root?: string | Uint8Array | undefined;
  readonly receipt?: string | Uint8Array | undefined;
  /** The fonts of the minute: with them its pages are drawn anew from its record and compared. */
  readonly fonts?: MinuteFonts | undefined;
}

const textOf = (value: string | Uint8Array): string => (typeof value === 'string' ? value : Buffer.from(value).toString('utf8'));
const startsWith = (bytes: Buffer, start: string): boolean => bytes.toString('latin1', 0, start.length) === start;

const verifyRecord = (bytes: Buffer, sha256: string): Verdict => {
  const read = attempt(() => readRecord(bytes), 'record-shape');
  if (read.ok)
    return {
      kind: 'record',
      level: 'whole',
      sha256,
      number: minuteNumber(read.value),
      rectifies: read.value.rectification?.previous ?? null,
      root: null,
      checks: [{ step: 'recordAlone', passed: true }],
      faults: [],
      signers: [],
      unknowable: ['unsigned'],
    };
  const ours = bytes.includes('"delibere-session"');
  const verdict = unreadable(ours ? 'record' : 'unknown', sha256, [faultOf(read.refusal)], [{ step: 'recordAlone', passed: false }]);
  return ours ? { ...verdict, level: 'notIntact' } : verdict;
};

/** Verifies a file by what it is: a minute, an archive or a record; anything else is said to be unreadable. */
export const judgeFile = async (bytes: Uint8Array, facts: FileFacts): Promise<Verdict> => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const root = facts.root === undefined ? {} : { root: textOf(facts.root) };
  if (startsWith(file, 'PK')) return verifyArchive(file, root);
  if (startsWith(file, '{')) return verifyRecord(file, createHash('sha256').update(file).digest('hex'));
  return verifyMinute(file, { ...root, ...(facts.receipt === undefined ? {} : { receipt: Buffer.from(facts.receipt) }) });
};

/** The minute of a whole file: itself, or the one that an archive holds. */
const minuteOf = async (bytes: Uint8Array, { kind }: Verdict): Promise<Uint8Array | null> => {
  if (kind === 'minute') return bytes;
  return kind === 'archive' ? (readFolder(await unzip(bytes)).get(payload.minute) ?? null) : null;
};

/** Adds what drawing the pages anew says of a whole document: the same, or nothing that can be concluded. */
const withPages = async (bytes: Uint8Array, verdict: Verdict, fonts: MinuteFonts | undefined): Promise<Verdict> => {
  if (fonts === undefined || (verdict.level !== 'whole' && verdict.level !== 'established')) return verdict;
  const minute = await minuteOf(bytes, verdict);
  if (minute === null) return verdict;
  const passed = (await isRedrawnAlike(minute, fonts)) ? true : null;
  const unknowable = passed === true ? verdict.unknowable.filter((one) => one !== 'pages') : verdict.unknowable;
  return { ...verdict, checks: [...verdict.checks, { step: 'pages', passed }], unknowable };
};

/** Verifies a file and says the verdict in sentences. */
export const verifyFile = async (bytes: Uint8Array, facts: FileFacts): Promise<VerdictView> =>
  presentVerdict(await withPages(bytes, await judgeFile(bytes, facts), facts.fonts), facts.name);

/** The record, root certificate (PEM) and receipt of an archive, as bytes; throws a refusal when it is no archive of ours, so verify first. */
export const readArchiveMembers = async (
  bytes: Uint8Array,
): Promise<{ readonly record: Uint8Array; readonly root: Uint8Array; readonly receipt: Uint8Array }> => {
  const files = readFolder(await unzip(bytes));
  const member = (name: string): Buffer => files.get(name) ?? refuse('archive-part', { name });
  return { record: member(payload.record), root: member(payload.root), receipt: member(payload.receipt) };
};
