import { quote } from './typography.ts';

/** What is said of something that was just taken out, and can be put back. */
export const undoWords = {
  candidate: (name: string): string => `${name} ne fait plus partie des candidats. Une fiche d’aménagement, elle, ne pourrait pas être remise.`,
  juror: (name: string): string => `${name} ne fait plus partie du jury.`,
  piece: (title: string): string => `La pièce ${quote(title)} a été retirée.`,
  project: (title: string): string => `Le projet ${quote(title)} a été retiré.`,
  evidence: (title: string): string => `La preuve ${quote(title)} a été retirée.`,
  requirement: (name: string): string => `Ce qui était vérifié pour ${quote(name)} a été effacé.`,
  act: 'Annuler le retrait',
  done: 'Le retrait a été annulé.',
} as const;
