import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeWhole, writeWholeStream } from './whole-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'delibere-whole-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a megabyte in a program of its own, after shell words that leave it less room, and gives the code of its failure. */
const writeWithin = (room: string, path: string): string => {
  const program = `import { writeWhole } from ${JSON.stringify(join(import.meta.dirname, 'whole-file.ts'))};
    await writeWhole(${JSON.stringify(path)}, new Uint8Array(1_000_000)).then(() => console.log('written'), (error) => console.log(error.code));`;
  const { stdout } = spawnSync('sh', ['-c', `${room} "$0" --input-type=module -e "$1"`, process.execPath, program], { encoding: 'utf8' });
  return stdout.trim();
};
const spaces = (words: string): boolean => spawnSync('unshare', ['-rm', 'sh', '-c', words]).status === 0;
const tiny = 'mount -t tmpfs -o size=64k tmpfs';

test('a file is written whole, in the place of the one before', async () => {
  const path = join(folder, 'minute.pdf');
  writeFileSync(path, 'before');
  await writeWhole(path, Buffer.from('after'));
  expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['after', ['minute.pdf']]);
});

test.skipIf(process.platform === 'win32')(
  'a write that the system cuts short leaves the file of before, and nothing half-written beside it (skipped on Windows)',
  () => {
    const path = join(folder, 'minute.pdf');
    writeFileSync(path, 'before');
    expect(writeWithin('ulimit -f 100;', path)).toBe('EFBIG');
    expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['before', ['minute.pdf']]);
  },
);

test.skipIf(!spaces(`${tiny} /mnt`))('a full disk is told by its code and leaves nothing half-written (skipped where no small disk can be mounted)', () => {
  const path = join(folder, 'minute.pdf');
  const inside = `${tiny} ${JSON.stringify(folder)} && echo before > ${JSON.stringify(path)} &&`;
  const script = `import { writeWhole } from ${JSON.stringify(join(import.meta.dirname, 'whole-file.ts'))};
    import { readdirSync, readFileSync } from 'node:fs';
    const code = await writeWhole(${JSON.stringify(path)}, new Uint8Array(1_000_000)).then(() => 'written', (error) => error.code);
    console.log(JSON.stringify([code, readFileSync(${JSON.stringify(path)}, 'utf8').trim(), readdirSync(${JSON.stringify(folder)})]));`;
  const { stdout } = spawnSync('unshare', ['-rm', 'sh', '-c', `${inside} "$0" --input-type=module -e "$1"`, process.execPath, script], { encoding: 'utf8' });
  expect(JSON.parse(stdout)).toEqual(['ENOSPC', 'before', ['minute.pdf']]);
});

test('a folder that is not there is told by its code', async () => {
  await expect(writeWhole(join(folder, 'gone', 'minute.pdf'), Buffer.from('x'))).rejects.toMatchObject({ code: 'ENOENT' });
});

async function* parts(...texts: readonly (string | Error)[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) {
    if (text instanceof Error) throw text;
    yield Buffer.from(text);
  }
}

test('a content that comes little by little takes its name once it was read back, and nothing else is left', async () => {
  const path = join(folder, 'archive.zip');
  const seen: string[] = [];
  await writeWholeStream(path, parts('one ', 'two'), async (written) => {
    seen.push(readFileSync(written, 'utf8'), ...readdirSync(folder).filter((name) => name === 'archive.zip'));
  });
  expect([seen, readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual([['one two'], 'one two', ['archive.zip']]);
});

test('a content that stops, or that its check refuses, leaves the file of before and nothing beside it', async () => {
  const path = join(folder, 'archive.zip');
  writeFileSync(path, 'before');
  await expect(writeWholeStream(path, parts('one ', new Error('stopped')))).rejects.toThrow('stopped');
  await expect(writeWholeStream(path, parts('one'), () => Promise.reject(new Error('not what was written')))).rejects.toThrow('not what was written');
  expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['before', ['archive.zip']]);
});
