import { describe, expect, test } from 'vitest';
import { candidateOf, jury, people } from '../tests/fixtures/sitting.ts';
import { candidateId, jurorFileId } from './ids.ts';
import { findLinkHints, withChecks, type EarlierSitting, type LinkFacts } from './link-hints.ts';
import { day, instant } from './time.ts';

const file = jurorFileId.parse('f1');
const [, first] = jury;
if (!first) throw new Error('the fixture has members');
const juror = { ...first, givenName: 'Zoé', familyName: 'Illustration', employer: 'Exemplia SAS' };
const find = (changes: Parameters<typeof candidateOf>[1], more: Partial<LinkFacts> = {}) =>
  findLinkHints({ jurors: [juror], candidates: [candidateOf('c1', changes)], earlier: [], fileOf: new Map(), ...more });
const kinds = (...args: Parameters<typeof find>) => find(...args).map((hint) => hint.kind);

describe('a link to check is found', () => {
  test('where the candidate works for the member’s employer, in the words that each side wrote', () => {
    expect(find({ employer: 'EXEMPLIA' })).toEqual([
      {
        jurorId: people.first,
        candidateId: 'c1',
        kind: 'employer',
        member: 'Exemplia SAS',
        candidate: 'EXEMPLIA',
        sessions: [],
        about: 'exemplia',
        checked: null,
      },
    ]);
    expect(kinds({ employer: 'Exemplia Conseil' })).toEqual([]);
  });

  test('where the member was the mentor, alone or among several', () => {
    expect(kinds({ mentor: 'ILLUSTRATION Zoe' })).toEqual(['mentor']);
    expect(kinds({ mentor: 'Paul Essai et Mme Zoé Illustration (entreprise)' })).toEqual(['mentor']);
    expect(kinds({ mentor: 'Zoé Esquisse, Paul Illustration' })).toEqual([]);
  });

  test('where they share a family name, of birth or of use', () => {
    expect(kinds({ familyName: 'ILLUSTRATION' })).toEqual(['familyName']);
    expect(kinds({ usageName: 'Illustration' })).toEqual(['familyName']);
    expect(kinds({ givenName: 'Illustration' })).toEqual([]);
  });

  test('nowhere when nothing was typed on either side', () => {
    const empty = findLinkHints({
      jurors: [{ ...juror, familyName: '—', employer: 'Indépendant' }],
      candidates: [candidateOf('c1', { familyName: '', employer: 'Indépendante', mentor: '—' })],
      earlier: [],
      fileOf: new Map(),
    });
    expect(empty).toEqual([]);
  });
});

describe('a jury already held for the candidate is told', () => {
  const born = day.parse('1990-05-04');
  const changes = { givenName: 'Noé', familyName: 'Croquis', birthDate: born };
  const earlier = (part: Partial<EarlierSitting> = {}): EarlierSitting => ({
    number: 'PV 2025-1',
    heldOn: day.parse('2025-03-12'),
    candidate: { givenName: 'NOE', familyName: 'Croquis', birthDate: born },
    members: [{ givenName: 'Zoé', familyName: 'Illustration', fileId: null }],
    ...part,
  });

  test('by the member’s name, or by the directory when the name has changed', () => {
    expect(find(changes, { earlier: [earlier()] })[0]).toMatchObject({
      kind: 'earlierSession',
      sessions: [{ number: 'PV 2025-1', heldOn: '2025-03-12' }],
    });
    const married = earlier({ members: [{ givenName: 'Zoé', familyName: 'Aquarelle', fileId: file }] });
    expect(kinds(changes, { earlier: [married] })).toEqual([]);
    expect(kinds(changes, { earlier: [married], fileOf: new Map([[people.first, file]]) })).toEqual(['earlierSession']);
  });

  test('never for a namesake born another day, or whose birth date nobody gave', () => {
    expect(kinds({ ...changes, birthDate: day.parse('1991-05-04') }, { earlier: [earlier()] })).toEqual([]);
    expect(kinds({ ...changes, birthDate: null }, { earlier: [earlier({ candidate: { ...earlier().candidate, birthDate: null } })] })).toEqual([]);
  });
});

test('a check holds for the words that were compared, and no longer once they are others', () => {
  const check = {
    jurorId: people.first,
    candidateId: candidateId.parse('c1'),
    kind: 'employer',
    about: 'exemplia',
    note: 'Deux sites',
    at: instant.parse('2026-03-01T08:00:00.000Z'),
  } as const;
  expect(withChecks(find({ employer: 'Exemplia' }), [check])[0]?.checked).toEqual({ note: 'Deux sites', at: check.at });
  expect(withChecks(find({ employer: 'Exemplia' }), [{ ...check, about: 'autre' }])[0]?.checked).toBeNull();
  expect(withChecks(find({ familyName: 'Illustration' }), [check])[0]?.checked).toBeNull();
});
