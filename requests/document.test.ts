import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RequestInput, RequestOutput } from '../domain/contract.ts';
import { encryptFile, type AgeLock } from '../documents/age/age.ts';
import { fingerprintOf, pemOf } from '../documents/signature/certificate.ts';
import { askOf, openTestDesk } from '../tests/fixtures/desk.ts';
import { endOf } from '../tests/fixtures/work.ts';
import type { Desk } from './desk.ts';
import { drawBase, namesakeRoot, sealMinute, testRoot } from '../tests/fixtures/signed.ts';

const minute = sealMinute(await drawBase(1));
const root = pemOf(testRoot.certificate);
let bench: ReturnType<typeof openTestDesk>;
beforeEach(() => {
  bench = openTestDesk();
});
afterEach(() => bench.dispose());

const ask = askOf(() => bench.desk);
const chosen = { handle: null, name: null, root: null } as const;
/** Waits for the work, as the screen does, and gives what it has concluded. */
const verdictOf = async (desk: Desk, started: RequestOutput<'document.verify'>) => {
  expect(await endOf(desk, started)).toEqual({ kind: 'done' });
  const answer = await desk.ask('document.verdict', { work: started.work });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
};
const verify = async (given: Partial<RequestInput<'document.verify'>> = {}) => {
  if (!('handle' in given)) bench.dialogs.offer('pv.pdf', minute.pdf);
  return verdictOf(bench.desk, await ask('document.verify', { ...chosen, ...given }));
};

test('a document is verified without any store, and its origin is established by the root that a person gives', async () => {
  const { handle, verdict } = await verify();
  expect(verdict).toMatchObject({
    level: 'whole',
    fileName: 'pv.pdf',
    root: { organism: expect.stringContaining('Organisme Exemple'), fingerprint: fingerprintOf(testRoot.certificate) },
  });
  bench.dialogs.offer('organisme.pem', root);
  const given = await ask('document.chooseRoot', {});
  expect(given.fingerprint).toBe(verdict.root?.fingerprint);
  expect((await verify({ handle, name: 'pv.pdf', root: given.handle })).verdict).toMatchObject({ level: 'established', fileName: 'pv.pdf' });
  bench.dialogs.offer('namesake.pem', pemOf(namesakeRoot.certificate));
  const other = await ask('document.chooseRoot', {});
  expect((await verify({ handle, name: 'pv.pdf', root: other.handle })).verdict.level).toBe('whole');
});

test('what holds no root of ours is refused by name: another text, a minute, two certificates', async () => {
  for (const bytes of ['rien', Buffer.from(minute.pdf), root + root, root.replace('MII', 'MIJ')]) {
    bench.dialogs.offer('x.pem', bytes);
    expect(await bench.desk.ask('document.chooseRoot', {})).toMatchObject({ ok: false, error: { code: 'root-unreadable', facts: { name: 'x.pem' } } });
  }
  bench.dialogs.offered.splice(0);
  expect(await bench.desk.ask('document.chooseRoot', {})).toMatchObject({ ok: false, error: { code: 'cancelled' } });
});

test('a root recognised establishes the documents verified afterwards, after a restart too, until it is taken back', async () => {
  bench.dialogs.offer('organisme.pem', root);
  const { handle, fingerprint } = await ask('document.chooseRoot', {});
  expect(await bench.desk.ask('trust.add', { handle })).toMatchObject({ ok: false, error: { code: 'store-locked' } });
  const passphrase = 'une phrase assez longue';
  await ask('store.create', { passphrase });
  expect((await verify()).verdict.level).toBe('whole');
  expect((await ask('trust.add', { handle })).map((entry) => entry.fingerprint)).toEqual([fingerprint]);
  expect((await verify()).verdict.level).toBe('established');
  const again = bench.reopen();
  const answer = await again.ask('store.unlock', { passphrase });
  expect(answer.ok).toBe(true);
  const verifyAgain = async () => {
    bench.dialogs.offer('pv.pdf', minute.pdf);
    return verdictOf(again, await askOf(() => again)('document.verify', chosen));
  };
  expect((await verifyAgain()).verdict.level).toBe('established');
  expect(await again.ask('trust.remove', { fingerprint })).toMatchObject({ ok: true, value: [] });
  expect((await verifyAgain()).verdict.level).toBe('whole');
});

test('an encrypted file is opened by its passphrase; a secret key given in the same field is taken for one', async () => {
  const secret = 'une phrase secrète d’épreuve';
  const closedBy = async (lock: AgeLock): Promise<Buffer> => {
    const parts: Uint8Array[] = [];
    const bytes = (async function* () {
      yield minute.pdf;
    })();
    for await (const part of encryptFile(bytes, lock)) parts.push(part);
    return Buffer.concat(parts);
  };
  const verifyClosed = async (bytes: Uint8Array, opener: string | null) => {
    bench.dialogs.offer('pv.pdf.age', bytes);
    return (await verify({ handle: null, secret: opener })).verdict;
  };
  const byPhrase = await closedBy({ kind: 'passphrase', passphrase: secret });
  expect(await verifyClosed(byPhrase, null)).toMatchObject({ kind: 'encrypted', faults: [{ rule: 'age-locked' }] });
  expect(await verifyClosed(byPhrase, 'une autre')).toMatchObject({ kind: 'encrypted', faults: [{ rule: 'age-passphrase-wrong' }] });
  expect(await verifyClosed(byPhrase, secret)).toMatchObject({ kind: 'minute', level: 'whole' });
  expect(await verifyClosed(byPhrase, ' AGE-SECRET-KEY-1RECOPIEE ')).toMatchObject({ kind: 'encrypted', faults: [{ rule: 'age-key-unfit' }] });
});

describe('a verification is a long work', () => {
  const begin = async (): Promise<string> => {
    bench.dialogs.offer('pv.pdf', minute.pdf);
    return (await ask('document.verify', chosen)).work;
  };
  const verdict = (work: string) => bench.desk.ask('document.verdict', { work });

  test('cancelled, it concludes nothing; without any store', async () => {
    const work = await begin();
    expect(await verdict(work)).toMatchObject({ ok: false, error: { code: 'not-found' } });
    await ask('work.cancel', { work });
    expect(await verdict(work)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
  test('a lock stops it, and forgets what was concluded', async () => {
    await ask('store.create', { passphrase: 'une phrase assez longue' });
    const work = await begin();
    expect(await endOf(bench.desk, { work })).toEqual({ kind: 'done' });
    const other = await begin();
    await ask('store.lock', {});
    for (const name of [work, other]) expect(await verdict(name)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
  test('a file that is gone is named; the handle of another run too', async () => {
    const { work } = await ask('document.verify', { ...chosen, handle: '/nulle/part', name: 'absent.zip' });
    expect(await endOf(bench.desk, { work })).toMatchObject({ kind: 'failed', error: { code: 'file-unreadable', facts: { name: 'absent.zip' } } });
  });
});
