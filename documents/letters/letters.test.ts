import { beforeAll, describe, expect, test } from 'vitest';
import { instant } from '../../domain/time.ts';
import { fixtureFonts } from '../../tests/fixtures/fonts.ts';
import { hasReaders, readWith } from '../../tests/fixtures/readers.ts';
import { fieldsOf, jury, people, seedReferential } from '../../tests/fixtures/sitting.ts';
import { hasVeraPDF, validate } from '../../tests/fixtures/verapdf.ts';
import { bundleLetters } from './bundle.ts';
import { drawLetter, type LetterFacts } from './draw.ts';

const juror = (id: string) => {
  const found = jury.find((each) => each.id === id);
  if (!found) throw new Error(`the fixture has no member ${id}`);
  return { ...found, civility: 'Mme' as const, givenName: 'Zoé', quality: 'Architecte logiciel', employer: 'Exemplia' };
};
const facts = (kind: LetterFacts['kind'], changes: Partial<LetterFacts> = {}): LetterFacts => ({
  kind,
  juror: juror(people.first),
  session: {
    ...fieldsOf('2026-ESSAI-01'),
    place: 'Salle d’essai, 12 rue Fictive',
    lead: { givenName: 'Aline', familyName: 'Fictive', quality: 'Responsable pédagogique' },
  },
  certification: seedReferential(),
  planned: ['2026-03-17T09:00:00.000Z', '2026-03-16T07:00:00.000Z', '2026-03-17T08:00:00.000Z'].map((at) => instant.parse(at)),
  candidates: 12,
  madeAt: instant.parse('2026-02-01T22:30:00.000Z'),
  demonstration: false,
  fonts: fixtureFonts(),
  ...changes,
});
const draw = async (kind: LetterFacts['kind'], changes: Partial<LetterFacts> = {}): Promise<Uint8Array> => {
  const drawn = await drawLetter(facts(kind, changes));
  if (!drawn.ok) throw new Error(drawn.error.code);
  return drawn.value;
};
const long = 'Direction régionale des systèmes d’information et de la transformation numérique des établissements imaginaires de l’Ouest et du Centre'.slice(
  0,
  160,
);
/** Every length that a form takes. */
const longest = {
  juror: {
    ...juror(people.substitute),
    familyName: 'Aquarelle-Esquisse-Croquis-Gouache-Pastel-Fusain-Sanguine-Lavis-Encre-Aquatinte',
    quality: long,
    employer: long,
  },
};

describe.skipIf(!hasReaders())('a letter, as a reader finds it (skipped without poppler-utils)', () => {
  const words = async (kind: LetterFacts['kind'], changes: Partial<LetterFacts> = {}): Promise<string> =>
    readWith('pdftotext', ['-layout', 'FILE', '-'], await draw(kind, changes)).replace(/\s+/g, ' ');

  test('an invitation says who, what, when, where, how many, what is asked, and that links are declared', async () => {
    const text = await words('invitation');
    for (const part of [
      'Mme Zoé Illustration',
      'Madame,',
      'membre titulaire',
      'RNCP36912',
      'Mardi 17 mars 2026',
      '9 h 00',
      'Salle d’essai',
      'Candidats attendus 12',
    ])
      expect(text).toContain(part);
    for (const part of ['Déclaration d’indépendance', 'mentor', 'Garder le secret', 'Fait le 1er février 2026', 'Aline Fictive']) expect(text).toContain(part);
    expect(text).not.toContain('suppléant siège');
  });

  test('a summons says what an employer needs, with the text of the law, and neither the candidates nor their number', async () => {
    const text = await words('summons');
    for (const part of ['Mme Zoé Illustration', 'Architecte logiciel', 'Exemplia', 'Mardi 17 mars 2026', 'Salle d’essai', 'OPENCLASSROOMS', 'SIRET'])
      expect(text).toContain(part);
    expect(text).toContain('Participation à un jury d’examen ou de validation des acquis de l’expérience (art. L3142-42 du code du travail)');
    expect(text).not.toMatch(/candidat/i);
  });

  test('each holds on one page, where the lead signs', async () => {
    for (const kind of ['invitation', 'summons'] as const) expect(readWith('pdfinfo', ['FILE'], await draw(kind))).toMatch(/Pages:\s+1\n/);
  });

  test('who gave no civility is greeted without one, and a substitute is told what that means', async () => {
    const text = await words('invitation', { juror: { ...juror(people.substitute), civility: '' } });
    expect(text).toContain('Madame, Monsieur,');
    expect(text).toContain('membre suppléant');
    expect(text).toContain('Un suppléant siège à la place d’un titulaire absent');
  });

  test('what is not settled yet is said so, and an hour is that of the session’s own time zone', async () => {
    const unsettled = facts('invitation').session;
    expect(await words('invitation', { planned: [], session: { ...unsettled, place: '' } })).toMatch(/Heure communiquée séparément Lieu Communiqué séparément/);
    expect(await words('summons', { session: { ...unsettled, timeZone: 'Indian/Reunion' } })).toContain('12 h 00');
  });
});

test('a letter that no font can write is refused with its character, not drawn with a hole', async () => {
  const drawn = await drawLetter(facts('summons', { juror: { ...juror(people.first), familyName: '𓀀' } }));
  expect(drawn).toEqual({ ok: false, error: { code: 'glyph-missing', facts: { character: '𓀀' } } });
});

test('two letters of one name are both in the zip', async () => {
  const zip = Buffer.from(await bundleLetters([1, 2].map((rank) => ({ name: 'Invitation Zoé.pdf', bytes: Buffer.from(`letter ${rank}`) }))));
  for (const part of ['Invitation Zoé.pdf', 'Invitation Zoé (2).pdf', 'letter 1', 'letter 2']) expect(zip.includes(Buffer.from(part))).toBe(true);
});

describe.skipIf(!hasVeraPDF())('a letter, as veraPDF judges it (skipped without Java)', () => {
  const kinds = ['invitation', 'summons'] as const;
  const flavours = ['3a', 'ua1'] as const;
  const cases = kinds.flatMap((kind) =>
    [{}, longest, { demonstration: true }].flatMap((changes, rank) => flavours.map((flavour) => ({ kind, changes, rank, flavour }))),
  );
  let verdicts: Awaited<ReturnType<typeof validate>> = [];
  beforeAll(async () => {
    verdicts = await validate(
      await Promise.all(
        cases.map(async ({ kind, changes, rank, flavour }) => ({ name: `${kind} ${rank} ${flavour}`, pdf: await draw(kind, changes), flavour })),
      ),
    );
  }, 120_000);

  test.each(cases.map((each, place) => [each.kind, each.rank, each.flavour, place] as const))('%s %i conforms to %s', (_kind, _rank, _flavour, place) => {
    expect(verdicts[place]?.failed).toEqual([]);
    expect(verdicts[place]?.checks).toBeGreaterThan(200);
  });
});
