import { formatNumber } from './typography.ts';

/** The searches of lists. */
export const findWords = {
  candidates: 'Chercher un candidat',
  sessions: 'Chercher une session',
  count: (found: number, total: number): string => `${formatNumber(found)} sur ${formatNumber(total)}`,
  none: 'Aucune ligne ne répond à cette recherche.',
} as const;
