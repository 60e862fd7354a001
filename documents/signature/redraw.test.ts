import { deflateSync, inflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixtureFonts } from '../../tests/fixtures/fonts.ts';
import { drawBase, sealMinute, testRoot, type SealedMinute } from '../../tests/fixtures/signed.ts';
import { drawMinute } from '../minute/draw.ts';
import { verifyFile } from '../archive/verify-file.ts';
import { instant } from '../../domain/time.ts';
import { pemOf } from './certificate.ts';
import { isRedrawnAlike } from './redraw.ts';
import { readRevisions, readTiles } from './revision.ts';

const fonts = fixtureFonts();
const root = pemOf(testRoot.certificate);

/** The same base with every stream deflated in another way, its table and its lengths written anew. */
const recompress = (file: Buffer): Buffer => {
  const revision = readRevisions(file)[0] ?? expect.unreachable('a base has a revision');
  const objects = [...readTiles(file, revision)].sort(([, one], [, other]) => one.value.start - other.value.start);
  const parts = [file.subarray(0, file.indexOf(' 0 obj') - String(objects[0]?.[0]).length)];
  const offsets = new Map<number, number>();
  let at = parts[0]?.length ?? 0;
  const add = (bytes: Buffer): void => {
    parts.push(bytes);
    at += bytes.length;
  };
  for (const [number, { value, stream }] of objects) {
    offsets.set(number, at);
    const text = file.toString('latin1', value.start, value.end);
    const shorter = stream !== null && text.includes('/FlateDecode') ? deflateSync(inflateSync(stream), { level: 0 }) : stream;
    add(Buffer.from(`${number} 0 obj\n${shorter === null ? text : text.replace(/\/Length \d+/, `/Length ${shorter.length}`)}\n`, 'latin1'));
    if (shorter !== null) add(Buffer.concat([Buffer.from('stream\n'), shorter, Buffer.from('\nendstream\n')]));
    add(Buffer.from('endobj\n'));
  }
  const lines = Array.from({ length: revision.size }, (_, number) =>
    number === 0 ? '0000000000 65535 f \n' : `${String(offsets.get(number)).padStart(10, '0')} 00000 n \n`,
  );
  const trailer = file.toString('latin1', revision.trailer.start, revision.trailer.end);
  return Buffer.concat([...parts, Buffer.from(`xref\n0 ${revision.size}\n${lines.join('')}trailer\n${trailer}\nstartxref\n${at}\n%%EOF\n`, 'latin1')]);
};

describe('the pages of a minute', () => {
  let minute: SealedMinute;
  beforeAll(async () => {
    minute = sealMinute(await drawBase(12));
  });
  const saidOf = async (pdf: Uint8Array): Promise<boolean | null | undefined> =>
    (await verifyFile(pdf, { name: 'pv.pdf', root, fonts })).checks.find(({ sentence }) => sentence.startsWith('Les pages'))?.passed;

  it('are drawn anew from its record, and found the same, whatever was signed since', async () => {
    expect(await isRedrawnAlike(minute.base, fonts)).toBe(true);
    expect(await isRedrawnAlike(minute.pdf, fonts)).toBe(true);
    const verdict = await verifyFile(minute.pdf, { name: 'pv.pdf', root, fonts });
    expect(verdict.level).toBe('established');
    expect(verdict.unknowable.some((sentence) => sentence.includes('il n’est pas comparé au relevé'))).toBe(false);
  });

  it('are not the same when another record was drawn than the one carried, and the verdict does not say that they are', async () => {
    // The pages tell of one session, session.json of another: whole in itself, signed by all, under another root.
    const other = await drawBase(12, (record) => ({ ...record, session: { ...record.session, place: 'Ailleurs' } }));
    const drawn = await drawMinute({
      record: minute.record,
      recordText: other.text,
      fonts,
      printedAt: instant.parse('2026-03-17T15:55:00.000Z'),
      kind: 'toSign',
    });
    if (!drawn.ok) throw new Error(drawn.error.code);
    const lying = sealMinute({ record: other.record, text: other.text, base: drawn.value });
    expect(await isRedrawnAlike(lying.pdf, fonts)).toBe(false);
    expect(await saidOf(lying.pdf)).toBeNull();
    expect(await saidOf(minute.pdf)).toBe(true);
  });

  it('are the same under another compression of the same content', async () => {
    const again = recompress(Buffer.from(minute.base));
    expect(again.equals(Buffer.from(minute.base))).toBe(false);
    expect(await isRedrawnAlike(again, fonts)).toBe(true);
  });

  it('of bytes that are no minute are never said to be the same', async () => {
    for (const bytes of [new Uint8Array(), Buffer.from('%PDF-1.7\n'), minute.pdf.subarray(0, 5000)]) expect(await isRedrawnAlike(bytes, fonts)).toBe(false);
  });
});
