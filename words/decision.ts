import { french } from './french.ts';
import { joinList } from './typography.ts';

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
  reopenText: (president: string) =>
    `La décision actuelle restera lisible, avec le motif de la réouverture. ${president} préside pour ce candidat et confirme par son code.`,
  reopenReason: 'Motif de la réouverture',
  reopenNobody: 'Personne ne préside pour ce candidat : la décision ne peut pas être rouverte.'.replace(' :', '\u00A0:'),
  pinOf: (name: string) => `Code personnel de ${name}`,
  byRecused: (names: readonly string[]) =>
    french(
      `Depuis cette décision, ${joinList(names)} ${names.length === 1 ? 'a' : 'ont'} quitté le jury de ce candidat : rouvrez-la, le jury qui siège la reprendra.`,
    ),
  superseded: 'Décisions remplacées',
  supersededLine: (outcome: string, decidedAt: string, reopenedAt: string, by: string) =>
    `${outcome}, décidé à ${decidedAt}, rouvert à ${reopenedAt}${by === '' ? '' : ` par ${by}`}`,
  reopenedBecause: (reason: string) => french(`Motif : ${reason}`),
  announced: (code: string, outcome: string) => french(`${code} : ${outcome.toLocaleLowerCase('fr')}. Décision enregistrée.`),
} as const;
