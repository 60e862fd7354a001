import { beforeAll, describe, it } from 'vitest';
import { expectRefused } from '../../tests/fixtures/attacks/judge.ts';
import { drawBase, fixedRandom, sealMinute, testRoot, type SealedMinute } from '../../tests/fixtures/signed.ts';
import { pemOf } from './certificate.ts';
import { verifyMinute } from './verify.ts';

// DELIBERE_LONG=1 tries 3,000 places with each of six changes; else 125 places with two.
const long = process.env['DELIBERE_LONG'] === '1';
const places = long ? 3_000 : 125;
const patience = long ? 600_000 : 120_000;
const root = pemOf(testRoot.certificate);
let minute: SealedMinute;

beforeAll(async () => {
  minute = sealMinute(await drawBase(1));
});

/** What becomes of one byte. */
const changes: Readonly<Record<string, (byte: number) => number>> = {
  'its lowest bit turned': (byte) => byte ^ 0x01,
  'every bit turned': (byte) => byte ^ 0xff,
  ...(long
    ? {
        'its letter in the other case': (byte: number) => byte ^ 0x20,
        'its highest bit turned': (byte: number) => byte ^ 0x80,
        'made a blank': (byte: number) => (byte === 0x20 ? 0x0a : 0x20),
        'made a zero': (byte: number) => (byte === 0x30 ? 0x00 : 0x30),
      }
    : {}),
};

const evenly = (count: number): number[] => Array.from({ length: count }, (_, place) => Math.floor(((place + 0.5) * minute.pdf.length) / count));

describe('one byte of a sealed minute changed', () => {
  for (const [what, change] of Object.entries(changes))
    it(
      `${what}: refused by a named rule at ${places} places, with nothing known and with everything`,
      () => {
        for (const at of evenly(places)) {
          const file = Buffer.from(minute.pdf);
          file[at] = change(file[at] ?? 0);
          expectRefused(verifyMinute(file), `byte ${at}`);
          expectRefused(verifyMinute(file, { root, receipt: Buffer.from(minute.receipt, 'utf8') }), `byte ${at}`);
        }
      },
      patience,
    );
});

describe('a piece of a sealed minute moved', () => {
  const random = (seed: string): ((below: number) => number) => {
    const bytes = fixedRandom(seed);
    return (below) => Buffer.from(bytes(8)).readUIntBE(0, 6) % below;
  };
  const tries = long ? 1_500 : 60;
  const moves: Readonly<Record<string, (file: Buffer, from: number, length: number, to: number) => Buffer>> = {
    'taken out': (file, from, length) => Buffer.concat([file.subarray(0, from), file.subarray(from + length)]),
    doubled: (file, from, length) => Buffer.concat([file.subarray(0, from + length), file.subarray(from)]),
    'copied elsewhere, over what was there': (file, from, length, to) => {
      const copy = Buffer.from(file);
      file.copy(copy, to, from, from + length);
      return copy;
    },
    'copied elsewhere, between what was there': (file, from, length, to) =>
      Buffer.concat([file.subarray(0, to), file.subarray(from, from + length), file.subarray(to)]),
    'turned around': (file, from, length) =>
      Buffer.concat([file.subarray(0, from), Buffer.from(file.subarray(from, from + length)).reverse(), file.subarray(from + length)]),
  };
  for (const [what, move] of Object.entries(moves))
    it(
      `${what}: refused by a named rule, ${tries} times`,
      () => {
        const pick = random(what);
        const file = Buffer.from(minute.pdf);
        for (let count = 0; count < tries; count += 1) {
          const length = 1 + pick(count % 2 === 0 ? 64 : 20_000);
          const [from, to] = [pick(file.length - length), pick(file.length - length)];
          const moved = move(file, from, length, to);
          if (!moved.equals(file)) expectRefused(verifyMinute(moved), `${length} bytes from ${from} to ${to}`);
        }
      },
      patience,
    );
});
