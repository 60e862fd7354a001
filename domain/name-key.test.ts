import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { companyKey, familyKey, foldWords, personKey } from './name-key.ts';

/** A word that is by itself, once folded, a legal form, no employer or a civility: « Mè » written first is read as « Me », and the order then matters. */
const readAlone =
  /^(?:sa|sas|sasu|sarl|eurl|earl|snc|scop|scic|sci|selarl|selas|scp|sca|scs|gie|ei|eirl|ste|societe|gmbh|ltd|plc|inc|llc|bv|nv|spa|srl|ag|se|na|nc|m|mr|mme|mlle|monsieur|madame|dr|pr|me)$/;
const word = fc
  .stringMatching(/^[a-zà-ÿ]{2,9}$/u)
  .filter((text) => foldWords(text).length === 1 && !readAlone.test(foldWords(text)[0] ?? '') && !text.includes('÷'));
const company = fc.array(word, { minLength: 2, maxLength: 4 }).map((words) => ['exemplia', ...words].join(' '));
const form = fc.constantFrom('SAS', 'S.A.S.', 'sarl', 'S. A. R. L.', 'SA', 'S.A.', 'EURL', 'Sasu', 'Société');
const separator = fc.constantFrom(' ', ', ', ' - ', '  ', '\u00a0', ' — ');
const shout = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.toLocaleUpperCase('fr'),
  (text) => text.normalize('NFD'),
  (text) => text.replaceAll(' ', '-'),
  (text) => `«\u202f${text}\u202f».`,
);

describe('two spellings of one company are one', () => {
  test('whatever its legal form, at either end, its case, its accents and its punctuation', () => {
    fc.assert(
      fc.property(company, form, separator, shout, fc.boolean(), (name, legal, between, spell, first) => {
        const written = spell(first ? `${legal}${between}${name}` : `${name}${between}${legal}`);
        expect(companyKey(written)).toBe(companyKey(name));
        expect(companyKey(name)).not.toBeNull();
      }),
    );
  });

  test.each([
    ['Crédit Imaginaire S.A.', 'CREDIT IMAGINAIRE'],
    ['Œuvre & Fils SARL', 'oeuvre et fils'],
    ['L’Atelier d’Élise', "L'ATELIER D'ELISE"],
    ['A.B.C. Conseil', 'ABC conseil (SAS)'],
  ])('%s and %s', (one, other) => {
    expect(companyKey(one)).toBe(companyKey(other));
  });

  test.each([
    ['Exemplia Nord', 'Exemplia Sud'],
    ['Exemplia', 'Exemplia Conseil'],
    ['Sasha Conseil', 'Ha Conseil'],
    ['SAS', 'SARL'],
    ['La Sarl Verte', 'La Verte'],
  ])('but %s and %s stay two', (one, other) => {
    expect(companyKey(one)).not.toBe(companyKey(other));
  });

  test.each(['', '  ', '—', 'Indépendant', 'INDÉPENDANTE', 'Freelance SASU', 'auto-entrepreneur', 'Sans emploi', 'N/A', 'Demandeuse d’emploi'])(
    'and « %s » is no company that two people could share',
    (text) => expect(companyKey(text)).toBeNull(),
  );
});

describe('two spellings of one person are one', () => {
  test('whatever comes first, with or without a civility, in any case', () => {
    fc.assert(
      fc.property(word, word, shout, fc.constantFrom('', 'Mme ', 'M. ', 'Monsieur '), (given, family, spell, civility) => {
        expect(personKey(spell(`${civility}${family.toLocaleUpperCase('fr')} ${given}`))).toBe(personKey(`${given} ${family}`));
      }),
    );
  });

  test('two different names are never one', () => {
    fc.assert(
      fc.property(word, word, word, (given, family, other) => {
        fc.pre(foldWords(family).join() !== foldWords(other).join());
        expect(personKey(`${given} ${family}`)).not.toBe(personKey(`${given} ${other}`));
        expect(familyKey(family)).not.toBe(familyKey(other));
      }),
    );
  });

  test('a family name is one with or without its spaces, and no name is nobody’s', () => {
    expect(familyKey('Le Goff')).toBe(familyKey('LEGOFF'));
    expect(familyKey('O’Maquette')).toBe(familyKey('OMAQUETTE'));
    expect([familyKey(' — '), personKey('')]).toEqual([null, null]);
  });
});
