import { french } from './french.ts';
import { countOf, formatDay, formatNumber, formatShortDay, joinList, quote } from './typography.ts';

/** What a reader of an imported fiche must know, by the code of the remark. */
export const ficheRemarks = {
  'block-count': (announced: number, listed: number): string =>
    french(
      `Le texte de la fiche annonce ${countOf(announced, 'bloc', 'blocs')}, mais elle en liste ${formatNumber(listed)} : ce sont les blocs listés qui comptent.`,
    ),
  'open-path-without-text': (path: string): string => french(`La voie ${quote(path)} est ouverte, mais la fiche n’en donne pas la composition du jury.`),
  'closed-path-with-text': (path: string): string =>
    french(`La voie ${quote(path)} est fermée, mais la fiche en décrit la composition du jury : elle est tenue pour fermée.`),
  'end-before-start': (from: string, to: string): string =>
    french(`La fin de l’enregistrement (${formatDay(to)}) ne vient pas après son début (${formatDay(from)}).`),
  'delivery-limit-before-end': (limit: string, end: string): string =>
    french(`La date limite de délivrance (${formatDay(limit)}) précède la fin de l’enregistrement (${formatDay(end)}).`),
  'block-code-twice': (code: string): string => french(`Le code ${quote(code)} est donné à plusieurs blocs : ils sont numérotés ici dans l’ordre de la fiche.`),
  'block-code-foreign': (code: string, fiche: string): string => french(`Le code de bloc ${quote(code)} n’est pas celui de la fiche ${fiche}.`),
  'block-without-competency': (block: string): string => french(`Le bloc ${block} ne liste aucune compétence : son intitulé en tient lieu.`),
  'composition-rule': (): string =>
    french(
      'La fiche décrit la composition du jury en toutes lettres. Délibéré contrôle la règle usuelle : trois membres, dont deux professionnels extérieurs (le responsable pédagogique en formation initiale, un membre qualifié en VAE). Comparez-la au texte de chaque voie ouverte.',
    ),
  'not-rncp': (): string => french('Cette fiche est du répertoire spécifique : elle n’a ni blocs ni jury au sens du RNCP.'),
  'no-blocks': (): string => 'La fiche ne liste aucun bloc de compétences.',
  'no-start': (): string => 'La fiche ne donne ni date de décision, ni date d’effet, ni date de publication.',
  'no-end': (): string => 'La fiche ne donne pas la fin de l’enregistrement.',
  'no-open-path': (): string => 'Aucune voie d’accès n’est ouverte.',
  'no-certifier': (): string => 'La fiche ne nomme aucun certificateur.',
  title: (): string => 'La fiche n’a pas d’intitulé.',
  'block-code-written': (codes: readonly string[]): string =>
    french(`Codes de blocs écrits autrement dans la fiche (${joinList(codes.map(quote))}) : ils sont complétés par le numéro de la fiche.`),
  'decision-missing': (by: 'effect' | 'publication', on: string): string =>
    french(
      `La fiche n’a pas de date de décision : ${by === 'effect' ? 'sa date d’effet' : 'sa date de publication'}, le ${formatDay(on)}, ouvre la période d’enregistrement.`,
    ),
  'level-missing': (): string => 'La fiche ne donne pas le niveau.',
  'nsf-missing': (): string => 'La fiche ne donne aucun code NSF.',
  'siret-missing': (names: readonly string[]): string => french(`SIRET non communiqué, ou mal écrit, pour ${joinList(names)}.`),
  'several-certifiers': (names: readonly string[]): string =>
    french(`Plusieurs certificateurs : ${joinList(names)}. Le premier est celui dont le nom scelle les documents.`),
  'text-cut': (tags: readonly string[]): string => french(`Texte démesuré, coupé à la lecture : ${joinList(tags)}.`),
  'date-unreadable': (fields: readonly string[]): string => french(`Date illisible dans la fiche : ${joinList(fields)}.`),
  'figure-unreadable': (years: readonly string[]): string => french(`Statistiques illisibles ou impossibles : ${joinList(years)}.`),
  'split-doubtful': (blocks: readonly string[]): string => french(`Le découpage des compétences est à relire : ${joinList(blocks)}.`),
  state: (state: string): string => french(`État de la fiche : ${state}.`),
  inactive: (): string => 'La fiche est marquée inactive.',
  'registration-ended': (end: string): string => french(`L’enregistrement a pris fin le ${formatDay(end)}.`),
  replaced: (codes: readonly string[]): string => french(`Remplacée par ${joinList(codes)}.`),
  'earlier-fiche': (codes: readonly string[]): string => french(`Elle fait suite à ${joinList(codes)}.`),
} as const;

/** What keeps a fiche from being the certification of a session. */
export const obstacleWords: Readonly<Record<string, string>> = {
  'not-rncp': 'elle n’est pas du RNCP',
  'no-blocks': 'elle ne liste aucun bloc',
  'no-start': 'son enregistrement n’a pas de début',
  'no-end': 'son enregistrement n’a pas de fin',
  'no-open-path': 'aucune voie d’accès n’est ouverte',
  'no-certifier': 'aucun certificateur n’est nommé',
};

/** How the competencies of a block were told apart. */
export const splitWords = {
  bullets: 'par puces',
  codes: 'par numéros de la fiche',
  lines: 'par lignes',
  spaces: 'par espaces doubles',
  semicolons: 'par points-virgules',
  whole: 'texte d’un seul tenant',
  label: 'intitulé du bloc',
} as const;

/** Why a flux cannot be read. */
export const fluxFaultWords: Readonly<Record<string, (facts: Readonly<Record<string, unknown>>) => string>> = {
  xml: ({ line, column }) => `Le XML est mal formé, ligne ${String(line)}, colonne ${String(column)}.`,
  doctype: ({ line }) => french(`Le fichier déclare un type de document (DOCTYPE), ligne ${String(line)} : il est refusé par sûreté.`),
  encoding: ({ encoding }) => `Le fichier n’est pas écrit dans l’encodage qu’il annonce (${String(encoding)}).`,
  monster: () => 'Un texte ou une fiche du fichier est démesuré.',
  root: ({ found }) => french(`Le fichier n’est pas un export des fiches : il commence par « ${String(found)} » au lieu de « FICHES ».`),
  missing: () => 'Le fichier est introuvable ou illisible.',
  zip: () => 'Le fichier zip est abîmé.',
  'zip-encrypted': () => 'Le fichier zip est protégé par un mot de passe.',
  'zip-content': () => 'Le fichier zip doit contenir un fichier XML, et un seul.',
  'zip-bomb': () => 'Le fichier zip annonce une taille anormale.',
};

/** The command that reads a flux. */
export const ficheCommand = {
  usage: 'Usage\u00A0: npm run --silent delibere -- fiche FLUX.xml|FLUX.zip [--code RNCPnnnnn] [--json]',
  unreadable: (name: string, reason: string): string => french(`${name} : ${reason}`),
  none: (code: string | null): string => (code === null ? 'Aucune fiche dans ce fichier.' : `La fiche ${code} n’est pas dans ce fichier.`),
  head: (code: string, title: string): string => `${code}  ${title}`,
  facts: (level: number | null, nsf: readonly string[], state: string | null): string =>
    [
      level === null ? 'niveau non communiqué' : `niveau ${level}`,
      nsf.length === 0 ? 'NSF non communiqué' : `NSF ${nsf.join(', ')}`,
      state ?? 'état non communiqué',
    ].join(' · '),
  certifier: (name: string, siret: string | null): string => french(`Certificateur : ${name} (${siret === null ? 'SIRET non communiqué' : `SIRET ${siret}`})`),
  dates: (from: string | null, to: string | null): string =>
    french(
      `Enregistrement : ${from === null ? 'début non communiqué' : `du ${formatShortDay(from)}`} ${to === null ? '· fin non communiquée' : `au ${formatShortDay(to)}`}`,
    ),
  path: (label: string, open: boolean): string => french(`${label} : ${open ? 'ouverte' : 'fermée'}`),
  block: (code: string, label: string, count: number): string => `${code}  ${label} (${countOf(count, 'compétence', 'compétences')})`,
} as const;
