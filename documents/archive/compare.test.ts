import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { concludeRehearsal, isRehearsalDue, rehearsalPoint, type RehearsalPoint } from '../../domain/rehearsal.ts';
import { day, instant } from '../../domain/time.ts';
import { fixtureFonts } from '../../tests/fixtures/fonts.ts';
import { playRectified, playSealed } from '../../tests/fixtures/rectified.ts';
import { sealed } from '../../tests/fixtures/reread.ts';
import { pointSentence } from '../../words/rehearsal.ts';
import { testReferential, testRoot, type SealedMinute } from '../../tests/fixtures/signed.ts';
import { pemOf } from '../signature/certificate.ts';
import { compareArchive, compareDossiers, type HeldSession } from './compare.ts';
import { writeDossiers, type BaggedPiece } from './dossiers.ts';
import { unzip } from './unzip.ts';
import { writeArchive, type ArchiveParts } from './write.ts';

type Files = ReadonlyMap<string, Buffer>;
type Sealed = SealedMinute & { readonly chain: ArchiveParts['chain'] };

const sha512 = (text: string | Uint8Array): string => createHash('sha512').update(text).digest('hex');
const bags = [sha512('one'), sha512('two')];
const since = instant.parse('2026-03-18T09:00:00.000Z');
let first: Sealed;
let second: Sealed;
let held: HeldSession;
let ofFirst: Files;
let ofSecond: Files;

/** The files of a zip by their path inside its one folder. */
const inside = async (zip: Uint8Array): Promise<Files> => new Map([...(await unzip(zip))].map(([path, bytes]) => [path.slice(path.indexOf('/') + 1), bytes]));

const archiveOf = async ({ pdf, text, receipt, chain }: Sealed, earlier: ArchiveParts['earlier']): Promise<Files> => {
  const facts = { at: '2026-03-18T17:00:00.000Z', referential: testReferential(), dossiers: bags[1] ?? null, fonts: fixtureFonts() };
  return inside(await writeArchive({ minute: pdf, recordText: text, receipt, earlier, root: testRoot.certificate, chain, ...facts }));
};

const changed = (files: Files, path: string, change: (text: string) => string): Files =>
  new Map([...files, [path, Buffer.from(change(files.get(path)?.toString('utf8') ?? ''), 'utf8')]]);
const states = (points: readonly RehearsalPoint[]): string[] => points.filter(({ state }) => state !== 'same').map(({ part, state }) => `${part} ${state}`);
const compare = (files: Files, change: Partial<HeldSession> = {}): string[] => states(compareArchive(files, { ...held, ...change }));

beforeAll(async () => {
  const one = await sealed(playSealed());
  [first, second] = [one, await sealed(playRectified({}, one.name))];
  const own = ({ pdf, text, receipt }: Sealed) => ({ minute: pdf, record: text, receipt });
  const { id, number } = second.record.session;
  const place = { id, number, root: pemOf(testRoot.certificate), referential: testReferential(), rectifying: false };
  held = { ...place, sealed: [own(first), own(second)], chain: second.chain, instantAt: () => since, bags };
  ofFirst = await archiveOf(first, []);
  ofSecond = await archiveOf(second, [{ minute: first.pdf, receipt: first.receipt }]);
});

test('the archive of the last minute agrees in every point, the minute that it rectifies included', () => {
  const points = compareArchive(ofSecond, held);
  expect(states(points)).toEqual([]);
  expect(points).toContainEqual({ part: 'earlier', state: 'same', rank: 0 });
  expect(points).toContainEqual({ part: 'chain', state: 'same', links: second.chain.length, place: null });
  expect(concludeRehearsal(points)).toBe('conform');
});

test('an archive written before a rectification is what was here then: it is outdated, and says how many acts came since', () => {
  const points = compareArchive(ofFirst, held);
  expect(states(points)).toEqual(['minute earlier', 'later noted']);
  expect(points).toContainEqual({ part: 'later', state: 'noted', links: second.chain.length - first.chain.length, since });
  expect(concludeRehearsal(points)).toBe('outdated');
});

test('while a jury rectifies, how many acts came since is not said: it would count opinions', () => {
  const points = compareArchive(ofFirst, { ...held, sealed: held.sealed.slice(0, 1), rectifying: true });
  expect(points).toContainEqual({ part: 'later', state: 'noted', links: null, since: null });
  expect(concludeRehearsal(points)).toBe('conform');
});

test('an archive of another session says only that', () => {
  const points = compareArchive(ofSecond, { ...held, id: 's-other' });
  expect(points).toEqual([{ part: 'session', state: 'different', number: second.record.session.number }]);
  expect(concludeRehearsal(points)).toBe('otherSession');
});

test('each part that differs is named, and no other', () => {
  const [one, two] = held.sealed;
  if (!one || !two) throw new Error('two minutes were sealed');
  const alter = (change: Partial<typeof two>): Partial<HeldSession> => ({ sealed: [one, { ...two, ...change }] });
  expect(compare(ofSecond, alter({ minute: Buffer.concat([two.minute, Buffer.from('\n')]) }))).toEqual(['minute different']);
  expect(compare(changed(ofSecond, 'data/receipt.json', (text) => `${text} `))).toEqual(['receipt different']);
  expect(compare(ofSecond, { sealed: [{ ...one, receipt: `${one.receipt} ` }, two] })).toEqual(['earlier different']);
  expect(compare(ofSecond, { root: `${held.root}\n` })).toEqual(['certificates different']);
  expect(compare(ofSecond, { referential: {} })).toEqual(['referential different']);
  expect(compare(changed(ofSecond, 'data/reglement.json', (text) => `${text} `))).toEqual(['regulations different']);
  expect(compare(changed(ofSecond, 'data/session.json', (text) => `${text} `))).toEqual(['record different']);
  expect(compare(changed(ofSecond, 'data/certificates/sceau.pem', () => ''))).toEqual(['certificates different']);
  expect(concludeRehearsal(compareArchive(ofSecond, { ...held, root: '' }))).toBe('differs');
});

test('a chain that parts from the one here is told by its first link, and so is one that goes further', () => {
  const chain = held.chain.map((link) => (link.seq === 4 ? { ...link, contentDigest: 'f'.repeat(64) } : link));
  expect(compareArchive(ofSecond, { ...held, chain })).toContainEqual({ part: 'chain', state: 'different', links: chain.length, place: 4 });
  const shorter = held.chain.slice(0, -1);
  expect(compareArchive(ofSecond, { ...held, chain: shorter })).toContainEqual({
    ...{ part: 'chain', state: 'different', links: held.chain.length, place: held.chain.length },
  });
});

test('the bag that the archive names is the last one, an earlier one, none, or one that was never written here', () => {
  const [one = '', two = ''] = bags;
  expect(compare(ofSecond, { bags: [two, one] })).toEqual(['namedBag earlier']);
  expect(compare(ofSecond, { bags: [one] })).toEqual(['namedBag different']);
  const none = new Map([...ofSecond].filter(([path]) => path !== 'data/dossiers.json'));
  expect(compare(none)).toEqual(['namedBag none']);
  expect(compare(none, { bags: [] })).toEqual(['namedBag absent']);
  expect(concludeRehearsal(compareArchive(none, held))).toBe('conform');
});

test('bytes that are no archive give points that differ, and never an error', () => {
  for (const junk of ['', '{', 'null', '{"session":null}', `{"session":{"id":"${'s-played'}"},"rectification":{"rank":1e99}}`])
    for (const points of [compareArchive(new Map([['data/session.json', Buffer.from(junk)]]), held)])
      expect(concludeRehearsal(points)).toMatch(/^differs|otherSession$/);
});

test('the pieces of a bag are compared with those here, by their place and digest', async () => {
  const piece = (candidateNumber: string, content: string): BaggedPiece => {
    const bytes = Buffer.from(content, 'utf8');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { candidateNumber, kind: 'deliverable', title: 'Livrable', fileName: 'livrable.pdf', bytes: bytes.length, sha256, open: () => [bytes] };
  };
  const pieces = [piece('C-1', 'un'), piece('C-1', 'deux'), piece('C-2', 'trois')];
  let digest = '';
  const chunks: Uint8Array[] = [];
  const parts = { organism: 'Organisme', number: '2026', day: '2026-03-17', keptUntil: '2027-05-16', demonstration: false, pieces };
  for await (const chunk of writeDossiers(parts, (sealed) => (digest = sealed))) chunks.push(chunk);
  const bag = await inside(Buffer.concat(chunks));
  const naming = changed(ofSecond, 'data/dossiers.json', (text) => text.replace(bags[1] ?? '', digest));
  const against = (own: readonly BaggedPiece[], archive = naming) => compareDossiers(bag, archive, [digest], { kind: 'held', pieces: own });
  const same = { part: 'pieces', state: 'same', pieces: 3, different: 0, missing: 0, added: 0 } as const;
  expect(against(pieces)).toEqual([{ part: 'bag', state: 'same' }, same]);
  expect(against(pieces, ofSecond)[0]).toEqual({ part: 'bag', state: 'other' });
  expect(compareDossiers(bag, ofSecond, bags, { kind: 'held', pieces })[0]).toEqual({ part: 'bag', state: 'different' });
  expect(against([...pieces.slice(0, 2), piece('C-2', 'autre')])[1]).toEqual({ ...same, state: 'different', different: 1 });
  expect(against([...pieces, piece('C-3', 'quatre')])[1]).toEqual({ ...same, state: 'different', missing: 1 });
  expect(against(pieces.slice(0, 2))[1]).toEqual({ ...same, state: 'different', added: 1 });
  expect(compareDossiers(bag, naming, [digest], { kind: 'purged', on: day.parse('2027-06-01') })[1]).toEqual({
    ...{ part: 'purgedPieces', state: 'noted', pieces: 3, on: '2027-06-01' },
  });
});

test('a rehearsal is due the day after a year has gone by, from the archive or from the last one that conformed', () => {
  const [archivedOn, conformedOn] = [day.parse('2026-03-17'), day.parse('2026-09-01')];
  expect(isRehearsalDue(null, null, day.parse('2030-01-01'))).toBe(false);
  expect(isRehearsalDue(archivedOn, null, day.parse('2027-03-17'))).toBe(false);
  expect(isRehearsalDue(archivedOn, null, day.parse('2027-03-18'))).toBe(true);
  expect(isRehearsalDue(archivedOn, conformedOn, day.parse('2027-09-01'))).toBe(false);
  expect(isRehearsalDue(archivedOn, conformedOn, day.parse('2027-09-02'))).toBe(true);
});

test('each point has a sentence in every state', () => {
  const states = ['same', 'different', 'earlier', 'absent', 'none', 'other', 'notIntact', 'notBag', 'noted'] as const;
  const parts = [
    ...(['session', 'minute', 'record', 'receipt', 'certificates', 'regulations', 'referential'] as const),
    ...(['earlier', 'chain', 'later', 'namedBag', 'bag', 'pieces', 'purgedPieces'] as const),
  ];
  const facts = { number: 'S-1', rank: 0, links: 3, place: 2, since, pieces: 4, different: 1, missing: 2, added: 0, on: day.parse('2027-06-01') };
  for (const option of rehearsalPoint.options)
    for (const part of parts.filter((each) => option.shape.part.safeParse(each).success))
      for (const state of states.filter((each) => option.shape.state.safeParse(each).success)) {
        const point = rehearsalPoint.safeParse(Object.fromEntries(Object.keys(option.shape).map((key) => [key, { ...facts, part, state }[key as 'part']])));
        if (!point.success) throw new Error(`${part} ${state}`);
        expect(pointSentence(point.data)).toMatch(/^[\p{Lu}\d].*\.$/u);
      }
});
