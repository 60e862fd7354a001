import * as fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Encrypter } from 'age-encryption';
import { readAt } from '../imports/intake/zip-bytes.ts';
import { withOpened } from './opened.ts';
import { passphraseRecipient } from './passphrase.ts';
import { openVeil } from './veil.ts';

const root = mkdtempSync(join(tmpdir(), 'delibere-veil-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const planted = 'Églantine Fulbert-Fictive, avis sévère';

test('bytes hidden in any parts are read back at any place, by any length, and lie nowhere as they were', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ minLength: 1, maxLength: 70 }), { minLength: 1, maxLength: 12 }),
      fc.array(fc.tuple(fc.nat(900), fc.nat(120)), { maxLength: 12 }),
      async (parts, asked) => {
        const veil = openVeil();
        const plain = Buffer.concat(parts);
        const hidden = Buffer.concat(parts.map(veil.hide));
        const read = veil.lift({
          read: async (into, offset, length, position) => ({ bytesRead: hidden.copy(into, offset, position, position + length) }),
        });
        expect(await readAt({ handle: read, size: plain.length }, 0, plain.length)).toEqual(plain);
        for (const [start, length] of asked) {
          const bytes = await readAt({ handle: read, size: plain.length }, start, length);
          expect(bytes).toEqual(start + length > plain.length ? null : plain.subarray(start, start + length));
        }
        if (plain.length > 12) expect(hidden.includes(plain.subarray(0, 12))).toBe(false);
      },
    ),
    { seed: 20_260_317, numRuns: 60 },
  );
});

test.skipIf(process.platform !== 'linux')(
  'while an encrypted archive is read, no byte of it lies in clear in the temporary folder, even in a file without a name',
  async () => {
    const content = Buffer.concat([Buffer.from(planted), randomBytes(200_000), Buffer.from(planted)]);
    const encrypter = new Encrypter();
    encrypter.addRecipient(passphraseRecipient('zibeline tambour oseille', 10));
    const path = join(root, 'archive.age');
    writeFileSync(path, await encrypter.encrypt(content));
    const seen = await withOpened(path, { kind: 'passphrase', passphrase: 'zibeline tambour oseille' }, async (opened) => {
      expect(await readAt(opened, 0, opened.size)).toEqual(content);
      return readdirSync('/proc/self/fd').flatMap((handle) => {
        try {
          return /delibere-.*opened/.test(readlinkSync(`/proc/self/fd/${handle}`)) ? [readFileSync(`/proc/self/fd/${handle}`)] : [];
        } catch {
          return [];
        }
      });
    });
    expect(seen.map((bytes) => bytes.length)).toEqual([content.length]);
    for (const bytes of seen) expect(bytes.includes('Fulbert')).toBe(false);
  },
);
