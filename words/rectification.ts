import { blockWords, consequenceLine, shortBlock, type BlockKind, type OutcomeShape } from './outcome.ts';
import { capitalise, formatDay, formatNumber, space } from './typography.ts';

const colon = `${space}:`;

/** The fields that a material error may be about, as the minute and the screen say them. */
export const fieldWords = {
  session: { title: 'intitulé de la session', place: 'lieu' },
  lead: { givenName: 'prénom', familyName: 'nom', quality: 'qualité' },
  candidate: {
    number: 'numéro',
    familyName: 'nom de famille',
    usageName: 'nom d’usage',
    givenName: 'prénom',
    birthDate: 'date de naissance',
    entryProof: 'pièce de la date d’entrée',
  },
  member: { civility: 'civilité', givenName: 'prénom', familyName: 'nom', quality: 'qualité', employer: 'employeur' },
} as const;

/** A field and its value, as words: a day in full, nothing said when nothing stood. */
export const sayFieldValue = (field: string, value: string): string => (value === '' ? 'Non renseigné' : field === 'birthDate' ? formatDay(value) : value);

/** The sentences of a rectifying minute. */
export const rectificationWords = {
  title: 'Procès-verbal rectificatif',
  subject: (certification: string, provisional: boolean): string =>
    `Rectification d’un procès-verbal du jury de la certification ${certification}${provisional ? ', version provisoire' : ''}`,
  heading: 'Procès-verbal rectifié',
  labels: {
    original: 'Rectifie',
    digest: 'Empreinte du fichier signé (SHA-256)',
    previous: 'Dernier rectificatif',
    previousDigest: 'Son empreinte (SHA-256)',
    opened: 'Rectification ouverte',
    closed: 'Rectification close',
    reason: 'Motif',
  },
  number: (number: string): string => `Procès-verbal n°${space}${number}`,
  unchanged: 'Le procès-verbal rectifié reste inchangé et conservé. Tout ce qui n’est pas rectifié ci-dessous demeure.',
  changes: 'Rectifications',
  columns: { subject: 'Objet', before: 'Au lieu de', after: 'Lire', reason: 'Motif' },
  about: {
    session: (field: string): string => capitalise(field),
    lead: (field: string): string => `Responsable pédagogique, ${field}`,
    candidate: (candidate: string, field: string): string => `Candidat ${candidate}, ${field}`,
    member: (member: string, field: string): string => `${member}, ${field}`,
    block: (candidate: string, block: string): string => `Candidat ${candidate}, bloc ${block}`,
    outcome: (candidate: string): string => `Candidat ${candidate}, résultat`,
    total: (label: string): string => `Totaux, ${label.charAt(0).toLocaleLowerCase('fr')}${label.slice(1)}`,
  },
  consequence: 'Conséquence de la décision reprise',
  maintained: (word: string): string => `${word}, décision reprise à l’identique ou avec d’autres motifs (annexe)`,
  incidents: 'Incidents consignés depuis',
  closing: (closed: string, place: string, number: string): string =>
    `La rectification est close le ${closed}. ${place === '' ? '' : `Fait à${space}${place}. `}Le présent procès-verbal rectifie le procès-verbal n°${space}${number}, en fait partie et lui est joint.`,
  annex: (rank: number, candidate: string): string => `Annexe B-${rank}. Candidat ${candidate}, décisions rectifiées`,
  before: 'Au lieu de',
  after: 'Lire',
  state: (word: string): string => `${word}.`,
  cause: (reason: string): string => `Motif de la rectification${colon} ${reason}`,
  totals: {
    registered: 'inscrits',
    present: 'présents',
    excused: 'absences excusées',
    absent: 'absences',
    full: 'certifications délivrées',
    partial: 'validations partielles',
    none: 'aucun bloc validé',
    postponed: 'décisions reportées',
  },
  where: 'la rectification',
} as const;

/** The plain shape of what is put right, and of a change, as the record tells them. */
export type WhereShape =
  | { readonly of: 'session'; readonly field: keyof typeof fieldWords.session }
  | { readonly of: 'lead'; readonly field: keyof typeof fieldWords.lead }
  | { readonly of: 'candidate'; readonly candidateId: string; readonly field: keyof typeof fieldWords.candidate }
  | { readonly of: 'member'; readonly jurorId: string; readonly field: keyof typeof fieldWords.member };
type ChangeShape =
  | { readonly kind: 'text'; readonly where: WhereShape; readonly before: string; readonly after: string; readonly reason: string }
  | {
      readonly kind: 'block';
      readonly candidateId: string;
      readonly block: string;
      readonly before: { readonly kind: BlockKind };
      readonly after: { readonly kind: BlockKind };
      readonly reason: string;
    }
  | { readonly kind: 'outcome'; readonly candidateId: string; readonly before: OutcomeShape; readonly after: OutcomeShape }
  | { readonly kind: 'total'; readonly figure: keyof typeof rectificationWords.totals; readonly before: number; readonly after: number }
  | { readonly kind: 'incident'; readonly text: string };

/** The names of the people a change is about. */
export interface Names {
  readonly candidate: (id: string) => string;
  readonly member: (id: string) => string;
}

/** What is put right, named with the person it belongs to. */
export const sayWhere = (where: WhereShape, names: Names): string => {
  const { about } = rectificationWords;
  switch (where.of) {
    case 'session':
      return about.session(fieldWords.session[where.field]);
    case 'lead':
      return about.lead(fieldWords.lead[where.field]);
    case 'candidate':
      return about.candidate(names.candidate(where.candidateId), fieldWords.candidate[where.field]);
    case 'member':
      return about.member(names.member(where.jurorId), fieldWords.member[where.field]);
  }
};

/** The note of a postponement is for the candidate's own page. */
const withoutNote = (outcome: OutcomeShape): OutcomeShape => (outcome.kind === 'postponed' ? { kind: 'postponed', cause: outcome.cause } : outcome);

/** One change as four texts: what is rectified, "au lieu de", "lire", the reason; null for an incident, which replaces nothing. */
export const sayChange = (change: ChangeShape, names: Names): readonly [subject: string, before: string, after: string, reason: string] | null => {
  const { about, consequence, maintained, totals } = rectificationWords;
  switch (change.kind) {
    case 'text': {
      const { field } = change.where;
      return [sayWhere(change.where, names), sayFieldValue(field, change.before), sayFieldValue(field, change.after), change.reason];
    }
    case 'block': {
      const [before, after] = [blockWords[change.before.kind].word, blockWords[change.after.kind].word];
      return [about.block(names.candidate(change.candidateId), shortBlock(change.block)), before, before === after ? maintained(after) : after, change.reason];
    }
    case 'outcome':
      return [
        about.outcome(names.candidate(change.candidateId)),
        consequenceLine(withoutNote(change.before)),
        consequenceLine(withoutNote(change.after)),
        consequence,
      ];
    case 'total':
      return [about.total(totals[change.figure]), formatNumber(change.before), formatNumber(change.after), consequence];
    case 'incident':
      return null;
  }
};
