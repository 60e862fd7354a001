import { french } from './french.ts';
import { shortBlock } from './outcome.ts';
import { accessPathWords } from './referential.ts';
import { countOf, formatNumber, space } from './typography.ts';

/** A share in French, "66,7 %", or a dash where nothing was presented. */
export const formatRate = (part: number, whole: number): string => (whole === 0 ? '–' : formatPerMille(Math.round((part / whole) * 1000)));

/** A rate entered in thousandths: "66,7 %". */
export const formatPerMille = (value: number): string => `${formatNumber(Math.floor(value / 10))},${value % 10}${space}%`;

interface Later {
  readonly partial: number;
  readonly completed: number;
  readonly named: number;
  readonly unidentified: number;
}
const recognised = french(
  'Une personne est reconnue à son nom de naissance, son prénom et sa date de naissance ; une session tenue hors de cette base n’est pas vue.',
);

/** What a bar of the chart is called: its block, without the certification where there is one alone, and the path in full. */
export const barLabel = (block: string, path: keyof typeof accessPathWords, alone: boolean): string =>
  `${alone ? shortBlock(block) : block}${space}· ${accessPathWords[path]}`;

/** The screen of the statistics and its files. */
export const statisticsWords = {
  title: 'Statistiques',
  intro: french('Les sessions dont le procès-verbal est scellé, selon le dernier procès-verbal de chacune. Rien de ce qui reste à décider n’est compté.'),
  emptyTitle: 'Aucune session scellée',
  emptyText: 'Les chiffres apparaîtront quand un premier procès-verbal sera scellé : ils viennent des procès-verbaux et de rien d’autre.'.replace(
    ' :',
    `${space}:`,
  ),
  emptyAct: 'Voir les sessions',
  code: 'Certification',
  year: 'Année',
  path: 'Voie d’accès',
  all: 'Toutes',
  sessions: (count: number) => countOf(count, 'session scellée', 'sessions scellées'),
  perYear: 'Certifiés par année',
  registered: 'Inscrits',
  certified: 'Certifiés',
  throughVae: 'Dont par la VAE',
  perBlock: 'Résultats par voie et par bloc',
  block: 'Bloc',
  presented: 'Présentés',
  outOf: (part: string, whole: string) => `${part} sur ${whole}`,
  nothing: 'Aucune session scellée ne répond à ces critères.',
  printedOn: (day: string) => `Imprimé le ${day}`,
  printedFilter: (code: string, year: string, path: string) => french(`Certification : ${code}. Année : ${year}. Voie d’accès : ${path}.`),
  validated: 'Validés',
  notValidated: 'Non validés',
  rate: 'Part validée',
  small: french('petit effectif'),
  smallText: french('Une part sur moins de 5 présentations dit peu : lisez les nombres.'),
  refusals: 'Compétences citées dans les refus',
  competency: 'Compétence',
  cited: 'Refus qui la citent',
  later: 'Validations partielles',
  laterText: ({ partial, completed, named, unidentified }: Later) =>
    french(
      `${countOf(partial, 'validation partielle', 'validations partielles')}, ${countOf(completed, 'complétée', 'complétées')} lors d’une session ultérieure, dont ${formatNumber(named)} où le procès-verbal d’origine est cité. ${formatNumber(unidentified)} sans date de naissance : aucun rapprochement possible. ${recognised}`,
    ),
  laterRows: ({ partial, completed, named, unidentified }: Later): readonly (readonly [label: string, value: string])[] => [
    ['Validations partielles', formatNumber(partial)],
    ['Complétées lors d’une session ultérieure', formatNumber(completed)],
    ['Dont le procès-verbal d’origine est cité', formatNumber(named)],
    ['Sans date de naissance, donc sans rapprochement possible', formatNumber(unidentified)],
  ],
  laterNote: recognised,
  label: 'Ce qui est compté',
  number: 'Nombre',
  delays: 'Jours du jury à la notification du dernier candidat',
  delaysText: ({
    sessions,
    known,
    shortest,
    median,
    longest,
  }: {
    sessions: number;
    known: number;
    shortest: number | null;
    median: number | null;
    longest: number | null;
  }) =>
    french(
      known === 0
        ? 'Aucune session n’est encore entièrement notifiée.'
        : `${formatNumber(shortest ?? 0)} au plus court, ${formatNumber(median ?? 0)} en médiane, ${formatNumber(longest ?? 0)} au plus long (${countOf(known, 'session entièrement notifiée', 'sessions entièrement notifiées')} sur ${formatNumber(sessions)}).`,
    ),
  insertion: 'Taux d’insertion',
  insertionText: 'Saisis depuis une enquête, jamais calculés. Une nouvelle saisie remplace la précédente, qui reste conservée.',
  months: { 6: 'À 6 mois', 24: 'À 2 ans' },
  term: 'Échéance',
  insertionRate: 'Taux',
  source: 'Source',
  on: 'Date de la source',
  internalExport: 'Enregistrer le CSV interne…',
  publicExport: 'Enregistrer le CSV public…',
  chartExport: 'Enregistrer le graphique (SVG)…',
  print: 'Imprimer…',
  exported: (name: string) => french(`Fichier enregistré : ${name}`),
  filesText: (threshold: number) =>
    french(
      `Le CSV public masque tout effectif inférieur à ${formatNumber(threshold)}, et les nombres qui permettraient de le recalculer. Les deux autres fichiers ne masquent rien : ils restent dans l’organisme.`,
    ),
  internalMark: french('USAGE INTERNE : petits effectifs non masqués, ne pas diffuser'),
  publicMark: (threshold: number) =>
    french(`Export public : tout effectif inférieur à ${threshold} est masqué, ainsi que les nombres qui permettraient de le recalculer`),
  masked: 'masqué',
  total: 'Total',
  otherPaths: 'Par une autre voie',
  chartTitle: 'Blocs validés et non validés',
  chartText: french(
    'Barres pleines : validés ; barres hachurées : non validés. À droite de chaque barre, les validés sur les présentés. Le tableau donne les mêmes nombres.',
  ),
} as const;

/** The form of an insertion rate. */
export const insertionForm = {
  none: 'Aucun taux saisi : non renseigné.'.replace(' :', `${space}:`),
  rate: 'Taux, en pour cent',
  missing: 'Ce champ est à remplir.',
  save: 'Enregistrer le taux',
} as const;
