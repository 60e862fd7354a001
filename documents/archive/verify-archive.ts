import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { SessionRecord } from '../../domain/minute.ts';
import { quoteReferential } from '../../domain/record.ts';
import { goesOnFrom } from '../../domain/replay.ts';
import { numberOfMinute } from '../../domain/rectification.ts';
import { readReferential } from '../../domain/referential.ts';
import { pemOf } from '../signature/certificate.ts';
import { readReceipt } from '../signature/receipt.ts';
import { attempt, refuse } from '../signature/refusal.ts';
import { faultOf, type Check, type Fault, type Verdict } from '../signature/verdict.ts';
import { examineMinute } from '../signature/verify.ts';
import type { ReadBag } from './bag.ts';
import { checkChain } from './chain.ts';
import { recordSchemaText } from '../record/schema.ts';
import { algorithms, archiveVersion, certificatePath, declaration, dossiersPath, earlierPaths, folderName, jsonText, payload, tagFiles } from './layout.ts';
import type { Wrapping } from './source.ts';

type Files = ReadonlyMap<string, Buffer>;

const part = (files: Files, path: string): Buffer => files.get(path) ?? refuse('archive-part', { name: path });

/** What is stricter in a bag of ours than in another: its version, its two digests everywhere, every tag file listed, Payload-Oxum told. */
const checkOwnBag = (bag: ReadBag, paths: readonly string[]): void => {
  if (!part(bag.kept, tagFiles.declaration).equals(Buffer.from(declaration, 'utf8'))) refuse('bag-declaration');
  for (const [kind, named] of [
    ['manifest', bag.algorithms],
    ['tagmanifest', bag.tagAlgorithms],
  ] as const)
    for (const algorithm of algorithms) if (!named.includes(algorithm)) refuse('bag-manifest', { name: `${kind}-${algorithm}.txt` });
  for (const path of paths)
    if (!path.startsWith('data/') && !path.startsWith('tagmanifest-') && !bag.listedTags.has(path)) refuse('bag-unlisted', { name: path });
  if (!bag.info.has('payload-oxum')) refuse('bag-info');
  const version = bag.info.get('delibere-archive-version');
  if (version?.length !== 1 || version[0] !== String(archiveVersion)) refuse('bag-info');
};

const dossiersName = z.strictObject({ format: z.literal('delibere-dossiers'), version: z.literal(1), manifestSha512: z.string().regex(/^[0-9a-f]{128}$/) });

/** The digest by which an archive names the bag of its dossiers; null when it names none. Throws a Refusal when it is badly written. */
export const namedDossiers = (files: Files): string | null => {
  const bytes = files.get(dossiersPath);
  if (bytes === undefined) return null;
  const read = dossiersName.safeParse(parseJson(files, dossiersPath));
  return read.success ? read.data.manifestSha512 : refuse('archive-json', { name: dossiersPath });
};

/** Every expected piece is there and nothing else; certificates are those of the receipt, the root that of the minute. */
const checkParts = (files: Files, paths: readonly string[], root: Buffer | null, earlier: number): void => {
  for (const path of [...Object.values(payload), ...Object.values(tagFiles)]) part(files, path);
  const { body, root: receiptRoot } = readReceipt(part(files, payload.receipt));
  const known = new Set<string>([
    ...Object.values(payload),
    ...Object.values(tagFiles),
    dossiersPath,
    ...algorithms.flatMap((algorithm) => [`manifest-${algorithm}.txt`, `tagmanifest-${algorithm}.txt`]),
  ]);
  for (const { field, certificate } of body.signers) {
    const path = certificatePath(field);
    known.add(path);
    if (part(files, path).toString('utf8') !== certificate) refuse('archive-certificate', { name: path });
  }
  for (let rank = 0; rank < earlier; rank += 1) for (const path of Object.values(earlierPaths(rank))) known.add(path);
  for (const path of paths) if (!known.has(path)) refuse('archive-unknown', { name: path });
  const pem = part(files, payload.root).toString('utf8');
  if (pem !== pemOf(receiptRoot) || (root !== null && pem !== pemOf(root))) refuse('archive-certificate', { name: payload.root });
};

const parseJson = (files: Files, path: string): unknown => {
  const bytes = part(files, path);
  const read = attempt((): unknown => JSON.parse(bytes.toString('utf8')), 'archive-json');
  if (!read.ok || !Buffer.from(jsonText(read.value), 'utf8').equals(bytes)) return refuse('archive-json', { name: path });
  return read.value;
};

/** The règlement and the fiche are those that the record names and quotes. */
const checkSources = (files: Files, record: SessionRecord): void => {
  if (!isDeepStrictEqual(parseJson(files, payload.regulations), record.regulations)) refuse('archive-json', { name: payload.regulations });
  if (!part(files, payload.schema).equals(Buffer.from(recordSchemaText(), 'utf8'))) return refuse('archive-json', { name: payload.schema });
  const fiche = readReferential(parseJson(files, payload.referential));
  if (!fiche.ok) return refuse('archive-json', { name: payload.referential });
  const { acknowledged: _, ...quoted } = record.certification;
  if (!isDeepStrictEqual(quoteReferential(fiche.value), quoted)) refuse('archive-json', { name: payload.referential });
};

/** The minutes that a rectifying one names are there, whole, of the same session and organism, each rectifying the one before, and the digests are theirs. */
const checkEarlier = (files: Files, record: SessionRecord, root: Buffer | null): void => {
  const { rank: count, original, previous } = record.rectification ?? refuse('archive-earlier', { name: payload.record });
  const digests: string[] = [];
  for (let rank = 0; rank < count; rank += 1) {
    const paths = earlierPaths(rank);
    const bytes = part(files, paths.minute);
    const told = examineMinute(bytes, { receipt: part(files, paths.receipt) });
    const own = told.record;
    const whole = told.verdict.level === 'whole' && own !== null && told.verdict.number === numberOfMinute(record.session.number, rank);
    const same = own?.session.id === record.session.id && root !== null && told.root?.equals(root) === true;
    const follows = (own?.rectification?.previous.sha256 ?? null) === (digests.at(-1) ?? null);
    const goesOn = own !== null && goesOnFrom(record, own);
    if (!whole || !same || !follows || !goesOn) refuse('archive-earlier', { name: paths.minute });
    digests.push(told.verdict.sha256);
  }
  const numbers = original.number === numberOfMinute(record.session.number, 0) && previous.number === numberOfMinute(record.session.number, count - 1);
  if (!numbers || digests[0] !== original.sha256 || digests.at(-1) !== previous.sha256) refuse('archive-earlier', { name: earlierPaths(0).minute });
};

/** Examines a bag of ours that was read whole: its own rules, pieces, minute with its receipt, record, chain. */
export const examineArchive = (
  bag: ReadBag,
  paths: readonly string[],
  known: { readonly root?: string },
  before: readonly Check[],
  sha256: string,
  { folder, comment }: Wrapping,
): Verdict => {
  const files = bag.kept;
  const faults: Fault[] = [];
  const checks: Check[] = [...before];
  const check = (step: Check['step'], run: () => void): void => {
    const done = attempt(run, 'unexpected');
    checks.push({ step, passed: done.ok });
    if (!done.ok && !faults.some(({ rule }) => rule === done.refusal.rule)) faults.push(faultOf(done.refusal));
  };
  check('bag', () => {
    if (comment) refuse('zip-malformed');
    checkOwnBag(bag, paths);
  });
  const [pdf, receipt] = [files.get(payload.minute), files.get(payload.receipt)];
  const minute = pdf === undefined ? null : examineMinute(pdf, { ...known, ...(receipt === undefined ? {} : { receipt }) });
  check('parts', () => {
    checkParts(files, paths, minute?.root ?? null, minute?.record?.rectification?.rank ?? 0);
    namedDossiers(files);
    const number = minute?.verdict.number ?? null;
    if (folder !== null && number !== null && folder !== folderName(number)) refuse('archive-folder', { name: folder });
  });
  const record = minute?.record ?? null;
  if (record !== null) {
    check('sameRecord', () => {
      if (!part(files, payload.record).equals(minute?.embedded?.bytes ?? Buffer.alloc(0))) refuse('archive-record');
      checkSources(files, record);
    });
    if (record.rectification !== null) check('earlier', () => checkEarlier(files, record, minute?.root ?? null));
    check('chain', () => checkChain(part(files, payload.chain), record.chain));
  }
  const inside = minute?.verdict;
  faults.push(...(inside?.faults ?? []));
  return {
    kind: 'archive',
    level: faults.length > 0 || inside === undefined ? 'notIntact' : inside.level,
    sha256,
    number: inside?.number ?? null,
    rectifies: inside?.rectifies ?? null,
    root: inside?.root ?? null,
    checks: [...checks, ...(inside?.checks ?? [])],
    faults,
    signers: inside?.signers ?? [],
    unknowable: inside?.unknowable ?? [],
  };
};
