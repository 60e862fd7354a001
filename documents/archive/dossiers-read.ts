import { createHash } from 'node:crypto';
import { z } from 'zod';
import { pieceKind } from '../../domain/dossier.ts';
import type { VerdictView } from '../../domain/verdict.ts';
import { AgeRefusal, type AgeKey } from '../age/age.ts';
import { withOpened } from '../age/opened.ts';
import type { ZipBytes } from '../imports/intake/zip-bytes.ts';
import { presentVerdict } from '../signature/present.ts';
import { Refusal, refuse } from '../signature/refusal.ts';
import { faultOf, unreadable, type Verdict } from '../signature/verdict.ts';
import { readInfo } from './bag-text.ts';
import type { Watch } from './bag.ts';
import { tagFiles } from './layout.ts';
import { ageMark, digestPath, readHead } from './path.ts';
import { insideFolder, openZipHandle, type BagFiles } from './source.ts';
import { readWhole } from './unzip.ts';
import { judgeContent } from './verify-file.ts';
import { locked, stillLocked, type Judged } from './verify-bag.ts';

const indexPath = 'data/index.json';
const index = z
  .array(
    z.strictObject({
      path: z.string().max(400),
      candidate: z.string().max(80),
      kind: pieceKind,
      title: z.string().max(2000),
      fileName: z.string().max(2000),
      bytes: z.number().int().min(0),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  )
  .max(200_000);

/** One piece that the bag holds, as its index names it. */
export type IndexedPiece = z.infer<typeof index>[number];

/** The bag of the dossiers held open: its pieces, each read as it is asked for, until it is released. */
export interface HeldDossiers {
  readonly keptUntil: string;
  readonly pieces: readonly IndexedPiece[];
  readonly open: (path: string) => AsyncIterable<Uint8Array>;
  readonly release: () => void;
}

const readIndex = async (files: BagFiles): Promise<readonly IndexedPiece[]> => {
  const bytes = await readWhole(files.get(indexPath) ?? refuse('archive-part', { name: indexPath }));
  const read = index.safeParse(safely(bytes.toString('utf8')));
  if (!read.success) return refuse('archive-json', { name: indexPath });
  const payload = [...files.values()].filter(({ path }) => path.startsWith('data/') && path !== indexPath);
  const named = new Set(read.data.map(({ path }) => path));
  for (const { path } of payload) if (!named.has(path)) refuse('archive-unknown', { name: path });
  for (const { path, bytes: size } of read.data) if (files.get(path)?.bytes !== size) refuse('archive-part', { name: path });
  return named.size === read.data.length ? read.data : refuse('archive-json', { name: indexPath });
};

const safely = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const notIntact = (verdict: Verdict, error: unknown): Verdict => {
  if (!(error instanceof Refusal)) throw error;
  return { ...verdict, level: 'notIntact', faults: [...verdict.faults, faultOf(error)] };
};

/** Checks that a bag is that of an archive, whole, and gives what it holds; the verdict says why not. */
const examine = async (
  content: ZipBytes,
  judged: Judged,
  named: string | null,
): Promise<{ readonly verdict: Verdict; readonly held: Omit<HeldDossiers, 'release'> | null }> => {
  const { verdict, files: kept } = judged;
  if (verdict.kind !== 'dossiers' || verdict.level !== 'whole' || kept === null) return { verdict, held: null };
  try {
    const manifest = kept.get('manifest-sha512.txt');
    if (named === null) return refuse('archive-no-dossiers');
    if (manifest === undefined || createHash('sha512').update(manifest).digest('hex') !== named) return refuse('archive-dossiers');
    const files = insideFolder(await openZipHandle(content));
    const pieces = await readIndex(files);
    const [keptUntil = ''] = readInfo((kept.get(tagFiles.info) ?? Buffer.alloc(0)).toString('utf8')).get('conservation-jusqu-au') ?? [];
    const checks = [...verdict.checks, { step: 'dossiersSame' as const, passed: true }];
    const open = (path: string): AsyncIterable<Uint8Array> => (files.get(path) ?? refuse('archive-part', { name: path })).open();
    return { verdict: { ...verdict, checks }, held: { keptUntil, pieces, open } };
  } catch (error) {
    return { verdict: notIntact(verdict, error), held: null };
  }
};

/**
 * Opens the encrypted bag of the dossiers that an archive names by the digest of its manifest, checks it whole, and holds it open: what was decrypted lies in a
 * file without a name (documents/age/opened.ts) until it is released. Errors of the disk and of the signal pass.
 */
export const holdDossiers = async (
  path: string,
  facts: { readonly name: string; readonly key: AgeKey | undefined; readonly named: string | null },
  watch: Watch = {},
): Promise<{ readonly verdict: VerdictView; readonly held: HeldDossiers | null }> => {
  const said = (verdict: Verdict): { readonly verdict: VerdictView; readonly held: null } => ({ verdict: presentVerdict(verdict, facts.name), held: null });
  const closed = await digestPath(path, watch);
  const { key } = facts;
  const encrypted = (await readHead(path)).toString('latin1').startsWith(ageMark);
  if (!encrypted) return said(unreadable('unknown', closed, [{ rule: 'age-not-age', facts: {} }], []));
  if (key === undefined) return said(locked(closed));
  return new Promise((resolve, reject) => {
    const use = async (content: ZipBytes): Promise<void> => {
      const judged = await judgeContent(content, { name: facts.name }, {}, watch);
      const { verdict, held } = await examine(content, judged, facts.named);
      if (held === null) return resolve(said(verdict));
      await new Promise<void>((release) => resolve({ verdict: presentVerdict(verdict, facts.name), held: { ...held, release } }));
    };
    withOpened(path, key, use, watch).catch((error: unknown) => {
      if (error instanceof AgeRefusal) resolve(said(stillLocked(closed, error.fault)));
      else reject(error instanceof Error ? error : new Error(String(error)));
    });
  });
};
