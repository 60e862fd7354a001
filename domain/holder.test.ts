import { describe, expect, test } from 'vitest';
import { candidateOf } from '../tests/fixtures/sitting.ts';
import { deadlineOf, holderIdentity, nextIdTechnique, statusOf, type DeclaredLine, type HolderIdentity } from './holder.ts';
import { checkHolder, checkSettings } from './holder-check.ts';
import { looksLikeNir, withoutNir } from './nir.ts';
import { day, instant } from './time.ts';

const at = instant.parse('2026-03-18T08:00:00.000Z');
const person = {
  kind: 'person',
  birthName: 'Essai',
  usageName: '',
  firstName: 'Ada',
  secondName: '',
  thirdName: '',
  birthDate: '1990-02-28',
  sex: 'F',
  birthplace: { kind: 'france', insee: '31555', town: 'Toulouse' },
} as const satisfies HolderIdentity;
const who = candidateOf('essai', { familyName: 'Essai', givenName: 'Ada', birthDate: null });
const codesOf = (changes: object, candidate = who): string[] =>
  checkHolder(holderIdentity.parse({ ...person, ...changes }), candidate, day.parse('2026-03-17'), day.parse('2026-03-18')).map(
    ({ weight, code }) => `${weight} ${code}`,
  );
const inFrance = (insee: string, town = 'Commune') => codesOf({ birthplace: { kind: 'france', insee, town } });
const abroad = (changes: object) => codesOf({ birthplace: { kind: 'abroad', postalCode: '', town: 'Ville', country: 'Pays', ...changes } });

describe('the list before the file names', () => {
  test('nothing of a complete identity', () => expect(codesOf({})).toEqual([]));

  test('what is missing, each as blocking', () => {
    const nothing = { birthName: '', firstName: '', birthDate: '', sex: '', birthplace: { kind: 'unknown' } };
    const blank = candidateOf('vide', { familyName: '', givenName: 'Ada', birthDate: null });
    expect(codesOf(nothing, blank)).toEqual(
      ['birth-name-missing', 'first-name-missing', 'sex-missing', 'birth-date-missing', 'birthplace-missing'].map((code) => `blocking ${code}`),
    );
  });

  test('a birth date that does not exist, is to come, is of a child, or is known in part', () => {
    expect(codesOf({ birthDate: '1990-02-30' })).toEqual(['blocking birth-date-impossible']);
    expect(codesOf({ birthDate: '1990-13' })).toEqual(['blocking birth-date-impossible']);
    expect(codesOf({ birthDate: '1899-12-31' })).toEqual(['blocking birth-date-impossible']);
    expect(codesOf({ birthDate: '2026-03-19' })).toEqual(['blocking birth-date-future']);
    expect(codesOf({ birthDate: '2027' })).toEqual(['blocking birth-date-future']);
    expect(codesOf({ birthDate: '2011-03-18' })).toEqual(['doubtful birth-date-age']);
    expect(codesOf({ birthDate: '2011-03-17' })).toEqual([]);
    expect(codesOf({ birthDate: '1990' })).toEqual(['doubtful birth-date-partial']);
    expect(codesOf({ birthDate: '1992-02-29' })).toEqual([]);
  });

  test('a code of commune: Corsica and overseas pass, a country, another shape or department do not', () => {
    for (const insee of ['01001', '2A004', '2B033', '75056', '95018', '97105', '97411', '97608', '98735', '98818'])
      expect([insee, inFrance(insee)]).toEqual([insee, []]);
    expect(inFrance('')).toEqual(['blocking insee-missing']);
    expect(inFrance('99243')).toEqual(['blocking insee-country']);
    for (const insee of ['3155', '315555', '2C004', 'ABCDE', '31 55']) expect([insee, inFrance(insee)]).toEqual([insee, ['blocking insee-malformed']]);
    expect(inFrance('20004')).toEqual(['doubtful insee-corsica']);
    for (const insee of ['00001', '96001', '97901', '98001']) expect([insee, inFrance(insee)]).toEqual([insee, ['doubtful insee-department']]);
    expect(inFrance('31555', '')).toEqual(['doubtful town-missing']);
    expect(inFrance('31555', 'x'.repeat(61))).toEqual(['blocking town-too-long']);
  });

  test('a birth abroad: its country, its postal code', () => {
    expect(abroad({})).toEqual([]);
    expect(abroad({ country: '' })).toEqual(['blocking country-missing']);
    expect(abroad({ country: 'France' })).toEqual(['doubtful country-france']);
    expect(abroad({ country: 'x'.repeat(61) })).toEqual(['blocking country-too-long']);
    expect(abroad({ postalCode: '1234567890' })).toEqual(['blocking postal-too-long']);
    expect(abroad({ postalCode: '?' })).toEqual(['doubtful postal-doubtful']);
    expect(abroad({ postalCode: 'SW1A 1AA' })).toEqual([]);
  });

  test('names: too long, an initial, a figure, the same twice, or other than the minute says', () => {
    expect(codesOf({ usageName: 'x'.repeat(61) })).toEqual(['blocking name-too-long']);
    expect(codesOf({ firstName: 'A.' })).toEqual(['doubtful first-name-initial']);
    expect(codesOf({ secondName: 'Ad4' })).toEqual(['doubtful name-characters']);
    expect(codesOf({ secondName: 'Maÿlis-Zoé d’Oc' })).toEqual([]);
    expect(codesOf({ usageName: 'ESSAI' })).toEqual(['doubtful usage-same']);
    expect(codesOf({ birthName: 'Autre' })).toEqual(['doubtful differs-from-minute']);
    expect(codesOf({}, candidateOf('essai', { familyName: 'ESSAI', givenName: 'Ada Zoé', birthDate: day.parse('1990-02-28') }))).toEqual([]);
    expect(codesOf({}, candidateOf('essai', { familyName: 'Essai', givenName: 'Ada', birthDate: day.parse('1990-03-01') }))).toEqual([
      'doubtful differs-from-minute',
    ]);
  });

  test('a training file: its number and the shorter names that it allows', () => {
    const file = (changes: object) =>
      checkHolder(
        holderIdentity.parse({ kind: 'file', fileNumber: '00000000042', familyName: 'Essai', firstName: 'Ada', ...changes }),
        who,
        day.parse('2026-03-17'),
        day.parse('2026-03-18'),
      ).map(({ weight, code }) => `${weight} ${code}`);
    expect(file({})).toEqual([]);
    expect(file({ fileNumber: '' })).toEqual(['blocking file-missing']);
    expect(file({ fileNumber: '0'.repeat(14) })).toEqual(['blocking file-too-long']);
    expect(file({ fileNumber: 'AB12' })).toEqual(['doubtful file-doubtful']);
    expect(file({ familyName: `Essai${'x'.repeat(26)}` })).toContain('blocking name-too-long');
    expect(file({ firstName: `Ada${'x'.repeat(18)}` })).toContain('blocking name-too-long');
  });

  test('the organism’s identifiers of exactly eight characters, and its contract', () => {
    expect(checkSettings({ sender: '00FICTIF', certifier: '00EXEMPL', contract: 'C', depositor: 'CERTIFICATEUR' })).toEqual([]);
    expect(checkSettings({ sender: '0FICTIF', certifier: '00EXEMPLE', contract: 'x'.repeat(21), depositor: 'CERTIFICATEUR' })).toHaveLength(3);
    expect(checkSettings(null)).toHaveLength(3);
  });
});

test('three months end on the same day, or on the last one of a shorter month', () => {
  const ends = (text: string) => deadlineOf(day.parse(text));
  expect(ends('2026-03-17')).toBe('2026-06-17');
  expect(ends('2026-11-30')).toBe('2027-02-28');
  expect(ends('2027-11-30')).toBe('2028-02-29');
  expect(ends('2026-12-31')).toBe('2027-03-31');
  expect(ends('2026-01-31')).toBe('2026-04-30');
});

test('a social security number is known with or without its key, spaces or Corsica, and not in what is none', () => {
  for (const text of ['2010431555123', '201043155512345', '2 01 04 31 555 123 45', '1.84.12.2A.451.089', 'NIR : 184122B451089', '1 84 42 99 451 089'])
    expect([text, looksLikeNir(text)]).toEqual([text, true]);
  for (const text of ['00000000042', '1234567891011', '3010431555123', '20104315551', '20104315551234567', 'Essai 2001', '2001-04-12'])
    expect([text, looksLikeNir(text)]).toEqual([text, false]);
  expect(withoutNir('Refus pour 201043155512345.')).toBe('Refus pour •••.');
  expect(withoutNir('Refus 12 : 2 01 04 31 555 123 45')).not.toMatch(/\d/);
});

describe('a declaration stands', () => {
  const line = (changes: Partial<DeclaredLine>): DeclaredLine => ({
    idTechnique: 'k',
    batch: 1,
    action: 'CREATION',
    at,
    changed: false,
    answer: null,
    ...changes,
  });
  const yes = { accepted: true, message: '', at };
  const no = { accepted: false, message: 'non', at };
  const removed = line({ action: 'SUPPRESSION', batch: 2, answer: yes });

  test.each([
    ['to declare before any file', [], true, 'toDeclare'],
    ['declared while no report spoke', [line({})], true, 'declared'],
    ['declared even once the award is gone, until a report speaks', [line({})], false, 'declared'],
    ['accepted', [line({ answer: yes })], true, 'accepted'],
    ['refused', [line({ answer: no })], true, 'refused'],
    ['to correct when the identity changed', [line({ answer: yes, changed: true })], true, 'toCorrect'],
    ['to correct when a rectification took the award away', [line({ answer: yes })], false, 'toCorrect'],
    ['asked to be suppressed', [line({ answer: yes }), line({ action: 'SUPPRESSION' })], true, 'suppressing'],
    ['not suppressed', [line({ answer: yes }), line({ action: 'SUPPRESSION', answer: no })], true, 'suppressionRefused'],
    ['to declare anew once suppressed', [line({ answer: yes }), removed], true, 'toDeclare'],
    ['suppressed for good where the award is gone', [line({ answer: yes }), removed], false, 'suppressed'],
  ] as const)('%s', (_, lines, holds, kind) => expect(statusOf(lines, holds).kind).toBe(kind));

  test('under one key until a suppression is accepted', () => {
    expect(nextIdTechnique([])).toBeNull();
    expect(nextIdTechnique([line({ answer: no })])).toBe('k');
    expect(nextIdTechnique([line({ answer: yes })])).toBe('k');
    expect(nextIdTechnique([line({ answer: yes }), removed])).toBeNull();
  });
});

describe('a length limit', () => {
  test('holds for every name, the second and third first names too', () => {
    for (const field of ['birthName', 'usageName', 'firstName', 'secondName', 'thirdName'])
      expect([field, codesOf({ [field]: 'x'.repeat(61) }).filter((code) => code.includes('too-long'))]).toEqual([field, ['blocking name-too-long']]);
  });
  test('counts characters as the schema does, not the halves of a pair', () => {
    expect(codesOf({ usageName: '\u{20BB7}'.repeat(60) })).not.toContain('blocking name-too-long');
    expect(codesOf({ usageName: '\u{20BB7}'.repeat(61) })).toContain('blocking name-too-long');
  });
});
