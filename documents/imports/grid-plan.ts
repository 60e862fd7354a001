import type { Candidate } from '../../domain/candidate.ts';
import type { CompetencyCode, ProjectId } from '../../domain/ids.ts';
import type { ImportDifference, ImportFault, ImportMapping } from '../../domain/import.ts';
import type { Project } from '../../domain/project.ts';
import type { Referential } from '../../domain/referential.ts';
import type { Regulations } from '../../domain/regulations.ts';
import { fold, readPlain } from './cells.ts';
import type { CsvRow } from './csv.ts';
import { findCompetency, findLevel, gridColumns, isCompetencyColumn, type GridColumn } from './grid-row.ts';
import type { Titled } from './mapping.ts';
import { readEach, type Pace, type PlannedRow } from './plan.ts';
import { shownIn, valueIn, valueMissing } from './table-cell.ts';

type GridLine = Project['grid'][number];

/** What a row would write: lines of the grid of one project. */
export interface GridChange {
  readonly projectId: ProjectId;
  readonly lines: readonly GridLine[];
}

/** What a file of grids is read against. */
export interface GridGround {
  readonly referential: Referential;
  readonly scale: Regulations['scale'];
  readonly candidates: readonly Candidate[];
  readonly projects: readonly Project[];
}

type Complain = (column: string, code: string, value: string, first?: number | null) => void;

/** One level said by a row: the column that says it, the competency, what is written, and the remark where the file has remarks. */
interface Said {
  readonly column: string;
  readonly code: CompetencyCode;
  readonly level: string;
  readonly remark: string | null;
}

const findProject = (ground: GridGround, candidate: Candidate, title: string, complain: Complain): Project | null => {
  const own = ground.projects.filter((project) => project.candidateId === candidate.id);
  if (title === '') {
    if (own.length === 1) return own[0] ?? null;
    complain('projet', 'project-needed', '');
    return null;
  }
  const found = own.filter((project) => fold(project.title) === fold(title));
  if (found.length !== 1) complain('projet', 'unknown-project', title);
  return found.length === 1 ? (found[0] ?? null) : null;
};

const readSaid = (
  row: CsvRow,
  mapping: ImportMapping,
  places: Readonly<Partial<Record<GridColumn, number>>>,
  ground: GridGround,
  complain: Complain,
): Said[] => {
  const wide = mapping.flatMap((field, place) => (field !== null && isCompetencyColumn(field) ? [{ field, place }] : []));
  if (wide.length > 0) {
    return wide.flatMap(({ field, place }) => {
      const code = findCompetency(field, ground.referential);
      const level = valueIn(row, place).trim();
      return code === null || level === '' ? [] : [{ column: field, code, level, remark: null }];
    });
  }
  const written = valueIn(row, places.competence).trim();
  const code = findCompetency(written, ground.referential);
  if (code === null) {
    if (valueMissing(row, places.competence) === null) complain('competence', written === '' ? 'missing-competency' : 'unknown-competency', written);
    return [];
  }
  const level = valueIn(row, places.niveau).trim();
  const text = readPlain(valueIn(row, places.remarque));
  if (!text.ok) complain('remarque', text.code, text.value);
  const remark = text.ok && places.remarque !== undefined ? text.value : null;
  if ((remark ?? '').length > 1000) complain('remarque', 'too-long', '');
  if (level !== '') return [{ column: 'niveau', code, level, remark }];
  if ((remark ?? '') !== '' && valueMissing(row, places.niveau) === null) complain('niveau', 'missing-level', '');
  return [];
};

/** What a file of evaluators' grids would do to the projects of a session; a blank level says nothing. Null when told to stop. */
export const planGrids = async (
  { rows }: Titled,
  mapping: ImportMapping,
  ground: GridGround,
  pace: Pace,
): Promise<{ readonly rows: readonly PlannedRow<GridChange>[]; readonly absent: readonly Candidate[] } | null> => {
  const places: Readonly<Partial<Record<GridColumn, number>>> = Object.fromEntries(
    gridColumns.flatMap((name) => (mapping.includes(name) ? [[name, mapping.indexOf(name)]] : [])),
  );
  const shown = shownGridFields(mapping);
  const numbers = new Map(ground.candidates.map((one) => [fold(one.number), one]));
  const seen = new Map<string, number>();
  const named = new Set<string>();
  const labelOf = (level: string): string => ground.scale.find(({ code }) => code === level)?.label ?? level;
  const planned = await readEach(
    rows,
    (row): PlannedRow<GridChange> => {
      const problems: ImportFault[] = [];
      const complain: Complain = (column, code, value, first = null) => problems.push({ line: row.line, column, code, value, first });
      mapping.forEach((field, place) => {
        const error = field === null ? null : valueMissing(row, place);
        if (field !== null && error !== null) complain(field, 'cell-error', error);
      });
      const number = valueIn(row, places.numero).trim();
      const candidate = numbers.get(fold(number));
      if (candidate === undefined && valueMissing(row, places.numero) === null)
        complain('numero', number === '' ? 'missing-number' : 'unknown-candidate', number);
      if (candidate !== undefined) named.add(candidate.id);
      const project = candidate === undefined ? null : findProject(ground, candidate, valueIn(row, places.projet).trim(), complain);
      const said = readSaid(row, mapping, places, ground, complain);
      const lines = said.flatMap(({ column, code, level, remark }): GridLine[] => {
        const found = findLevel(level, ground.scale);
        if (found === null) complain(column, 'unknown-level', level);
        if (project === null) return [];
        if (!project.blocks.some((block) => code.startsWith(`${block}-`))) complain(column, 'competency-foreign', code.slice(ground.referential.code.length));
        const key = `${project.id} ${code}`;
        const first = seen.get(key);
        if (first === undefined) seen.set(key, row.line);
        else complain(column, 'duplicate-competency', code.slice(ground.referential.code.length), first);
        const before = project.grid.find((one) => one.competency === code);
        return found === null ? [] : [{ competency: code, level: found, remark: remark ?? before?.remark ?? '' }];
      });
      const line = { line: row.line, cells: shown.map((field) => shownIn(row, mapping.indexOf(field))), written: row.cells, problems };
      if (problems.length > 0 || project === null) return { ...line, state: 'faulty', differences: [], change: null };
      const differences = lines.flatMap((after): ImportDifference[] => {
        const before = project.grid.find((one) => one.competency === after.competency);
        const field = after.competency.slice(ground.referential.code.length);
        const level =
          before?.level === after.level ? [] : [{ field, before: before === undefined ? null : labelOf(before.level), after: labelOf(after.level) }];
        const remark = (before?.remark ?? '') === after.remark ? [] : [{ field: `${field}:remarque`, before: before?.remark ?? null, after: after.remark }];
        return [...level, ...remark];
      });
      const change = { projectId: project.id, lines };
      if (differences.length === 0) return { ...line, state: 'unchanged', differences, change };
      return { ...line, state: differences.some(({ before }) => before !== null) ? 'changed' : 'added', differences, change };
    },
    pace,
  );
  return planned === null ? null : { rows: planned, absent: ground.candidates.filter((one) => !named.has(one.id)) };
};

/** The fields of a file of grids that the preview shows; the form with a column for each competency shows its first ones. */
export const shownGridFields = (mapping: ImportMapping): readonly string[] => [
  ...gridColumns.filter((name) => mapping.includes(name)),
  ...mapping
    .filter((field) => field !== null)
    .filter(isCompetencyColumn)
    .slice(0, 8),
];

/** The grid of a project once lines of a file are in it: what the file does not say stays. */
export const mergeGrid = (before: readonly GridLine[], lines: readonly GridLine[]): GridLine[] => [
  ...before.map((line) => lines.find((one) => one.competency === line.competency) ?? line),
  ...lines.filter((line) => !before.some((one) => one.competency === line.competency)),
];
