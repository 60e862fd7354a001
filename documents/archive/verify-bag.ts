import { createHash } from 'node:crypto';
import type { AgeRefusal } from '../age/age.ts';
import { Refusal } from '../signature/refusal.ts';
import { faultOf, unreadable, type Check, type Fault, type Verdict } from '../signature/verdict.ts';
import { readBag, type ReadBag, type Watch } from './bag.ts';
import { readInfo } from './bag-text.ts';
import { checkKept, keptLimit } from './kept.ts';
import { archiveVersion, payload, tagFiles } from './layout.ts';
import type { BagFiles, Wrapping } from './source.ts';
import { readWhole } from './unzip.ts';
import { examineArchive, namedDossiers } from './verify-archive.ts';

/** A file that was judged, with what a reading goes on from: the minute to draw anew, the pieces of an archive, the digest of a bag's manifest. */
export interface Judged {
  readonly verdict: Verdict;
  readonly minute: Buffer | null;
  readonly files: ReadonlyMap<string, Buffer> | null;
}

/** Where a bag is read from; `ours` when an unreadable one is to be called not intact and not unknown. */
export interface BagPlace {
  readonly step: 'zip' | 'folder';
  readonly ours: boolean;
  /** The digest of the file; null for a folder, which is named by the digest of its manifest. */
  readonly sha256: string | null;
  readonly list: () => Promise<{ readonly files: BagFiles; readonly wrapping: Wrapping }>;
}

/** The verdict on a file that only its passphrase or key opens. */
export const locked = (sha256: string): Verdict => unreadable('encrypted', sha256, [{ rule: 'age-locked', facts: {} }], [{ step: 'encrypted', passed: true }]);

/** The verdict on an encrypted file that what was given does not open: it stays locked, or it is damaged. */
export const stillLocked = (sha256: string, fault: AgeRefusal['fault']): Verdict => ({
  ...unreadable(
    'encrypted',
    sha256,
    [{ rule: fault === 'age-recipient-unfit' ? 'age-key-unfit' : fault, facts: {} }],
    [{ step: 'opened', passed: false, digest: sha256 }],
  ),
  level: fault === 'age-damaged' || fault === 'age-not-age' ? 'notIntact' : 'unreadable',
});

const kindOf = (files: BagFiles, info: ReadBag['info']): 'archive' | 'dossiers' | 'bag' => {
  const ours = [payload.minute, payload.record, payload.receipt, payload.chain].filter((path) => files.has(path)).length;
  // The bag of the dossiers tells its own due date, and the version of the format as the archive does.
  if (ours === 0 && info.has('conservation-jusqu-au')) return 'dossiers';
  return info.has('delibere-archive-version') || ours > 1 ? 'archive' : 'bag';
};

/** What bag-info says, as far as it can be read: it tells the kind before anything is checked. */
const peekInfo = async (files: BagFiles): Promise<ReadBag['info']> => {
  const file = files.get(tagFiles.info);
  try {
    return file === undefined || file.bytes > (keptLimit(tagFiles.info, false) ?? 0) ? new Map() : readInfo((await readWhole(file)).toString('utf8'));
  } catch {
    return new Map();
  }
};

const plain = (kind: Verdict['kind'], level: Verdict['level'], sha256: string, checks: readonly Check[], faults: readonly Fault[]): Verdict => ({
  ...unreadable(kind, sha256, faults, checks),
  level,
});

const faultsOf = (error: unknown): Fault => {
  if (error instanceof Refusal) return faultOf(error);
  throw error;
};

const manifestDigest = (kept: ReadonlyMap<string, Buffer>): string =>
  createHash('sha256')
    .update(kept.get('manifest-sha512.txt') ?? [...kept].find(([path]) => path.startsWith('manifest-'))?.[1] ?? Buffer.alloc(0))
    .digest('hex');

/** Judges a bag wherever it is: a session's archive, the bag of its dossiers, or a bag of another program; never throws on hostile bytes, errors of the disk pass. */
export const judgeBag = async (place: BagPlace, known: { readonly root?: string }, watch: Watch = {}): Promise<Judged> => {
  const judged = (verdict: Verdict, files: Judged['files'] = null): Judged => ({ verdict, minute: files?.get(payload.minute) ?? null, files });
  let files: BagFiles;
  let wrapping: Wrapping;
  try {
    ({ files, wrapping } = await place.list());
  } catch (error) {
    const own = place.ours && place.step === 'zip';
    return judged(
      plain(own ? 'archive' : 'unknown', own ? 'notIntact' : 'unreadable', place.sha256 ?? '', [{ step: place.step, passed: false }], [faultsOf(error)]),
    );
  }
  const listed: Check = { step: place.step, passed: true };
  const info = await peekInfo(files);
  const kind = kindOf(files, info);
  if (kind === 'bag' && !files.has(tagFiles.declaration))
    return judged(unreadable('unknown', place.sha256 ?? '', [{ rule: 'bag-declaration', facts: {} }], [listed]));
  const version = info.get('delibere-archive-version')?.[0];
  if (version !== undefined && /^\d{1,6}$/.test(version) && Number(version) > archiveVersion)
    return judged(unreadable('archive', place.sha256 ?? '', [{ rule: 'archive-newer', facts: { version } }], [listed, { step: 'version', passed: false }]));
  const step = kind === 'archive' ? 'bag' : 'anyBag';
  try {
    checkKept(files, kind === 'archive');
    const bag = await readBag(files, (path) => keptLimit(path, kind === 'archive') !== null, watch);
    const sha256 = place.sha256 ?? manifestDigest(bag.kept);
    if (kind === 'archive') return judged(examineArchive(bag, [...files.keys()], known, [listed], sha256, wrapping), bag.kept);
    const said: Check = { step: kind === 'bag' ? 'foreign' : 'dossiersBag', passed: true };
    return judged({ ...plain(kind, 'whole', sha256, [listed, { step, passed: true }, said], []), unknowable: ['bagUnsigned'] }, bag.kept);
  } catch (error) {
    return judged(plain(kind, 'notIntact', place.sha256 ?? '', [listed, { step, passed: false }], [faultsOf(error)]));
  }
};

/** Adds to the verdict of an archive whether a bag beside it is that of its dossiers, whole, and the one that it names. */
export const withDossiers = (archive: Judged, dossiers: Judged): Judged => {
  const { verdict } = archive;
  if (archive.files === null || verdict.level === 'notIntact' || verdict.level === 'unreadable') return archive;
  // A bag that stays locked says nothing of the archive: nothing can be concluded, which is not the same as being wrong.
  if (dossiers.verdict.kind === 'encrypted' && dossiers.verdict.level === 'unreadable')
    return {
      ...archive,
      verdict: {
        ...verdict,
        level: 'unreadable',
        checks: [...verdict.checks, { step: 'dossiersSame', passed: null }],
        faults: [...verdict.faults, ...dossiers.verdict.faults],
      },
    };
  const named = namedDossiers(archive.files);
  const manifest = dossiers.files?.get('manifest-sha512.txt');
  const whole = dossiers.verdict.kind === 'dossiers' && dossiers.verdict.level === 'whole';
  const same = whole && manifest !== undefined && named === createHash('sha512').update(manifest).digest('hex');
  const faults: readonly Fault[] = same ? [] : [{ rule: named === null ? 'archive-no-dossiers' : 'archive-dossiers', facts: {} }, ...dossiers.verdict.faults];
  return {
    ...archive,
    verdict: {
      ...verdict,
      level: same ? verdict.level : 'notIntact',
      checks: [...verdict.checks, { step: 'dossiersSame', passed: same }],
      faults: [...verdict.faults, ...faults],
    },
  };
};
