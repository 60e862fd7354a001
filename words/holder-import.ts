import { french } from './french.ts';
import { identityWords } from './holder-identity.ts';
import { countOf, formatDay, formatNumber, joinList, quote, space } from './typography.ts';

const column = (title: string, needed: string, how: string) => ({ title, needed, how: french(how) });

/** The workbook of identities to complete. */
export const identityTemplate = {
  fileName: 'Modèle identités des titulaires',
  sheet: 'Identités',
  note: french('Jamais de numéro de sécurité sociale : une colonne qui en contient n’est pas lue.'),
  columns: {
    numero: column('Numéro', 'conseillé', 'Le numéro du candidat dans la session ; à défaut, le nom et la date de naissance le retrouvent.'),
    nom: column('Nom de naissance', 'oui', 'Tel que sur la pièce d’identité.'),
    nom_usage: column('Nom d’usage', 'non', 'S’il diffère du nom de naissance.'),
    prenoms: column('Prénoms', 'oui', 'Dans l’ordre de l’état civil, séparés par des virgules ou des espaces ; trois au plus sont déclarés.'),
    prenom2: column('Prénom 2', 'non', 'Si les prénoms sont dans des colonnes séparées.'),
    prenom3: column('Prénom 3', 'non', 'De même.'),
    naissance: column('Date de naissance', 'oui', 'jj/mm/aaaa ; mm/aaaa ou aaaa si le reste est inconnu.'),
    sexe: column('Sexe', 'oui', 'F ou M, à l’état civil.'),
    insee: column('Code INSEE', 'né en France', 'De la commune de naissance, 5 caractères (31555, 2A004, 97411) ; ce n’est pas le code postal.'),
    commune: column('Commune de naissance', 'non', 'La commune, ou la ville à l’étranger.'),
    code_postal: column('Code postal', 'non', 'De la ville de naissance, à l’étranger seulement.'),
    pays: column('Pays de naissance', 'né à l’étranger', 'Vide ou « France » pour une naissance en France.'),
  },
} as const;

type State = 'added' | 'changed' | 'doubtful' | 'faulty' | 'unchanged' | 'left';

const causes: Readonly<Record<string, string>> = {
  nir: 'Ce qui est écrit ressemble à un numéro de sécurité sociale : rien n’en est gardé. Retirez-le du fichier.',
  unreadable: 'Une cellule montre une erreur ou un caractère illisible.',
  'too-long': 'Le texte est trop long.',
  'impossible-date': 'Cette date n’existe pas, ou n’est pas écrite jj/mm/aaaa.',
  'unknown-sex': 'Écrivez F ou M.',
  'place-contradicts': 'Un code INSEE de commune française avec un autre pays : gardez l’un des deux.',
  'number-of-another': 'Ce numéro est celui d’une autre personne : ni le nom ni la date de naissance ne sont les siens.',
  several: 'Plusieurs candidats portent ce nom : ajoutez le numéro ou la date de naissance.',
  duplicate: 'Deux lignes désignent la même personne.',
  unknown: 'Personne de ce nom dans la session.',
  'not-holder': 'N’a pas obtenu la certification complète : il n’y a rien à déclarer.',
  'number-unknown': 'Ce numéro n’est pas dans la session ; le nom et la date de naissance correspondent.',
  'names-differ': 'Le numéro et la date de naissance correspondent, pas le nom.',
  'birth-differs': 'Le nom correspond, pas la date de naissance.',
  'birth-missing': 'Le nom correspond, sans date de naissance pour le confirmer.',
};

/** A value as it is read: a whole date in full, nothing as a word. */
const said = (value: string | null): string => {
  if (value === null || value === '') return 'rien';
  return quote(/^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value) : value);
};

const { birthName, usageName, firstName, secondName, thirdName, sex, town, fileNumber, birth } = identityWords;
const labels: Readonly<Record<string, string>> = {
  birthName,
  usageName,
  firstName,
  secondName,
  thirdName,
  sex,
  town,
  fileNumber,
  birthDate: birth,
  postalCode: 'Code postal',
  insee: 'Code INSEE',
  country: 'Pays de naissance',
  familyName: 'Nom',
};

/** The import of identities from a spreadsheet. */
export const identityImportWords = {
  open: 'Importer les identités…',
  title: 'Importer les identités d’un tableur',
  guide: [
    french(
      'Un fichier CSV ou XLSX, une ligne par titulaire. Chaque ligne est rapprochée d’un candidat par son numéro, ou par son nom et sa date de naissance.',
    ),
    french('Rien n’est enregistré avant que vous ayez coché les lignes. Une cellule vide garde ce qui était connu.'),
    french('Jamais de numéro de sécurité sociale : une colonne qui en contient n’est pas lue.'),
  ],
  template: 'Enregistrer le modèle…',
  templateSaved: (name: string): string => french(`Modèle enregistré : ${name}`),
  choose: 'Choisir un fichier…',
  chooseOther: 'Choisir un autre fichier…',
  refused: (titles: readonly string[]): string =>
    french(
      titles.length === 1
        ? `La colonne ${joinList(titles.map(quote))} n’a pas été lue : elle ressemble à des numéros de sécurité sociale.`
        : `Les colonnes ${joinList(titles.map(quote))} n’ont pas été lues : elles ressemblent à des numéros de sécurité sociale.`,
    ),
  refusedText: 'Rien n’en est gardé. Supprimez-la aussi de votre fichier.',
  ignored: (titles: readonly string[]): string => french(`Colonnes sans usage ici, laissées de côté : ${joinList(titles.map(quote))}.`),
  missing: (columns: readonly string[]): string =>
    french(`Il manque au fichier : ${joinList(columns.map((name) => quote(identityTemplate.columns[name as 'nom'].title)))}. Rien n’a été lu.`),
  states: {
    added: 'À compléter',
    changed: 'Modifiée',
    doubtful: 'À vérifier',
    faulty: 'En erreur',
    unchanged: 'Inchangée',
    left: 'Laissée',
  } satisfies Readonly<Record<State, string>>,
  columns: { row: 'Ligne et titulaire', state: 'Effet', says: 'Ce que dit la ligne' },
  row: (line: number, name: string): string => `${formatNumber(line)} · ${name}`,
  cause: (field: string, cause: string): string => {
    const title = field === '' || field === 'numero' ? '' : (identityTemplate.columns[field as 'nom']?.title ?? '');
    return `${title === '' ? '' : `${title}${space}: `}${causes[cause] ?? cause}`.replaceAll(' :', `${space}:`);
  },
  difference: (field: string, before: string | null, after: string): string => `${labels[field] ?? field}${space}: ${said(before)} devient ${said(after)}`,
  stillMissing: (count: number): string => `Il restera ${countOf(count, 'champ à compléter', 'champs à compléter')}.`,
  complete: 'Complète pour la déclaration.',
  same: 'Déjà enregistrée telle quelle.',
  none: 'Cochez au moins une ligne.',
  keep: (count: number): string => (count === 0 ? 'Enregistrer' : `Enregistrer ${countOf(count, 'identité', 'identités')}`),
  kept: (count: number): string => french(`${countOf(count, 'identité enregistrée', 'identités enregistrées')} depuis le fichier.`),
} as const;
