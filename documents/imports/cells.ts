import type { BroughtBlock } from '../../domain/candidate.ts';
import { harmless } from '../../domain/harmless.ts';
import type { BlockCode } from '../../domain/ids.ts';
import { accessPath, type AccessPath } from '../../domain/jury.ts';
import { termsOf, type Referential } from '../../domain/referential.ts';
import { day, type Day } from '../../domain/time.ts';

/** Why one cell, one row or the whole file is refused; the sentences are in words/imports.ts. */
export const importProblemCodes = [
  // the file
  'not-text',
  'empty-file',
  'no-row',
  'unclosed-quote',
  'misplaced-quote',
  'missing-column',
  'unknown-column',
  'repeated-column',
  // one row
  'extra-cells',
  'missing-number',
  'missing-name',
  'unreadable-text',
  'too-long',
  'impossible-date',
  'missing-entry-date',
  'birth-after-entry',
  'missing-path',
  'unknown-path',
  'closed-access-path',
  'recevability-missing',
  'recevability-unexpected',
  'malformed-email',
  'missing-block',
  'unknown-block',
  'repeated-block',
  'block-already-acquired',
  'malformed-acquired',
  'malformed-equivalence',
  'cell-error',
  // between rows
  'duplicate-number',
  'duplicate-candidate',
  'number-of-another',
  // the evaluators' grids
  'unknown-candidate',
  'unknown-project',
  'project-needed',
  'unknown-competency',
  'competency-foreign',
  'missing-competency',
  'unknown-level',
  'missing-level',
  'duplicate-competency',
  'grid-forms-mixed',
] as const;
/** Why one cell, one row or the whole file is refused. */
export type ImportProblemCode = (typeof importProblemCodes)[number];

/** A cell read, or the reason why it cannot be and the part of it that shows why. */
export type Cell<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly code: ImportProblemCode; readonly value: string };

const read = <Value>(value: Value): Cell<Value> => ({ ok: true, value });
const refuse = (code: ImportProblemCode, value: string): { readonly ok: false; readonly code: ImportProblemCode; readonly value: string } => ({
  ok: false,
  code,
  value,
});

/** A text without its accents, case and punctuation, to compare what people write. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A text on one line, its spaces made single, without the marks that nobody sees. */
export const readPlain = (cell: string): Cell<string> => {
  const text = cell.replaceAll(/\s+/gu, ' ').trim();
  return /[\p{Cc}\uFFFD]/u.test(text) ? refuse('unreadable-text', text) : read(harmless(text).trim());
};

/** A day written as 29/09/2025, 29-09-2025, 29.09.2025 or 2025-09-29, between 1900 and 2100; none when the cell is blank. */
export const readDay = (cell: string): Cell<Day | null> => {
  const text = cell.trim();
  if (text === '') return read(null);
  const french = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text);
  const written = french ? `${french[4]}-${french[3]?.padStart(2, '0')}-${french[1]?.padStart(2, '0')}` : text;
  const parsed = day.safeParse(written);
  return parsed.success && parsed.data >= '1900-01-01' && parsed.data <= '2100-12-31' ? read(parsed.data) : refuse('impossible-date', text);
};

const pathNames: Readonly<Record<AccessPath, readonly string[]>> = {
  FI: ['formation initiale', 'initiale', 'eleve', 'etudiant', 'eleve ou etudiant', 'statut etudiant', 'scolaire'],
  CA: ['apprentissage', 'contrat d apprentissage', 'apprenti'],
  FC: ['formation continue', 'continue', 'formation professionnelle continue'],
  CQ: ['professionnalisation', 'contrat de professionnalisation', 'contrat pro'],
  VAE: ['experience', 'par experience', 'validation des acquis de l experience'],
  CL: ['candidature individuelle', 'par candidature individuelle', 'individuelle', 'candidat libre'],
};

/** An access path by its code, a usual French name or the fiche's own label; a path that the fiche closes is refused. */
export const readPath = (cell: string, referential: Referential): Cell<AccessPath> => {
  const text = fold(cell);
  if (text === '') return refuse('missing-path', '');
  const path = accessPath.options.find((one) => one.toLowerCase() === text || pathNames[one].includes(text) || fold(termsOf(referential, one).label) === text);
  if (path === undefined) return refuse('unknown-path', cell.trim());
  return termsOf(referential, path).open ? read(path) : refuse('closed-access-path', cell.trim());
};

/** A block by its code, whole ("RNCP36912BC01") or as it ends ("BC01"). */
export const readBlock = (text: string, referential: Referential): Cell<BlockCode> => {
  const written = text.trim().toUpperCase();
  const wanted = [written, `${referential.code}${written}`];
  const block = referential.blocks.find((one) => wanted.includes(one.code.toUpperCase()));
  return block === undefined ? refuse('unknown-block', text.trim()) : read(block.code);
};

const split = (cell: string, separator: RegExp): string[] =>
  cell
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** The blocks presented, in the fiche's order: "BC01+BC02", or "tous" for every block that the candidate does not bring. */
export const readPresented = (cell: string, brings: readonly BroughtBlock[], referential: Referential): readonly Cell<BlockCode>[] => {
  const brought = brings.map((one) => one.block);
  const codes = referential.blocks.map((one) => one.code);
  const all = ['tous', 'tous les blocs', 'toutes'].includes(fold(cell));
  const cells = all ? codes.filter((code) => !brought.includes(code)).map(read) : split(cell, /[+,;|\s]+/).map((one) => readBlock(one, referential));
  if (cells.length === 0) return [refuse('missing-block', cell.trim())];
  const faults = cells.filter((one) => !one.ok);
  const presented = codes.filter((code) => cells.some((one) => one.ok && one.value === code));
  return [...faults, ...presented.map((code) => (brought.includes(code) ? refuse('block-already-acquired', code) : read(code)))];
};

const readAcquired = (entry: string, referential: Referential): Cell<BroughtBlock> => {
  const [code = '', minute = '', date = '', ...rest] = entry.split(':').map((part) => part.trim());
  if (minute === '' || minute.length > 80 || rest.length > 0) return refuse('malformed-acquired', entry);
  const block = readBlock(code, referential);
  if (!block.ok) return block;
  const on = readDay(date);
  return on.ok ? read({ kind: 'earlier', block: block.value, minute, on: on.value }) : on;
};

const readEquivalence = (entry: string, referential: Referential): Cell<BroughtBlock> => {
  const [code = '', from = '', reference = '', date = '', authority = '', ...rest] = entry.split(':').map((part) => part.trim());
  const short = [from, reference, date, authority].some((part) => part === '' || part.length > 120);
  if (short || rest.length > 0) return refuse('malformed-equivalence', entry);
  const block = readBlock(code, referential);
  if (!block.ok) return block;
  const on = readDay(date);
  if (!on.ok) return on;
  return on.value === null
    ? refuse('malformed-equivalence', entry)
    : read({ kind: 'equivalence', block: block.value, from, reference, on: on.value, authority });
};

/**
 * The blocks that a candidate brings, several separated by "|".
 * Acquired: "BC01:PV 2025-007:2025-03-12", the day may be left out. Equivalence: "BC01:RNCP34979BC02:référence:date:autorité", all five needed.
 */
export const readBrought = (cell: string, kind: BroughtBlock['kind'], referential: Referential): readonly Cell<BroughtBlock>[] =>
  split(cell, /\|/).map((entry) => (kind === 'earlier' ? readAcquired(entry, referential) : readEquivalence(entry, referential)));

/** The blocks that a candidate brings, written as `readBrought` reads them. */
export const writeBrought = (brings: readonly BroughtBlock[], kind: BroughtBlock['kind'], referential: Referential): string =>
  brings
    .filter((one) => one.kind === kind)
    .map((one) => {
      const block = one.block.slice(referential.code.length);
      return one.kind === 'earlier' ? `${block}:${one.minute}:${one.on ?? ''}` : [block, one.from, one.reference, one.on, one.authority].join(':');
    })
    .join('|');
