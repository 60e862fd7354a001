import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { afterAll, describe, expect, test } from 'vitest';
import { holderIdentity, type HolderIdentity } from '../../domain/holder.ts';
import { checkHolder } from '../../domain/holder-check.ts';
import { accessPath } from '../../domain/jury.ts';
import { day, instant } from '../../domain/time.ts';
import { candidateOf } from '../../tests/fixtures/sitting.ts';
import { timestampOf, writeCpf, type CpfFile, type CpfLine } from './cpf.ts';

const schema = new URL('../../../shared/cpf/cpf-1.1.5.xsd', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'delibere-cpf-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const person = (changes: Record<string, unknown> = {}): HolderIdentity =>
  holderIdentity.parse({
    kind: 'person',
    birthName: 'Imaginaire',
    usageName: '',
    firstName: 'Inès',
    secondName: '',
    thirdName: '',
    birthDate: '2001-04-12',
    sex: 'F',
    birthplace: { kind: 'france', insee: '31555', town: 'Toulouse' },
    ...changes,
  });
const lineOf = (identity: HolderIdentity, changes: Partial<CpfLine> = {}): CpfLine => ({
  idTechnique: 'cle-1',
  awardedOn: day.parse('2026-03-17'),
  accessPath: 'FC',
  identity,
  ...changes,
});
const fileOf = (lines: readonly CpfLine[], changes: Partial<CpfFile> = {}): CpfFile => ({
  id: 'flux-1',
  at: instant.parse('2026-03-18T08:05:09.123Z'),
  timeZone: 'Europe/Paris',
  action: 'CREATION',
  settings: { sender: '00FICTIF', certifier: '00EXEMPL', contract: 'MCFCER000000', depositor: 'CERTIFICATEUR' },
  certification: 'RNCP36912',
  lines,
  ...changes,
});
const write = (file: CpfFile): string => {
  const written = writeCpf(file);
  if (!written.ok) throw new Error(written.error.code);
  return Buffer.from(written.value).toString('utf8');
};

/** The elements of a file in order, as "path=text"; nil elements as "path=∅". */
const read = (xml: string): string[] => {
  const found: string[] = [];
  const path: string[] = [];
  let [text, isNil, leaf] = ['', false, false];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    expect(tag.uri).toBe('urn:cdc:cpf:pc5:schema:1.0.0');
    path.push(tag.local);
    [text, leaf, isNil] = ['', true, Object.values(tag.attributes).some(({ local, value }) => local === 'nil' && value === 'true')];
  });
  parser.on('text', (part) => (text += part));
  parser.on('closetag', () => {
    if (leaf) found.push(`${path.slice(-2).join('/')}=${isNil ? '∅' : text}`);
    leaf = false;
    path.pop();
  });
  parser.write(xml).close();
  return found;
};

/** Every identity case of the declaration. */
const cases: Readonly<Record<string, HolderIdentity>> = {
  'born in France': person(),
  'born in Corsica': person({ birthplace: { kind: 'france', insee: '2A004', town: 'Ajaccio' } }),
  'born in Haute-Corse': person({ birthplace: { kind: 'france', insee: '2B033', town: 'Bastia' } }),
  'born overseas': person({ birthplace: { kind: 'france', insee: '97411', town: 'Saint-Denis' } }),
  'born in the Pacific': person({ birthplace: { kind: 'france', insee: '98735', town: 'Papeete' } }),
  'born abroad, no postal code': person({ birthplace: { kind: 'abroad', postalCode: '', town: 'Hanoï', country: 'Viêt Nam' } }),
  'born abroad, with one': person({ birthplace: { kind: 'abroad', postalCode: '1000', town: 'Bruxelles', country: 'Belgique' } }),
  'a usage name and other first names': person({ usageName: 'Calque', secondName: 'Aÿ', thirdName: 'Zoé' }),
  'a birth year alone': person({ birthDate: '1988' }),
  'a birth month alone': person({ birthDate: '1988-07', sex: 'M' }),
  'characters to escape': person({ birthName: 'D’Essai & <Fils> "un"', firstName: 'Anne-Lou' }),
  'a training file': { kind: 'file', fileNumber: '00000000042', familyName: 'Modèle', firstName: 'Linh' },
};

const isValid = (xml: string): string => {
  const path = join(folder, 'cpf.xml');
  writeFileSync(path, xml);
  try {
    execFileSync('xmllint', ['--noout', '--nonet', '--schema', schema, path], { stdio: 'pipe' });
    return 'valid';
  } catch (error) {
    return String((error as { stderr?: unknown }).stderr ?? error);
  }
};
const hasSchema = existsSync(schema);
if (!hasSchema) console.warn('the schema of the declaration is not there: files are held to our own suite alone');

test('a holder born in France is declared with every element that is always sent, in the order of the schema, nil where unknown', () => {
  expect(read(write(fileOf([lineOf(person())])))).toEqual([
    'flux/idFlux=flux-1',
    'flux/horodatage=2026-03-18T09:05:09+01:00',
    'flux/action=CREATION',
    'emetteur/idClient=00FICTIF',
    'certificateur/idClient=00EXEMPL',
    'certificateur/idContrat=MCFCER000000',
    'certification/type=RNCP',
    'certification/code=RNCP36912',
    'certification/natureDeposant=CERTIFICATEUR',
    'passageCertification/idTechnique=cle-1',
    'passageCertification/obtentionCertification=PAR_ADMISSION',
    'passageCertification/donneeCertifiee=true',
    'passageCertification/dateDebutValidite=2026-03-17',
    'passageCertification/dateFinValidite=∅',
    'passageCertification/presenceNiveauLangueEuro=false',
    'passageCertification/presenceNiveauNumeriqueEuro=false',
    'passageCertification/scoring=∅',
    'passageCertification/mentionValidee=∅',
    'modalitesInscription/modaliteAcces=FORMATION_CONTINUE_HORS_CONTRAT_DE_PROFESSIONNALISATION',
    'titulaire/nomNaissance=Imaginaire',
    'titulaire/nomUsage=∅',
    'titulaire/prenom1=Inès',
    'titulaire/anneeNaissance=2001',
    'titulaire/moisNaissance=4',
    'titulaire/jourNaissance=12',
    'titulaire/sexe=F',
    'codeInseeNaissance/codeInsee=31555',
    'titulaire/libelleCommuneNaissance=Toulouse',
  ]);
});

test('each access path has its name, and a VAE its own way', () => {
  const waysOf = (path: CpfLine['accessPath']) =>
    read(write(fileOf([lineOf(person(), { accessPath: path })]))).filter((each) => each.startsWith('modalitesInscription'));
  expect(waysOf('FI')).toEqual(['modalitesInscription/modaliteAcces=FORMATION_INITIALE_HORS_APPRENTISSAGE']);
  expect(waysOf('CA')).toEqual(['modalitesInscription/modaliteAcces=FORMATION_INITIALE_APPRENTISSAGE']);
  expect(waysOf('FC')).toEqual(['modalitesInscription/modaliteAcces=FORMATION_CONTINUE_HORS_CONTRAT_DE_PROFESSIONNALISATION']);
  expect(waysOf('CQ')).toEqual(['modalitesInscription/modaliteAcces=FORMATION_CONTINUE_CONTRAT_DE_PROFESSIONNALISATION']);
  expect(waysOf('VAE')).toEqual(['modalitesInscription/modaliteAcces=VAE', 'modalitesInscription/voieAccessVAE=VAE_CLASSIQUE']);
});

test('a birth abroad gives a country and a postal code, nil where unknown; a date known in part is nil where it is not', () => {
  const of = (name: string) => read(write(fileOf([lineOf(cases[name] as HolderIdentity)])));
  expect(of('born abroad, no postal code')).toEqual(expect.arrayContaining(['codePostalNaissance/codePostal=∅', 'titulaire/libellePaysNaissance=Viêt Nam']));
  expect(of('born abroad, with one')).toContain('codePostalNaissance/codePostal=1000');
  expect(of('a birth year alone')).toEqual(expect.arrayContaining(['titulaire/anneeNaissance=1988', 'titulaire/moisNaissance=∅', 'titulaire/jourNaissance=∅']));
  expect(of('a birth month alone')).toEqual(expect.arrayContaining(['titulaire/moisNaissance=7', 'titulaire/jourNaissance=∅']));
  expect(of('a usage name and other first names')).toEqual(
    expect.arrayContaining(['titulaire/nomUsage=Calque', 'titulaire/prenom2=Aÿ', 'titulaire/prenom3=Zoé']),
  );
  expect(of('characters to escape')).toContain('titulaire/nomNaissance=D’Essai & <Fils> "un"');
  expect(of('a training file')).toEqual(
    expect.arrayContaining(['dossierFormation/idDossier=00000000042', 'dossierFormation/nomTitulaire=Modèle', 'dossierFormation/prenom1Titulaire=Linh']),
  );
});

test('the timestamp has an offset in figures, summer, winter or UTC, never Z nor a fraction', () => {
  const at = (text: string, zone: string) => timestampOf(instant.parse(text), zone);
  expect(at('2026-07-01T22:30:00.999Z', 'Europe/Paris')).toBe('2026-07-02T00:30:00+02:00');
  expect(at('2026-01-01T23:00:07.000Z', 'Europe/Paris')).toBe('2026-01-02T00:00:07+01:00');
  expect(at('2026-01-01T23:00:07.000Z', 'UTC')).toBe('2026-01-01T23:00:07+00:00');
  expect(at('2026-01-01T02:00:00.000Z', 'America/Martinique')).toBe('2025-12-31T22:00:00-04:00');
  expect(at('2026-01-01T02:00:00.000Z', 'Indian/Reunion')).toBe('2026-01-01T06:00:00+04:00');
});

test('the file is UTF-8 without a mark, the same for the same facts, and never names a social security number', () => {
  const file = fileOf(Object.values(cases).map((identity, rank) => lineOf(identity, { idTechnique: `cle-${rank}` })));
  const xml = write(file);
  expect(xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<cpf:flux ')).toBe(true);
  expect(write(file)).toBe(xml);
  expect(xml).not.toMatch(/nir|identifiantNational/i);
});

test('a character of control is refused, and so is a file for nobody', () => {
  for (const text of ['Ess\u0000ai', 'Ess\u0008ai', 'Essai\n', 'Ess\uFFFEai', 'Ess\uD800ai'])
    expect(writeCpf(fileOf([lineOf({ ...person(), birthName: text } as HolderIdentity)]))).toMatchObject({ ok: false, error: { code: 'holder-unwritable' } });
  expect(writeCpf(fileOf([lineOf(person({ birthplace: { kind: 'abroad', postalCode: '', town: 'A\u0001', country: 'B' } }))]))).toMatchObject({ ok: false });
  expect(writeCpf(fileOf([]))).toMatchObject({ ok: false, error: { code: 'holder-none' } });
});

test.runIf(hasSchema).each(Object.entries(cases))('the schema accepts a holder %s, created or suppressed, by every path', (_, identity) => {
  const lines = accessPath.options.map((path) => lineOf(identity, { accessPath: path, idTechnique: `cle-${path}` }));
  expect(isValid(write(fileOf(lines)))).toBe('valid');
  expect(isValid(write(fileOf(lines, { action: 'SUPPRESSION', certification: 'RS5000', timeZone: 'UTC' })))).toBe('valid');
});

test.runIf(hasSchema)('the schema is really asked: a file with an empty usage name is refused', () => {
  expect(isValid(write(fileOf([lineOf(person())])).replace('<cpf:nomUsage xsi:nil="true"/>', '<cpf:nomUsage></cpf:nomUsage>'))).toContain('nomUsage');
});

const name = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'aÉçœ ’-&<>"ŷÀ漢𝒳'), minLength: 0, maxLength: 70 }),
  fc.constantFrom('Essai', 'O’Exemple', 'X', 'Ŵ'),
);
const anyDay = fc
  .tuple(fc.integer({ min: 1890, max: 2030 }), fc.integer({ min: 1, max: 13 }), fc.integer({ min: 1, max: 31 }), fc.integer({ min: 0, max: 2 }))
  .map(([year, month, date, parts]) => [String(year), String(month).padStart(2, '0'), String(date).padStart(2, '0')].slice(0, 3 - parts).join('-'));
const code = fc.oneof(
  fc.constantFrom('31555', '2A004', '20004', '97411', '99243', '2C001', ''),
  fc.string({ unit: fc.constantFrom(...'0129AB'), maxLength: 6 }),
);
const place = fc.oneof(
  fc.record({ kind: fc.constant('france' as const), insee: code, town: name }),
  fc.record({ kind: fc.constant('abroad' as const), postalCode: code, town: name, country: name }),
  fc.constant({ kind: 'unknown' as const }),
);
const identities = fc.oneof(
  fc.record({
    kind: fc.constant('person' as const),
    birthName: name,
    usageName: name,
    firstName: name,
    secondName: name,
    thirdName: name,
    birthDate: anyDay,
    sex: fc.constantFrom('F' as const, 'M' as const, '' as const),
    birthplace: place,
  }),
  fc.record({
    kind: fc.constant('file' as const),
    fileNumber: fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 15 }),
    familyName: name,
    firstName: name,
  }),
);

test.runIf(hasSchema)('whatever the identities, what the list lets through is valid by the schema', () => {
  let written = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(identities, fc.constantFrom(...accessPath.options)), { minLength: 40, maxLength: 60 }), (people) => {
      const lines = people.flatMap(([raw, path], rank): CpfLine[] => {
        const identity = holderIdentity.parse(raw);
        const remarks = checkHolder(identity, candidateOf('tirage', { accessPath: path }), day.parse('2026-03-17'), day.parse('2026-03-18'));
        return remarks.some(({ weight }) => weight === 'blocking') ? [] : [lineOf(identity, { idTechnique: `cle-${rank}`, accessPath: path })];
      });
      written += lines.length;
      if (lines.length > 0) expect(isValid(write(fileOf(lines)))).toBe('valid');
    }),
    { numRuns: 25, seed: 36912 },
  );
  expect(written).toBeGreaterThan(40);
});

describe('what a schema alone does not hold', () => {
  const inOrder = (xml: string, names: readonly string[]): number[] => names.map((name) => xml.indexOf(`<cpf:${name}`));
  test('the elements of an identity stand in the order in which the schema names them', () => {
    const written = write(fileOf([lineOf(person({ usageName: 'Calque', secondName: 'Aÿ', thirdName: 'Zoé' }))]));
    const places = inOrder(written, ['nomNaissance', 'nomUsage', 'prenom1', 'prenom2', 'prenom3', 'anneeNaissance', 'moisNaissance', 'jourNaissance', 'sexe']);
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    const file = write(fileOf([lineOf({ kind: 'file', fileNumber: '00000000042', familyName: 'Modèle', firstName: 'Linh' })]));
    const filed = inOrder(file, ['idDossier', 'nomTitulaire', 'prenom1Titulaire']);
    expect(filed[0]).toBeGreaterThan(0);
    expect(filed).toEqual(filed.toSorted((a, b) => a - b));
  });
  test('the depositor is the one of the settings', () => {
    const settings = { ...fileOf([]).settings, depositor: 'TIERS_CONFIANCE' } as const;
    expect(write(fileOf([lineOf(person())], { settings }))).toContain('<cpf:natureDeposant>TIERS_CONFIANCE</cpf:natureDeposant>');
  });
});
