import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { ficheXml, fluxXml } from '../../../tests/fixtures/flux.ts';
import { indexFlux } from './flux.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'delibere-hostile-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(mkdtempSync(join(folder, 'h-')), name);
const faultOf = async (path: string): Promise<unknown> => {
  const read = await indexFlux(path);
  return read.ok ? read.value.length : [read.error.code, read.error.facts['reason']];
};
const written = async (text: string | Uint8Array): Promise<unknown> => {
  const path = at('flux.xml');
  writeFileSync(path, text);
  return faultOf(path);
};
const unreadable = (reason: string): unknown => ['fiches-unreadable', reason];
const good = fluxXml([ficheXml()]);

/** Writes a file far larger than what the reading may keep, without ever holding it. */
const writeLong = async (path: string, head: string, piece: string, pieces: number): Promise<void> => {
  function* chunks(): Generator<string> {
    yield head;
    for (let count = 0; count < pieces; count += 1) yield piece;
  }
  await pipeline(Readable.from(chunks()), createWriteStream(path));
};

describe('a hostile flux is refused by name', () => {
  test.each([
    [
      'entities that multiply',
      good.replace('<FICHES>', '<!DOCTYPE F [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><FICHES>').replace('Bloc fictif 1', '&b;'),
      'doctype',
    ],
    ['an entity from a file', good.replace('<FICHES>', '<!DOCTYPE F [<!ENTITY x SYSTEM "file:///etc/passwd">]><FICHES>'), 'doctype'],
    ['an entity that nobody declared', good.replace('Bloc fictif 1', '&b;'), 'xml'],
    ['a tag never closed', good.replace('</FICHES>', ''), 'xml'],
    ['tags that cross', good.replace('</INTITULE>', '</FICHE>'), 'xml'],
    ['a NUL', good.replace('Bloc fictif 1', 'Bloc\u0000'), 'xml'],
    ['two roots', `${good}<FICHES/>`, 'xml'],
    ['nothing', '', 'xml'],
    ['another document', '<html><body/></html>', 'root'],
    ['no XML', '%PDF-1.7', 'xml'],
    ['elements without end', `<FICHES><FICHE>${'<A>'.repeat(50)}`, 'monster'],
    ['more elements than a fiche has', `<FICHES><FICHE>${'<A/>'.repeat(20_001)}</FICHE></FICHES>`, 'monster'],
    ['an encoding that nobody knows', good.replace('UTF-8', 'EBCDIC-FR'), 'encoding'],
    [
      'bytes that are not of the encoding',
      Buffer.concat([Buffer.from(good.slice(0, -20)), Buffer.from([0xc3, 0x28]), Buffer.from(good.slice(-20))]),
      'encoding',
    ],
  ] as const)('%s', async (_, text, reason) => {
    expect(await written(text)).toEqual(unreadable(reason));
  });

  test('the place of the fault is told', async () => {
    const path = at('flux.xml');
    writeFileSync(path, '<FICHES>\n  <FICHE>\n    <A></B>');
    expect(await indexFlux(path)).toMatchObject({ ok: false, error: { facts: { reason: 'xml', line: 3 } } });
  });

  test('a file that is not there', async () => {
    expect(await faultOf(join(folder, 'nowhere.xml'))).toEqual(unreadable('missing'));
  });

  test.each([
    ['a text', '<FICHES><FICHE><INTITULE>'],
    ['a comment', '<FICHES><!-- '],
    ['an attribute', '<FICHES><FICHE a="'],
    ['a document type', '<!DOCTYPE F ['],
    ['a section of raw text', '<FICHES><FICHE><INTITULE><![CDATA['],
  ])('%s without end is given up long before it fills the memory', async (_, head) => {
    const path = at('flux.xml');
    await writeLong(path, head, 'x'.repeat(1 << 20), 40);
    let most = 0;
    const read = await indexFlux(path, { onProgress: ({ bytes }) => (most = bytes) });
    expect(read).toMatchObject({ ok: false, error: { facts: { reason: 'monster' } } });
    expect(most).toBeLessThan(9_000_000);
  });

  test('a long text is cut, and the fiche is read', async () => {
    expect(await written(good.replace('Il veille', `Il veille ${'sans fin '.repeat(100_000)}`))).toBe(1);
  });
});

describe('a zip', () => {
  const zipOf = async (entries: Readonly<Record<string, Uint8Array>>): Promise<string> => {
    const path = at('export.zip');
    const zip = new ZipFile();
    for (const [name, bytes] of Object.entries(entries)) zip.addBuffer(Buffer.from(bytes), name);
    zip.end();
    await pipeline(zip.outputStream, createWriteStream(path));
    return path;
  };
  const xml = Buffer.from(good);

  test('of one flux is read like the flux', async () => {
    expect(await faultOf(await zipOf({ 'export-fiches-rncp-v4-1.xml': xml, 'LISEZMOI.txt': Buffer.from('lisez') }))).toBe(1);
  });

  test('without XML, with two, cut short, or that announces a mountain is refused', async () => {
    expect(await faultOf(await zipOf({ 'a.txt': xml }))).toEqual(unreadable('zip-content'));
    expect(await faultOf(await zipOf({ 'a.xml': xml, 'b.xml': xml }))).toEqual(unreadable('zip-content'));
    expect(await faultOf(await zipOf({ 'a.xml': Buffer.alloc(40 * 1024 * 1024, 'x') }))).toEqual(unreadable('zip-bomb'));
    expect(await written(Buffer.from('PK\u0003\u0004 and then nothing', 'latin1'))).toEqual(unreadable('zip'));
  });

  test('that lies about its size is refused on the real stream', async () => {
    const path = await zipOf({ 'a.xml': xml });
    const { readFileSync } = await import('node:fs');
    const bytes = readFileSync(path);
    const central = bytes.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
    bytes.writeUInt32LE(100, central + 24);
    writeFileSync(path, bytes);
    expect(await faultOf(path)).toEqual(unreadable('zip-bomb'));
  });

  // Found by the fuzzer: both ended as a bug of the program.
  test.each([
    ['whose member is packed in a way that nobody knows', 10, 99],
    ['whose member is said to be stored and is not', 10, 0],
    ['whose member would lie beyond the end', 20, 60_000],
  ])('%s is refused', async (_, field, value) => {
    const path = await zipOf({ 'a.xml': Buffer.concat([xml, Buffer.alloc(40_000, ' ')]) });
    const { readFileSync } = await import('node:fs');
    const bytes = readFileSync(path);
    bytes.writeUInt16LE(value, bytes.indexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + field);
    writeFileSync(path, bytes);
    expect(await faultOf(path)).toEqual(['fiches-unreadable', expect.stringMatching(/^(?:zip|encoding)/)]);
  });

  test('that is encrypted is refused', async () => {
    const path = await zipOf({ 'a.xml': xml });
    const { readFileSync } = await import('node:fs');
    const bytes = readFileSync(path);
    const central = bytes.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
    bytes.writeUInt16LE(bytes.readUInt16LE(central + 8) | 1, central + 8);
    writeFileSync(path, bytes);
    expect(await faultOf(path)).toEqual(unreadable('zip-encrypted'));
  });
});
