import { done, failed, type Result } from '../../../domain/errors.ts';
import type { FicheReading } from '../../../domain/fiche.ts';
import type { Day } from '../../../domain/time.ts';
import { textAt } from './facts.ts';
import { FluxFault } from './fault.ts';
import { readFiche } from './reading.ts';
import { openFlux } from './source.ts';
import { readTrees, type Choice, type FicheTree, type Reading } from './tree.ts';

/** How far a reading is: bytes of XML read of those there are, fiches seen. */
export interface FluxProgress extends Reading {
  readonly total: number;
}

/** What a reading is given: where it is told to stop, and where it says how far it is. */
export interface FluxOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: FluxProgress) => void;
}

/** One line of the index of a flux. */
export interface IndexLine {
  readonly code: string;
  readonly title: string;
  readonly level: number | null;
  readonly state: string | null;
  readonly active: boolean;
}

const indexed: Choice = { elements: new Set(['NUMERO_FICHE', 'INTITULE', 'NOMENCLATURE_EUROPE', 'ETAT_FICHE', 'ACTIF']) };

/** Walks the fiches of a flux; `visit` answers false to stop there. Errors: fiches-unreadable {reason, line, column}, cancelled. */
const walk = async (
  path: string,
  choice: Choice,
  { signal, onProgress }: FluxOptions,
  visit: (tree: FicheTree) => Promise<boolean | void> | boolean | void,
): Promise<Result<number>> => {
  let fiches = 0;
  try {
    const { chunks, total } = await openFlux(path);
    const trees = readTrees(chunks, choice, (reading) => {
      fiches = reading.fiches;
      onProgress?.({ ...reading, total });
      if (signal?.aborted) throw signal.reason;
    });
    for await (const tree of trees) if ((await visit(tree)) === false) break;
    return done(fiches);
  } catch (error) {
    if (signal?.aborted) return failed('cancelled');
    if (error instanceof FluxFault) return failed('fiches-unreadable', { ...error.facts, reason: error.reason });
    if (error instanceof Error && 'code' in error) return failed('fiches-unreadable', { reason: 'missing' });
    throw error;
  }
};

/** The title, level and state of every fiche of a flux, by code: some 25,000 short lines for the whole of it. Errors: fiches-unreadable, cancelled. */
export const indexFlux = async (path: string, options: FluxOptions = {}): Promise<Result<readonly IndexLine[]>> => {
  const lines: IndexLine[] = [];
  const walked = await walk(path, indexed, options, ({ node }) => {
    const code = textAt(node, 'NUMERO_FICHE');
    if (code === null) return;
    const level = /([1-8])$/.exec(textAt(node, 'NOMENCLATURE_EUROPE', 'NIVEAU') ?? '')?.[1];
    lines.push({
      code: code.slice(0, 20),
      title: (textAt(node, 'INTITULE') ?? code).slice(0, 400),
      level: level === undefined ? null : Number(level),
      state: textAt(node, 'ETAT_FICHE')?.slice(0, 80) ?? null,
      active: textAt(node, 'ACTIF') !== 'Non',
    });
  });
  return walked.ok ? done(lines) : walked;
};

/** Reads one fiche of a flux and stops there; null where the flux does not have it. Errors: fiches-unreadable, cancelled. */
export const findFiche = async (path: string, code: string, today: Day, options: FluxOptions = {}): Promise<Result<FicheReading | null>> => {
  let found: FicheReading | null = null;
  const walked = await walk(path, { wants: (written) => written === code }, options, (tree) => {
    found = readFiche(tree, today);
    return found === null;
  });
  return walked.ok ? done(found) : walked;
};

/** Reads the fiches of a flux one after the other, all of them or the one of a code, and gives each to `take`, waiting for it. Errors: fiches-unreadable, cancelled. */
export const eachFiche = async (
  path: string,
  code: string | null,
  today: Day,
  take: (fiche: FicheReading) => Promise<void> | void,
  options: FluxOptions = {},
): Promise<Result<number>> => {
  let taken = 0;
  const walked = await walk(path, code === null ? {} : { wants: (written) => written === code }, options, async (tree) => {
    const fiche = readFiche(tree, today);
    if (fiche === null) return;
    taken += 1;
    await take(fiche);
  });
  return walked.ok ? done(taken) : walked;
};
