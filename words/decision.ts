import { french } from './french.ts';
import { joinList, ofName } from './typography.ts';

/** The collegial decision. */
export const decisionWords = {
  title: 'Décision collégiale',
  titleBound: 'Décision du jury',
  validated: 'Bloc validé',
  notValidated: 'Bloc non validé',
  reason: 'Motif',
  reasonRefusal: 'Motif du refus',
  recommendation: 'Recommandation au candidat',
  cited: 'Compétences citées',
  citedHint: 'Celles qui fondent le refus.',
  record: 'Enregistrer la décision',
  keys: 'Ctrl ↵',
  chooseMissing: 'Choisissez si le bloc est validé ou non.',
  reasonMissing: 'Un motif est nécessaire.',
  competenciesMissing: 'Citez au moins une compétence.',
  recommendationMissing: 'Une recommandation est nécessaire.',
  decidedAt: (time: string) => `Décidé à ${time}`,
  rule: {
    collegial: 'décision collégiale',
    majority: 'décision liée au résultat des avis',
  },
  noReason: 'Sans motif particulier.',
  reopen: 'Rouvrir',
  reopenTitle: 'Rouvrir la décision',
  reopenText: (who: string) => `La décision actuelle restera lisible, avec le motif de la réouverture. ${who}`,
  reopenBy: {
    presides: (name: string) => `${name}, qui préside pour ce candidat, confirme par son code.`,
    presided: (name: string) => `${name}, qui présidait lors de cette décision, confirme par son code.`,
    lead: 'Personne ne peut plus présider pour ce candidat : le responsable pédagogique confirme par son code.'.replace(' :', '\u00A0:'),
  },
  reopenReason: 'Motif de la réouverture',
  pinOf: (name: string) => `Code personnel ${ofName(name)}`,
  pinOfLead: 'Code personnel du responsable pédagogique',
  byRecused: (names: readonly string[]) =>
    french(
      `Depuis cette décision, ${joinList(names)} ${names.length === 1 ? 'a' : 'ont'} quitté le jury de ce candidat : rouvrez-la, le jury qui siège la reprendra.`,
    ),
  superseded: 'Décisions remplacées',
  basis: 'Sur quoi repose cette décision',
  supersededLine: (outcome: string, decidedAt: string, reopenedAt: string, by: string) =>
    `${outcome}, décidé à ${decidedAt}, rouvert à ${reopenedAt} par ${by === 'lead' ? 'le responsable pédagogique' : by}`,
  reopenedBecause: (reason: string) => french(`Motif : ${reason}`),
  announced: (code: string, outcome: string) => french(`${code} : ${outcome.toLocaleLowerCase('fr')}. Décision enregistrée.`),
} as const;
