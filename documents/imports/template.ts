import { utils, write } from '@e965/xlsx';
import type { ImportKind } from '../../domain/import.ts';
import { candidateTemplate, gridTemplate, templateWords, type TemplateColumn } from '../../words/templates.ts';
import { candidateColumns } from './candidate-row.ts';
import { writeRows } from './corrections.ts';
import type { GridGround } from './grid-plan.ts';
import { gridColumns } from './grid-row.ts';

/** A cell of a template: a text, or a day that a spreadsheet shows as a date. */
type Cell = string | { readonly day: string };

const columnsOf = (kind: ImportKind): readonly TemplateColumn[] =>
  kind === 'candidates' ? candidateColumns.flatMap((name) => candidateTemplate[name] ?? []) : gridColumns.flatMap((name) => gridTemplate[name] ?? []);

const exampleCandidate = ({ referential }: GridGround): readonly Cell[] => {
  const { example } = templateWords;
  const path = referential.accessPaths.find((one) => one.open && one.path !== 'VAE')?.path ?? 'VAE';
  const entered: Cell = { day: referential.decisionDate };
  const said: Readonly<Record<string, Cell>> = {
    numero: example.number,
    nom: example.familyName,
    prenom: example.givenName,
    naissance: { day: '1990-01-31' },
    voie: path,
    [path === 'VAE' ? 'recevabilite' : 'entree']: entered,
    justificatif: example.proof,
    blocs: 'tous',
  };
  return candidateColumns.map((name) => said[name] ?? '');
};

/** The grids as they stand: a row for each competency of each project, its level where there is one; or one example when there is no project. */
const gridRows = ({ referential, candidates, projects, scale }: GridGround): readonly (readonly Cell[])[] => {
  const rows = projects.flatMap((project) => {
    const number = candidates.find((one) => one.id === project.candidateId)?.number ?? '';
    const competencies = referential.blocks.filter((block) => project.blocks.includes(block.code)).flatMap((block) => block.competencies);
    return competencies.map(({ code }) => {
      const line = project.grid.find((one) => one.competency === code);
      const level = scale.find((one) => one.code === line?.level)?.label ?? '';
      return [number, project.title, code.slice(referential.code.length), level, line?.remark ?? ''];
    });
  });
  const first = referential.blocks[0]?.competencies[0]?.code.slice(referential.code.length) ?? '';
  return rows.length > 0 ? rows : [[templateWords.example.number, templateWords.example.project, first, scale[0]?.label ?? '', '']];
};

const french = (day: string): string => day.split('-').reverse().join('/');
const dayCount = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000) + 25_569;

const writeBook = (kind: ImportKind, titles: readonly string[], rows: readonly (readonly Cell[])[], ground: GridGround): Uint8Array => {
  const sheet = utils.aoa_to_sheet([
    [...titles],
    ...rows.map((row) => row.map((cell) => (typeof cell === 'string' ? { t: 's', v: cell } : { t: 'n', v: dayCount(cell.day), z: 'dd/mm/yyyy' }))),
  ]);
  sheet['!cols'] = titles.map((title) => ({ wch: Math.max(14, title.length + 2) }));
  const guide = utils.aoa_to_sheet([
    [...templateWords.heads],
    ...columnsOf(kind).map(({ title, needed, how }) => [title, needed, how]),
    [],
    ...(kind === 'grids' ? [[templateWords.wideNote], [templateWords.levels(ground.scale.map(({ label }) => label))]] : [[templateWords.exampleNote]]),
  ]);
  guide['!cols'] = [{ wch: 28 }, { wch: 14 }, { wch: 90 }];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, templateWords.sheet[kind]);
  utils.book_append_sheet(book, guide, templateWords.guide);
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
};

/** A file to fill in and give back: its titles and an example, or the grids as they stand; a workbook explains each column on a second sheet. */
export const writeTemplate = (kind: ImportKind, format: 'csv' | 'xlsx', ground: GridGround): { readonly name: string; readonly bytes: Uint8Array } => {
  const titles = columnsOf(kind).map(({ title }) => title);
  const rows = kind === 'candidates' ? [exampleCandidate(ground)] : gridRows(ground);
  const name = `${templateWords.fileName[kind]}.${format}`;
  if (format === 'xlsx') return { name, bytes: writeBook(kind, titles, rows, ground) };
  return { name, bytes: writeRows([titles, ...rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : french(cell.day))))]) };
};
