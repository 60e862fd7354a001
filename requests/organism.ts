import type { RequestOutput } from '../domain/contract.ts';
import { done, failed, type Result } from '../domain/errors.ts';
import type { SessionId } from '../domain/ids.ts';
import type { OrganismView } from '../domain/organism.ts';
import { instant } from '../domain/time.ts';
import { insertOrganism } from '../db/minute.ts';
import { checkPassphrase, type Store } from '../db/open.ts';
import { markBackedUp, readOrganismState } from '../db/organism.ts';
import { createCode, readCode } from '../documents/recovery/code.ts';
import { drawRecoverySheet } from '../documents/recovery/sheet.ts';
import { fingerprintOf, instantOfStamp, pemOf, readRoot } from '../documents/signature/certificate.ts';
import { openRootBackup, readRootBackup, sealRoot } from '../documents/signature/root-backup.ts';
import type { Handlers } from './desk.ts';
import { readChosen, writeChosen } from './file.ts';
import { requireRoot } from './minute.ts';
import { fontsOf } from './printable.ts';
import { keepView, loadSession, requireStore, type Office, type OpenSession } from './office.ts';

const statusOf = (store: Store, session: OpenSession): OrganismView => {
  const kept = readOrganismState(store.db);
  if (!kept) return { kind: 'absent', organism: session.stored.referential.certifier.name };
  const { certificate, createdAt, backedUpAt } = kept;
  return { kind: 'kept', organism: readRoot(certificate).organism, fingerprint: fingerprintOf(certificate), createdAt, backedUpAt };
};

const both = (office: Office, sessionId: SessionId): Result<{ readonly store: Store; readonly session: OpenSession }> => {
  const session = loadSession(office, sessionId);
  const store = requireStore(office);
  if (!session.ok) return session;
  return store.ok ? done({ store: store.value, session: session.value }) : store;
};

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean => Buffer.from(one.buffer, one.byteOffset, one.byteLength).equals(other);

/** The organism's root: its state, its backup under a fresh code with the sheet that bears it, its restoration, its certificate for auditors. */
export const organismRequests = {
  'organism.status': (office, { sessionId }) => {
    const open = both(office, sessionId);
    return open.ok ? done(statusOf(open.value.store, open.value.session)) : open;
  },
  'organism.backup': async (office, { sessionId, passphrase }): Promise<Result<RequestOutput<'organism.backup'>>> => {
    const open = both(office, sessionId);
    if (!open.ok) return open;
    const { store, session } = open.value;
    const known = checkPassphrase(store, passphrase);
    if (!known.ok) return known;
    const file = await office.tools.dialogs.saveFile('Racine de l’organisme (sauvegarde).json');
    if (!file) return failed('cancelled');
    const at = office.tools.clock.now();
    const root = requireRoot(office, store, session.stored.referential.certifier.name, at);
    const code = createCode(office.tools.ids.random);
    const { organism, stamp } = readRoot(root.certificate);
    const sheet = await drawRecoverySheet({
      code,
      organism,
      fingerprint: fingerprintOf(root.certificate),
      createdAt: instant.parse(instantOfStamp(stamp)),
      savedAt: at,
      timeZone: session.stored.fields.timeZone,
      demonstration: office.demonstration,
      fonts: fontsOf(office),
    });
    if (!sheet.ok) return sheet;
    const written = await writeChosen(office, file, sealRoot(root, code));
    if (!written.ok) return written;
    const again = await readChosen(office, file);
    if (!again.ok) return failed('root-backup-not-verified');
    const opened = openRootBackup(again.value, code);
    const same = opened.ok && sameBytes(opened.value.certificate, root.certificate) && sameBytes(opened.value.privateKey, root.privateKey);
    if (!same) return failed('root-backup-not-verified');
    markBackedUp(store.db, at);
    const view = keepView(office, () => sheet.value);
    office.sheet = view;
    return done({ fileName: file.name, view, organism: statusOf(store, session) });
  },
  'organism.saveSheet': async (office) => {
    const sheet = office.sheet === null ? undefined : office.views.get(office.sheet);
    const bytes = sheet?.read(0, sheet.size()) ?? null;
    if (!bytes) return failed('not-found', { what: 'sheet' });
    const file = await office.tools.dialogs.saveFile('Fiche de secours.pdf');
    if (!file) return failed('cancelled');
    const written = await writeChosen(office, file, bytes);
    return written.ok ? done({ fileName: file.name }) : written;
  },
  'organism.chooseBackup': async (office) => {
    const [file] = await office.tools.dialogs.openFiles('rootBackup');
    if (!file) return failed('cancelled');
    const bytes = await readChosen(office, file);
    if (!bytes.ok) return bytes;
    const backup = readRootBackup(bytes.value);
    if (!backup.ok) return backup;
    const { certificate } = backup.value;
    const { organism, stamp } = readRoot(certificate);
    return done({
      handle: file.handle,
      fileName: file.name,
      organism,
      fingerprint: fingerprintOf(certificate),
      createdAt: instant.parse(instantOfStamp(stamp)),
    });
  },
  'organism.restore': async (office, { sessionId, handle, code }) => {
    const open = both(office, sessionId);
    if (!open.ok) return open;
    const { store, session } = open.value;
    const typed = readCode(code);
    if (!typed.ok) return typed;
    const bytes = await readChosen(office, { handle, name: '' });
    if (!bytes.ok) return bytes;
    const root = openRootBackup(bytes.value, typed.value);
    if (!root.ok) return root;
    const kept = readOrganismState(store.db);
    if (kept && !kept.certificate.equals(root.value.certificate)) return failed('root-other');
    const at = office.tools.clock.now();
    store.db.transaction(() => {
      if (!kept) insertOrganism(store.db, store.key, root.value, instant.parse(instantOfStamp(readRoot(root.value.certificate).stamp)));
      markBackedUp(store.db, at);
    })();
    return done(statusOf(store, session));
  },
  'organism.saveCertificate': async (office) => {
    const store = requireStore(office);
    if (!store.ok) return store;
    const kept = readOrganismState(store.value.db);
    if (!kept) return failed('root-absent');
    const file = await office.tools.dialogs.saveFile('organisme.pem');
    if (!file) return failed('cancelled');
    const written = await writeChosen(office, file, Buffer.from(pemOf(kept.certificate), 'utf8'));
    return written.ok ? done({ fileName: file.name }) : written;
  },
} satisfies Handlers;
