import type { DeclarationAction, DeclarationSettings, HolderIdentity } from '../../domain/holder.ts';
import { localDay } from '../../domain/clock.ts';
import { done, failed, type Result } from '../../domain/errors.ts';
import type { AccessPath } from '../../domain/jury.ts';
import type { Day, Instant } from '../../domain/time.ts';

/** One holder of a file: the key of the declaration, the day of the award, the access path, who it is. */
export interface CpfLine {
  readonly idTechnique: string;
  readonly awardedOn: Day;
  readonly accessPath: AccessPath;
  readonly identity: HolderIdentity;
}

/** What one file declares. */
export interface CpfFile {
  readonly id: string;
  readonly at: Instant;
  readonly timeZone: string;
  readonly action: DeclarationAction;
  readonly settings: DeclarationSettings;
  readonly certification: string;
  readonly lines: readonly CpfLine[];
}

/** The namespace of the declaration. Source: schema 1.1.5. */
export const cpfNamespace = 'urn:cdc:cpf:pc5:schema:1.0.0';

/** The names that the schema gives to the access paths. */
const paths: Readonly<Record<AccessPath, string>> = {
  FI: 'FORMATION_INITIALE_HORS_APPRENTISSAGE',
  CA: 'FORMATION_INITIALE_APPRENTISSAGE',
  FC: 'FORMATION_CONTINUE_HORS_CONTRAT_DE_PROFESSIONNALISATION',
  CQ: 'FORMATION_CONTINUE_CONTRAT_DE_PROFESSIONNALISATION',
  VAE: 'VAE',
  CL: 'CANDIDAT_LIBRE',
};

/** What XML 1.0 cannot carry, and what no name holds. */
const unfit = /\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/u;

/** Whether a text can stand in the file: no character of control, no half of a pair. */
export const isWritable = (value: string): boolean => !unfit.test(value);

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (value: string): string => value.replaceAll(/[&<>"]/g, (character) => escapes[character] ?? character);

/** An element and its content, already written; its name bears the prefix of the schema. */
type Element = string;
const leaf = (name: string, value: string): Element => `<cpf:${name}>${escaped(value)}</cpf:${name}>`;
const nil = (name: string): Element => `<cpf:${name} xsi:nil="true"/>`;
const orNil = (name: string, value: string): Element => (value === '' ? nil(name) : leaf(name, value));
const orNothing = (name: string, value: string): Element[] => (value === '' ? [] : [leaf(name, value)]);
const node = (name: string, children: readonly Element[]): Element =>
  `<cpf:${name}>\n${children.map((child) => child.replaceAll(/^/gm, '  ')).join('\n')}\n</cpf:${name}>`;

/** The instant on the clocks of a time zone, with its offset in figures: never Z, no fraction. Source: schema, pattern of horodatage. */
export const timestampOf = (at: Instant, timeZone: string): string => {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'longOffset',
  });
  const part = Object.fromEntries(clock.formatToParts(Date.parse(at)).map(({ type, value }) => [type, value]));
  const offset = /[+-]\d{2}:\d{2}/.exec(part['timeZoneName'] ?? '')?.[0] ?? '+00:00';
  return `${localDay(at, timeZone)}T${part['hour']}:${part['minute']}:${part['second']}${offset}`;
};

const birthOf = (birthDate: string): Element[] => {
  const [year = '', month = '', date = ''] = birthDate.split('-');
  return [
    leaf('anneeNaissance', year),
    orNil('moisNaissance', month === '' ? '' : String(Number(month))),
    orNil('jourNaissance', date === '' ? '' : String(Number(date))),
  ];
};

const placeOf = (identity: Extract<HolderIdentity, { kind: 'person' }>): Element[] => {
  const { birthplace } = identity;
  switch (birthplace.kind) {
    case 'unknown':
      return [];
    case 'france':
      return [
        node('codeCommuneNaissance', [node('codeInseeNaissance', [leaf('codeInsee', birthplace.insee)])]),
        ...orNothing('libelleCommuneNaissance', birthplace.town),
      ];
    case 'abroad':
      return [
        node('codeCommuneNaissance', [node('codePostalNaissance', [orNil('codePostal', birthplace.postalCode)])]),
        ...orNothing('libelleCommuneNaissance', birthplace.town),
        leaf('libellePaysNaissance', birthplace.country),
      ];
  }
};

const identityOf = (identity: HolderIdentity): Element => {
  if (identity.kind === 'file')
    return node('dossierFormation', [
      leaf('idDossier', identity.fileNumber),
      leaf('nomTitulaire', identity.familyName),
      leaf('prenom1Titulaire', identity.firstName),
    ]);
  return node('titulaire', [
    leaf('nomNaissance', identity.birthName),
    orNil('nomUsage', identity.usageName),
    leaf('prenom1', identity.firstName),
    ...orNothing('prenom2', identity.secondName),
    ...orNothing('prenom3', identity.thirdName),
    ...birthOf(identity.birthDate),
    leaf('sexe', identity.sex),
    ...placeOf(identity),
  ]);
};

const passage = ({ idTechnique, awardedOn, accessPath, identity }: CpfLine): Element =>
  node('passageCertification', [
    leaf('idTechnique', idTechnique),
    leaf('obtentionCertification', 'PAR_ADMISSION'),
    leaf('donneeCertifiee', 'true'),
    leaf('dateDebutValidite', awardedOn),
    nil('dateFinValidite'),
    leaf('presenceNiveauLangueEuro', 'false'),
    leaf('presenceNiveauNumeriqueEuro', 'false'),
    nil('scoring'),
    nil('mentionValidee'),
    node('modalitesInscription', [leaf('modaliteAcces', paths[accessPath]), ...(accessPath === 'VAE' ? [leaf('voieAccessVAE', 'VAE_CLASSIQUE')] : [])]),
    node('identificationTitulaire', [identityOf(identity)]),
  ]);

const textsOf = ({ identity }: CpfLine): string[] => {
  const place = identity.kind === 'person' ? Object.values(identity.birthplace) : [];
  return [...Object.values(identity), ...place].filter((value) => typeof value === 'string');
};

/** Writes the file of a declaration, the same for the same facts. Errors: holder-none; holder-unwritable {idTechnique} for a character that XML cannot carry. */
export const writeCpf = (file: CpfFile): Result<Uint8Array> => {
  const { settings, lines } = file;
  if (lines.length === 0) return failed('holder-none');
  const fault = lines.find((line) => !textsOf(line).every(isWritable));
  if (fault) return failed('holder-unwritable', { idTechnique: fault.idTechnique });
  const certification = node('certification', [
    leaf('type', /^RNCP/i.test(file.certification) ? 'RNCP' : 'RS'),
    leaf('code', file.certification),
    leaf('natureDeposant', settings.depositor),
    node('passageCertifications', lines.map(passage)),
  ]);
  const certifier = node('certificateur', [
    leaf('idClient', settings.certifier),
    leaf('idContrat', settings.contract),
    node('certifications', [certification]),
  ]);
  const body = [
    leaf('idFlux', file.id),
    leaf('horodatage', timestampOf(file.at, file.timeZone)),
    leaf('action', file.action),
    node('emetteur', [leaf('idClient', settings.sender), node('certificateurs', [certifier])]),
  ];
  const flux = node('flux', body).replace('<cpf:flux>', `<cpf:flux xmlns:cpf="${cpfNamespace}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`);
  return done(Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${flux}\n`, 'utf8'));
};
