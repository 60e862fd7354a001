import { shortCompetency } from './dossier.ts';
import { french } from './french.ts';
import { importReason } from './imports.ts';
import { shortBlocks } from './outcome.ts';
import { accessPathWords } from './referential.ts';
import { candidateTemplate, gridTemplate } from './templates.ts';
import { countOf, formatNumber, formatShortDay, narrow, quote, space } from './typography.ts';

type Kind = 'candidates' | 'grids';
type State = 'added' | 'changed' | 'unchanged' | 'faulty';
type Counts = Readonly<Record<State, number>>;

const lines = (count: number): string => countOf(count, 'ligne', 'lignes');
const sentence = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ');

/** What a column may say, in full: a field by its title, a competency by its short code. */
export const importFieldWord = (field: string): string => candidateTemplate[field]?.title ?? gridTemplate[field]?.title ?? shortCompetency(field);

/** One problem, with the column it is in but without its line, which stands in front of it. */
export const problemOnRow = (problem: Parameters<typeof importReason>[0]): string =>
  problem.column === '' || problem.code.endsWith('-column') ? importReason(problem) : `${importFieldWord(problem.column)}${space}: ${importReason(problem)}`;

const valueWord = (field: string, value: string): string => {
  if (value === '') return 'vide';
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatShortDay(value);
  if (field === 'blocs') return shortBlocks(value.split('+'));
  if (field === 'voie') return (accessPathWords as Readonly<Record<string, string>>)[value] ?? value;
  return value;
};

/** One change: "Date d’entrée en formation : 02/09/2024 → 03/09/2024". */
export const differenceWord = ({ field, before, after }: { readonly field: string; readonly before: string | null; readonly after: string }): string => {
  const [name = '', part] = field.split(':');
  const said = part === undefined ? importFieldWord(name) : `${importFieldWord(name)}, ${part}`;
  return `${said}${space}: ${before === null ? '' : `${valueWord(field, before)} → `}${valueWord(field, after)}`;
};

const counted = (kind: Kind, count: number): string => countOf(count, nouns[kind][0], nouns[kind][1]);
const nouns = { candidates: ['candidat', 'candidats'], grids: ['ligne de grille', 'lignes de grille'] } as const;
const encodings: Readonly<Record<string, string>> = { 'utf-8': 'UTF-8', 'utf-16': 'UTF-16', 'windows-1252': 'Windows-1252', 'iso-8859-15': 'ISO-8859-15' };

/** What the import of a table says. */
export const importWords = {
  title: { candidates: 'Importer les candidats', grids: 'Importer les grilles des évaluateurs' },
  open: { candidates: 'Importer une liste…', grids: 'Importer des grilles…' },
  choose: 'Choisir le fichier…',
  chooseAgain: 'Choisir le fichier corrigé…',
  chooseOther: 'Choisir un autre fichier…',
  place: { candidates: 'Déposez ici le tableau des candidats', grids: 'Déposez ici le tableau des grilles' },
  placeText: 'Au format XLSX ou CSV. Rien n’est enregistré avant votre accord.',
  guide: {
    candidates: [
      'Une liste au format XLSX ou CSV, un candidat par ligne. Le séparateur, l’encodage et la ligne de titres sont reconnus.',
      french('Les dates s’écrivent jj/mm/aaaa ou aaaa-mm-jj ; les blocs présentés BC01+BC02, ou « tous ».'),
      'Une liste déjà importée peut l’être de nouveau : les fiches sont mises à jour, les différences sont montrées d’abord, et personne n’est retiré.'.replace(
        ' :',
        `${space}:`,
      ),
    ],
    grids: [
      'Un tableau au format XLSX ou CSV, avec le numéro du candidat et le projet.',
      french(
        'Deux formes sont lues : une ligne par compétence, avec son niveau et sa remarque ; ou une ligne par projet, avec une colonne par compétence (BC01-C1, BC01-C2…).',
      ),
      'Les candidats et leurs projets doivent exister dans la session. Une case de niveau vide ne change rien.',
    ],
  },
  templates: 'Partir d’un modèle',
  templateXlsx: 'Télécharger le modèle XLSX',
  templateCsv: 'Télécharger le modèle CSV',
  templateSaved: (name: string): string => `${quote(name)} est enregistré.`,
  columns: 'Colonnes…',
  columnsTitle: 'Ce que disent les colonnes',
  columnsIntro:
    'À chaque colonne du fichier, ce qu’elle contient. Ce choix est retenu pour les fichiers qui ont les mêmes titres. Les données marquées * sont nécessaires.',
  columnsRemembered: 'Le choix fait la dernière fois pour ces titres est proposé.',
  columnHead: { title: 'Colonne du fichier', sample: 'Premières valeurs', field: 'Contenu' },
  columnUntitled: (rank: number): string => `Colonne ${rank} (sans titre)`,
  notImported: 'Ne pas importer',
  missing: (fields: readonly string[]): string =>
    french(
      fields.length === 1
        ? `Il manque une donnée nécessaire : ${importFieldWord(fields[0] ?? '')}. Dites quelle colonne la contient, ou complétez le fichier.`
        : `Il manque des données nécessaires : ${fields.map(importFieldWord).join(', ')}. Dites quelles colonnes les contiennent, ou complétez le fichier.`,
    ),
  repeated: (field: string): string => french(`« ${importFieldWord(field)} » est donné par deux colonnes : n’en gardez qu’une.`),
  mixed: french('Les deux formes sont mêlées : gardez les colonnes de compétences, ou bien Compétence, Niveau et Remarque.'),
  unknown: (titles: readonly string[]): string =>
    french(
      `${titles.length === 1 ? 'Une colonne n’est pas reconnue' : 'Ces colonnes ne sont pas reconnues'} : ${titles.map((title) => (title === '' ? 'sans titre' : quote(title))).join(', ')}.`,
    ),
  showRows: 'Voir l’aperçu',
  sheet: 'Feuille',
  file: (name: string, sheet: string, encoding: string | null): string =>
    [name, sheet === '' ? '' : `feuille ${quote(sheet)}`, encoding === null ? '' : (encodings[encoding] ?? encoding)].filter((part) => part !== '').join(' · '),
  states: { added: 'Nouveau', changed: 'Mis à jour', unchanged: 'Inchangé', faulty: 'À corriger' },
  filters: { all: 'Toutes les lignes', faulty: 'À corriger', changed: 'Mises à jour', added: 'Nouvelles', unchanged: 'Inchangées' },
  filter: 'Lignes montrées',
  rowsCaption: 'Aperçu de l’import',
  lineHead: 'Ligne',
  stateHead: 'État',
  faulty: (count: number, total: number): string => `${lines(count)} à corriger sur ${formatNumber(total)}. Rien n’est encore importé.`,
  saveFaulty: 'Enregistrer les lignes à corriger…',
  faultySaved: (name: string): string => `Les lignes à corriger sont dans ${quote(name)}, avec une colonne qui dit pourquoi.`,
  ready: (kind: Kind, { added, changed, unchanged }: Counts): string =>
    `Aucune erreur${space}: ${sentence([
      added === 0 ? '' : countOf(added, kind === 'grids' ? 'ligne nouvelle' : 'nouveau candidat', kind === 'grids' ? 'lignes nouvelles' : 'nouveaux candidats'),
      changed === 0 ? '' : countOf(changed, 'mise à jour', 'mises à jour'),
      unchanged === 0 ? '' : `${formatNumber(unchanged)} sans changement`,
    ])}. Rien n’est encore importé.`,
  nothing: french('Rien à importer : tout est déjà ainsi dans la session.'),
  stale: 'La session a changé depuis l’aperçu, qui vient d’être refait. Rien n’a été importé : relisez-le.'.replace(' :', `${space}:`),
  absent: (count: number): string =>
    `${count === 1 ? 'Un candidat de la session n’est' : `${countOf(count, 'candidat', 'candidats')} de la session ne sont`} pas dans ce fichier${narrow}; ${count === 1 ? 'il reste tel qu’il est' : 'ils restent tels qu’ils sont'}.`,
  absentMore: (count: number): string => `et ${formatNumber(count)} de plus`,
  apply: (kind: Kind, { added, changed }: Counts): string =>
    added === 0 ? `Mettre à jour ${counted(kind, changed)}` : `Importer ${counted(kind, added + changed)}`,
  applyValid: ({ added, changed, faulty }: Counts): string => `Importer ${lines(added + changed)} et en laisser ${formatNumber(faulty)} de côté`,
  done: (kind: Kind, counts: { readonly added: number; readonly changed: number; readonly unchanged: number; readonly left: number }): string => {
    const { added, changed, left } = counts;
    const grids = kind === 'grids';
    const said = sentence([
      added === 0 ? '' : countOf(added, grids ? 'ligne ajoutée' : 'candidat inscrit', grids ? 'lignes ajoutées' : 'candidats inscrits'),
      changed === 0 ? '' : countOf(changed, grids ? 'ligne mise à jour' : 'candidat mis à jour', grids ? 'lignes mises à jour' : 'candidats mis à jour'),
      left === 0 ? '' : `${lines(left)} ${left === 1 ? 'laissée' : 'laissées'} de côté`,
    ]);
    return `${said}.`;
  },
  undo: 'Annuler cet import',
  undoHint: 'Cet import peut être annulé tant que rien d’autre n’a changé dans la préparation.',
  undone: french('L’import est annulé : la préparation est revenue à ce qu’elle était.'),
} as const;

/** The pages of a long list. */
export const pageWords = {
  label: 'Pages',
  labelOf: (list: string): string => `Pages${space}: ${list}`,
  previous: 'Page précédente',
  next: 'Page suivante',
  where: (from: number, to: number, total: number): string => `${formatNumber(from)} à ${formatNumber(to)} sur ${formatNumber(total)}`,
} as const;
