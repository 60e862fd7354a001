import { formatDay, narrow, space } from './typography.ts';

const causes: Readonly<Record<string, string>> = {
  idle: 'personne n’a touché l’ordinateur',
  suspend: 'l’ordinateur s’est mis en veille',
  screen: 'l’écran de l’ordinateur a été verrouillé',
};

/** What the lock says, before and after; never a person's name. */
export const lockWords = {
  soon: (seconds: number): string => `Verrouillage dans ${seconds}${space}s`,
  said: 'Délibéré va se verrouiller. Appuyez sur une touche pour continuer.',
  cancel: 'Appuyez sur une touche ou bougez la souris pour continuer.',
  locked: (time: string, cause: string): string => `Verrouillé à ${time}${space}: ${causes[cause] ?? 'on l’a demandé'}.`,
  waits: (number: string, heldOn: string): string => `La session ${number} du ${formatDay(heldOn)} vous attend.`,
  safe: `Tout ce qui était enregistré est sur le disque, chiffré${narrow}; les textes en cours sont gardés en brouillon.`,
  setting: 'Verrouillage automatique',
  after: (minutes: number): string => `Après ${minutes}${space}minutes sans activité`,
} as const;
