import { french } from './french.ts';
import { countOf, formatNumber, space } from './typography.ts';

/** The reader of pieces: PDF pages, pictures, texts. */
export const readerWords = {
  title: 'Lecture d’un document',
  toolbar: 'Lecture',
  previous: 'Page précédente',
  next: 'Page suivante',
  page: 'Page',
  of: (count: number) => `sur${space}${formatNumber(count)}`,
  zoomOut: 'Réduire',
  zoomIn: 'Agrandir',
  fit: 'Ajuster à la largeur',
  fitPage: 'Page entière',
  turn: 'Tourner d’un quart de tour',
  zoom: (percent: number) => `${percent}${space}%`,
  pageSaid: (number: number, count: number) => `Page ${number} sur ${count}`,
  panel: 'Vignettes et plan',
  pages: 'Vignettes',
  contents: 'Plan',
  find: 'Rechercher dans le document',
  closeFind: 'Fermer la recherche',
  keys: { before: 'Maj F3', next: 'F3', close: 'Échap' },
  foundBefore: 'Résultat précédent',
  foundAfter: 'Résultat suivant',
  found: (shown: number, found: number) => (shown === 0 ? countOf(found, 'résultat', 'résultats') : `${shown} sur ${formatNumber(found)}`),
  foundNone: 'Aucun résultat',
  searching: (read: number, count: number) => `recherche en cours, page ${read} sur ${count}`,
  blankPages: (count: number) =>
    count === 1
      ? 'une page sans texte (une image) n’a pas pu être cherchée'
      : `${formatNumber(count)} pages sans texte (des images) n’ont pas pu être cherchées`,
  help: 'Touches du lecteur',
  close: 'Fermer',
  loading: 'Ouverture du document…',
  slow: 'Ce document est long à ouvrir. Vous pouvez attendre, ou choisir une autre pièce.',
  stopped: {
    happened: french('Ce document a bloqué le lecteur, qui a été arrêté.'),
    safe: french('Rien n’est perdu : le document est conservé tel qu’il a été remis, et ce que vous avez saisi ailleurs est intact.'),
    next: french('Ouvrez-le à nouveau : il reprendra à sa première page. S’il bloque encore, demandez un autre exemplaire à qui l’a remis.'),
    again: 'Ouvrir à nouveau',
  },
  gone: french('Ce document n’est plus ouvert. Choisissez-le de nouveau.'),
  unreadable: french('Ce fichier n’est pas un PDF lisible. Il est conservé tel qu’il a été remis ; ses pages ne peuvent pas être affichées.'),
  pictureUnreadable: french('Cette image ne peut pas être affichée. Elle est conservée telle qu’elle a été remise.'),
  locked: french('Ce PDF est protégé par un mot de passe. Il est conservé tel qu’il a été remis ; ses pages ne peuvent pas être affichées.'),
  limited: (shown: number, announced: number) =>
    french(`Ce document annonce ${formatNumber(announced)} pages : les ${formatNumber(shown)} premières sont affichées.`),
  pageUnreadable: (number: number) => `La page ${number} ne peut pas être affichée.`,
  document: 'Pages du document',
  text: 'Texte du document',
} as const;

/** The keys of the reader, and what each does. */
export const readerKeys = [
  ['→ ou ←', 'page suivante, page précédente'],
  ['Début ou Fin', 'première page, dernière page'],
  ['+ ou −', 'agrandir, réduire'],
  ['0', 'ajuster à la largeur'],
  ['P', 'page entière'],
  ['R ou Maj + R', 'tourner à droite, à gauche'],
  ['V', 'vignettes et plan'],
  ['Ctrl + F', 'rechercher'],
  ['F3 ou Maj + F3', 'résultat suivant, précédent'],
  ['?', 'cette liste'],
  ['Échap', 'fermer ce qui est ouvert'],
] as const;
