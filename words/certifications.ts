import { french } from './french.ts';
import { capitalise, countOf, formatDay, formatNumber, joinList, quote } from './typography.ts';
import { shortBlock } from './outcome.ts';

const differences = {
  title: () => 'l’intitulé',
  dates: () => 'les dates d’enregistrement',
  certifier: () => 'le certificateur',
  path: (of: string) => `la voie ${of}`,
  blockAdded: (of: string) => `le bloc ${shortBlock(of)} en plus`,
  blockGone: (of: string) => `le bloc ${shortBlock(of)} en moins`,
  blockChanged: (of: string) => `le bloc ${shortBlock(of)}`,
} as const;

const versionSaid = (version: string): string => {
  const [, day, rank] = /^(\d{4}-\d{2}-\d{2})(?:-(\d+))?$/.exec(version) ?? [];
  return day === undefined ? version : `${formatDay(day)}${rank === undefined ? '' : ` (${rank})`}`;
};

/** The certifications that sessions can be held on, and their import from France compétences' open data. */
export const certificationWords = {
  title: 'Certifications',
  intro: 'Les fiches sur lesquelles une session peut se tenir. Chaque session garde sa propre copie de la sienne.',
  import: 'Importer une fiche…',
  importLong: french('Importer une fiche de France compétences…'),
  importTitle: 'Importer une fiche du RNCP',
  importIntro: 'Une certification absente de la liste s’importe de sa fiche officielle.',
  place: 'Déposez ici l’export des fiches',
  placeText: french('Le fichier que France compétences publie en données ouvertes : l’export des fiches RNCP au format XML V4.1, tel quel ou dans son zip.'),
  otherPlace: french('Un autre export ?'),
  otherPlaceText: french('Déposez-le ici, ou choisissez-le : il prendra la place de celui qui a été lu.'),
  afterwards: 'Ce qui se passe ensuite',
  steps: [
    {
      title: 'Vous y cherchez la fiche',
      text: french(
        'Par son code ou son intitulé. L’export les contient toutes : le lire peut prendre un moment. Il est lu sur cet ordinateur, rien n’est envoyé.',
      ),
    },
    {
      title: 'Vous la relisez',
      text: 'Intitulé, niveau, dates, certificateurs, voies d’accès, blocs et compétences, avec ce qui y manque ou s’y contredit.',
    },
    {
      title: 'Vous la confirmez',
      text: french('Les compétences de chaque bloc se séparent ou se réunissent à la main ; la fiche n’entre dans la liste qu’après votre accord.'),
    },
  ],
  choose: 'Choisir le fichier…',
  another: 'Choisir un autre fichier…',
  back: 'Revenir aux certifications',
  backToSearch: 'Revenir à la recherche',
  column: { code: 'Code', title: 'Intitulé', version: 'Version', content: 'Contenu', origin: 'Origine', acts: 'Actions' },
  version: versionSaid,
  versionOf: (version: string): string => `version du ${versionSaid(version)}`,
  blockCount: (count: number): string => countOf(count, 'bloc', 'blocs'),
  shipped: 'Fournie avec Délibéré',
  importedOn: (day: string): string => `importée le ${formatDay(day)}`,
  sessions: (count: number): string => countOf(count, 'session', 'sessions'),
  remove: 'Retirer',
  removeLabel: (code: string, version: string): string => `Retirer ${code}, version du ${versionSaid(version)}`,
  removeTitle: (code: string): string => `Retirer ${code} de la liste`,
  removeText: 'Les sessions qui la portent gardent leur copie. La fiche pourra être importée de nouveau.',
  search: 'Chercher par code ou par intitulé',
  searchHint: french('Par exemple 36912, ou développeur ; les accents et les majuscules ne comptent pas.'),
  read: (fiches: number, file: string): string => `${countOf(fiches, 'fiche lue', 'fiches lues')} dans ${quote(file)}.`,
  found: (count: number, shown: number): string =>
    count === 0
      ? 'Aucune fiche ne correspond.'
      : `${countOf(count, 'fiche trouvée', 'fiches trouvées')}${count > shown ? french(` ; les ${formatNumber(shown)} premières sont montrées.`) : '.'}`,
  inactive: 'inactive',
  open: (code: string): string => `Ouvrir ${code}`,
  openShort: 'Ouvrir',
  level: (level: number | null): string => (level === null ? 'niveau non communiqué' : `niveau ${level}`),
  obstacles: 'Aucune session ne peut se tenir sur cette fiche',
  obstaclesText: (obstacles: readonly string[]): string => french(`${joinList(obstacles)}. Elle se lit, mais ne s’ajoute pas à la liste.`),
  facts: 'Ce que dit la fiche',
  certifier: 'Certificateur',
  siret: (siret: string | null): string => (siret === null ? 'SIRET non communiqué' : `SIRET ${siret}`),
  nsf: 'Spécialité',
  none: 'Non communiqué',
  registration: 'Enregistrement',
  from: { decision: 'décision du', effect: 'effet au', publication: 'publication du' },
  until: (day: string | null): string => (day === null ? 'fin non communiquée' : `jusqu’au ${formatDay(day)}`),
  deliveryLimit: (day: string): string => `délivrance possible jusqu’au ${formatDay(day)}`,
  follows: 'Fait suite à',
  followed: 'Remplacée par',
  remarks: 'À savoir sur cette fiche',
  remarksIntro: french('Les contradictions et le point à vérifier seront reconnus dans chaque session, avec un motif imprimé au procès-verbal.'),
  paths: 'Voies d’accès et composition du jury',
  openPath: 'Ouverte',
  closedPath: 'Fermée',
  noText: 'La fiche ne donne pas la composition.',
  blocks: 'Blocs et compétences',
  blocksIntro: french(
    'La fiche donne les compétences d’un bloc en un seul texte : voici le découpage proposé. Dans un texte, Entrée sépare au curseur et Retour arrière au début réunit avec la précédente ; les mots, eux, ne changent pas.',
  ),
  writtenAs: (code: string): string => `écrit ${quote(code)} dans la fiche`,
  doubtful: 'Découpage à relire',
  proposed: (way: string): string => `proposé ${way}`,
  reset: 'Reprendre la proposition',
  resetLabel: (block: string): string => `Reprendre la proposition, ${block}`,
  source: 'Texte de la fiche',
  competency: (block: string, rank: number): string => `${block}, compétence ${rank}`,
  split: 'Séparer au curseur',
  splitLabel: (name: string): string => `Séparer au curseur, ${name}`,
  merge: 'Réunir à la précédente',
  mergeLabel: (name: string): string => `Réunir à la précédente, ${name}`,
  count: (count: number): string => countOf(count, 'compétence', 'compétences'),
  confirm: 'Confirmer et ajouter à la liste',
  known: 'Cette version est déjà dans la liste.',
  added: (code: string, version: string): string => `${code}, version du ${versionSaid(version)}, est dans la liste\u00a0: une session peut se tenir dessus.`,
  option: (code: string, title: string, version: string): string => `${code} · ${title} (${versionSaid(version)})`,
  ownOption: (code: string, title: string, version: string): string => `${code} · ${title} (${versionSaid(version)}, celle de la session)`,
  compareTitle: 'Ce qui change avec cette version',
  compareSame: 'Cette version ne change ni blocs, ni compétences, ni voies, ni dates.',
  compare: (found: readonly { readonly what: keyof typeof differences; readonly of: string }[]): string =>
    french(
      `${capitalise(joinList(found.map(({ what, of }) => differences[what](of))))}. Vérifiez les blocs présentés par chaque candidat après l’enregistrement.`,
    ),
} as const;
