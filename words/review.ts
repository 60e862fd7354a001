import { french } from './french.ts';
import { countOf } from './typography.ts';

/** The last reading before closing. */
export const reviewWords = {
  title: 'Relire avant de clore',
  intro: 'Chaque candidat, chaque bloc, chaque résultat : tel que le procès-verbal le dira.',
  closedTitle: 'La délibération est close',
  closedIntro: (when: string) => `Close le ${when}. Rien n’y change plus.`,
  matrix: 'Décisions par candidat et par bloc',
  candidate: 'Candidat',
  outcome: 'Résultat',
  undecided: 'Ce qui reste à décider',
  undecidedCount: (count: number) => (count === 0 ? 'Rien ne manque.' : countOf(count, 'candidat reste à décider.', 'candidats restent à décider.')),
  nothingLeft: 'Tous les candidats ont un résultat. La délibération peut être close.',
  notCalled: 'présence à noter',
  toDecide: (codes: string) => `${codes} à décider`,
  decide: (name: string) => `Délibérer sur ${name}`,
  decideShort: 'Délibérer',
  incidents: 'Incidents',
  noIncident: 'Néant.',
  incidentIntro: 'Ce qui a troublé la session et doit figurer au procès-verbal.',
  addIncident: 'Noter un incident',
  incidentText: 'Ce qui s’est passé',
  incidentHint: french('Des faits, sans nom de tiers ni donnée de santé. Une fois noté, un incident ne s’efface pas.'),
  incidentMissing: 'Décrivez l’incident.',
  recordIncident: 'Noter l’incident',
  totals: 'Totaux',
  total: {
    registered: 'inscrits', present: 'présents', excused: 'excusés', absent: 'absents', full: 'certifications délivrées', partial: 'validations partielles',
    none: 'sans bloc validé', postponed: 'décisions reportées',
  },
  close: 'Clore la délibération',
  closeTitle: french('Clore la délibération ?'),
  closeText: 'La clôture est définitive : plus aucune décision, présence ou observation ne pourra être modifiée. Une erreur découverte ensuite se corrige par un procès-verbal rectificatif.',
  closeBy: (name: string) => `${name}, responsable pédagogique, confirme par son code.`,
  notYet: 'La clôture sera possible quand tout sera décidé.',
  goSign: 'Passer à la signature',
} as const;
