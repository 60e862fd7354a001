import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSources } from './imports.ts';

const root = join(import.meta.dirname, '..', '..');
const product = readSources(root).filter(({ path }) => /^(?:domain|db|documents|requests|electron|renderer)\//.test(path) && !/\.test\.tsx?$/.test(path));

test('each of the thirteen promises names the tests that keep it, and every one of them is there', () => {
  const lines = readFileSync(join(root, 'docs', 'promises.md'), 'utf8')
    .split('\n')
    .filter((line) => /^\| \d+\./.test(line));
  expect(lines.map((line) => Number(/^\| (\d+)/.exec(line)?.[1]))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
  for (const line of lines) {
    const files = [...line.matchAll(/`([^`]+\.(?:test|spec)\.ts)`/g)].map(([, file = '']) => file);
    expect(files.length, line).toBeGreaterThan(0);
    for (const file of files) {
      expect(existsSync(join(root, file)), file).toBe(true);
      expect(readFileSync(join(root, file), 'utf8'), file).toMatch(/\b(?:test|it)(?:\.\w+)?\(/);
    }
  }
});

/** The only files of the product that write on the disk, and how a cut leaves each whole. */
const writers: Readonly<Record<string, string>> = {
  'db/disk.ts': 'temporary name, flush, rename',
  'electron/whole-file.ts': 'temporary name, flush, rename',
  'db/backup.ts': 'SQLite writes; the folder of a backup takes its name last',
  'db/backup-files.ts': 'copied under .partial, flushed, renamed',
  'db/backup-rehearsal.ts': 'a copy that goes at once',
  'db/connection.ts': 'copies under .partial, renamed in the place of what they were',
  'db/key-change.ts': 'a copy that goes at once; the key file itself goes through disk.ts',
  'db/purge-list.ts': 'a copy that goes at once; the list itself goes through disk.ts',
  'db/restore.ts': 'laid in a folder that takes its name last',
  'db/second-folder.ts': 'copied under .partial, flushed, renamed',
  'db/sealed-file.ts': 'sealed under a name of its own, flushed; the row that names it comes after',
  'db/shred.ts': 'writes over what is to be deleted',
  'documents/age/opened.ts': 'a reading that goes with the program',
  'electron/bug.ts': 'one line added at the end; half of it harms nothing',
};
const writing =
  /\b(?:writeFileSync|writeFile|appendFileSync|appendFile|createWriteStream|writeSync|copyFileSync|copyFile|cpSync)\b|handle\.write\(|file\.write/;

test('nothing of the product writes a file but those that write it whole', () => {
  const found = product.filter(({ text }) => /from 'node:fs(?:\/promises)?'/.test(text) && writing.test(text)).map(({ path }) => path);
  expect(found.sort()).toEqual(Object.keys(writers).sort());
});

/** The long fields whose text is not kept as it is typed, and why. */
const undrafted: Readonly<Record<string, string>> = {
  'renderer/screens/parts-page/screen.tsx': 'the page that shows the parts: nothing is recorded there',
  'renderer/screens/prepare/officer-form.tsx': 'health: nothing of it lies outside the record that the officer’s code opens',
  'renderer/screens/deliberate/reading-dialog.tsx': 'health: what a member has read of an accommodation',
  'renderer/screens/notes/panel.tsx': 'the note itself is saved as it is typed (screens/notes/notes.ts)',
  'renderer/screens/turn/opinion-form.tsx': 'the draft of a turn, which its author alone reads again (screens/turn/draft.ts)',
  'renderer/screens/deliberate/decision-form.tsx': 'the draft of a decision (screens/deliberate/draft.ts)',
  'renderer/screens/prepare/regulations-groups.tsx': 'before the sitting: one field of a form of figures',
};

test('the text of every long field is kept while one types, or is known not to be', () => {
  const fields = product.filter(({ path, text }) => path.startsWith('renderer/screens/') && /<TextArea\b/.test(text));
  const bare = fields.filter(({ text }) => !/\buseTypedText\(/.test(text)).map(({ path }) => path);
  expect(bare.sort()).toEqual(Object.keys(undrafted).sort());
  // Where the delay stands, and who waits by it.
  for (const file of ['renderer/store/later.ts', 'renderer/screens/notes/notes.ts'])
    expect(Number(/const delay = (\d+);/.exec(readFileSync(join(root, file), 'utf8'))?.[1]), file).toBeLessThanOrEqual(500);
  for (const file of ['renderer/store/typed-text.ts', 'renderer/screens/turn/draft.ts', 'renderer/screens/deliberate/draft.ts'])
    expect(readFileSync(join(root, file), 'utf8'), file).toMatch(/\blater\(/);
});
