import { spawn } from 'node:child_process';
import { createCipheriv, randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Comparison } from './measure.ts';

/** The parts of the app's own work: each is timed without the derivation of secrets, slow by design. */
export const encryptionWorks = ['preparation', 'copy', 'opening', 'listing', 'opinions', 'decisions', 'reading'] as const;
/** A part of the app's own work. */
export type EncryptionWork = (typeof encryptionWorks)[number];

/** What the parts of the work took on each side, and all of them, in milliseconds. */
interface Parts {
  readonly works: Readonly<Record<EncryptionWork, Comparison>>;
  readonly total: Comparison;
}

/** The price of encryption, by the clock and in processor time, of which another program takes none; and how long secrets took to derive on one side. */
export interface EncryptionComparison {
  readonly clock: Parts;
  readonly processor: Parts;
  readonly derivation: readonly number[];
}

/** Bytes of one piece: two megabytes, which is what a report weighs. */
const pieceBytes = 2_000_000;

interface Told {
  readonly times: Readonly<Record<EncryptionWork, number>>;
  readonly processor: Readonly<Record<EncryptionWork, number>>;
  readonly derivation: number;
}

/** One side, kept alive from round to round so that its code is warm. */
const startSide = (scratch: string, resources: string, piece: string, encrypted: boolean) => {
  const child = fileURLToPath(new URL('./encryption-child.ts', import.meta.url));
  const clear = new URL('./encryption-clear.ts', import.meta.url).href;
  const folder = join(scratch, encrypted ? 'encrypted' : 'clear');
  const side = spawn(process.execPath, [...(encrypted ? [] : ['--import', clear]), child, folder, resources, piece, encrypted ? 'yes' : 'no'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface(side.stdout)[Symbol.asyncIterator]();
  return {
    round: async (): Promise<Told> => {
      side.stdin.write('\n');
      const { value, done } = await lines.next();
      if (done) throw new Error('a side of the bench ended');
      return JSON.parse(String(value)) as Told;
    },
    end: () => side.stdin.end(),
  };
};

/**
 * Compares the app's own work on the encrypted store with the same on a store without any cipher: the same code, of which a loader takes the ciphers out as it is read
 * (encryption-clear.ts), each side in a process of its own, in turn, first every other time.
 */
export const compareEncryption = async (scratch: string, resources: string, rounds = 5): Promise<EncryptionComparison> => {
  mkdirSync(scratch, { recursive: true });
  const piece = join(scratch, 'piece.bin');
  writeFileSync(piece, createCipheriv('aes-128-ctr', randomBytes(16), randomBytes(16)).update(Buffer.alloc(pieceBytes)));
  const sides = { ours: startSide(scratch, resources, piece, true), theirs: startSide(scratch, resources, piece, false) };
  const kept = { ours: [] as Told[], theirs: [] as Told[] };
  try {
    for (let round = -1; round < rounds; round += 1)
      for (const side of round % 2 === 0 ? (['ours', 'theirs'] as const) : (['theirs', 'ours'] as const)) {
        const told = await sides[side].round();
        if (round >= 0) kept[side].push(told);
      }
  } finally {
    for (const side of Object.values(sides)) side.end();
  }
  const of = (value: (told: Told) => number): Comparison => ({ ours: kept.ours.map(value), theirs: kept.theirs.map(value) });
  const parts = (how: 'times' | 'processor'): Parts => ({
    works: Object.fromEntries(encryptionWorks.map((work) => [work, of((told) => told[how][work])])) as Record<EncryptionWork, Comparison>,
    total: of((told) => encryptionWorks.reduce((sum, work) => sum + told[how][work], 0)),
  });
  return { clock: parts('times'), processor: parts('processor'), derivation: kept.ours.map((told) => told.derivation) };
};
