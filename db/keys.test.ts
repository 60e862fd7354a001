import { spawnSync } from 'node:child_process';
import { closeSync, cpSync, existsSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { keyFile, keyFileVersion, type KeyFile } from '../domain/keys.ts';
import { instantFrom, type Clock } from '../domain/time.ts';
import { backUp, storeParts } from './backup.ts';
import { connect, type ReadableDb, type WritableDb } from './connection.ts';
import { adoptKeys, changePassphrase, checkRecovery, confirmRecovery, keyTrial, proposeRecovery, settleKeys, spreadKeys } from './key-change.ts';
import { bytesOfKeys, createKeys, openKeys, openKeysByRecovery, readKeys, recoveryOf, withConfirmed, withPassphrase } from './keys.ts';
import { createStoreUnder, openStore, recoverStore, type Store } from './open.ts';
import { checkRegister, readRegister } from './register.ts';
import { restoreBackup } from './restore.ts';
import { mirrorBackups, setSecondFolder } from './second-folder.ts';

const [before, after] = ['la phrase de passe d’avant', 'la phrase de passe d’après'];
const [code, otherCode] = ['ABCDE-FGHJK-MNPQR-STVWX-YZ012-34567', '76543-210ZY-XWVTS-RQPNM-KJHGF-EDCBA'];
let ticks = 0;
const clock: Clock = { now: () => instantFrom(1_773_700_000_000 + ticks++ * 1000) };

const must = <Value>(result: { ok: true; value: Value } | { ok: false; error: { code: string } }): Value => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const codeOf = (result: { ok: true } | { ok: false; error: { code: string } }): string => (result.ok ? 'opened' : result.error.code);
const keysIn = (folder: string): string => readFileSync(join(folder, storeParts.keys), 'utf8');

/** The key file as the version before wrote it. */
const ofBefore = (file: KeyFile): string => JSON.stringify({ format: file.format, version: 1, ...file.passphrase });

const made = createKeys(before, { code, at: clock.now() });
const root = mkdtempSync(join(tmpdir(), 'delibere-keys-'));
let base: string;
let folder: string;
let copies = 0;

beforeAll(() => {
  base = join(root, 'base');
  // The store that is closed writes over its key: the test keeps its own.
  const store = must(createStoreUnder(base, { ...made, key: Buffer.from(made.key) }, clock));
  must(backUp(store.db, base, store.key, clock.now(), 'cloture'));
  store.close();
});
beforeEach(() => {
  folder = join(root, `store-${(copies += 1)}`);
  cpSync(base, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const makeRecovery = (store: Store) => adoptKeys(store, must(proposeRecovery(store, otherCode, clock.now())));
const opened = (): Store => must(openStore(folder, before, clock));
const backups = (place = folder): string[] => readdirSync(join(place, storeParts.backups)).map((id) => join(place, storeParts.backups, id));
const eventsOf = (db: ReadableDb): string[] => readRegister(db).map(({ entry }) => entry.kind);

describe('a key file', () => {
  test('gives the same key to the passphrase and to the recovery key, and to nothing else', () => {
    const text = keysIn(folder);
    expect(must(openKeys(text, before)).equals(made.key)).toBe(true);
    expect(must(openKeysByRecovery(text, code)).equals(made.key)).toBe(true);
    expect(codeOf(openKeys(text, code))).toBe('passphrase-wrong');
    expect(openKeysByRecovery(text, otherCode)).toMatchObject({ error: { code: 'recovery-key-wrong', facts: { sheet: recoverySheet(text) } } });
    expect(codeOf(openKeysByRecovery(text, before))).toBe('recovery-key-wrong');
  });

  test('is refused by name when a newer version wrote it', () => {
    const newer = JSON.stringify({ ...made.file, version: 3, more: 'x' });
    expect(openKeys(newer, before)).toEqual({ ok: false, error: { code: 'keys-newer', facts: { file: 3, program: keyFileVersion } } });
    writeFileSync(join(folder, storeParts.keys), newer);
    expect(codeOf(openStore(folder, before, clock))).toBe('keys-newer');
    expect(keysIn(folder)).toBe(newer);
  });

  test.each([
    ['2^30 rounds', { N: 2 ** 30 }],
    ['rounds that are no power of two', { N: 2 ** 16 + 2 }],
    ['4 GiB', { N: 2 ** 20, r: 32 }],
    ['a hundred lanes', { p: 100 }],
    ['a salt of nothing', { salt: '' }],
    ['a key cut short', { wrapped: made.file.passphrase.wrapped.slice(2) }],
    ['another derivation', { kdf: 'pbkdf2' }],
  ])('that asks for %s is damaged before any work, under either secret and in either version', (_what, change) => {
    const texts = [
      JSON.stringify({ ...made.file, passphrase: { ...made.file.passphrase, ...change } }),
      JSON.stringify({ ...made.file, recovery: { ...made.file.recovery, lock: { ...made.file.recovery?.lock, ...change } } }),
      JSON.stringify({ ...JSON.parse(ofBefore(made.file)), ...change }),
    ];
    for (const text of texts) expect([codeOf(openKeys(text, before)), codeOf(openKeysByRecovery(text, code))]).toEqual(['store-damaged', 'store-damaged']);
  });

  test('that version 1 of the program really wrote gives its key', () => {
    const written =
      '{"format":"delibere-keys","version":1,"kdf":"scrypt","N":65536,"r":8,"p":1,"salt":"5986976ee729706842f8e0b420fba953","nonce":"d0f7ae4c2daad1f2ab1a28fc","wrapped":"d0ee9a140fab1dbf6f543cce3cd30cbaa3bc252da20b01f917916465b87bbdde7c490f399ec711e4e60d3d87f61e6810"}';
    expect(must(openKeys(written, 'une phrase écrite par la version 1')).toString('hex')).toBe(
      'f4906364d78308f8b1c298dcf8f3a8a4aa695e1e42c143c6bf56ff4eddac1caa',
    );
  });

  test('of the version before still opens, has no recovery key, and becomes version 2 when one is made', () => {
    writeFileSync(join(folder, storeParts.keys), ofBefore(made.file));
    for (const copy of backups()) writeFileSync(join(copy, storeParts.keys), ofBefore(made.file));
    expect(recoveryOf(must(readKeys(keysIn(folder))))).toEqual({ kind: 'none' });
    expect(codeOf(recoverStore(folder, code, after, clock))).toBe('recovery-key-none');
    const store = opened();
    expect(JSON.parse(keysIn(folder))).toMatchObject({ version: 1 });
    const spread = makeRecovery(store);
    expect(spread).toEqual({ rewritten: 2, left: [] });
    store.close();
    for (const text of [keysIn(folder), ...backups().map(keysIn)]) expect([keyFile.safeParse(JSON.parse(text)).success, text]).toEqual([true, keysIn(folder)]);
    expect(must(openKeys(keysIn(folder), before)).equals(made.key)).toBe(true);
    expect(must(openKeysByRecovery(keysIn(folder), otherCode)).equals(made.key)).toBe(true);
    expect(existsSync(join(folder, keyTrial))).toBe(false);
  });
});

const recoverySheet = (text: string): string => {
  const state = recoveryOf(must(readKeys(text)));
  return state.kind === 'made' ? state.sheet : '';
};

describe('a change of passphrase', () => {
  test('keeps the key, and closes the store and its backups to the passphrase of before', () => {
    const store = opened();
    const spread = must(changePassphrase(store, after, clock.now()));
    expect(spread).toEqual({ rewritten: 2, left: [] });
    store.close();
    for (const text of backups().map(keysIn)) expect(text).toBe(keysIn(folder));
    expect(must(openKeysByRecovery(keysIn(folder), code)).equals(made.key)).toBe(true);
    const [backup = ''] = readdirSync(join(folder, storeParts.backups));
    expect(codeOf(restoreBackup(folder, backup, before, clock.now()))).toBe('passphrase-wrong');
    must(restoreBackup(folder, backup, after, clock.now()));
    must(openStore(folder, after, clock)).close();
  });

  test('reaches what a restore set aside, the second folder and a former one, and names those that are away', () => {
    const store = opened();
    const [away, here] = [join(root, `away-${copies}`), join(root, `here-${copies}`)];
    for (const place of [away, here]) {
      mkdirSync(place);
      setSecondFolder(store.db, place);
      expect(mirrorBackups(store.db, folder)).toBe('done');
    }
    const aside = join(folder, storeParts.aside, 'avant');
    mkdirSync(aside, { recursive: true });
    writeFileSync(join(aside, storeParts.keys), keysIn(folder));
    writeFileSync(join(aside, storeParts.database), 'abîmé');
    renameSync(away, `${away}-gone`);
    const { rewritten, left } = must(changePassphrase(store, after, clock.now()));
    expect(rewritten).toBe(2 + 1 + 2);
    expect(left).toEqual([{ kind: 'formerFolder', path: expect.stringContaining(away) }]);
    const [mirror = ''] = readdirSync(here);
    for (const copy of [aside, ...backups(join(here, mirror))]) expect(keysIn(copy)).toBe(keysIn(folder));
    // Plugged in again, it is put right at the next opening.
    renameSync(`${away}-gone`, away);
    store.close();
    must(openStore(folder, after, clock)).close();
    for (const copy of backups(join(away, mirror))) expect(keysIn(copy)).toBe(keysIn(folder));
    for (const place of [away, here]) rmSync(place, { recursive: true, force: true });
  });

  test('that a second folder missed is carried there when it comes back, and not before', () => {
    const store = opened();
    const second = join(root, `second-${copies}`);
    mkdirSync(second);
    setSecondFolder(store.db, second);
    mirrorBackups(store.db, folder);
    renameSync(second, `${second}-gone`);
    expect(must(changePassphrase(store, after, clock.now())).left).toEqual([{ kind: 'secondFolder', path: second }]);
    renameSync(`${second}-gone`, second);
    const [mirror = ''] = readdirSync(second);
    expect(keysIn(backups(join(second, mirror))[0] ?? '')).toBe(bytesOfKeys(made.file).toString('utf8'));
    expect(mirrorBackups(store.db, folder)).toBe('done');
    for (const copy of backups(join(second, mirror))) expect(keysIn(copy)).toBe(keysIn(folder));
    store.close();
    rmSync(second, { recursive: true, force: true });
  });

  test.skipIf(process.platform === 'win32')('writes over the bytes of the file that it replaces', () => {
    const [copy = ''] = backups();
    const handles = [folder, copy].map((each) => openSync(join(each, storeParts.keys), 'r'));
    const db = connect(join(folder, storeParts.database), made.key, true);
    expect(adoptKeys({ db, folder, key: made.key }, withConfirmed(made.file, made.key, clock.now())).rewritten).toBe(1);
    db.close();
    for (const handle of handles) {
      expect(readFileSync(handle).every((byte) => byte === 0)).toBe(true);
      closeSync(handle);
    }
  });

  test('leaves the key file of another store, and one newer than its own', () => {
    const store = opened();
    const other = createKeys('une phrase d’un autre espace');
    const newer: KeyFile = { ...made.file, serial: 99 };
    const [one = '', two = ''] = backups();
    writeFileSync(join(one, storeParts.keys), bytesOfKeys(other.file));
    writeFileSync(join(two, storeParts.keys), bytesOfKeys(newer));
    expect(must(changePassphrase(store, after, clock.now()))).toEqual({ rewritten: 0, left: [] });
    store.close();
    expect([keysIn(one), keysIn(two)]).toEqual([other.file, newer].map((file) => bytesOfKeys(file).toString('utf8')));
  });

  test('says which copy it could not put right', () => {
    const store = opened();
    const stranger = join(folder, storeParts.backups, '2020-01-01T00-00-00-000Z_ouverture');
    mkdirSync(stranger);
    writeFileSync(join(stranger, storeParts.keys), 'abîmé');
    expect(must(changePassphrase(store, after, clock.now())).left).toEqual([{ kind: 'refused', path: stranger }]);
    store.close();
  });
});

describe('a recovery key', () => {
  test('opens the store, which is then under the new passphrase with its backups; another key changes nothing', () => {
    expect(codeOf(recoverStore(folder, otherCode, after, clock))).toBe('recovery-key-wrong');
    expect(codeOf(openKeys(keysIn(folder), before))).toBe('opened');
    const store = must(recoverStore(folder, code, after, clock));
    expect(eventsOf(store.db)).toEqual(['recoveryMade', 'openedByRecovery', 'passphraseChanged']);
    store.close();
    expect(codeOf(openStore(folder, before, clock))).toBe('passphrase-wrong');
    expect(codeOf(openKeys(keysIn(folder), after))).toBe('opened');
    for (const text of backups().map(keysIn)) expect(text).toBe(keysIn(folder));
    must(recoverStore(folder, code, 'encore une autre phrase', clock)).close();
  });

  test('made anew closes the store to the one of before, and is unconfirmed until a person shows the sheet', () => {
    const store = opened();
    must(confirmRecovery(store, clock.now()));
    expect(recoveryOf(must(readKeys(keysIn(folder))))).toMatchObject({ kind: 'made', confirmed: true });
    const sheet = recoverySheet(keysIn(folder));
    makeRecovery(store);
    expect(recoveryOf(must(readKeys(keysIn(folder))))).toMatchObject({ kind: 'made', confirmed: false });
    expect(recoverySheet(keysIn(folder))).not.toBe(sheet);
    expect([codeOf(checkRecovery(store, code)), codeOf(checkRecovery(store, otherCode))]).toEqual(['recovery-key-wrong', 'opened']);
    must(confirmRecovery(store, clock.now()));
    store.close();
    for (const text of backups().map(keysIn)) expect(text).toBe(keysIn(folder));
  });

  test('neither it nor a passphrase is in a file of the folder', () => {
    const store = opened();
    makeRecovery(store);
    must(changePassphrase(store, after, clock.now()));
    const secrets = [code, otherCode, before, after].flatMap((secret) => [
      secret,
      secret.replaceAll('-', ''),
      Buffer.from(secret).toString('base64').slice(0, 24),
    ]);
    const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(names.length).toBeGreaterThanOrEqual(6);
    for (const file of names) {
      const bytes = readFileSync(join(file.parentPath, file.name));
      for (const secret of secrets) expect(bytes.includes(secret), `${secret} in ${file.name}`).toBe(false);
      for (const wide of secrets) expect(bytes.includes(Buffer.from(wide, 'utf16le')), `${wide} in ${file.name}`).toBe(false);
    }
    store.close();
  });
});

describe('a change that is cut', () => {
  const settledEvents = (db: WritableDb): string[] => (settleKeys({ db, folder, key: made.key }), eventsOf(db));
  const [program, proposal] = [join(import.meta.dirname, '..', 'tests', 'fixtures', 'cut-keys.ts'), join(root, 'proposal.json')];

  // Before each call to the disk in turn, until the change ends by itself; in the short run, every call on the store's own file and one in five on the copies.
  test('at any of its calls to the disk leaves each key file whole, old or new, and the next opening ends it and says so in the register', () => {
    const [old, next] = [bytesOfKeys(made.file), bytesOfKeys(withPassphrase(made.file, made.key, after))].map((bytes) => bytes.toString('utf8'));
    writeFileSync(proposal, next ?? '');
    const seen = new Set<string>();
    let step = 1;
    for (;;) {
      const ran = spawnSync(process.execPath, [program, folder, made.key.toString('hex'), proposal, String(step)], { encoding: 'utf8' });
      if (ran.signal !== 'SIGKILL') {
        expect(ran.stdout, ran.stderr).toBe('done\n');
        break;
      }
      const [own = '', ...others] = [keysIn(folder), ...backups().map(keysIn)];
      expect([old, next], `call ${step}`).toContain(own);
      // No copy goes before the store itself.
      for (const other of others) expect(own === next ? [old, next] : [old], `call ${step}`).toContain(other);
      seen.add(`${own === next ? 'new' : 'old'} ${others.filter((other) => other === next).length}`);
      const db = connect(join(folder, storeParts.database), made.key, true);
      spreadKeys({ db, folder, key: made.key });
      const told = own === next ? ['recoveryMade', 'passphraseChanged'] : ['recoveryMade'];
      expect([settledEvents(db), settledEvents(db), checkRegister(db)], `call ${step}`).toEqual([told, told, true]);
      db.close();
      for (const text of backups().map(keysIn)) expect(text, `call ${step}`).toBe(own);
      rmSync(folder, { recursive: true });
      cpSync(base, folder, { recursive: true });
      step += process.env['DELIBERE_LONG'] || step < 12 ? 1 : 5;
    }
    expect([...seen].sort()).toEqual(['new 0', 'new 1', 'old 0']);
    expect(step).toBeGreaterThan(20);
  }, 300_000);

  test('leaves nothing half written beside the store once it was opened again', () => {
    writeFileSync(join(folder, `${storeParts.keys}.partial`), keysIn(folder).slice(0, 100));
    opened().close();
    expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([]);
  });
});
