import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { forceSign, type Tampering } from '../../tests/fixtures/attacker.ts';
import { drawBase, sealMinute, testRoot, turnsOf, type SealedMinute, type Turn } from '../../tests/fixtures/signed.ts';
import { pemOf } from './certificate.ts';
import { verifyMinute } from './verify.ts';

// Attacks of a person who holds a registered key and hides something inside their own increment, which is validly signed.

let minute: SealedMinute;
let turns: Turn[];
const root = pemOf(testRoot.certificate);

beforeAll(async () => {
  minute = sealMinute(await drawBase(1));
  turns = turnsOf(minute.record);
});

const rulesAt = (index: number, tampering: Tampering): string[] => {
  const [before, turn] = [minute.revisions[index], turns[index]];
  if (before === undefined || turn === undefined) return expect.fail('no such turn');
  return verifyMinute(forceSign(before, turn, tampering), { root })
    .faults.map(({ rule }) => rule)
    .filter((rule) => rule !== 'signature-missing' && rule !== 'seal-missing');
};

const swap =
  (from: string | RegExp, to: string) =>
  (text: string): string => {
    expect(text).toMatch(from);
    return text.replace(from, to);
  };

describe('an increment of a registered member', () => {
  it('is accepted when nothing is hidden in it', () => {
    expect(rulesAt(1, {})).toEqual([]);
    expect(rulesAt(3, {})).toEqual([]);
  });
  const hidden: Readonly<Record<string, (text: string) => string>> = {
    'a comment before the first object': (text) => `% hidden\n${text}`,
    'a comment between two objects': swap(/endobj\n/, 'endobj\n% hidden\n'),
    'an object that no table lists': swap(/endobj\n/, 'endobj\n900 0 obj\n<< /S /JavaScript >>\nendobj\n'),
    'a key in the field': swap(/\/F 132\n/, '/F 132\n/AA << /E << /S /JavaScript /JS (x) >> >>\n'),
    'a hidden flag on the field': swap(/\/F 132\n/, '/F 134\n'),
    'another rectangle for the field': swap(/\/Rect \[\d/, '/Rect [9'),
    'a key in the signature': swap(/\/M \(/, '/ContactInfo (x)\n/M ('),
    'another reason': swap(/\/Reason <feff/, '/Reason <feff0041'),
    'another name beside the signature': swap(/\/Name <feff/, '/Name <feff0041'),
    'another filter': swap('/Adobe.PPKLite', '/Adobe.PPKMS'),
    'a key in the drawing': swap('/Resources << >>', '/Resources << /XObject << >> >>'),
    'a larger box for the drawing': swap(/\/BBox \[ 0 0 \d/, '/BBox [ 0 0 9'),
    'a space': swap('/Type /Sig\n', '/Type /Sig \n'),
    'a key in the trailer': swap(/\n\/Prev /, '\n/XRefStm 15\n/Prev '),
    'another size in the trailer': swap(/\/Size (\d+)/, '/Size 9999'),
    'another catalog in the trailer': swap(/\/Root \d+ 0 R/, '/Root 1 0 R'),
    'a signature that certifies anew': swap(
      /\/Reason (<[^>]*>)\n/,
      '/Reason $1\n/Reference [ << /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P 3 /V /1.2 >> >> ]\n',
    ),
  };
  for (const [what, alter] of Object.entries(hidden)) {
    it(`is refused when it hides ${what}`, () => {
      expect(rulesAt(1, { alter })).toEqual(['increment-differs']);
    });
  }
  it('is refused when the first one weakens the certification', () => {
    expect(rulesAt(0, { alter: swap('/P 2', '/P 3') })).toEqual(['increment-differs']);
    expect(rulesAt(0, { alter: swap(/\/Reference \[[^\]]*\]\n/, '') })).toEqual(['increment-differs']);
    expect(rulesAt(0, { alter: swap(/\/Perms << \/DocMDP \d+ 0 R >>/, '/Perms << >>') })).toEqual(['increment-differs']);
  });
  it('is refused when the seal locks less than everything', () => {
    expect(rulesAt(3, { alter: swap('/Action /All', '/Action /Include /Fields [ ]') })).toEqual(['increment-differs']);
  });
  it('is refused when it replaces the catalog without being the first', () => {
    const catalog = /(\d+) 0 obj\n<<\n\/Type \/Catalog[^]*?endobj\n/.exec(Buffer.from(minute.base).toString('latin1'))?.[0] ?? '';
    const number = Number(catalog.split(' ')[0]);
    const rules = rulesAt(1, {
      alter: (text) => text.replace('xref\n', `xref\n${number} 1\n0000000000 00000 n \n`).replace(/^/, catalog.replace('/Lang', '/Lang')),
    });
    expect(rules).toHaveLength(1);
  });
});

describe('a drawing', () => {
  const drawings: Readonly<Record<string, string>> = {
    text: 'BT /F1 12 Tf (Quelqu\x27un d\x27autre) Tj ET\n',
    image: '/Im0 Do\n',
    colour: '1 1 1 rg\n',
    transparency: '/G0 gs\n',
    'marked content': '/OC /MC0 BDC\nEMC\n',
    comment: '% hidden\n',
    'inline image': 'BI ID x EI\n',
  };
  for (const [what, text] of Object.entries(drawings))
    it(`is refused when it holds ${what}`, () => expect(rulesAt(1, { drawing: text })).toEqual(['drawing-foreign']));
  it('is refused when bytes follow its compressed content', () => {
    expect(rulesAt(1, { drawing: Buffer.concat([deflateSync(Buffer.from('1 w\n')), Buffer.from('hidden')]) })).toEqual(['pdf-stream']);
  });
  it('is refused when it inflates beyond measure', () => {
    expect(rulesAt(1, { drawing: deflateSync(Buffer.alloc(64 * 1024 * 1024, 'S\n')) })).toEqual(['pdf-stream']);
  });
});

describe('a signature of a registered member', () => {
  it('is refused when bytes are hidden after it', () => {
    expect(rulesAt(1, { padding: Buffer.from('hidden') })).toEqual(['contents-padding']);
  });
  it('is refused when the hour beside it is not that of its certificate', () => {
    expect(rulesAt(1, { certifiedAt: '2026-03-17T12:00:00.000Z' })).toEqual(['time-differs']);
  });
  it('is refused when its hour precedes an earlier signature', () => {
    const [before, turn] = [minute.revisions[1], turns[1]];
    if (before === undefined || turn === undefined) return expect.fail('no such turn');
    const pdf = forceSign(before, { ...turn, at: '2026-03-17T15:59:00.000Z' });
    expect(verifyMinute(pdf, { root }).faults.map(({ rule }) => rule)).toContain('time-order');
  });
  it('is refused in any other encoding than the one that was signed', () => {
    // The last integer is s of the ECDSA signature: n - s is as valid for a lenient verifier.
    const order = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');
    const twin = (cms: Buffer): Buffer => {
      const at = cms.lastIndexOf(Buffer.from([0x02, 0x20]));
      const s = BigInt(`0x${cms.subarray(at + 2, at + 34).toString('hex')}`);
      return Buffer.concat([cms.subarray(0, at + 2), Buffer.from((order - s).toString(16).padStart(64, '0'), 'hex')]);
    };
    expect(rulesAt(1, { cms: twin }).length).toBe(1);
  });
  it('is refused when its CMS is altered anywhere', () => {
    for (let at = 0; at < 1400; at += 23) {
      const rules = rulesAt(1, { cms: (cms) => Buffer.from(cms).fill((cms[at] ?? 0) ^ 1, at, at + 1) });
      if (at < 1300) expect(rules, `byte ${at}`).toHaveLength(1);
      expect(rules).not.toContain('unexpected');
    }
  });
});
