import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { appendRevision, forceSign, objectNumber, objectText } from '../../tests/fixtures/attacker.ts';
import { drawBase, namesakeRoot, sealMinute, signAll, testRoot, turnsOf, type SealedMinute, type Turn } from '../../tests/fixtures/signed.ts';
import { pemOf } from './certificate.ts';
import { signMinute } from './sign.ts';
import { verifyMinute } from './verify.ts';

// Attacks of people who hold no registered key: incremental saving, shadow, wrapping, forgery (Mladenov et al. 2019, Mainka et al. 2021).

let minute: SealedMinute;
let turns: Turn[];
const root = pemOf(testRoot.certificate);
const known = (): { receipt: Uint8Array; root: string } => ({ receipt: Buffer.from(minute.receipt, 'utf8'), root });
const rulesOf = (pdf: Uint8Array): string[] => verifyMinute(pdf, known()).faults.map(({ rule }) => rule);
const turn = (index: number): Turn => turns.at(index) ?? expect.fail('no such turn');
const revision = (index: number): Uint8Array => minute.revisions.at(index) ?? expect.fail('no such revision');

beforeAll(async () => {
  minute = sealMinute(await drawBase(1));
  turns = turnsOf(minute.record);
});

/** What an attacker replaces in a well-formed added revision. */
const replacements: Readonly<Record<string, (pdf: Uint8Array) => ReadonlyMap<number, string>>> = {
  'the content of a page': (pdf) => {
    const number = Number(/\/Contents (\d+) 0 R/.exec(objectText(pdf, objectNumber(pdf, /\/Type \/Page\n/)))?.[1]);
    const stream = deflateSync(Buffer.from('0 0 500 500 re f', 'latin1')).toString('latin1');
    return new Map([[number, `${number} 0 obj\n<<\n/Length ${stream.length}\n/Filter /FlateDecode\n>>\nstream\n${stream}\nendstream\nendobj\n`]]);
  },
  'the drawing of another signature': (pdf) => {
    const number = objectNumber(pdf, /\/BBox[^]*\/FlateDecode/);
    return new Map([[number, objectText(minute.pdf, number).replace('/BBox', '/Matrix [ 2 0 0 2 0 0 ]\n/BBox')]]);
  },
  'the attached record': (pdf) => {
    const number = objectNumber(pdf, /\/Type \/EmbeddedFile/);
    return new Map([[number, `${number} 0 obj\n<<\n/Type /EmbeddedFile\n/Length 2\n>>\nstream\n{}\nendstream\nendobj\n`]]);
  },
  'the catalog, with an action at opening': (pdf) => {
    const number = objectNumber(pdf, /\/Type \/Catalog/);
    return new Map([[number, objectText(pdf, number).replace('/Type /Catalog', '/Type /Catalog\n/OpenAction << /S /JavaScript /JS (app.alert) >>')]]);
  },
  'the metadata': (pdf) => {
    const number = objectNumber(pdf, /\/Type \/Metadata/);
    return new Map([[number, `${number} 0 obj\n<<\n/Type /Metadata\n/Subtype /XML\n/Length 0\n>>\nstream\n\nendstream\nendobj\n`]]);
  },
  'a signed field, back to empty': (pdf) => {
    const number = objectNumber(pdf, /\/T \(sceau\)/);
    return new Map([[number, objectText(pdf, number).replace(/\/V \d+ 0 R\n/, '')]]);
  },
  'nothing at all': () => new Map(),
};

/** The rule that names an attack, when it is not that the revision signs nothing. */
const expected: Readonly<Record<string, string>> = { 'a signed field, back to empty': 'pdf-object' };

describe('a sealed minute that nobody touched', () => {
  it('is intact and its origin established with the root', () => {
    const verdict = verifyMinute(minute.pdf, known());
    expect(verdict).toMatchObject({ kind: 'minute', level: 'established', number: minute.record.session.number, faults: [] });
    expect(verdict.signers.map(({ name }) => name)).toEqual(turns.map(({ signer }) => signer.name));
    expect(verdict.checks.every(({ passed }) => passed === true)).toBe(true);
  });
  it('is whole but of unknown origin without the root, and says what is missing', () => {
    const verdict = verifyMinute(minute.pdf);
    expect(verdict.level).toBe('whole');
    expect(verdict.unknowable).toEqual(expect.arrayContaining(['trustedTime', 'noReceipt', 'noRoot']));
  });
  it('is whole but not established when the root known is another', () => {
    const verdict = verifyMinute(minute.pdf, { root: pemOf(namesakeRoot.certificate) });
    expect(verdict.level).toBe('whole');
    expect(verdict.unknowable).toContain('otherRoot');
  });
});

describe('a revision added by someone without a key', () => {
  for (const [what, replace] of Object.entries(replacements)) {
    it(`is refused after the seal when it replaces ${what}`, () => {
      const rules = rulesOf(appendRevision(minute.pdf, replace(minute.pdf)));
      expect(rules[0]).toBe(expected[what] ?? 'increment-foreign');
    });
    if (what === 'a signed field, back to empty') continue;
    it(`is refused between two signatures when it replaces ${what}, by the verifier and by the signer`, () => {
      const early = revision(2);
      const changed = appendRevision(early, replace(early));
      expect(signMinute({ ...turn(2), pdf: changed })).toMatchObject({ ok: false, error: { code: 'file-unreadable' } });
      const pdf = forceSign(forceSign(changed, turn(2)), turn(3));
      expect(rulesOf(pdf)).toContain('increment-foreign');
      expect(verifyMinute(pdf, { root }).level).toBe('notIntact');
    });
  }
});

describe('a signature taken away or replaced', () => {
  it('names the seal when the last signature is removed', () => {
    const verdict = verifyMinute(revision(-2), { root });
    expect(verdict.level).toBe('notIntact');
    expect(verdict.faults).toEqual([{ rule: 'seal-missing', facts: { name: minute.record.lead.name } }]);
  });
  it('names everyone who is missing from a minute that nobody signed', () => {
    expect(verifyMinute(minute.base, { root }).faults.map(({ rule }) => rule)).toEqual([
      'signature-missing',
      'signature-missing',
      'signature-missing',
      'seal-missing',
    ]);
  });
  it('refuses a seal set before a member has signed', () => {
    const pdf = forceSign(revision(2), turn(3));
    expect(rulesOf(pdf)).toContain('signature-missing');
    expect(rulesOf(forceSign(pdf, { ...turn(2), at: '2026-03-17T16:30:00.000Z' }))).toContain('seal-not-last');
  });
  it('refuses a namesake certified by another root of the same name', () => {
    const pdf = forceSign(revision(3), { ...turn(3), root: namesakeRoot });
    expect(rulesOf(pdf)).toContain('certificate-foreign');
    expect(verifyMinute(pdf, { root: `${root}${pemOf(namesakeRoot.certificate)}` }).level).toBe('notIntact');
  });
  it('never establishes the origin of a minute signed all over again under another root', () => {
    const forged = sealMinute({ record: minute.record, text: minute.text, base: minute.base }, namesakeRoot);
    expect(verifyMinute(forged.pdf, { root }).level).toBe('whole');
    expect(rulesOf(forged.pdf)).toContain('receipt-root');
    expect(verifyMinute(forged.pdf, { root, receipt: Buffer.from(forged.receipt) }).level).toBe('whole');
  });
  it('refuses a person who signs in the place of another', () => {
    const pdf = forceSign(revision(2), { ...turn(2), signer: turn(1).signer });
    expect(rulesOf(pdf)).toContain('signer-other');
  });
  it('refuses another name of the same quality, and another quality under the same name', () => {
    expect(rulesOf(forceSign(revision(2), { ...turn(2), signer: { ...turn(2).signer, name: 'Mme Cléo Autre' } }))).toContain('signer-other');
    expect(rulesOf(forceSign(revision(2), { ...turn(2), signer: { ...turn(2).signer, quality: 'Autre' } }))).toContain('signer-other');
  });
  it('refuses fields that are not those of the members whom the record names', () => {
    const base = Buffer.from(
      Buffer.from(minute.base)
        .toString('latin1')
        .replace(`(${turn(1).field})`, `(${turn(1).field.slice(0, -1)}0)`),
      'latin1',
    );
    expect(verifyMinute(base, { root }).faults.map(({ rule }) => rule)).toContain('fields-differ');
  });
  it('refuses a member who signs in the capacity of the lead', () => {
    const pdf = forceSign(revision(2), { ...turn(2), signer: { ...turn(2).signer, capacity: 'lead' } });
    expect(rulesOf(pdf)).toContain('signer-other');
  });
  it('refuses a certificate of the right name and root that was never registered', () => {
    const pdf = forceSign(revision(3), turn(3));
    expect(verifyMinute(pdf, { root }).level).toBe('established');
    expect(rulesOf(pdf)).toEqual(['receipt-certificate']);
  });
  it('refuses a field signed twice', () => {
    expect(rulesOf(forceSign(minute.pdf, { ...turn(3), at: '2026-03-17T16:30:00.000Z' }))).toContain('field-signed-twice');
  });
  it('refuses the signature of one minute copied into another', async () => {
    const other = await drawBase(1, (record) => ({ ...record, session: { ...record.session, number: '2026-JURY-08' } }));
    expect(rulesOf(Buffer.concat([other.base, minute.pdf.subarray(minute.base.length)])).length).toBeGreaterThan(0);
    expect(rulesOf(sealMinute(other).pdf)).toEqual(expect.arrayContaining(['receipt-base', 'receipt-record', 'receipt-number', 'receipt-certificate']));
  });
});

describe('a base that hides something before anyone signs (shadow attacks)', () => {
  const seal = (base: Uint8Array): Uint8Array => signAll(base, turns).pdf;
  const swapped = (from: string, to: string): Buffer => {
    const text = Buffer.from(minute.base).toString('latin1');
    expect(text).toContain(from);
    return Buffer.from(text.replace(from, to.padEnd(from.length, ' ')), 'latin1');
  };
  it('is refused by its digest when the receipt is known, whatever it hides', () => {
    const at = Buffer.from(minute.base).indexOf('/Producer');
    const base = Buffer.from(minute.base);
    base.write('/Pr0ducer', at, 'latin1');
    expect(rulesOf(seal(base))).toContain('receipt-base');
  });
  it('is never signed when it opens with an action', () => {
    const base = swapped('/MarkInfo', '/AA      ');
    expect(signMinute({ ...turn(0), pdf: base })).toMatchObject({ ok: false, error: { code: 'file-unreadable', facts: { rule: 'base-catalog' } } });
    expect(verifyMinute(base).faults.map(({ rule }) => rule)).toEqual(['base-catalog']);
  });
  it('is refused when its seal locks nothing', () => {
    expect(verifyMinute(swapped('/Action /All', '/Action /Inc')).faults.map(({ rule }) => rule)).toEqual(['base-lock']);
  });
  it('is refused when its record is not the one that its metadata names', () => {
    const named = /SHA-256 ([0-9a-f]{64})/.exec(Buffer.from(minute.base).toString('latin1'))?.[0] ?? '';
    const base = swapped(named, `SHA-256 ${'0'.repeat(64)}`);
    expect(verifyMinute(seal(base), { root }).faults.map(({ rule }) => rule)).toEqual(['record-digest']);
  });
});

describe('bytes around and inside the signed ranges (wrapping, garbage)', () => {
  const insert = (at: number, what: string): Buffer => Buffer.concat([minute.pdf.subarray(0, at), Buffer.from(what, 'latin1'), minute.pdf.subarray(at)]);
  const after = (text: string): number => Buffer.from(minute.pdf).lastIndexOf(text) + text.length;
  it('refuses anything before the file or after it', () => {
    for (const garbage of ['\n', ' ', '%', 'x'.repeat(5000), '%%EOF\n', 'startxref\n0\n%%EOF\n', '\0'.repeat(64)]) {
      expect(rulesOf(insert(minute.pdf.length, garbage)).length).toBeGreaterThan(0);
      expect(rulesOf(insert(0, garbage)).length).toBeGreaterThan(0);
    }
    expect(rulesOf(Buffer.concat([minute.pdf, minute.pdf])).length).toBeGreaterThan(0);
  });
  it('refuses bytes slipped into the hole of a signature', () => {
    const hole = after('/Contents <');
    expect(rulesOf(insert(hole - 1, ' (hidden) ')).length).toBeGreaterThan(0);
    expect(rulesOf(insert(hole + 8192 + 1, '\n666 0 obj\n<< /S /JavaScript >>\nendobj\n')).length).toBeGreaterThan(0);
  });
  it('refuses a signature whose own encoding was changed: capitals, spaces', () => {
    const file = Buffer.from(minute.pdf);
    const hole = file.lastIndexOf('/Contents <') + '/Contents <'.length;
    const letter = file.subarray(hole).findIndex((byte) => byte >= 0x61 && byte <= 0x66) + hole;
    file[letter] = (file[letter] ?? 0) - 32;
    expect(rulesOf(file)).toEqual(expect.arrayContaining(['contents-encoding']));
  });
  it('refuses a ByteRange that is missing, negative or moved', () => {
    for (const range of ['/ByteRange null', '/ByteRange [ 0 -1 ', '/ByteRange [ 1 ', '/ByteRange [ ]  ', '/ByteRang3 [ 0 ']) {
      const file = Buffer.from(minute.pdf);
      file.write(range, file.lastIndexOf('/ByteRange ['), 'latin1');
      expect(rulesOf(file).length).toBeGreaterThan(0);
    }
  });
});
