import { beforeAll, describe, expect, it } from 'vitest';
import {
  bagAttacks,
  chainAttacks,
  containerAttacks,
  memberAttacks,
  rebagged,
  rewrittenAttacks,
  strangerAttacks,
  zipMembers,
  type ArchiveAttack,
  type Members,
} from '../../tests/fixtures/bags/archives.ts';
import { fixtureFonts } from '../../tests/fixtures/fonts.ts';
import { chainOf, drawBase, namesakeRoot, sealMinute, testReferential, testRoot } from '../../tests/fixtures/signed.ts';
import { pemOf } from '../signature/certificate.ts';
import { unzip } from './unzip.ts';
import { verifyFile } from './verify-file.ts';
import { writeArchive } from './write.ts';

const long = process.env['DELIBERE_LONG'] !== undefined;
const root = pemOf(testRoot.certificate);
let archive: Uint8Array;
let members: Members;
let stranger: Members;

const archiveOf = async (candidates: number, own: typeof testRoot): Promise<Uint8Array> => {
  const minute = sealMinute(await drawBase(candidates), own);
  const at = '2026-03-17T17:00:00.000Z';
  return writeArchive({
    minute: minute.pdf,
    recordText: minute.text,
    receipt: minute.receipt,
    earlier: [],
    root: own.certificate,
    chain: chainOf(20),
    referential: testReferential(),
    at,
    dossiers: '7'.repeat(128),
    fonts: fixtureFonts(),
  });
};

// Nothing that is signed names the bag of the dossiers, which is written later: only the bag itself, given beside the archive, tells that this digest was changed.
const signedByNothing: readonly string[] = [
  'data/dossiers.json: one byte changed, every manifest agreeing',
  'data/dossiers.json: removed, every manifest agreeing',
];

/** The names of the attacks that the reader let through: a verdict of whole or established, or an exception. */
const acceptedOf = async (attacks: readonly Pick<ArchiveAttack, 'name' | 'bytes'>[]): Promise<readonly string[]> => {
  const accepted: string[] = [];
  for (const { name, bytes } of attacks) {
    const level = await verifyFile(bytes(), { name: 'Archive.zip', root, fonts: fixtureFonts() }).then(
      (view) => view.level,
      () => 'thrown',
    );
    if (level !== 'notIntact' && level !== 'unreadable') accepted.push(`${name}: ${level}`);
  }
  return accepted;
};

beforeAll(async () => {
  archive = await archiveOf(1, testRoot);
  members = await unzip(archive);
  stranger = await unzip(await archiveOf(2, namesakeRoot));
}, 300_000);

describe('an archive altered by an attacker', () => {
  it('is established before anything is altered, also zipped and bagged anew', async () => {
    for (const bytes of [archive, zipMembers(members), zipMembers(rebagged(members))])
      expect((await verifyFile(bytes, { name: 'Archive.zip', root, fonts: fixtureFonts() })).level).toBe('established');
  });
  const kinds: Readonly<Record<string, readonly [atLeast: number, attacks: () => readonly ArchiveAttack[]]>> = {
    'a member in turn': [150, () => memberAttacks(members)],
    'the bag': [20, () => bagAttacks(members)],
    'the zip': [250, () => containerAttacks(archive, long ? 4000 : 200)],
    'the chain': [50, () => chainAttacks(members)],
    'a piece of another session': [8, () => strangerAttacks(members, stranger)],
    'a JSON written anew': [12, () => rewrittenAttacks(members)],
  };
  for (const [what, [atLeast, attacks]] of Object.entries(kinds))
    it(`is refused, without an exception: ${what}`, { timeout: 600_000 }, async () => {
      const all = attacks();
      expect(all.length).toBeGreaterThanOrEqual(atLeast);
      expect(await acceptedOf(all)).toEqual(what === 'a member in turn' ? signedByNothing.map((name) => `${name}: established`) : []);
    });
});
