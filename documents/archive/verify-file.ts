import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { minuteNumber } from '../../domain/minute.ts';
import type { VerdictView } from '../../domain/verdict.ts';
import { AgeRefusal, type AgeKey } from '../age/age.ts';
import { withOpened } from '../age/opened.ts';
import { readAt, type ZipBytes } from '../imports/intake/zip-bytes.ts';
import { presentVerdict } from '../signature/present.ts';
import { attempt, refuse } from '../signature/refusal.ts';
import { faultOf, unreadable, type Verdict } from '../signature/verdict.ts';
import { isRedrawnAlike } from '../signature/redraw.ts';
import { readRecord, verifyMinute } from '../signature/verify.ts';
import type { MinuteFonts } from '../minute/fonts.ts';
import type { ArchiveRead } from '../../domain/reading.ts';
import type { Watch } from './bag.ts';
import { readContent, type VerifiedFiles } from './content.ts';
import { payload, tagFiles } from './layout.ts';
import { isAttendanceSheet } from './attendance.ts';
import { ageMark, digestOf, digestPath, headOf, readHead } from './path.ts';
import { bearsComment, insideFolder, openUnpacked, openZipBytes, openZipFile, openZipHandle, topFolder, type BagFiles, type Wrapping } from './source.ts';
import { largestPart, readWhole } from './unzip.ts';
import { judgeBag, locked, stillLocked, withDossiers, type Judged } from './verify-bag.ts';

/** What is known beside a file: its name, the organism's root (PEM), and for a minute alone the receipt of its archive. */
export interface FileFacts {
  readonly name: string;
  readonly root?: string | Uint8Array | undefined;
  readonly receipt?: string | Uint8Array | undefined;
  /** The fonts of the minute: with them its pages are drawn anew from its record and compared. */
  readonly fonts?: MinuteFonts | undefined;
  /** What opens an encrypted file; without it, such a file is said to be locked. */
  readonly key?: AgeKey | undefined;
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

/** What a zip holds in its one folder, and how it is wrapped; `bytes` end as the zip does. */
const inZip = (files: BagFiles, bytes: Buffer): { readonly files: BagFiles; readonly wrapping: Wrapping } => ({
  files: insideFolder(files),
  wrapping: { folder: topFolder(files), comment: bearsComment(bytes) },
});

/** Verifies the bytes of a file by what it is: a minute, a zip or a record; anything else is said to be unreadable. */
export const judgeFile = async (bytes: Uint8Array, facts: FileFacts): Promise<Judged> => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const root = facts.root === undefined ? {} : { root: textOf(facts.root) };
  const sha256 = createHash('sha256').update(file).digest('hex');
  if (startsWith(file, 'PK'))
    return judgeBag({ step: 'zip', ours: file.includes(`/${tagFiles.declaration}`), sha256, list: async () => inZip(await openZipBytes(file), file) }, root);
  if (startsWith(file, ageMark)) return { verdict: locked(sha256), minute: null, files: null };
  if (startsWith(file, '{')) return { verdict: verifyRecord(file, sha256), minute: null, files: null };
  const verdict = verifyMinute(file, { ...root, ...(facts.receipt === undefined ? {} : { receipt: Buffer.from(facts.receipt) }) });
  return { verdict, minute: verdict.kind === 'minute' ? file : null, files: null };
};

/** Verifies what an encrypted file holds, once it was opened whole with its passphrase or key; its own digest is told beside that of what it holds. */
const judgeLocked = async (path: string, facts: FileFacts, root: { readonly root?: string }, watch: Watch): Promise<Judged> => {
  const closed = await digestPath(path, watch);
  if (facts.key === undefined) return { verdict: locked(closed), minute: null, files: null };
  try {
    const inside = await withOpened(path, facts.key, (content) => judgeContent(content, facts, root, watch), watch);
    return { ...inside, verdict: { ...inside.verdict, checks: [{ step: 'opened', passed: true, digest: closed }, ...inside.verdict.checks] } };
  } catch (error) {
    if (error instanceof AgeRefusal) return { verdict: stillLocked(closed, error.fault), minute: null, files: null };
    throw error;
  }
};

/** Verifies what a file that is read where one asks holds; the caller keeps it open. */
export const judgeContent = async (content: ZipBytes, facts: FileFacts, root: { readonly root?: string }, watch: Watch): Promise<Judged> => {
  const head = await headOf(content);
  const sha256 = await digestOf(content, watch);
  if (startsWith(head, 'PK'))
    return judgeBag(
      { step: 'zip', ours: head.includes(`/${tagFiles.declaration}`), sha256, list: async () => inZip(await openZipHandle(content), head) },
      root,
      watch,
    );
  const bytes = content.size > largestPart ? null : await readAt(content, 0, content.size);
  return bytes === null ? { verdict: unreadable('unknown', sha256, [], []), minute: null, files: null } : judgeFile(bytes, facts);
};

/** Verifies what lies at a path: a folder or a zip is read where one asks and never whole in memory, another file as bytes. Errors of the disk pass. */
export const judgePath = async (path: string, facts: FileFacts, watch: Watch = {}): Promise<Judged> => {
  const root = facts.root === undefined ? {} : { root: textOf(facts.root) };
  const found = await stat(path);
  if (found.isDirectory())
    return judgeBag(
      { step: 'folder', ours: true, sha256: null, list: async () => ({ files: await openUnpacked(path), wrapping: { folder: null, comment: false } }) },
      root,
      watch,
    );
  const head = await readHead(path);
  if (startsWith(head, ageMark)) return judgeLocked(path, facts, root, watch);
  if (!startsWith(head, 'PK'))
    return found.size > largestPart
      ? { verdict: unreadable('unknown', await digestPath(path, watch), [], []), minute: null, files: null }
      : judgeFile(await readFile(path), facts);
  const sha256 = await digestPath(path, watch);
  return judgeBag(
    { step: 'zip', ours: head.includes(`/${tagFiles.declaration}`), sha256, list: async () => inZip(await openZipFile(path), head) },
    root,
    watch,
  );
};

/** Adds whether the attendance sheet of a whole archive is the one that its record gives; without fonts it is not compared. */
const withAttendance = async (judged: Judged, fonts: MinuteFonts | undefined): Promise<Judged> => {
  const { verdict, files } = judged;
  const [sheet, text] = [files?.get(payload.attendance), files?.get(payload.record)];
  if (sheet === undefined || text === undefined || (verdict.level !== 'whole' && verdict.level !== 'established')) return judged;
  const passed = fonts === undefined ? null : await isAttendanceSheet(sheet, readRecord(text), fonts);
  const checks = [...verdict.checks, { step: 'attendance' as const, passed }];
  if (passed !== false) return { ...judged, verdict: { ...verdict, checks } };
  return { ...judged, verdict: { ...verdict, checks, level: 'notIntact', faults: [...verdict.faults, { rule: 'archive-attendance', facts: {} }] } };
};

/** Adds what drawing the pages anew says of a whole document: the same, or nothing that can be concluded. */
const withPages = async ({ verdict, minute }: Judged, fonts: MinuteFonts | undefined): Promise<Verdict> => {
  if (fonts === undefined || minute === null || (verdict.level !== 'whole' && verdict.level !== 'established')) return verdict;
  const passed = (await isRedrawnAlike(minute, fonts)) ? true : null;
  const unknowable = passed === true ? verdict.unknowable.filter((one) => one !== 'pages') : verdict.unknowable;
  return { ...verdict, checks: [...verdict.checks, { step: 'pages', passed }], unknowable };
};

/** Verifies the bytes of a file and says the verdict in sentences. */
export const verifyFile = async (bytes: Uint8Array, facts: FileFacts): Promise<VerdictView> =>
  presentVerdict(await withPages(await withAttendance(await judgeFile(bytes, facts), facts.fonts), facts.fonts), facts.name);

/** The bag of the dossiers given beside an archive, and what opens it when it is not what opens the archive. */
interface DossiersBeside {
  readonly dossiers?: string | undefined;
  readonly dossiersKey?: AgeKey | undefined;
}

/** Verifies what lies at a path and says the verdict in sentences; with `dossiers`, that the bag there is the one that the archive names. */
export const verifyPath = async (path: string, facts: FileFacts & DossiersBeside, watch: Watch = {}): Promise<VerdictView> => {
  const judged = await withAttendance(await judgePath(path, facts, watch), facts.fonts);
  const beside = { name: facts.name, key: facts.dossiersKey ?? facts.key };
  const checked = facts.dossiers === undefined ? judged : withDossiers(judged, await judgePath(facts.dossiers, beside, watch));
  return presentVerdict(await withPages(checked, facts.fonts), facts.name);
};

/** An archive that was found whole: what it says, its PDFs, and the digest of the encrypted file that held it (null when none did). */
export interface ReadArchive {
  readonly content: ArchiveRead;
  readonly documents: VerifiedFiles;
  readonly encrypted: string | null;
}

/** Everything that can be checked of what lies at a path, the pages drawn anew too. */
const judgeFully = async (path: string, facts: FileFacts, watch: Watch): Promise<Judged> => {
  const judged = await withAttendance(await judgePath(path, facts, watch), facts.fonts);
  return { ...judged, verdict: await withPages(judged, facts.fonts) };
};

/** The digest of the encrypted file that held what was judged; null when none did. */
const closedDigest = ({ verdict }: Judged): string | null => verdict.checks.find(({ step }) => step === 'opened')?.digest ?? null;

/** Verifies what lies at a path in full, and lends what it holds when it is an archive found whole: nothing is read of any other. */
export const readPath = async (
  path: string,
  facts: FileFacts,
  watch: Watch = {},
): Promise<{ readonly verdict: VerdictView; readonly read: ReadArchive | null }> => {
  const judged = await judgeFully(path, facts, watch);
  const { kind, level, signers } = judged.verdict;
  const verdict = presentVerdict(judged.verdict, facts.name);
  if (kind !== 'archive' || (level !== 'whole' && level !== 'established') || judged.files === null) return { verdict, read: null };
  const documents = new Map([...judged.files].filter(([name]) => name.endsWith('.pdf')));
  return { verdict, read: { content: readContent(judged.files, signers), documents, encrypted: closedDigest(judged) } };
};

/** A file that was verified: the verdict in sentences with the digest of the file itself, and what was kept in memory: the files of an archive, the tag files of another bag. */
export interface Examined {
  readonly view: VerdictView;
  readonly files: Judged['files'];
}

/** Verifies what lies at a path and gives what a comparison goes on from. */
export const examinePath = async (path: string, facts: FileFacts, watch: Watch = {}): Promise<Examined> => {
  const judged = await judgeFully(path, facts, watch);
  const view = presentVerdict(judged.verdict, facts.name);
  return { view: { ...view, sha256: closedDigest(judged) ?? view.sha256 }, files: judged.files };
};

/** The record, root certificate (PEM) and receipt of an archive, as bytes; throws a refusal when it is no archive of ours, so verify first. */
export const readArchiveMembers = async (
  bytes: Uint8Array,
): Promise<{ readonly record: Uint8Array; readonly root: Uint8Array; readonly receipt: Uint8Array }> => {
  const files = insideFolder(await openZipBytes(bytes));
  const member = (name: string): Promise<Buffer> => readWhole(files.get(name) ?? refuse('archive-part', { name }));
  return { record: await member(payload.record), root: await member(payload.root), receipt: await member(payload.receipt) };
};
