import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openKeys } from '../../db/keys.ts';
import { readScenario, type Scenario } from '../../requests/scenario.ts';
import { layResources } from '../../scripts/resources.ts';
import { clearBytes, clearDatabase } from '../fixtures/store-bytes.ts';
import { filesUnder, readableUnder } from '../fixtures/traces/files.ts';
import { dayGone, dayKept, planted, secrets } from '../fixtures/traces/planted.ts';
import { Search } from '../fixtures/traces/search.ts';

const root = mkdtempSync(join(tmpdir(), 'delibere-traces-'));
const day: Scenario = readScenario(layResources(join(root, 'resources')));
const [store, temporary, second] = ['store', 'tmp', 'second'].map((name) => join(root, 'played', name)) as [string, string, string];
const folders = [store, temporary, second];

const { privateNote, unrecorded, leadDraft, pieceContent, pieceName, companion, companionMail, town } = planted;
const { trade, proofContent, proofName, carriedName, carriedMail, incident, removedName, undone, never } = planted;
/** What the purges of a session and of the directory take, and what stays with the minute or in another session. */
const gone = [privateNote, leadDraft, pieceContent, pieceName, companion, companionMail, town, trade, proofContent, proofName, ...dayGone(day)];
const kept = [carriedName, carriedMail, incident, ...dayKept(day)];
/** What people type to open something: never in the store, in clear or under its key. */
const typed = [day.passphrase, ...Object.values(secrets)];
const pins = [day.leadPin, day.officer.pin, ...day.jurors.map(({ pin }) => pin)];
const everything = [...gone, ...kept, unrecorded, removedName, undone, never, ...typed, ...pins];

let child: ChildProcessWithoutNullStreams;
let said: AsyncIterator<string>;
let failure = '';
let clear: Buffer[] = [];
/** Waits for a moment of the day, looks while the program stands still, and lets it go on whatever was found. */
const at = async (name: string, look: () => void): Promise<void> => {
  const { value, done } = await said.next();
  if (done || value !== name) throw new Error(`${name} was expected, and not ${String(value)}: ${failure}`);
  try {
    look();
  } finally {
    child.stdin.write('\n');
  }
};
/** Every byte of the store, and of its copies in the second folder, once decrypted. */
const decrypted = (): Buffer[] => [
  ...clearBytes(store, day.passphrase),
  ...readdirSync(second).flatMap((tag) => clearBytes(join(second, tag), day.passphrase, join(store, 'cles.json'))),
];
const missing = (texts: readonly string[], among: Set<string>): string[] => texts.filter((text) => !among.has(text));

beforeAll(() => {
  const [played, outside] = [join(root, 'played'), join(root, 'outside')];
  for (const folder of [played, outside]) mkdirSync(folder);
  child = spawn(process.execPath, [join(import.meta.dirname, '..', 'fixtures', 'traces', 'played.ts'), played], {
    env: { ...process.env, NODE_OPTIONS: '', TMPDIR: outside },
  });
  child.stderr.on('data', (part: Buffer) => (failure += part.toString('utf8')));
  said = createInterface(child.stdout)[Symbol.asyncIterator]();
});
afterAll(() => {
  child.kill('SIGKILL');
  rmSync(root, { recursive: true, force: true });
});

test(
  'while people type, nothing of what they type is readable in any file: store, journal, backups, second folder, temporary folder',
  () =>
    at('typing', () => {
      expect(filesUnder([store]).map(({ path }) => path)).toContain('delibere.db-wal');
      expect(readableUnder(folders, everything)).toEqual([]);
      // The store has one writer at a time and no file of memory shared between two.
      expect(existsSync(join(store, 'delibere.db-shm'))).toBe(false);
      const search = new Search([
        privateNote,
        unrecorded,
        leadDraft,
        pieceContent,
        pieceName,
        trade,
        proofContent,
        proofName,
        carriedName,
        carriedMail,
        incident,
      ]);
      const found = search.textsIn(decrypted());
      expect(missing([privateNote, unrecorded, leadDraft, pieceContent, pieceName, trade, proofContent, proofName, carriedName, incident], found)).toEqual([]);
    }),
  240_000,
);

test(
  'once the day is over, the search finds every planted text under the key, and none without it',
  () =>
    at('archived', () => {
      expect(readableUnder(folders, everything)).toEqual([]);
      clear = decrypted();
      const found = new Search([...gone, ...kept]).textsIn(clear);
      expect(missing([...gone, ...kept], found)).toEqual([]);
      // Who was taken out of the session is in no page of the store any more, and was never in it when only looked at.
      const opened = openKeys(readFileSync(join(store, 'cles.json'), 'utf8'), day.passphrase);
      if (!opened.ok) throw new Error(opened.error.code);
      const alive = new Search([removedName, undone, never, unrecorded, carriedName]).textsIn(clearDatabase(join(store, 'delibere.db'), opened.value));
      expect([...alive]).toEqual([carriedName]);
    }),
  240_000,
);

test('what opens something is in no byte of the store, even under its key', () => {
  expect([...new Search(typed).textsIn(clear)]).toEqual([]);
  // A code of six figures may be in a digest by chance: it is looked for as a word of its own.
  const alone = pins.map((pin) => new RegExp(`(?<![0-9a-zA-Z])${pin}(?![0-9a-zA-Z])`));
  for (const bytes of clear) for (const pin of alone) expect(pin.test(bytes.toString('latin1'))).toBe(false);
}, 120_000);

test(
  'while a store is open the memory of the program holds what it shows; after a lock, none of it',
  () =>
    at('locked', () => {
      const looked = spawnSync(process.execPath, [join(import.meta.dirname, '..', 'fixtures', 'traces', 'looked.ts'), store, root, join(root, 'resources')], {
        input: `${day.passphrase}\n`,
        encoding: 'utf8',
        env: { ...process.env, NODE_OPTIONS: '' },
      });
      expect(looked.stderr).toBe('');
      const search = new Search([...gone, ...kept, ...typed]);
      const held = (name: string): Set<string> => new Set(search.in(readFileSync(join(root, `${name}.heapsnapshot`)), 0).map(({ text }) => text));
      const [before, open, locked] = [held('before'), held('open'), held('locked')];
      expect(missing([carriedName, carriedMail, incident], open)).toEqual([]);
      expect(open.size).toBeGreaterThan(before.size + 30);
      // A word of a planted text may also be one of the program's own.
      expect(missing([...locked], before)).toEqual([]);
    }),
  240_000,
);

test(
  'after the purges, what they take is in no byte of the store, of its backup or of the second folder, even under the key; the rest stays',
  () =>
    at('purged', () => {
      expect(readableUnder(folders, everything)).toEqual([]);
      const found = new Search([...gone, unrecorded, removedName, undone, never, ...kept]).textsIn(decrypted());
      expect([...gone, unrecorded, removedName, undone, never].filter((text) => found.has(text))).toEqual([]);
      expect(missing(kept, found)).toEqual([]);
    }),
  240_000,
);

test(
  'a store set aside by a restore is as closed as it was, and the temporary folder of the program is empty',
  () =>
    at('closed', () => {
      expect(readdirSync(temporary)).toEqual([]);
      expect(readableUnder(folders, everything)).toEqual([]);
      const databases = filesUnder([store]).filter(({ path }) => path.endsWith('.db'));
      expect(databases.length).toBeGreaterThan(2);
      for (const { path, bytes } of databases) expect(bytes.toString('latin1', 0, 15), path).not.toBe('SQLite format 3');
    }),
  120_000,
);

test('a copy of pieces that is cut in its middle leaves nothing readable, neither of the content nor of the names', async () => {
  const [cut, files, own] = ['cut', 'given', 'cut-tmp'].map((name) => join(root, name)) as [string, string, string];
  for (const folder of [join(files, `L-01 ${removedName}`), own]) mkdirSync(folder, { recursive: true });
  for (const name of ['1', '2', '3']) writeFileSync(join(files, `L-01 ${removedName}`, `${name} ${proofName}`), `${pieceContent} ${name}\n`.repeat(900_000));
  const copying = spawn(process.execPath, [join(import.meta.dirname, '..', 'fixtures', 'cut-intake.ts'), cut, files], {
    env: { ...process.env, NODE_OPTIONS: '', TMPDIR: own },
  });
  const gone = once(copying, 'exit');
  await once(copying.stdout, 'data');
  copying.kill('SIGKILL');
  await gone;
  expect(filesUnder([cut]).filter(({ path }) => path.includes('pieces')).length).toBeGreaterThan(0);
  expect(readableUnder([cut], [pieceContent, proofName, removedName])).toEqual([]);
}, 120_000);
