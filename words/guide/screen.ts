import { french } from '../french.ts';
import { countOf } from '../typography.ts';

/** The keys of the guide itself. */
export const guideKeys = [
  ['Ctrl + F', 'chercher dans le guide'],
  ['Alt + ← ou Alt + →', 'chapitre précédent, suivant'],
  ['Échap', 'effacer la recherche, puis revenir où l’on était'],
] as const;

/** What the screen of the guide says around the guide. */
export const guideWords = {
  title: 'Guide',
  link: 'Guide',
  linkLabel: (chapter: string): string => french(`Guide : ${chapter}`),
  back: 'Revenir où j’étais',
  nav: 'Chapitres du guide',
  turn: 'Chapitres voisins',
  search: 'Chercher dans le guide',
  found: (count: number): string => (count === 0 ? 'Aucun passage ne contient ces mots.' : countOf(count, 'passage', 'passages')),
  results: 'Passages trouvés',
  print: 'Imprimer le guide…',
  previous: (chapter: string): string => french(`Précédent : ${chapter}`),
  next: (chapter: string): string => french(`Suivant : ${chapter}`),
  intro: 'Pour qui prépare et tient un jury de certification. Une page par moment de la session.',
  pictures: 'Les images viennent de la session de démonstration : personnes et documents y sont fictifs.'.replace(' :', '\u00a0:'),
} as const;
