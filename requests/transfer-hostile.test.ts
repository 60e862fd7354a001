import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decryptFile } from '../documents/age/age.ts';
import { readContainer, writeContainer } from '../documents/transfer/container.ts';
import type { TransferManifest } from '../domain/transfer.ts';
import { changeJson } from '../tests/fuzz/json.ts';
import { Random } from '../tests/fuzz/random.ts';
import { askOf } from '../tests/fixtures/desk.ts';
import { lightlyClosed } from '../tests/fixtures/closed.ts';
import { carried, Laptops, type Laptop } from '../tests/fixtures/laptops.ts';

const laptops = new Laptops();
const long = process.env['DELIBERE_LONG'] !== undefined;

interface Parts {
  readonly manifest: TransferManifest;
  readonly rows: string;
  readonly pieces: ReadonlyMap<string, Buffer>;
}
let honest: Parts;
let b: Laptop;

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
const gather = async (source: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
};

beforeAll(async () => {
  await laptops.prepare();
  const a = await laptops.take('prepared');
  const opened = await readContainer(decryptFile(one(await laptops.leave(a)), { kind: 'passphrase', passphrase: carried }));
  if (!opened.ok) throw new Error(opened.error.code);
  const pieces = new Map<string, Buffer>();
  await opened.value.pieces(async (id, bytes) => {
    pieces.set(id, await gather(bytes));
  });
  honest = { manifest: opened.value.manifest, rows: opened.value.rows.toString('utf8'), pieces };
  laptops.stopAll();
  b = await laptops.take('empty');
});
afterAll(() => laptops.dispose());

/** A file whose rows were changed by someone who knows its phrase: every digest and length is right. */
const fileOf = async (rows: string, change: (manifest: TransferManifest) => TransferManifest = (manifest) => manifest): Promise<Uint8Array> => {
  const bytes = Buffer.from(rows, 'utf8');
  const manifest = change({ ...honest.manifest, rows: { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') } });
  return lightlyClosed(await gather(writeContainer(manifest, bytes, (id) => [honest.pieces.get(id) ?? Buffer.alloc(0)])), carried);
};

type Body = { tables: Record<string, { columns: string[]; rows: unknown[][] }>; root: Record<string, unknown> };
const with_ = (change: (body: Body) => void): string => {
  const body = JSON.parse(honest.rows) as Body;
  change(body);
  return JSON.stringify(body);
};
const put = (table: string, column: string, value: unknown) =>
  with_(({ tables }) => {
    const { columns, rows } = tables[table] ?? { columns: [], rows: [] };
    const row = rows[0];
    if (row !== undefined) row[columns.indexOf(column)] = value;
  });

/** Offers a file; whatever it is, it is answered in words, and one that is refused leaves nothing. */
const offer = async (bytes: Uint8Array): Promise<string> => {
  const received = await laptops.receive(b, bytes);
  const sessions = await askOf(() => b.desk)('session.list', {});
  if (received.ok) return received.value.kind;
  expect(sessions).toEqual([]);
  return `${received.error.code} ${String(received.error.facts?.['part'] ?? '')}`.trim();
};

test.each([
  ['rows that are no JSON', () => '{"tables": '],
  ['rows of another kind', () => '[]'],
  ['an act that is no JSON', () => put('event_content', 'content', '{"at":')],
  ['an act whose place is a word', () => put('event', 'seq', 'un')],
  ['a session without a number', () => put('session', 'fields', null)],
  ['a session whose fields are no JSON', () => put('session', 'fields', '{')],
  ['a session of other fields', () => put('session', 'fields', '{}')],
  ['two rows of one name', () => with_(({ tables }) => tables['candidate']?.rows.push(tables['candidate'].rows[0] ?? []))],
  ['a column that is not there', () => with_(({ tables }) => tables['candidate']?.columns.push('x"; DROP TABLE session; --'))],
  ['a table that is not there', () => with_(({ tables }) => Object.assign(tables, { sqlite_master: { columns: [], rows: [] } }))],
  ['a table that is left out', () => with_(({ tables }) => delete tables['pin'])],
  ['a candidate whose fields are a number', () => put('candidate', 'fields', 7)],
])('a file whose rows hold %s is refused in words, and nothing of it is adopted', async (_, rows) => {
  expect(await offer(await fileOf(rows()))).toMatch(/^transfer-damaged/);
});

test('whatever one value of the rows becomes, the file is answered in words, and a session that was adopted can be read', async () => {
  const random = new Random(Number(process.env['DELIBERE_SEED'] ?? 41));
  const ask = askOf(() => b.desk);
  for (let times = 0; times < (long ? 400 : 5); times += 1) {
    const changed = changeJson(honest.rows, random);
    const answer = await offer(await fileOf(JSON.stringify(changed)));
    if (answer !== 'adopted') continue;
    await ask('session.get', { sessionId: honest.manifest.sessionId });
    laptops.stopAll();
    b = await laptops.take('empty');
  }
}, 600_000);

test('the honest file is adopted', async () => {
  expect(await offer(await fileOf(honest.rows))).toBe('adopted');
});
