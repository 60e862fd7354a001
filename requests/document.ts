import { done, failed, type Result } from '../domain/errors.ts';
import { readOrganism } from '../db/minute.ts';
import { addTrustedRoot, readTrustedRoots, removeTrustedRoot } from '../db/trusted-root.ts';
import type { AgeKey } from '../documents/age/age.ts';
import type { Watch } from '../documents/archive/bag.ts';
import { verifyPath, type FileFacts } from '../documents/archive/verify-file.ts';
import { certificatesOf, fingerprintOf, pemOf, readRoot } from '../documents/signature/certificate.ts';
import { attempt } from '../documents/signature/refusal.ts';
import type { Handlers } from './desk.ts';
import { readChosen, reading } from './file.ts';
import { fontsOf } from './printable.ts';
import { requireStore, type ChosenFile, type Office } from './office.ts';
import { startWork } from './work.ts';

/** The roots that this program knows without being told: the store's own, and those that a person recognised. Each as PEM. */
const knownRoots = (office: Office): string => {
  if (!office.store) return '';
  const { db, key } = office.store;
  const own = readOrganism(db, key);
  return [...(own ? [own.certificate] : []), ...readTrustedRoots(db).map((root) => root.certificate)].map(pemOf).join('');
};

const largestCertificateFile = 1024 * 1024;

/** The one root certificate of a PEM file. Errors: file-unreadable, root-unreadable. */
const readRootFile = async (office: Office, file: ChosenFile): Promise<Result<Uint8Array>> => {
  const bytes = await readChosen(office, file);
  if (!bytes.ok) return bytes;
  const [certificate, ...more] = bytes.value.length > largestCertificateFile ? [] : certificatesOf(Buffer.from(bytes.value).toString('latin1'));
  const read = certificate === undefined || more.length > 0 ? null : attempt(() => readRoot(certificate), 'root-shape');
  return certificate !== undefined && read?.ok === true ? done(certificate) : failed('root-unreadable', { name: file.name });
};

const viewOf = (certificate: Uint8Array) => ({ organism: readRoot(certificate).organism, fingerprint: fingerprintOf(certificate) });

const trusted = (office: Office) => {
  const store = requireStore(office);
  return store.ok ? done(readTrustedRoots(store.value.db).map(({ certificate, addedAt }) => ({ ...viewOf(certificate), addedAt }))) : store;
};

/** What opens an encrypted file: a secret key is told from a passphrase by how it begins. */
export const keyOf = (secret: string | null): AgeKey | undefined => {
  if (secret === null) return undefined;
  return secret.trim().startsWith('AGE-SECRET-KEY-') ? { kind: 'identity', identity: secret } : { kind: 'passphrase', passphrase: secret };
};

/**
 * What is known beside a file that a person gives: the roots of this computer and the one given for this time, the fonts, what opens it.
 * Errors: file-unreadable, root-unreadable.
 */
export const factsGiven = async (office: Office, name: string, root: string | null, secret: string | null): Promise<Result<FileFacts>> => {
  const given = root === null ? null : await readRootFile(office, { handle: root, name: '' });
  if (given?.ok === false) return given;
  const roots = knownRoots(office) + (given === null ? '' : pemOf(given.value));
  return done({ name, root: roots === '' ? undefined : roots, fonts: fontsOf(office), key: keyOf(secret) });
};

/** The verification of any document, with or without a store; the root certificates that a person recognises. */
export const documentRequests = {
  'document.verify': async (office, { handle, name, root, secret, dossiers }) => {
    const chosen = handle === null ? (await office.tools.dialogs.openFiles('document'))[0] : { handle, name: name ?? '' };
    if (!chosen) return failed('cancelled');
    const known = await factsGiven(office, chosen.name, root, secret ?? null);
    if (!known.ok) return known;
    const { pathOf } = office.tools.dialogs;
    const work = startWork(office, async ({ report, signal }, own) => {
      const watch: Watch = { signal, report: (passed, total, pass) => report({ step: pass, unit: 'bytes', done: passed, total }) };
      const verdict = await reading(chosen.name, async () => {
        const beside = dossiers ? { dossiers: pathOf(dossiers.handle), dossiersKey: keyOf(dossiers.secret) } : {};
        return verifyPath(pathOf(chosen.handle), { ...known.value, ...beside }, watch);
      });
      // A lock empties the memory while the check goes on: what it found must not come back after it.
      if (signal.aborted) return failed('cancelled');
      if (verdict.ok) office.verified = { work: own, handle: chosen.handle, verdict: verdict.value };
      return verdict;
    });
    return done({ work, handle: chosen.handle, name: chosen.name });
  },
  'document.verdict': (office, { work }) => {
    if (office.verified?.work !== work) return failed('not-found', { what: 'work' });
    const { handle, verdict } = office.verified;
    return done({ handle, verdict });
  },
  'document.chooseDossiers': async (office) => {
    const [file] = await office.tools.dialogs.openFiles('document');
    return file ? done({ handle: file.handle, name: file.name }) : failed('cancelled');
  },
  'document.chooseRoot': async (office) => {
    const [file] = await office.tools.dialogs.openFiles('root');
    if (!file) return failed('cancelled');
    const certificate = await readRootFile(office, file);
    return certificate.ok ? done({ handle: file.handle, ...viewOf(certificate.value) }) : certificate;
  },
  'trust.list': (office) => trusted(office),
  'trust.add': async (office, { handle }) => {
    const store = requireStore(office);
    if (!store.ok) return store;
    const certificate = await readRootFile(office, { handle, name: '' });
    if (!certificate.ok) return certificate;
    addTrustedRoot(store.value.db, fingerprintOf(certificate.value), certificate.value, office.tools.clock.now());
    return trusted(office);
  },
  'trust.remove': (office, { fingerprint }) => {
    const store = requireStore(office);
    if (!store.ok) return store;
    removeTrustedRoot(store.value.db, fingerprint);
    return trusted(office);
  },
} satisfies Handlers;
