import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Search } from '../tests/fixtures/traces/search.ts';
import { appendLog, largestLog, linesOf } from './bug.ts';

const at = '2026-03-17T08:00:00.000Z';
const name = 'Églantine Fulbert-Fictive';
const install = `/home/${name}/Délibéré/resources/app.asar/dist`;
const tells = (lines: string): string[] => new Search([name, 'Fulbert', 'glantine', 'FULBERT', 'avis sévère']).in(Buffer.from(lines)).map(({ text }) => text);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'delibere-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** An error as V8 would give it in the installed program: its stack is laid by hand, for the paths are those of another machine. */
const thrown = (message: string, frames: readonly string[], more: object = {}): Error => {
  const error = Object.assign(new Error(message), more);
  error.stack = [`Error: ${message}`, ...frames].join('\n');
  return error;
};
const frames = [
  `    at saveCandidate (file://${encodeURI(install)}/main/desk.js:120:14)`,
  `    at async ${install}/main/main.js:7:3`,
  '    at process.processTicksAndRejections (node:internal/process/task_queues:105:5)',
];

test('a bug whose message, cause and path hold a candidate’s name leaves no name: the request, the kind, the places in the program', () => {
  const error = thrown(`candidate ${name} was not found`, frames, { cause: new Error(name), code: 'SQLITE_CONSTRAINT', candidate: name });
  expect(linesOf(at, 'candidate.save', error, install)).toBe(
    `${at} candidate.save Error SQLITE_CONSTRAINT\n  main/desk.js:120:14\n  main/main.js:7:3\n  node:internal/process/task_queues:105:5\n`,
  );
});

test('a message of several lines that looks like a stack adds nothing', () => {
  const lines = linesOf(at, 'x.y', thrown(`avis sévère\n    at ${name} (${install}/Fulbert.js:1:2)\n    at glantine`, frames), install);
  expect(tells(lines)).toEqual([]);
  expect(lines).toContain('main/desk.js:120:14');
});

test('a message changed after the throw, a name as the kind or code of the error, as the request, or a file of the person in the stack adds nothing', () => {
  const changed = thrown(name, frames);
  changed.message = 'other';
  const named = thrown('x', [`    at Fulbert (/home/${name}/import.csv:3:1)`, `    at new Églantine (${install}/../Fulbert.js:1:1)`, ...frames]);
  Object.assign(named, { name: 'Fulbert', code: 'FULBERT' });
  for (const error of [changed, named, name, { message: name }, null, new AggregateError([new Error(name)], name)])
    for (const where of ['candidate.save', name, `candidate.save ${name}`, 'x'.repeat(4000)])
      expect(tells(linesOf(at, where, error, install)), `${where} ${String(error)}`).toEqual([]);
});

test('a real error of the program is told by its place in it', () => {
  const root = join(import.meta.dirname, '..');
  const lines = linesOf(at, 'a.b', new TypeError(name), root);
  expect(lines).toMatch(/^2026-03-17T08:00:00\.000Z a\.b TypeError\n {2}electron\/bug\.test\.ts:\d+:\d+\n/);
  expect(tells(lines)).toEqual([]);
});

test('the log never grows without end: two files, each bounded, the last bug in the first', () => {
  const line = linesOf(at, 'candidate.save', thrown('x', frames), install);
  for (let count = 0; count * line.length < largestLog * 2.5; count += 1) appendLog(folder, line);
  appendLog(folder, 'the last\n');
  expect(readdirSync(folder).sort()).toEqual(['delibere-1.log', 'delibere.log']);
  for (const each of readdirSync(folder)) expect(statSync(join(folder, each)).size).toBeLessThanOrEqual(largestLog);
  expect(readFileSync(join(folder, 'delibere.log'), 'utf8')).toMatch(/the last\n$/);
  if (process.platform !== 'win32') expect(statSync(join(folder, 'delibere.log')).mode & 0o077).toBe(0);
});
