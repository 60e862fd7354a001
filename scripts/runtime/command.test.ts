import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const command = JSON.stringify(join(import.meta.dirname, 'command.ts'));
/** The exit code of a script whose body is this text. */
const exitOf = (body: string): number | null =>
  spawnSync(process.execPath, ['--input-type=module', '-e', `import { asScript, Stop } from ${command}; await asScript(async () => { ${body} });`]).status;

test('the exit code of a script is what its body gives: failed tests are never green', () => {
  expect(exitOf('return 1;')).toBe(1);
  expect(exitOf('return 0;')).toBe(0);
  expect(exitOf('')).toBe(0);
  expect(exitOf("throw new Stop('refused');")).toBe(1);
  expect(exitOf("throw new Error('a bug');")).toBe(1);
});

test('a library that sets the code to 0 at the end, as the packager does, changes nothing of it', () => {
  const resetting = "process.on('beforeExit', () => { process.exitCode = 0; });";
  expect(exitOf(`${resetting} return 1;`)).toBe(1);
  expect(exitOf(`${resetting} throw new Stop('refused');`)).toBe(1);
});
