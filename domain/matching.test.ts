import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { candidateId } from './ids.ts';
import { guessKind, guessProject, matcherOf, type Known } from './matching.ts';

const matchOwner = (path: readonly string[], candidates: readonly Known[]) => matcherOf(candidates)(path);
const person = (id: string, number: string, givenName: string, familyName: string, usageName = ''): Known => ({
  id: candidateId.parse(id),
  number,
  givenName,
  familyName,
  usageName,
});
const sure = (id: string) => ({ kind: 'sure', candidateId: id });
const doubtful = (...ids: readonly string[]) => ({ kind: 'doubtful', candidateIds: ids });
const group = [
  person('a', 'D-01', 'Élodie', 'Maquette'),
  person('b', 'D-02', 'Jean-Pierre', 'd’Exemple', 'Modèle'),
  person('c', '12', 'Paul', 'Maquette'),
  person('d', '2026017', 'Paul', 'Œuvré'),
];
const owner = (path: string, candidates: readonly Known[] = group) => matchOwner(path.split('/'), candidates);

describe('a file goes surely to the one candidate whom its path names', () => {
  test.each([
    ['Maquette Élodie/rapport.pdf', 'a'],
    ['elodie_MAQUETTE-rapport.pdf', 'a'],
    ['Rapport - E\u0301lodie Maquette.pdf', 'a'],
    ['MaquetteElodie.pdf', 'a'],
    ['D01/cv.pdf', 'a'],
    ['d_001 rapport.pdf', 'a'],
    ['Rapport d’Exemple Jean Pierre.pdf', 'b'],
    ['DEXEMPLE Jean-Pierre.pdf', 'b'],
    ['Modele JeanPierre/P3/rapport.pdf', 'b'],
    ['candidat 12/rapport.pdf', 'c'],
    ['012 - dossier/1 rapport.pdf', 'c'],
    ['lot/2026017_rapport.pdf', 'd'],
    ['Oeuvre Paul.pdf', 'd'],
  ])('%s', (path, id) => expect(owner(path)).toEqual(sure(id)));
});

describe('a file is doubtful when somebody else could own it', () => {
  test.each([
    ['Maquette/rapport.pdf', ['a', 'c']],
    ['Modèle/rapport.pdf', ['b']],
    ['Maquette Élodie/D-02 rapport.pdf', ['a', 'b', 'c']],
    ['Maquette Élodie/Rapport Modèle.pdf', ['a', 'b', 'c']],
    ['12 rapport.pdf', ['c']],
  ])('%s', (path, ids) => expect(owner(path)).toEqual(doubtful(...ids)));

  test('namesakes are told apart by their number alone', () => {
    const twins = [person('x', 'A-1', 'Paul', 'Maquette'), person('y', 'A-2', 'Paul', 'Maquette')];
    expect(owner('Paul Maquette/rapport.pdf', twins)).toEqual(doubtful('x', 'y'));
    expect(owner('Paul Maquette A-2/rapport.pdf', twins)).toEqual(sure('y'));
  });

  test('a given name that is another’s family name does not decide', () => {
    const crossed = [person('x', 'A-1', 'Martin', 'Gabarit'), person('y', 'A-2', 'Gabarit', 'Martin')];
    expect(owner('Martin Gabarit.pdf', crossed)).toEqual(doubtful('x', 'y'));
  });

  test('one word does not stand for both names of a person', () => {
    expect(owner('Martin.pdf', [person('x', 'A-1', 'Martin', 'Martin')])).toEqual(doubtful('x'));
  });
});

test.each(['rapport.pdf', 'Elodie/cv.pdf', 'divers/D-010.pdf', 'Maquettes/plan.pdf', 'lot 2026/a.pdf'])('%s belongs to nobody that is known', (path) =>
  expect(owner(path)).toEqual({ kind: 'none' }),
);

test.each([
  ['Maquette/Rapport P3.pdf', 'report', 3],
  ['Projet 03/Livrable_2.zip', 'deliverable', 3],
  ['P2/Support de soutenance.pptx', 'support', 2],
  ['cv.pdf', 'cv', null],
  ['LettreMotivation.pdf', 'motivation', null],
  ['Diplôme licence.pdf', 'diploma', null],
  ['Attestation employeur.pdf', 'attestation', null],
  ['Attestation TOEIC.pdf', 'english', null],
  ['DELF B2.pdf', 'french', null],
  ['Décision de recevabilité.pdf', 'recevability', null],
  ['Livret 2.pdf', 'validationFile', null],
  ['Preuves/photo.jpg', 'evidence', null],
  ['photo.jpg', 'other', null],
])('%s is taken for a %s', (path, kind, project) => {
  expect(guessKind(path.split('/'))).toBe(kind);
  expect(guessProject(path.split('/'))).toBe(project);
});

const names = ['Maquette', 'Modèle', 'Gabarit', 'Paul', 'Élodie', 'Jean-Pierre', 'd’Exemple', 'Martin', 'Œuvré', 'Patron Modèle'] as const;
const people = fc
  .uniqueArray(
    fc.record({
      number: fc.integer({ min: 1, max: 40 }),
      prefix: fc.constantFrom('', 'D-', 'VAE'),
      given: fc.constantFrom(...names),
      family: fc.constantFrom(...names),
    }),
    {
      minLength: 1,
      maxLength: 8,
      selector: ({ number, prefix }) => `${prefix}${number}`,
    },
  )
  .map((rows) => rows.map(({ number, prefix, given, family }, rank) => person(`c${rank}`, `${prefix}${number}`, given, family)));
const written = (known: Known, way: number, word: string): string[] => {
  const plain = (text: string): string => (way % 2 === 0 ? text : text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase());
  const [given, family] = [plain(known.givenName), plain(known.familyName)];
  const whole = way % 3 === 0 ? `${given} ${family}` : way % 3 === 1 ? `${family}_${given}` : `${known.number} - ${family} ${given}`;
  return way % 4 < 2 ? [`${whole} ${word}.pdf`] : [whole, `${word}.pdf`];
};
const wording = fc.constantFrom('rapport', 'Livrable 2', 'P3', 'cv', 'soutenance', '1', '2026-03-17');

test('a file that bears the names of a candidate never goes surely to another', () => {
  fc.assert(
    fc.property(people, fc.nat(), fc.nat(11), wording, (candidates, whose, way, word) => {
      const known = candidates[whose % candidates.length] as Known;
      const found = matchOwner(written(known, way, word), candidates);
      expect(found.kind === 'sure' ? found.candidateId : known.id).toBe(known.id);
      expect(found.kind).not.toBe('none');
    }),
    { numRuns: 2000 },
  );
});

test('the order of the candidates changes nothing', () => {
  fc.assert(
    fc.property(people, fc.nat(), fc.nat(11), wording, (candidates, whose, way, word) => {
      const path = written(candidates[whose % candidates.length] as Known, way, word);
      expect(matchOwner(path, [...candidates].reverse())).toEqual(matchOwner(path, candidates));
    }),
    { numRuns: 500 },
  );
});
