import type { IdentityCause } from '../../domain/holder-import.ts';
import { looksLikeNir, withoutNir } from '../../domain/nir.ts';
import { fold, readDay } from './cells.ts';
import type { CsvRow } from './csv.ts';
import type { Sheet } from './table.ts';
import { valueIn, valueMissing } from './table-cell.ts';

const columns = {
  numero: ['numero', 'n', 'no', 'numero candidat', 'numero de candidat', 'n candidat', 'identifiant', 'matricule'],
  nom: ['nom', 'nom de naissance', 'nom naissance', 'nom de famille', 'patronyme'],
  nom_usage: ['nom d usage', 'nom usage', 'nom marital'],
  prenoms: ['prenoms', 'prenom', 'prenom 1', 'premier prenom', 'prenoms de naissance'],
  prenom2: ['prenom 2', 'deuxieme prenom', 'second prenom'],
  prenom3: ['prenom 3', 'troisieme prenom'],
  naissance: ['date de naissance', 'naissance', 'date naissance', 'ne le', 'ne e le'],
  sexe: ['sexe', 'sexe a l etat civil', 'genre'],
  insee: [
    'code insee',
    'insee',
    'code insee commune',
    'code insee de la commune',
    'code insee de la commune de naissance',
    'code commune',
    'code insee naissance',
  ],
  commune: ['commune', 'commune de naissance', 'ville de naissance', 'lieu de naissance', 'ville', 'commune ou ville de naissance'],
  code_postal: ['code postal', 'code postal de naissance', 'code postal de la ville de naissance'],
  pays: ['pays', 'pays de naissance'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What a column of a file of identities says. */
export type IdentityColumn = keyof typeof columns;

/** The columns of a file of identities, in the order of the template. */
export const identityColumns = Object.keys(columns) as readonly IdentityColumn[];

const titlesOfNir = /^(?:nir|nss|n(?:umero|o|um)?(?: de)? (?:securite sociale|secu|insee|nir)|securite sociale|secu)$/;

const columnOf = (title: string): IdentityColumn | undefined => identityColumns.find((one) => (columns[one] as readonly string[]).includes(fold(title)));

/** Whether a cell could be a social security number, whatever its structure: 13 to 15 digits that begin by 1 or 2. */
export const couldBeNir = (text: string): boolean => looksLikeNir(text) || /^[12]\d{4}[\dAB]{2}\d{6,8}$/i.test(text.replaceAll(/[\s.\-_/]/g, ''));

/** A sheet of identities: where each column stands, the rows under the titles, and the columns that are not read. */
export interface IdentitySheet {
  readonly places: Readonly<Partial<Record<IdentityColumn, number>>>;
  readonly rows: readonly CsvRow[];
  readonly ignored: readonly string[];
  /** Columns whose title or content is a social security number: their cells are looked at for that alone, then forgotten. */
  readonly refused: readonly string[];
  readonly missing: readonly IdentityColumn[];
}

const reach = 12;

/** Finds the titles of the first sheet that has some, and what each column says. Null where nothing is recognised. */
export const readIdentitySheet = (sheets: readonly Sheet[]): IdentitySheet | null => {
  const known = (row: CsvRow): number => row.cells.filter((cell) => columnOf(cell) !== undefined).length;
  const found = sheets.flatMap(({ rows }) => rows.slice(0, reach).map((header, place) => ({ header, rows: rows.slice(place + 1), known: known(header) })));
  const best = found.reduce((most, one) => (one.known > most.known ? one : most), {
    header: { line: 0, cells: [] } as CsvRow,
    rows: [] as readonly CsvRow[],
    known: 1,
  });
  if (best.known < 2) return null;
  const places: Partial<Record<IdentityColumn, number>> = {};
  const [ignored, refused]: [string[], string[]] = [[], []];
  const width = Math.max(best.header.cells.length, ...best.rows.map(({ cells }) => cells.length));
  for (let place = 0; place < width; place += 1) {
    const title = (best.header.cells[place] ?? '').trim();
    const column = columnOf(title);
    const holdsNir = (column === undefined || column === 'numero') && best.rows.some(({ cells }) => couldBeNir(cells[place] ?? ''));
    const filled = best.rows.some(({ cells }) => (cells[place] ?? '').trim() !== '');
    if (titlesOfNir.test(fold(title)) || holdsNir) refused.push(withoutNir(title).slice(0, 80));
    else if (column !== undefined && places[column] === undefined) places[column] = place;
    else if (filled) ignored.push(withoutNir(title).slice(0, 80));
  }
  const missing = (['nom', 'prenoms'] as const).filter((column) => places[column] === undefined);
  return { places, rows: best.rows, ignored, refused, missing };
};

/** What one row says, column by column, and what cannot be read in it. */
export interface IdentitySaid {
  readonly line: number;
  readonly texts: Readonly<Record<IdentityColumn, string>>;
  readonly faults: readonly { readonly field: IdentityColumn; readonly cause: IdentityCause }[];
}

const most = (column: IdentityColumn): number => (column === 'insee' || column === 'code_postal' ? 20 : 120);

/** A birth date whole, or its year alone, or its month and year. */
const readBirth = (text: string): string | null => {
  const partial = /^(?:(\d{1,2})[/.-])?((?:19|20)\d{2})$/.exec(text);
  if (partial) return partial[1] === undefined ? (partial[2] ?? null) : `${partial[2]}-${partial[1].padStart(2, '0')}`;
  const day = readDay(text);
  return day.ok ? (day.value ?? '') : null;
};

const sexes: Readonly<Record<string, string>> = { f: 'F', feminin: 'F', femme: 'F', m: 'M', masculin: 'M', homme: 'M' };

/** Reads one row; a cell that could be a social security number is a fault, and its text goes nowhere. */
export const readIdentityRow = (row: CsvRow, { places }: IdentitySheet): IdentitySaid => {
  const faults: { field: IdentityColumn; cause: IdentityCause }[] = [];
  const texts = Object.fromEntries(
    identityColumns.map((column) => {
      const text = valueIn(row, places[column]).replaceAll(/\s+/g, ' ').trim();
      const fault = (cause: IdentityCause): [IdentityColumn, string] => {
        faults.push({ field: column, cause });
        return [column, ''];
      };
      if (couldBeNir(text)) return fault('nir');
      if (valueMissing(row, places[column]) !== null || /[\p{Cc}\uFFFD]/u.test(text)) return fault('unreadable');
      if (text.length > most(column)) return fault('too-long');
      if (text === '') return [column, ''];
      if (column === 'naissance') return readBirth(text) === null ? fault('impossible-date') : [column, readBirth(text) ?? ''];
      if (column === 'sexe') return sexes[fold(text)] === undefined ? fault('unknown-sex') : [column, sexes[fold(text)] ?? ''];
      if (column === 'insee') return [column, text.toUpperCase()];
      return [column, text];
    }),
  ) as Record<IdentityColumn, string>;
  const abroad = texts.pays !== '' && fold(texts.pays) !== 'france';
  if (abroad && texts.insee !== '' && !texts.insee.startsWith('99')) faults.push({ field: 'insee', cause: 'place-contradicts' });
  return { line: row.line, texts, faults };
};
