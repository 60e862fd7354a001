import { writeFileSync } from 'node:fs';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fuzz } from './fuzz.ts';
import { targetNames } from './targets.ts';

const long = process.env['DELIBERE_LONG'] !== undefined;
const seed = Number(process.env['DELIBERE_SEED'] ?? 20_260_317);
const artifacts = join(import.meta.dirname, '..', '..', 'artifacts', 'fuzz');

test(
  'no reader of foreign bytes breaks a promise under the inputs of one seed',
  async () => {
    const reports = await fuzz(targetNames, { seed, minutes: null, times: long ? 20 : 1 });
    // What breaks a promise is kept, to become a test beside its reader.
    for (const { target, findings } of reports)
      for (const [rank, { input }] of findings.entries()) {
        mkdirSync(artifacts, { recursive: true });
        writeFileSync(join(artifacts, `${target}-${seed}-${rank}`), input);
      }
    expect(reports.flatMap(({ target, findings }) => findings.map(({ said }) => `${target}: ${said}`))).toEqual([]);
    expect(reports.map(({ target }) => target)).toEqual(targetNames);
    // Each reader took something and refused something: a fuzzer that tries one thing shows nothing.
    for (const { target, outcomes, inputs } of reports) expect([target, Object.keys(outcomes).length > 1, inputs > 10]).toEqual([target, true, true]);
  },
  long ? 3_600_000 : 300_000,
);
