import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixtureFonts } from '../../tests/fixtures/fonts.ts';
import { drawBase, signAll, testRoot, turnsOf, type Base, type Turn } from '../../tests/fixtures/signed.ts';
import { isPlainDrawing } from './appearance.ts';
import { pemOf } from './certificate.ts';
import { listFields, signMinute } from './sign.ts';
import { verifyMinute } from './verify.ts';

let base: Base;
let turns: Turn[];
const root = pemOf(testRoot.certificate);
const turn = (index: number): Turn => turns[index] ?? expect.fail('no such turn');
const code = (pdf: Uint8Array, request: Turn): string => {
  const signed = signMinute({ ...request, pdf });
  return signed.ok ? 'signed' : signed.error.code;
};

beforeAll(async () => {
  base = await drawBase(1);
  turns = turnsOf(base.record);
});

describe('signing', () => {
  it('lets the members sign in any order, the seal last', () => {
    const [one, two, three, seal] = [turn(0), turn(1), turn(2), turn(3)];
    for (const order of [
      [one, two, three],
      [three, one, two],
      [two, three, one],
    ]) {
      const at = (index: number): string => `2026-03-17T16:2${index}:00.000Z`;
      const { pdf } = signAll(
        base.base,
        [...order, seal].map((each, index) => ({ ...each, at: at(index) })),
      );
      const verdict = verifyMinute(pdf, { root });
      expect(verdict.level).toBe('established');
      expect(verdict.signers.map(({ field }) => field)).toEqual([...order, seal].map(({ field }) => field));
    }
  });
  it('only ever appends: every earlier byte stays', () => {
    const { revisions } = signAll(base.base, turns);
    for (const [index, revision] of revisions.entries())
      expect(
        Buffer.from(revisions.at(-1) ?? [])
          .subarray(0, revision.length)
          .equals(revisions[index] ?? Buffer.alloc(0)),
      ).toBe(true);
  });
  it('tells which fields are signed, to resume after an interruption', () => {
    const { revisions } = signAll(base.base, turns.slice(0, 2));
    const fields = listFields(revisions.at(-1) ?? Buffer.alloc(0));
    expect(fields.ok && fields.value.filter(({ signed }) => signed).map(({ field }) => field)).toEqual(turns.slice(0, 2).map(({ field }) => field));
  });
  it('never makes the same key twice: each certificate is another', () => {
    const { certificates } = signAll(base.base, turns);
    expect(new Set(certificates.map((pem) => createHash('sha256').update(pem).digest('hex'))).size).toBe(turns.length);
  });
  it('draws outlines only, typed or drawn', () => {
    for (const each of turns) {
      const signed = signMinute({ ...each, field: turn(0).field, signer: turn(0).signer, pdf: base.base });
      expect(signed.ok).toBe(true);
    }
    expect(isPlainDrawing(Buffer.from('1 w\n1 J\n0.5 -2 m\n3 4 l\nS\n'))).toBe(true);
    expect(isPlainDrawing(Buffer.from('1 w\n/Im0 Do\n'))).toBe(false);
  });
});

describe('a refused signature', () => {
  it('seals nothing while a member has not signed, and names the empty fields', () => {
    const { revisions } = signAll(base.base, turns.slice(0, 2));
    const signed = signMinute({ ...turn(3), pdf: revisions.at(-1) ?? base.base });
    expect(signed).toEqual({ ok: false, error: { code: 'signature-missing', facts: { fields: [turn(2).field] } } });
  });
  it('signs no field twice and nothing after the seal', () => {
    const { revisions, pdf } = signAll(base.base, turns);
    expect(code(revisions[1] ?? base.base, turn(0))).toBe('already-signed');
    expect(code(pdf, turn(0))).toBe('minute-sealed');
  });
  it('needs a known field, the right capacity and a plain name', () => {
    expect(code(base.base, { ...turn(0), field: 'membre-nobody' })).toBe('not-found');
    expect(code(base.base, { ...turn(0), signer: { ...turn(0).signer, capacity: 'lead' } })).toBe('request-malformed');
    for (const name of ['', ' Aline', 'Ali\u202Ene', 'Aline\n', 'x'.repeat(300)])
      expect(code(base.base, { ...turn(0), signer: { ...turn(0).signer, name } })).toBe('request-malformed');
  });
  it('names the letter that no font has', () => {
    const signed = signMinute({ ...turn(0), pdf: base.base, appearance: { kind: 'typed', text: 'Aline 𓀀' } });
    expect(signed).toEqual({ ok: false, error: { code: 'glyph-missing', facts: { letter: '𓀀', codePoint: 0x13000 } } });
  });
  it('refuses strokes that are no drawing', () => {
    for (const strokes of [[], [[]], [[{ x: Number.NaN, y: 0 }]], [[{ x: 1e300, y: 0 }]], [Array.from({ length: 20_001 }, () => ({ x: 1, y: 1 }))]])
      expect(code(base.base, { ...turn(0), appearance: { kind: 'drawn', strokes } })).toBe('request-malformed');
  });
  it('refuses a clock set back before the last signature or the root, and tells both hours', () => {
    const { revisions } = signAll(base.base, turns.slice(0, 1));
    expect(signMinute({ ...turn(1), at: '2026-03-17T15:00:00.000Z', pdf: revisions[1] ?? base.base })).toEqual({
      ok: false,
      error: { code: 'clock-set-back', facts: { now: '2026-03-17T15:00:00.000Z', earliest: '2026-03-17T16:00:07.000Z', timeZone: 'Europe/Paris' } },
    });
    expect(code(base.base, { ...turn(0), at: '2025-03-17T15:00:00.000Z' })).toBe('clock-set-back');
  });
  it('refuses a file that is no minute to sign', () => {
    expect(code(Buffer.from('%PDF-1.7\nnothing'), turn(0))).toBe('file-unreadable');
    expect(code(base.base.subarray(0, 4000), turn(0))).toBe('file-unreadable');
  });
  it('throws when the private key is not that of the root: a bug, not a mistake of a person', () => {
    expect(() => code(base.base, { ...turn(0), fonts: fixtureFonts(), root: { ...testRoot, privateKey: Buffer.alloc(10) } })).toThrow();
  });
});
