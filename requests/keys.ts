import { done, failed, type Result } from '../domain/errors.ts';
import type { RecoveryState } from '../domain/keys.ts';
import { weaknessOf } from '../domain/passphrase.ts';
import { adoptRecorded, changePassphrase, checkRecovery, confirmRecovery, proposeRecovery } from '../db/key-change.ts';
import { recoveryOf } from '../db/keys.ts';
import { checkPassphrase, type Store } from '../db/open.ts';
import { createCode, readCode, readLetters, type RecoveryCode } from '../documents/recovery/code.ts';
import { drawKeySheet } from '../documents/recovery/key-sheet.ts';
import type { Handlers } from './desk.ts';
import { writeChosen } from './file.ts';
import { keepView, requireStore, type Office } from './office.ts';
import { fontsOf } from './printable.ts';

/** Whether a passphrase may protect a store. Error: passphrase-weak {why}. */
export const checkStrength = (passphrase: string): Result<true> => {
  const why = weaknessOf(passphrase);
  return why === null ? done(true) : failed('passphrase-weak', { why });
};

/** A new recovery key. */
export const newCode = (office: Office): RecoveryCode => createCode(office.tools.ids.random);

/** Reads a recovery key as a person types it. Error: recovery-key-mistyped {letters, expected}. */
export const readTyped = (typed: string): Result<RecoveryCode> => {
  const code = readCode(typed);
  return code.ok ? code : failed('recovery-key-mistyped', code.error.facts);
};

/** Draws the sheet of the recovery key that a key file holds. */
export const drawSheetOf = (office: Office, state: RecoveryState, code: RecoveryCode): Promise<Uint8Array> => {
  if (state.kind === 'none') throw new Error('no recovery key was made');
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return drawKeySheet({ code, sheet: state.sheet, madeAt: state.madeAt, timeZone, fonts: fontsOf(office) });
};

const groupsOf = (code: string): string => code.split('-').slice(-2).join('');

/** Shows a sheet just drawn, until it is confirmed or the store is locked. */
export const keepKeySheet = (office: Office, sheet: Uint8Array, code: RecoveryCode): string => {
  const view = keepView(office, () => sheet);
  office.keySheet = { view, last: groupsOf(code) };
  return view;
};

const leaveSheet = (office: Office): void => {
  if (office.keySheet !== null) office.views.delete(office.keySheet.view);
  office.keySheet = null;
};

/** The open store, whose keys may change. Errors: store-locked, demonstration-keys. */
const requireKeys = (office: Office): Result<Store> => (office.demonstration ? failed('demonstration-keys') : requireStore(office));

/** The last two groups of the sheet on screen, or the whole key. Errors: recovery-key-unconfirmed, recovery-key-mistyped, those of checkRecovery. */
const checkTyped = (office: Office, store: Store, typed: string): Result<true> => {
  const letters = readLetters(typed);
  if (office.keySheet !== null && letters.length <= office.keySheet.last.length)
    return letters === office.keySheet.last ? done(true) : failed('recovery-key-unconfirmed');
  const code = readTyped(typed);
  return code.ok ? checkRecovery(store, code.value) : code;
};

/** The passphrase and the recovery key of the open store. The key of the store itself never changes. */
export const keysRequests = {
  'keys.changePassphrase': (office, { current, passphrase }) => {
    const store = requireKeys(office);
    if (!store.ok) return store;
    const known = checkPassphrase(store.value, current);
    if (!known.ok) return known;
    const strong = current === passphrase ? failed('passphrase-weak', { why: 'same' }) : checkStrength(passphrase);
    if (!strong.ok) return strong;
    return changePassphrase(store.value, passphrase, office.tools.clock.now());
  },
  'keys.makeRecovery': async (office, { passphrase }) => {
    const store = requireKeys(office);
    if (!store.ok) return store;
    const known = checkPassphrase(store.value, passphrase);
    if (!known.ok) return known;
    const code = newCode(office);
    const at = office.tools.clock.now();
    const file = proposeRecovery(store.value, code, at);
    if (!file.ok) return file;
    // The sheet is drawn before the key of before is given up.
    const sheet = await drawSheetOf(office, recoveryOf(file.value), code);
    const spread = adoptRecorded(store.value, file.value, at, ['recoveryMade']);
    leaveSheet(office);
    return done({ ...spread, sheet: keepKeySheet(office, sheet, code) });
  },
  'keys.confirmRecovery': (office, { code }) => {
    const store = requireKeys(office);
    if (!store.ok) return store;
    const shown = checkTyped(office, store.value, code);
    if (!shown.ok) return shown;
    const spread = confirmRecovery(store.value, office.tools.clock.now());
    leaveSheet(office);
    return spread;
  },
  'keys.saveSheet': async (office) => {
    const sheet = office.keySheet === null ? undefined : office.views.get(office.keySheet.view);
    const bytes = sheet?.read(0, sheet.size()) ?? null;
    if (!bytes) return failed('not-found', { what: 'sheet' });
    const file = await office.tools.dialogs.saveFile('Fiche de récupération.pdf');
    if (!file) return failed('cancelled');
    const written = await writeChosen(office, file, bytes);
    return written.ok ? done({ fileName: file.name }) : written;
  },
} satisfies Handlers;
