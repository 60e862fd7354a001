import { beforeAll, describe, expect, it } from 'vitest';
import { drawBase, fixedRandom, sealMinute, testRoot, type SealedMinute } from '../../tests/fixtures/signed.ts';
import { pemOf } from './certificate.ts';
import { readReceipt } from './receipt.ts';
import { attempt } from './refusal.ts';
import { verifyMinute } from './verify.ts';

// DELIBERE_LONG=1 tries 3,000 places instead of 200.
const places = process.env['DELIBERE_LONG'] === '1' ? 3_000 : 200;
const root = pemOf(testRoot.certificate);
let minute: SealedMinute;

beforeAll(async () => {
  minute = sealMinute(await drawBase(1));
});

const judge = (pdf: Uint8Array) => verifyMinute(pdf, { root, receipt: Buffer.from(minute.receipt) });

describe('damaged bytes', () => {
  for (const mask of [0x01, 0x20, 0xff]) {
    it(`one byte changed by ${mask} is refused by a named rule, at ${places} places`, () => {
      for (let place = 0; place < places; place += 1) {
        const at = Math.floor(((place + 0.5) * minute.pdf.length) / places);
        const file = Buffer.from(minute.pdf);
        file[at] = (file[at] ?? 0) ^ mask;
        const verdict = judge(file);
        expect(['notIntact', 'unreadable'], `byte ${at}`).toContain(verdict.level);
        expect(verdict.faults.length, `byte ${at}`).toBeGreaterThan(0);
        expect(
          verdict.faults.map(({ rule }) => rule),
          `byte ${at}`,
        ).not.toContain('unexpected');
      }
    }, 300_000);
  }
  it('without any receipt or root, one byte changed is refused all the same', () => {
    for (let place = 0; place < places; place += 1) {
      const file = Buffer.from(minute.pdf);
      const at = Math.floor((place * minute.pdf.length) / places);
      file[at] = (file[at] ?? 0) ^ 0x02;
      expect(['notIntact', 'unreadable'], `byte ${at}`).toContain(verifyMinute(file).level);
    }
  }, 300_000);
  it('a file cut short is refused, wherever it is cut', () => {
    for (let place = 0; place < places; place += 1) {
      const verdict = judge(minute.pdf.subarray(0, Math.floor((place * minute.pdf.length) / places)));
      expect(['notIntact', 'unreadable']).toContain(verdict.level);
    }
  }, 300_000);
  it('bytes taken out or put in are refused', () => {
    for (let place = 0; place < 100; place += 1) {
      const at = Math.floor((place * minute.pdf.length) / 100);
      expect(judge(Buffer.concat([minute.pdf.subarray(0, at), minute.pdf.subarray(at + 1)])).level).not.toBe('established');
      expect(judge(Buffer.concat([minute.pdf.subarray(0, at), Buffer.from(' '), minute.pdf.subarray(at)])).level).not.toBe('established');
    }
  }, 300_000);
});

describe('files made to hang or to break a reader', () => {
  const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
  const closing = (table: number): string => `startxref\n${table}\n%%EOF\n`;
  const hostile: Readonly<Record<string, () => Buffer>> = {
    nothing: () => Buffer.alloc(0),
    'a header alone': () => latin('%PDF-1.7\n'),
    'a table that names itself as the one before': () => latin(`%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Prev 9 >>\n${closing(9)}`),
    'a table after the file': () => latin(`%PDF-1.7\n${closing(999_999_999)}`),
    'a table of a million objects': () => latin(`%PDF-1.7\nxref\n0 9999999\n${closing(9)}`),
    'ten thousand nested dictionaries': () => latin(`%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n${'<</A'.repeat(10_000)}\n${closing(9)}`),
    'ten thousand nested arrays': () => latin(`%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</A ${'['.repeat(10_000)}\n${closing(9)}`),
    'a string without end': () => latin(`%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</A (${'('.repeat(300_000)}\n${closing(9)}`),
    'a stream of negative length': () =>
      latin(
        Buffer.from(minute.pdf)
          .toString('latin1')
          .replace(/\/Length \d/g, '/Length -'),
      ),
    'four megabytes of noise with the marks of a minute': () => {
      const random = fixedRandom('noise');
      const noise = Buffer.concat(Array.from({ length: 65_536 }, () => Buffer.from(random(64))));
      return Buffer.concat([latin('%PDF-1.7\n(sceau)'), noise, latin(closing(9))]);
    },
    'a thousand revisions': () => {
      let text = '%PDF-1.7\n';
      let previous = '';
      for (let index = 0; index < 1000; index += 1) {
        const table = text.length;
        text += `xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 ${previous}>>\n${closing(table)}`;
        previous = `/Prev ${table} `;
      }
      return latin(text);
    },
  };
  for (const [what, make] of Object.entries(hostile))
    it(`${what}: refused by a named rule`, () => {
      const verdict = judge(make());
      expect(['notIntact', 'unreadable']).toContain(verdict.level);
      expect(verdict.faults.map(({ rule }) => rule)).not.toContain('unexpected');
    });
});

describe('a receipt', () => {
  it('is refused when one of its bytes changes, at every place', () => {
    const bytes = Buffer.from(minute.receipt, 'utf8');
    // The end is tried byte by byte: the last letters of base64 hold bits that mean nothing.
    const tried = [
      ...Array.from({ length: places }, (_, place) => Math.floor((place * bytes.length) / places)),
      ...Array.from({ length: 130 }, (_, back) => bytes.length - 1 - back),
    ];
    for (const at of tried) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const read = attempt(() => readReceipt(changed), 'unexpected');
      expect(read.ok, `byte ${at}`).toBe(false);
      expect(read.ok || read.refusal.rule, `byte ${at}`).not.toBe('unexpected');
    }
  });
});
