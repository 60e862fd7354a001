import { french } from './french.ts';
import { space } from './typography.ts';

/** The reader of PDF pages. */
export const readerWords = {
  title: 'Lecture d’un document',
  toolbar: 'Lecture',
  previous: 'Page précédente',
  next: 'Page suivante',
  page: 'Page',
  of: (count: number) => `sur${space}${count}`,
  zoomOut: 'Réduire',
  zoomIn: 'Agrandir',
  fit: 'Largeur',
  zoom: (percent: number) => `${percent}${space}%`,
  pageSaid: (number: number, count: number) => `Page ${number} sur ${count}`,
  loading: 'Ouverture du document…',
  gone: french('Ce document n’est plus ouvert. Choisissez-le de nouveau.'),
  unreadable: french('Ce fichier n’est pas un PDF lisible. Il est conservé tel qu’il a été remis ; ses pages ne peuvent pas être affichées.'),
  locked: french('Ce PDF est protégé par un mot de passe. Il est conservé tel qu’il a été remis ; ses pages ne peuvent pas être affichées.'),
  pageUnreadable: (number: number) => `La page ${number} ne peut pas être affichée.`,
  document: 'Pages du document',
} as const;
