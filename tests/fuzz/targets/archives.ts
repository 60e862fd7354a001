import { createHash } from 'node:crypto';
import { judgeFile } from '../../../documents/archive/verify-file.ts';
import { changed, rebagged, retagged, zipMembers, type Members } from '../../fixtures/bags/archives.ts';
import { blindMutations, putWord, swapWord, turnNumber, type Mutation } from '../bytes.ts';
import { jsonMutations } from '../json.ts';
import { pdfMutations } from '../pdf.ts';
import { holds, type Target } from '../target.ts';
import { membersOf, zipMutations } from '../zip.ts';

const words = [
  'BagIt-Version: 0.97\n',
  'BagIt-Version: 1.0\n',
  'Tag-File-Character-Encoding: UTF-16\n',
  'Tag-File-Character-Encoding: ISO-8859-1\n',
  '  data/',
  '*data/',
  './data/',
  '../',
  '%0A',
  '%25',
  '%0D',
  '\r',
  '\r\n',
  '\n',
  '\t',
  ' ',
  ':',
  'Payload-Oxum: 1.1\n',
  'Bag-Count: 1 of 2\n',
  'https://exemple.invalid/a - data/a.txt\n',
  '~',
  '\uFEFF',
  '\u0000',
  '0'.repeat(64),
  '0'.repeat(128),
  'data/a.txt',
  'bagit.txt',
  'E\u0301',
  'É',
] as const;
const textMutations: readonly Mutation[] = [...blindMutations, putWord(words), putWord(words), swapWord(words), turnNumber];

const waysFor = (name: string): readonly Mutation[] => {
  if (name.endsWith('.pdf')) return pdfMutations;
  if (name.endsWith('.json')) return [...jsonMutations(2), ...blindMutations];
  return textMutations;
};

/** One member is changed in its own way, and the bag says of itself what it then is: every manifest, or none, or the tag manifests alone. */
const rebag: Mutation = (input, random, other) => {
  const found = membersOf(input);
  const one = found[random.below(found.length)];
  if (one === undefined || found.some(({ name }) => !name.includes('/'))) return input;
  const members: Members = new Map(found.map(({ name, content }) => [name, content]));
  const way = random.pick(waysFor(one.name));
  const put = way(
    one.content,
    random,
    () => membersOf(other()).find(({ name }) => name.endsWith(one.name.slice(one.name.indexOf('/'))))?.content ?? one.content,
  );
  const path = one.name.slice(one.name.indexOf('/') + 1);
  const made = changed(members, { [path]: put });
  const all = path.startsWith('data/') ? !random.once(5) : false;
  return zipMembers(all ? rebagged(made) : random.once(4) ? made : retagged(made));
};

// Without the fonts the attendance sheet is not drawn anew; nothing that is signed names the bag of the dossiers.
const notCompared = ['data/annexes/emargement.pdf', 'data/dossiers.json'];

/** Archives of sessions: none whose content is not that of the honest one is whole, let alone established. */
export const archiveTarget: Target = {
  name: 'archive',
  most: 1_500_000,
  inputs: 11,
  mutations: [rebag, rebag, rebag, rebag, ...zipMutations],
  sow: async () => {
    const { writeArchive } = await import('../../../documents/archive/write.ts');
    const { pemOf } = await import('../../../documents/signature/certificate.ts');
    const { fixtureFonts } = await import('../../fixtures/fonts.ts');
    const { sealedMinutes } = await import('../sealed.ts');
    const { chainOf, testReferential, testRoot } = await import('../../fixtures/signed.ts');
    const [minute, other] = await sealedMinutes();
    const write = (one: typeof minute, dossiers: string | null): Promise<Uint8Array> =>
      writeArchive({
        minute: one.pdf,
        recordText: one.text,
        receipt: one.receipt,
        earlier: [],
        root: testRoot.certificate,
        chain: chainOf(20),
        referential: testReferential(),
        at: '2026-03-17T17:00:00.000Z',
        dossiers,
        fonts: fixtureFonts(),
      });
    const seeds = [Buffer.from(await write(minute, '7'.repeat(128))), Buffer.from(await write(other, null))];
    return { seeds, facts: { root: pemOf(testRoot.certificate) } };
  },
  judge: async ({ seeds, facts }) => {
    const honest = await Promise.all(
      seeds.map(async (seed) => (await judgeFile(seed, { name: 'a.zip', root: facts['root'] })).files ?? new Map<string, Buffer>()),
    );
    return async (input) => {
      const { verdict, files } = await judgeFile(input, { name: 'a.zip', root: facts['root'] });
      if (verdict.level !== 'whole' && verdict.level !== 'established') return verdict.faults[0]?.rule ?? verdict.level;
      const payload = [...(files ?? [])].filter(([path]) => path.startsWith('data/') && !notCompared.includes(path));
      const same = honest.some((own) => payload.every(([path, bytes]) => own.get(path)?.equals(bytes) === true));
      holds(verdict.kind === 'archive' && same, `an archive whose content was changed is ${verdict.level}`);
      return verdict.level;
    };
  },
};

const smallBag = (version: string, encoding: string): Members => {
  const text: Record<string, string> = {
    'sac/bagit.txt': `BagIt-Version: ${version}\nTag-File-Character-Encoding: ${encoding}\n`,
    'sac/bag-info.txt': 'Source-Organization: Exemple\nPayload-Oxum: 0.0\nExternal-Description: une ligne\n  et sa suite\n',
    'sac/data/a.txt': 'a\n',
    'sac/data/Élodie/b.txt': 'b\n',
  };
  return rebagged(new Map(Object.entries(text).map(([name, content]) => [name, Buffer.from(content)])));
};

/** Bags of other programs: one that is found whole names the digest of each of its files. */
export const bagTarget: Target = {
  name: 'bag',
  most: 60_000,
  inputs: 60,
  mutations: [rebag, rebag, rebag, ...zipMutations],
  sow: () => ({ seeds: ['1.0', '0.97', '0.93'].map((version) => zipMembers(smallBag(version, 'UTF-8'))), facts: {} }),
  judge: () => async (input) => {
    const { verdict } = await judgeFile(input, { name: 'a.zip' });
    const said = verdict.faults[0]?.rule ?? verdict.level;
    holds(verdict.level !== 'established', 'a bag of another program is established');
    if (verdict.level !== 'whole') return said;
    const members = membersOf(input);
    const manifests = members.filter(({ name }) => /\/manifest-[a-z0-9]+\.txt$/.test(name)).map(({ content }) => content.toString('latin1').toLowerCase());
    for (const { name, content } of members)
      if (/^[^/]+\/data\/.*[^/]$/.test(name))
        holds(
          manifests.some((text) => ['sha256', 'sha512', 'md5', 'sha1'].some((algorithm) => text.includes(createHash(algorithm).update(content).digest('hex')))),
          'a bag that is found whole holds a file that no manifest names',
        );
    return verdict.level;
  },
};
