import { french } from './french.ts';

/** The form of the regulations. */
export const regulationsFormWords = {
  title: 'Règlement du jury',
  change: 'Modifier le règlement',
  name: 'Intitulé du règlement',
  versionHint: 'Imprimée au procès-verbal. Changez-la quand une règle change.',
  appealHint: french('Imprimé dans les notifications. Laissé vide, rien n’est imprimé.'),
  save: 'Enregistrer le règlement',
} as const;
