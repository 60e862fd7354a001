import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readReferential, type Referential } from '../../domain/referential.ts';
import { importProblemSentence, importReasons } from '../../words/imports.ts';
import { candidateTemplate } from '../../words/templates.ts';
import { candidateColumns } from './candidate-row.ts';
import { readCandidateRows, type KnownCandidate } from './candidates.ts';
import { importProblemCodes } from './cells.ts';

const file = (path: string): Uint8Array => readFileSync(new URL(`../../${path}`, import.meta.url));
const referential = ((): Referential => {
  const read = readReferential(JSON.parse(file('assets/referentials/RNCP36912.json').toString()));
  if (!read.ok) throw new Error('the seed must be readable');
  return read.value;
})();

const sound: Readonly<Record<string, string>> = {
  numero: 'D-1',
  nom: 'Essai',
  nom_usage: '',
  prenom: 'Youssef',
  naissance: '12/05/1998',
  courriel: '',
  voie: 'FI',
  entree: '04/09/2023',
  recevabilite: '',
  justificatif: '',
  blocs: 'tous',
  acquis: '',
  equivalence: '',
};
const csvOf = (...rows: readonly Readonly<Record<string, string>>[]): Uint8Array => {
  const columns = Object.keys(sound);
  const lines = rows.map((row) => columns.map((column) => row[column] ?? sound[column]).join(';'));
  return new TextEncoder().encode([columns.join(';'), ...lines].join('\n'));
};
const read = (...rows: readonly Readonly<Record<string, string>>[]) => readCandidateRows(csvOf(...rows), referential);
const fieldsOf = (row: Readonly<Record<string, string>>) => {
  const result = read(row);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.rows[0]?.fields;
};
const problemsOf = (result: ReturnType<typeof readCandidateRows>) =>
  result.ok ? 'accepted' : result.error.facts.problems.map(({ line, column, code, value }) => [line, column, code, value]);

describe('a sound file is read whole', () => {
  const bc = (rank: number): string => `RNCP36912BC0${rank}`;

  test.each(['good-windows-1252.csv', 'good-tab-utf8-mark.csv'])('%s', (name) => {
    const result = readCandidateRows(file(`tests/fixtures/csv/${name}`), referential);
    expect(result).toMatchObject({
      ok: true,
      rows: [
        {
          line: 2,
          recevableOn: null,
          fields: {
            number: 'F-01',
            familyName: 'Spécimen',
            givenName: 'Zoé',
            birthDate: '2000-02-29',
            accessPath: 'CA',
            entryDate: '2024-09-02',
            presents: [bc(1), bc(2), bc(3)],
            brings: [],
          },
        },
        {
          line: 3,
          recevableOn: '2025-01-15',
          fields: {
            familyName: 'Lœuvre-Fictive',
            usageName: 'Gabarit',
            givenName: 'Maÿlis',
            accessPath: 'VAE',
            entryDate: '2025-01-15',
            presents: [bc(2), bc(3)],
            brings: [{ kind: 'earlier', block: bc(1), minute: 'PV 2024-003', on: '2024-03-12' }],
          },
        },
        {
          line: 4,
          fields: {
            familyName: '',
            givenName: 'Linh',
            birthDate: '1999-06-05',
            accessPath: 'FC',
            presents: [bc(3)],
            brings: [
              { block: bc(1), on: null },
              { block: bc(2), on: '2024-06-20' },
            ],
          },
        },
      ],
    });
  });

  test('an equivalence keeps its origin, reference, date and authority', () => {
    expect(fieldsOf({ blocs: 'BC02+BC03', equivalence: 'BC01:RNCP34979BC01:ÉQ 2025-04:03/02/2025:Commission fictive' })?.brings).toEqual([
      { kind: 'equivalence', block: bc(1), from: 'RNCP34979BC01', reference: 'ÉQ 2025-04', on: '2025-02-03', authority: 'Commission fictive' },
    ]);
  });

  test('"tous" leaves out the blocks that the candidate brings', () => {
    expect(fieldsOf({ blocs: 'Tous', acquis: 'BC02:PV 1:' })?.presents).toEqual([bc(1), bc(3)]);
  });

  test('blocks presented come in the order of the fiche, once each', () => {
    expect(fieldsOf({ blocs: 'bc03, BC01 + BC03' })?.presents).toEqual([bc(1), bc(3)]);
  });

  test.each([
    ['FI', 'Étudiant'],
    ['CA', 'contrat d’apprentissage'],
    ['FC', 'Formation Continue'],
    ['CQ', 'En contrat de professionnalisation'],
    ['FI', "Après un parcours de formation sous statut d'élève ou d'étudiant"],
    ['CQ', 'cq'],
  ])('the access path %s is understood from "%s"', (code, written) => {
    expect(fieldsOf({ voie: written })?.accessPath).toBe(code);
  });

  test('an entry after the registration ended is read: the jury postpones it, the import does not judge it', () => {
    expect(fieldsOf({ entree: '30/09/2025' })?.entryDate).toBe('2025-09-30');
  });
});

describe('one faulty cell is named with its line, its column and its reason', () => {
  test.each([
    [{ numero: ' ' }, 'numero', 'missing-number', ''],
    [{ nom: '' }, 'nom', 'missing-name', ''],
    [{ prenom: '' }, 'prenom', 'missing-name', ''],
    [{ nom: 'Es\u0007sai' }, 'nom', 'unreadable-text', 'Es\u0007sai'],
    [{ nom: 'E'.repeat(121) }, 'nom', 'too-long', ''],
    [{ naissance: '29/02/2001' }, 'naissance', 'impossible-date', '29/02/2001'],
    [{ naissance: '2001-13-01' }, 'naissance', 'impossible-date', '2001-13-01'],
    [{ naissance: '12/05/98' }, 'naissance', 'impossible-date', '12/05/98'],
    [{ naissance: '01/01/1098' }, 'naissance', 'impossible-date', '01/01/1098'],
    [{ naissance: '04/09/2023' }, 'naissance', 'birth-after-entry', '04/09/2023'],
    [{ entree: '' }, 'entree', 'missing-entry-date', ''],
    [{ entree: 'septembre' }, 'entree', 'impossible-date', 'septembre'],
    [{ courriel: 'youssef.exemple.invalid' }, 'courriel', 'malformed-email', 'youssef.exemple.invalid'],
    [{ voie: '' }, 'voie', 'missing-path', ''],
    [{ voie: 'alternance', recevabilite: '04/09/2023' }, 'voie', 'unknown-path', 'alternance'],
    [{ voie: 'alternance' }, 'voie', 'unknown-path', 'alternance'],
    [{ voie: 'CL' }, 'voie', 'closed-access-path', 'CL'],
    [{ voie: 'Par candidature individuelle' }, 'voie', 'closed-access-path', 'Par candidature individuelle'],
    [{ voie: 'VAE' }, 'recevabilite', 'recevability-missing', ''],
    [{ recevabilite: '04/09/2023' }, 'recevabilite', 'recevability-unexpected', '04/09/2023'],
    [{ blocs: '' }, 'blocs', 'missing-block', ''],
    [{ blocs: 'BC01+BC04' }, 'blocs', 'unknown-block', 'BC04'],
    [{ blocs: 'RNCP34979BC01' }, 'blocs', 'unknown-block', 'RNCP34979BC01'],
    [{ blocs: 'BC01', acquis: 'BC01:PV 1:' }, 'blocs', 'block-already-acquired', 'RNCP36912BC01'],
    [{ acquis: 'BC01:PV 1:|BC01:PV 2:' }, 'acquis', 'repeated-block', 'RNCP36912BC01'],
    [{ acquis: 'BC01' }, 'acquis', 'malformed-acquired', 'BC01'],
    [{ acquis: 'BC09:PV 1:2025-01-01' }, 'acquis', 'unknown-block', 'BC09'],
    [{ acquis: 'BC01:PV 1:2025-02-29' }, 'acquis', 'impossible-date', '2025-02-29'],
    [{ equivalence: 'BC01:RNCP34979BC01:ref' }, 'equivalence', 'malformed-equivalence', 'BC01:RNCP34979BC01:ref'],
    [{ equivalence: 'BC01:RNCP34979BC01:ref:31/04/2025:Commission' }, 'equivalence', 'impossible-date', '31/04/2025'],
  ] as readonly (readonly [Readonly<Record<string, string>>, string, string, string])[])('%j', (row, column, code, value) => {
    expect(problemsOf(read(sound, { ...row, numero: row.numero ?? 'D-2', prenom: row.prenom ?? 'Inès' }))).toEqual([[3, column, code, value]]);
  });

  test('a cell beyond the columns is named', () => {
    const bytes = new TextEncoder().encode(`${new TextDecoder().decode(csvOf(sound))};en trop`);
    expect(problemsOf(readCandidateRows(bytes, referential))).toEqual([[2, '', 'extra-cells', 'en trop']]);
  });
});

describe('duplicates', () => {
  const known: KnownCandidate = { number: 'X-9', familyName: 'ESSAI', givenName: 'youssef', birthDate: '1998-05-12' as KnownCandidate['birthDate'] };

  test('the same number twice names the line of the first', () => {
    const result = read(sound, { numero: 'd-1', prenom: 'Inès' });
    expect(result).toMatchObject({ ok: false, error: { facts: { problems: [{ line: 3, code: 'duplicate-number', value: 'd-1', first: 2 }] } } });
  });

  test('the same names and birth date are one person, whatever the accents and capitals', () => {
    const result = read({ ...sound, prenom: 'Zoé' }, { numero: 'D-2', nom: 'ESSAI', prenom: 'ZOE', naissance: '1998-05-12' });
    expect(result).toMatchObject({ ok: false, error: { facts: { problems: [{ line: 3, column: 'nom', code: 'duplicate-candidate', first: 2 }] } } });
  });

  test('the same names on another birth date are two people', () => {
    expect(read(sound, { numero: 'D-2', naissance: '13/05/1998' }).ok).toBe(true);
  });

  test('a candidate whom the session already has is a duplicate', () => {
    expect(readCandidateRows(csvOf(sound), referential, [known])).toMatchObject({
      ok: false,
      error: { facts: { problems: [{ line: 2, code: 'duplicate-candidate', first: null }] } },
    });
    expect(readCandidateRows(csvOf({ numero: 'x-9', prenom: 'Awa' }), referential, [known])).toMatchObject({
      ok: false,
      error: { facts: { problems: [{ line: 2, code: 'duplicate-number', first: null }] } },
    });
  });
});

describe('the whole file', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  test('columns missing, unknown or given twice are named, and the rows are still checked', () => {
    const text = 'Numéro;Nom;nom de naissance;Prénom;Humeur;voie;entree\nD-1;Essai;;Youssef;bonne;CL;31/02/2024';
    expect(problemsOf(readCandidateRows(bytes(text), referential))).toEqual([
      [1, 'nom de naissance', 'repeated-column', 'nom de naissance'],
      [1, 'Humeur', 'unknown-column', 'Humeur'],
      [1, 'naissance', 'missing-column', 'naissance'],
      [1, 'blocs', 'missing-column', 'blocs'],
      [2, 'voie', 'closed-access-path', 'CL'],
      [2, 'entree', 'impossible-date', '31/02/2024'],
    ]);
  });

  test('a sound row under a missing column is not accused of anything else', () => {
    const text = 'numero;nom;prenom;voie;naissance;blocs\nD-1;Essai;Youssef;FI;12/05/1998;tous';
    expect(problemsOf(readCandidateRows(bytes(text), referential))).toEqual([[1, 'entree', 'missing-column', 'entree']]);
  });

  test('empty columns that a spreadsheet leaves behind are forgiven', () => {
    const text = new TextDecoder().decode(csvOf(sound)).replaceAll('\n', ';;\n');
    expect(readCandidateRows(bytes(`${text};;`), referential).ok).toBe(true);
  });

  test('a filled column without a title is not forgiven', () => {
    const [titles, row] = new TextDecoder().decode(csvOf(sound)).split('\n');
    expect(problemsOf(readCandidateRows(bytes(`${titles};\n${row};perdu`), referential))).toEqual([[1, '', 'unknown-column', '']]);
  });

  test('titles without a candidate, an empty file and an open quote are refused', () => {
    expect(problemsOf(readCandidateRows(bytes(Object.keys(sound).join(';')), referential))).toEqual([[1, '', 'no-row', '']]);
    expect(problemsOf(readCandidateRows(bytes(''), referential))).toEqual([[1, '', 'empty-file', '']]);
    expect(problemsOf(readCandidateRows(bytes('numero;nom\nD-1;"Essai\n'), referential))).toEqual([[2, '', 'unclosed-quote', '']]);
  });

  test('every fault of every row comes at once, in the order of the lines', () => {
    expect(problemsOf(readCandidateRows(file('tests/fixtures/csv/faulty.csv'), referential))).toEqual([
      [2, 'naissance', 'impossible-date', '31/02/1990'],
      [4, 'voie', 'closed-access-path', 'CL'],
      [5, 'nom', 'missing-name', ''],
      [5, 'courriel', 'malformed-email', 'paul'],
      [5, 'entree', 'missing-entry-date', ''],
      [5, 'blocs', 'unknown-block', 'BC07'],
      [6, 'recevabilite', 'recevability-missing', ''],
      [6, 'numero', 'duplicate-number', 'F-02'],
      [7, 'equivalence', 'malformed-equivalence', 'BC02:RNCP34979BC02'],
      [7, 'blocs', 'block-already-acquired', 'RNCP36912BC01'],
      [7, 'nom', 'duplicate-candidate', 'Tiago Fictif'],
      [8, 'numero', 'missing-number', ''],
      [8, 'prenom', 'missing-name', ''],
      [8, 'voie', 'unknown-path', 'XX'],
      [8, 'naissance', 'birth-after-entry', '2025-01-01'],
      [8, 'acquis', 'impossible-date', '2024-13-01'],
      [8, 'blocs', 'missing-block', ''],
    ]);
  });
});

describe('sentences', () => {
  const problem = { line: 7, column: 'naissance', code: 'impossible-date', value: '31/02/1990', first: null };

  test('every reason has its sentence and every column its name', () => {
    expect(Object.keys(importReasons).toSorted()).toEqual([...importProblemCodes].toSorted());
    expect(Object.keys(candidateTemplate)).toEqual(candidateColumns);
  });

  test('a sentence gives the line, the column, what was written and why', () => {
    expect(importProblemSentence(problem)).toBe(
      'Ligne 7, colonne «\u202fnaissance\u202f»\u00a0: la date «\u202f31/02/1990\u202f» n’existe pas ou n’est pas écrite jj/mm/aaaa.',
    );
    expect(importProblemSentence({ ...problem, column: 'blocs', code: 'missing-column', value: 'blocs' })).toBe(
      'Ligne 7\u00a0: la colonne «\u202fblocs\u202f» manque.',
    );
    expect(importProblemSentence({ ...problem, code: 'duplicate-number', value: 'F-02', first: 4 })).toContain('déjà à la ligne 4');
  });

  test('no reason prints what a control character would break', () => {
    expect(importProblemSentence({ ...problem, code: 'unreadable-text', value: 'Es\u0007sai' })).not.toMatch(/\p{Cc}/u);
  });
});
