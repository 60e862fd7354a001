import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RequestName, RequestInput } from '../domain/contract.ts';
import { readRegister } from '../db/register.ts';
import { openStore } from '../db/open.ts';
import { storeParts } from '../db/backup.ts';
import { createCode } from '../documents/recovery/code.ts';
import { askOf, openTestDesk } from '../tests/fixtures/desk.ts';
import { hasReaders, pagesOf } from '../tests/fixtures/readers.ts';
import { codeOnSheet } from '../tests/fixtures/recovery-sheet.ts';
import { fixedRandom } from '../tests/fixtures/signed.ts';

const bench = openTestDesk();
const ask = askOf(() => bench.desk);
const [first, second, third] = ['une phrase assez longue', 'une autre phrase longue', 'la troisième phrase, longue'];
const codeOf = (view: string): Promise<string> => codeOnSheet(bench.desk.viewing(view) ?? new Uint8Array());
const refusal = async <Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<unknown> => {
  const answer = await bench.desk.ask(name, input);
  return answer.ok ? 'done' : answer.error.code;
};
let code = '';

beforeAll(async () => {
  const created = await ask('store.create', { passphrase: first });
  expect(created).toMatchObject({ kind: 'open', recovery: { kind: 'made', confirmed: false } });
  code = await codeOf(created.sheet ?? '');
});
afterAll(() => bench.dispose());

const recovery = async () => (await ask('store.status', {})).recovery;

describe('the recovery key made with a store', () => {
  test.skipIf(!hasReaders())('is on the sheet shown once, with the number that the unlock screen shows (skipped without poppler-utils)', async () => {
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{30}$/);
    expect(await refusal('keys.saveSheet', {})).toBe('done');
    const saved = bench.dialogs.written.get('Fiche de récupération.pdf') ?? new Uint8Array();
    const [page = ''] = pagesOf(saved);
    expect(page.replace(/\s/g, '')).toContain(code);
    const state = await recovery();
    expect(page).toContain(state?.kind === 'made' ? state.sheet : 'none');
  });

  test('is confirmed by its last two groups, as they are typed, and by no others', async () => {
    expect(await refusal('keys.confirmRecovery', { code: 'ABCDE FGHJK' })).toBe('recovery-key-unconfirmed');
    expect(await refusal('keys.confirmRecovery', { code: code.slice(20, 25) })).toBe('recovery-key-unconfirmed');
    expect(await recovery()).toMatchObject({ confirmed: false });
    await ask('keys.confirmRecovery', { code: ` ${code.slice(20, 25).toLowerCase()} - ${code.slice(25)}` });
    expect(await recovery()).toMatchObject({ confirmed: true });
    expect(await refusal('keys.saveSheet', {})).toBe('not-found');
  });

  test('opens the store under a new passphrase; mistyped and wrong are told apart, a weak passphrase is refused', async () => {
    await ask('store.lock', {});
    expect(await recovery()).toMatchObject({ kind: 'made', confirmed: true });
    const changed = `${code.slice(0, 4)}${code[4] === 'A' ? 'B' : 'A'}${code.slice(5)}`;
    expect(await refusal('store.recover', { code: changed, passphrase: second })).toBe('recovery-key-mistyped');
    expect(await refusal('store.recover', { code: createCode(fixedRandom('another')), passphrase: second })).toBe('recovery-key-wrong');
    expect(await refusal('store.recover', { code, passphrase: 'aaaaaaaaaaaa' })).toBe('passphrase-weak');
    expect(await ask('store.status', {})).toMatchObject({ kind: 'locked' });
    expect(await ask('store.recover', { code: code.toLowerCase(), passphrase: second })).toMatchObject({ kind: 'open' });
    await ask('store.lock', {});
    expect(await refusal('store.unlock', { passphrase: first })).toBe('passphrase-wrong');
    expect(await refusal('store.unlock', { passphrase: second })).toBe('done');
  });
});

describe('a change of what opens the store', () => {
  test('asks the present passphrase, and refuses the same one and a weak one', async () => {
    expect(await refusal('keys.changePassphrase', { current: first, passphrase: third })).toBe('passphrase-wrong');
    expect(await refusal('keys.changePassphrase', { current: second, passphrase: second })).toBe('passphrase-weak');
    expect(await refusal('keys.changePassphrase', { current: second, passphrase: 'azerty123456' })).toBe('passphrase-weak');
    expect(await refusal('keys.makeRecovery', { passphrase: first })).toBe('passphrase-wrong');
    const backups = readdirSync(join(bench.tools.storeFolder, storeParts.backups)).length;
    expect(await ask('keys.changePassphrase', { current: second, passphrase: third })).toEqual({ rewritten: backups, left: [] });
  });

  test('gives a new sheet, confirmed later by the whole key, and the key of before no longer confirms', async () => {
    const { sheet } = await ask('keys.makeRecovery', { passphrase: third });
    const before = code;
    code = await codeOf(sheet);
    expect(code).not.toBe(before);
    await ask('store.lock', {});
    await ask('store.unlock', { passphrase: third });
    expect(bench.desk.viewing(sheet)).toBe(null);
    expect(await recovery()).toMatchObject({ confirmed: false });
    expect(await refusal('keys.confirmRecovery', { code: code.slice(20) })).toBe('recovery-key-mistyped');
    expect(await refusal('keys.confirmRecovery', { code: before })).toBe('recovery-key-wrong');
    await ask('keys.confirmRecovery', { code });
    expect(await recovery()).toMatchObject({ confirmed: true });
  });

  test('is refused in the demonstration, which has no recovery key, and where no store is open', async () => {
    await ask('store.openDemonstration', {});
    expect(await recovery()).toBe(null);
    expect(await refusal('keys.changePassphrase', { current: third, passphrase: first })).toBe('demonstration-keys');
    expect(await refusal('keys.makeRecovery', { passphrase: third })).toBe('demonstration-keys');
    expect(await refusal('keys.confirmRecovery', { code })).toBe('demonstration-keys');
    await ask('store.lock', {});
    expect(await refusal('keys.changePassphrase', { current: third, passphrase: first })).toBe('store-locked');
  });

  test('a damaged store is brought back from a backup with the recovery key alone', async () => {
    const folder = bench.tools.storeFolder;
    const database = join(folder, storeParts.database);
    const bytes = readFileSync(database);
    writeFileSync(database, bytes.fill(0x5a, 4096, 4096 * 3));
    expect(await ask('store.unlock', { passphrase: third })).toMatchObject({ kind: 'damaged' });
    const [backupId = ''] = readdirSync(join(folder, storeParts.backups)).sort().reverse();
    expect(await refusal('store.restoreBackup', { backupId, passphrase: first, code: createCode(fixedRandom('x')) })).toBe('recovery-key-wrong');
    expect(await ask('store.restoreBackup', { backupId, passphrase: first, code })).toMatchObject({ kind: 'open' });
    await ask('store.lock', {});
    expect(await refusal('store.unlock', { passphrase: first })).toBe('done');
  });

  test('leaves only its kind in the register, and no secret in any file of the folder', async () => {
    await ask('store.lock', {});
    const opened = openStore(bench.tools.storeFolder, first, bench.tools.clock);
    if (!opened.ok) throw new Error(opened.error.code);
    const entries = readRegister(opened.value.db).map(({ entry }) => entry);
    opened.value.close();
    for (const kind of ['recoveryMade', 'recoveryConfirmed', 'openedByRecovery', 'passphraseChanged'])
      expect(entries.filter((entry) => entry.kind === kind).every((entry) => Object.keys(entry).length === 1)).toBe(true);
    expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set(['recoveryMade', 'recoveryConfirmed', 'openedByRecovery', 'passphraseChanged']));
    const grouped = code.match(/.{5}/g)?.join('-') ?? '';
    const files = readdirSync(bench.tools.storeFolder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const file of files) {
      const bytes = readFileSync(join(file.parentPath, file.name));
      for (const secret of [first, second, third, code, grouped]) expect(bytes.includes(secret), `${secret} in ${file.name}`).toBe(false);
    }
  });
});

test('a weak passphrase makes no store', async () => {
  const other = openTestDesk();
  try {
    for (const passphrase of ['aaaaaaaaaaaaaa', '123456789012', 'délibéré 2026', 'brume-tambour-oseille-11'])
      expect(await other.desk.ask('store.create', { passphrase })).toMatchObject({ ok: false, error: { code: 'passphrase-weak' } });
    expect(await other.desk.ask('store.status', {})).toMatchObject({ ok: true, value: { kind: 'absent', recovery: null } });
  } finally {
    other.dispose();
  }
});
