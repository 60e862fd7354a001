import { fileSize } from './dossier.ts';
import type { Say } from './errors.ts';
import { french } from './french.ts';
import { countOf, formatNumber } from './typography.ts';

const again = 'Refaites l’archive ou le dossier, puis recommencez.';
const another = 'Demandez à qui l’a préparé un dossier ou une archive ordinaire, sans mot de passe, puis recommencez.';

/** What was found, and what to do: one pair for each reason of the closed list; the file is named before. */
const faults: Readonly<Record<string, readonly [found: string, next: string]>> = {
  'not-a-zip': [
    'ce fichier n’est pas une archive ZIP, ou pas seulement',
    'Choisissez un fichier ZIP, ou décompressez-le vous-même et choisissez le dossier obtenu.',
  ],
  truncated: ['l’archive est incomplète', 'Copiez-la ou téléchargez-la de nouveau, puis recommencez.'],
  'leaves-folder': ['ce nom sort du dossier', another],
  'absolute-path': ['ce nom part de la racine d’un disque', another],
  link: ['c’est un lien, qui mène ailleurs', 'Remplacez le lien par le fichier lui-même, puis recommencez.'],
  'special-file': ['ce n’est ni un fichier ni un dossier', again],
  encrypted: ['l’archive est protégée par un mot de passe', 'Décompressez-la avec son mot de passe, puis choisissez le dossier obtenu.'],
  'bomb-ratio': ['le contenu est démesuré par rapport à l’archive', another],
  'bomb-size': ['le contenu est trop volumineux : 4\u00a0Go au plus par fichier, 10\u00a0Go en tout', 'Donnez les dossiers en plusieurs fois.'],
  'too-many-files': [`il y a plus de ${formatNumber(20_000)}\u00a0fichiers`, 'Vérifiez que c’est le bon dossier, ou donnez les dossiers en plusieurs fois.'],
  'size-lies': [
    'le contenu n’est pas celui qui était annoncé, ou il a changé pendant la lecture',
    'Fermez le fichier s’il est ouvert ailleurs, puis recommencez.',
  ],
  'crc-wrong': ['le contenu est abîmé', 'Copiez l’archive ou téléchargez-la de nouveau, puis recommencez.'],
  overlapping: ['deux fichiers de l’archive se recouvrent', another],
  'duplicate-name': ['ce nom figure deux fois', again],
  'duplicate-case': ['deux noms ne diffèrent que par les majuscules', 'Renommez l’un des deux, puis recommencez.'],
  'duplicate-unicode': ['deux noms s’écrivent autrement et se lisent de même', 'Renommez l’un des deux, puis recommencez.'],
  'headers-disagree': ['l’archive se contredit sur ce qu’elle contient', another],
  'unknown-method': ['ce fichier est compressé d’une façon qui n’est pas lue ici', 'Décompressez l’archive vous-même, puis choisissez le dossier obtenu.'],
  'name-unreadable': ['ce nom ne peut pas être lu tel qu’il est', 'Renommez le fichier, puis recommencez.'],
  'name-reserved': ['ce nom est interdit ou modifié par certains systèmes', 'Renommez le fichier, puis recommencez.'],
};
const unknown: readonly [string, string] = ['une anomalie a été trouvée', again];

/** Control and invisible characters of a name, shown as a mark. */
const shown = (name: string): string => name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\u25a1');

/** What is said when a folder or a zip is refused whole. */
export const intakeErrors: Readonly<Record<string, Say>> = {
  'intake-refused': (facts) => {
    const [found, next] = faults[String(facts['fault'])] ?? unknown;
    const name = shown(String(facts['name'] ?? ''));
    return [
      `${name === '' ? 'Refusé' : `« ${name} » est refusé`} : ${found}.`,
      'Rien n’a été copié ; les dossiers sont comme avant, et l’original n’est pas modifié.',
      next,
    ];
  },
};

const files = (count: number): string => countOf(count, 'fichier', 'fichiers');

/** The import of a folder or a zip of dossiers. */
export const intakeWords = {
  open: 'Importer des dossiers…',
  title: 'Importer des dossiers',
  back: 'Revenir aux dossiers',
  place: 'Déposez ici les pièces des candidats',
  placeText: 'Un dossier, ou une archive ZIP, où le nom de chaque fichier ou de son dossier dit de quel candidat il est.',
  afterwards: 'Ce qui se passe ensuite',
  steps: [
    {
      title: 'Chaque fichier trouve son candidat',
      text: 'Par son numéro ou par ses nom et prénom, lus dans le nom du fichier ou du dossier qui le contient.',
    },
    { title: 'Vous décidez des cas douteux', text: 'Rien n’est copié avant votre accord, et l’original n’est pas modifié.' },
    {
      title: 'À la première anomalie, tout est refusé',
      text: french('Avec sa raison : lien, archive protégée ou démesurée, noms qui ne diffèrent que par les majuscules.'),
    },
  ],
  chooseFolder: 'Choisir un dossier…',
  chooseZip: 'Choisir une archive ZIP…',
  another: 'Choisir autre chose',
  emptyTitle: 'Aucun fichier',
  empty: french('Il n’y a rien à copier ici. Choisissez un autre dossier ou une autre archive.'),
  found: (name: string, count: number, bytes: number): string => french(`« ${name} » : ${files(count)}, ${fileSize(bytes)}`),
  passed: (count: number): string =>
    french(`${files(count)} ${count > 1 ? 'laissés' : 'laissé'} par un système (miniatures, verrous) : ${count > 1 ? 'ignorés' : 'ignoré'}`),
  asked: (count: number): string => (count === 0 ? 'Tout est décidé' : `À décider (${formatNumber(count)})`),
  askedIntro: french('Le chemin ne suffit pas à dire à qui sont ces fichiers. Choisissez, ou laissez de côté.'),
  sure: (count: number): string => `Rattachés (${formatNumber(count)})`,
  sureIntro: 'Par candidat, ce qui sera copié. Ouvrez un candidat pour revoir ses fichiers.',
  nobody: 'Aucun fichier n’est encore rattaché à un candidat.',
  ofCandidate: (count: number, bytes: number): string => `${files(count)} · ${fileSize(bytes)}`,
  search: 'Filtrer par nom de fichier ou de candidat',
  onlyWaiting: 'Seulement ce qui attend une réponse',
  noneKept: 'Aucun fichier ne correspond à ce filtre.',
  column: { chosen: 'Choisi', file: 'Fichier', candidate: 'Candidat', kind: 'Nature', left: 'De côté' },
  choose: (path: string): string => `Choisir ${path}`,
  chooseAll: 'Choisir toute la page',
  candidateOf: (path: string): string => `Candidat pour ${path}`,
  kindOf: (path: string): string => `Nature de ${path}`,
  leave: (path: string): string => `Laisser de côté ${path}`,
  nobodyYet: 'Personne',
  proposed: 'Possibles',
  others: 'Tous',
  project: (rank: number): string => `Projet ${rank}`,
  several: (count: number): string => `${files(count)} ${count > 1 ? 'choisis' : 'choisi'}`,
  severalCandidate: 'Rattacher au candidat',
  severalKind: 'Nature',
  severalLeave: 'Laisser de côté',
  page: (from: number, to: number, kept: number): string => `${formatNumber(from)} à ${formatNumber(to)} sur ${formatNumber(kept)}`,
  previous: 'Précédents',
  next: 'Suivants',
  apply: (count: number): string => `Copier ${files(count)}`,
  waiting: (count: number): string => `${files(count)} sans candidat ne ${count > 1 ? 'seront' : 'sera'} pas ${count > 1 ? 'copiés' : 'copié'}.`,
  allSettled: 'Chaque fichier a une réponse.',
  nothing: french('Aucun fichier à copier : rattachez-en au moins un.'),
  done: (added: number, bytes: number): string => french(`${files(added)} ${added > 1 ? 'copiés et chiffrés' : 'copié et chiffré'} (${fileSize(bytes)})`),
  already: (count: number): string =>
    french(`${files(count)} déjà ${count > 1 ? 'présents' : 'présent'} dans le dossier : pas copié${count > 1 ? 's' : ''} une seconde fois`),
  left: (count: number): string => `${files(count)} laissé${count > 1 ? 's' : ''} de côté`,
  original: french('L’original n’est pas modifié : vous pouvez le supprimer ou le garder.'),
} as const;
