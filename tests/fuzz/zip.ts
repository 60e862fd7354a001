import { inflateRawSync } from 'node:zlib';
import { bytesOf, writeZip, type RawEntry } from '../fixtures/hostile/raw.ts';
import { blindMutations, edgeNumbers, type Mutation } from './bytes.ts';
import type { Random } from './random.ts';

/** A member of a zip as an honest reader finds it. */
export interface Member {
  readonly name: string;
  readonly content: Buffer;
}

interface Places {
  readonly locals: readonly number[];
  readonly centrals: readonly number[];
  readonly end: number;
}

const placesOf = (zip: Buffer): Places => {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const [locals, centrals]: [number[], number[]] = [[], []];
  let at = end >= 0 && end + 22 <= zip.length ? zip.readUInt32LE(end + 16) : zip.length;
  while (at + 46 <= zip.length && zip.readUInt32LE(at) === 0x02014b50 && centrals.length < 200) {
    centrals.push(at);
    locals.push(zip.readUInt32LE(at + 42));
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return { locals: locals.filter((one) => one + 30 <= zip.length), centrals, end };
};

/** The members of a zip, those that unfold; none when it is no zip. */
export const membersOf = (zip: Buffer): readonly Member[] => {
  const { centrals } = placesOf(zip);
  return centrals.flatMap((at) => {
    const [method, packed, nameLength, local] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt32LE(at + 42)];
    if (local + 30 > zip.length) return [];
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(start, start + packed);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    try {
      return [{ name, content: method === 8 ? inflateRawSync(data, { maxOutputLength: 4_000_000 }) : Buffer.from(data) }];
    } catch {
      return [];
    }
  });
};

/** A zip of members, honest in its sizes and digests. */
export const zipOf = (members: readonly Member[], method = 8): Buffer => writeZip(members.map(({ name, content }) => ({ name, content, method })));

const localFields: readonly (readonly [number, number])[] = [
  [0, 4],
  [4, 2],
  [6, 2],
  [8, 2],
  [14, 4],
  [18, 4],
  [22, 4],
  [26, 2],
  [28, 2],
] as const;
const centralFields: readonly (readonly [number, number])[] = [
  [0, 4],
  [4, 2],
  [6, 2],
  [8, 2],
  [10, 2],
  [16, 4],
  [20, 4],
  [24, 4],
  [28, 2],
  [30, 2],
  [32, 2],
  [34, 2],
  [36, 2],
  [38, 4],
  [42, 4],
] as const;
const endFields: readonly (readonly [number, number])[] = [
  [0, 4],
  [4, 2],
  [6, 2],
  [8, 2],
  [10, 2],
  [12, 4],
  [16, 4],
  [20, 2],
] as const;

const lie: Mutation = (input, random) => {
  const { locals, centrals, end } = placesOf(input);
  const kind = random.below(3);
  const [places, fields] = kind === 0 ? [locals, localFields] : kind === 1 ? [centrals, centralFields] : [end < 0 ? [] : [end], endFields];
  if (places.length === 0) return input;
  const [at, [offset, size]] = [random.pick(places), random.pick(fields)];
  if (at + offset + size > input.length) return input;
  const copy = Buffer.from(input);
  const old = copy.readUIntLE(at + offset, size);
  const drawn = random.once(2) ? old + random.below(5) - 2 : random.once(3) ? old ^ (1 << random.below(8 * size)) : random.pick(edgeNumbers);
  copy.writeUIntLE((drawn >>> 0) % 2 ** (8 * size), at + offset, size);
  return copy;
};

const hostileNames = [
  '../a.pdf',
  '/etc/passwd',
  'C:\\a.pdf',
  'a\\..\\..\\b.pdf',
  'a/../../b',
  'a//b',
  './a',
  'nul.pdf',
  'aux',
  'a.',
  'a ',
  'a\u0000b',
  'a\nb',
  'rapport\u202efdp.exe',
  '\u200b',
  '．．/a',
  'a:b',
  '~/a',
  'é.pdf',
  'e\u0301.pdf',
  'É.PDF',
  'a'.repeat(300),
  'a/'.repeat(50),
  '__MACOSX/x',
  '.DS_Store',
  'xl/workbook.xml',
  '[Content_Types].xml',
  'data/minute.pdf',
  'bagit.txt',
] as const;

/** Members changed, and the zip written anew around them, its sizes and digests right. */
export const rebuild =
  (change: (members: readonly Member[], random: Random, other: () => Buffer) => readonly Member[]): Mutation =>
  (input, random, other) => {
    const members = membersOf(input);
    if (members.length === 0) return input;
    return zipOf(change(members, random, other), random.once(4) ? 0 : 8);
  };

/** One member's content is changed by one of the ways given. */
export const inside = (ways: readonly Mutation[]): Mutation =>
  rebuild((members, random) => {
    const at = random.below(members.length);
    return members.map((member, rank) =>
      rank === at ? { ...member, content: random.pick(ways)(member.content, random, () => random.pick(members).content) } : member,
    );
  });

const rename: Mutation = rebuild((members, random) => {
  const at = random.below(members.length);
  return members.map((member, rank) =>
    rank === at
      ? {
          ...member,
          name: random.once(2) ? random.pick(hostileNames) : `${member.name.slice(0, random.below(member.name.length + 1))}${random.pick(hostileNames)}`,
        }
      : member,
  );
});

const shuffle: Mutation = rebuild((members, random, other) => {
  const at = random.below(members.length);
  const one = random.pick(members);
  switch (random.below(4)) {
    case 0:
      return members.toSpliced(at, 1);
    case 1:
      return members.toSpliced(at, 0, one);
    case 2:
      return [...members.toSpliced(at, 1), ...members.slice(at, at + 1)];
    default:
      return [...members, ...membersOf(other()).slice(0, 3)];
  }
});

const dress: Mutation = (input, random) => {
  const members = membersOf(input);
  if (members.length === 0) return input;
  const at = random.below(members.length);
  const entries = members.map(({ name, content }, rank): RawEntry => {
    if (rank !== at) return { name, content, method: 8 };
    const kind = random.below(6);
    if (kind === 0) return { name, content, method: 8, descriptor: random.once(2) ? {} : { signed: false } };
    if (kind === 1) return { name, content, mode: random.pick([0o120777, 0o060644, 0o010644, 0o040755, 0o100644]) };
    if (kind === 2) return { name, content, method: random.pick([1, 6, 9, 12, 14, 93, 99]) };
    if (kind === 3) return { name, content, before: random.bytes(random.length(30)) };
    if (kind === 4) return { name, content, flags: 1 << random.below(16) };
    return { name: bytesOf(name), content, both: { extra: random.bytes(random.length(40)) } };
  });
  return writeZip(entries, random.once(4) ? { zip64: {} } : random.once(4) ? { comment: random.bytes(random.length(40)) } : {});
};

/** Changes of a zip: its headers lie, its names deceive, its members are changed, doubled, dressed. */
export const zipMutations: readonly Mutation[] = [lie, lie, rename, shuffle, dress, inside(blindMutations)];
