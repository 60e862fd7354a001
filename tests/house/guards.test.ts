import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const guards = readdirSync(join(root, 'electron', 'guard')).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));

test('each guard of the window is one file with its test beside it, and the machine installs it', () => {
  expect(guards.length).toBeGreaterThan(15);
  const machine = readdirSync(join(root, 'electron'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  );
  const imports = machine.map((name) => read(join('electron', name))).join('\n');
  for (const guard of guards) {
    expect(existsSync(join(root, 'electron', 'guard', guard.replace(/\.ts$/, '.test.ts'))), `${guard} has its test`).toBe(true);
    expect(imports.includes(`/${guard}'`), `${guard} is installed`).toBe(true);
  }
});

test('nothing outside the guard that refuses it hands a link, a file or a folder to another program', () => {
  for (const folder of ['electron', 'renderer', 'requests'])
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((each) => /(?<!\.test)\.tsx?$/.test(each))) {
      const path = join(folder, name);
      if (path !== join('electron', 'guard', 'external.ts')) expect(read(path), path).not.toMatch(/openExternal|openPath\(|showItemInFolder|\bshell\./);
    }
});

test('the page on security answers the twenty recommendations, each by files that exist', () => {
  const page = read('SECURITY.md');
  const rows = [...page.matchAll(/^\| (\d+) +\|[^|\n]+\|([^|\n]+)\|$/gm)];
  expect(rows.map(([, number]) => Number(number))).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  for (const [, number, answers = ''] of rows) expect(answers, `n° ${number}`).toMatch(/`[\w/-]+\.(?:ts|json)`/);
  const named = [...page.matchAll(/`([\w-]+(?:\/[\w.-]+)+|package\.json)`/g)].map(([, path = '']) => path);
  expect(named.length).toBeGreaterThan(30);
  for (const path of named) expect(existsSync(join(root, path)), path).toBe(true);
  for (const guard of guards) expect(page, `${guard} is on the page`).toContain(`electron/guard/${guard}`);
});
