import type { CompetencyCode } from '../../domain/ids.ts';
import type { Referential } from '../../domain/referential.ts';
import type { Regulations } from '../../domain/regulations.ts';
import { fold } from './cells.ts';

const columns = {
  numero: ['numero', 'n', 'no', 'numero candidat', 'numero de candidat', 'n candidat', 'identifiant', 'matricule', 'nº'],
  projet: ['projet', 'titre du projet', 'intitule du projet', 'intitule'],
  competence: ['competence', 'code competence', 'code de la competence', 'competences'],
  niveau: ['niveau', 'note', 'appreciation', 'evaluation', 'resultat'],
  remarque: ['remarque', 'remarques', 'commentaire', 'commentaires', 'observation', 'observations'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A column of a file of evaluators' grids, apart from those that name a competency. */
export type GridColumn = keyof typeof columns;

/** The columns of a file of evaluators' grids, in the order of the template. */
export const gridColumns = Object.keys(columns) as readonly GridColumn[];

/** Whether a field is a competency: the form with one column for each. */
export const isCompetencyColumn = (field: string): boolean => !(field in columns);

/** A competency by its code, whole or as it ends ("BC01-C3", "BC01 C3"), or by its own words. */
export const findCompetency = (written: string, referential: Referential): CompetencyCode | null => {
  const text = fold(written);
  if (text === '') return null;
  const all = referential.blocks.flatMap((block) => block.competencies);
  const short = (code: string): string => fold(code.slice(referential.code.length));
  return (all.find(({ code }) => fold(code) === text || short(code) === text) ?? all.find((one) => fold(one.text) === text))?.code ?? null;
};

/** What a title of a file of grids names: a column by any of its usual names, or a competency. */
export const gridColumnOf = (title: string, referential: Referential): string | undefined =>
  gridColumns.find((one) => (columns[one] as readonly string[]).includes(fold(title))) ?? findCompetency(title, referential) ?? undefined;

/** A number as people and spreadsheets write it: "12,5", "12.5", "50 %"; null when it is none. */
const readNumber = (text: string): string | null => {
  const found = /^(-?\d+)(?:[.,](\d+))?\s*(%?)$/.exec(text.trim());
  return found ? `${Number(`${found[1]}.${found[2] ?? '0'}`)}${found[3] ?? ''}` : null;
};

/** A level by its code or its label on the scale of the regulations; a figure is a level only where the scale has it. */
export const findLevel = (written: string, scale: Regulations['scale']): string | null => {
  const figure = readNumber(written);
  const same = (name: string): boolean => (figure === null ? fold(name) === fold(written) : readNumber(name) === figure);
  return (scale.find(({ code }) => same(code)) ?? scale.find(({ label }) => same(label)))?.code ?? null;
};
