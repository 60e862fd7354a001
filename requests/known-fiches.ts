import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { done, failed, type Result } from '../domain/errors.ts';
import { readReferential, type Referential } from '../domain/referential.ts';
import type { Instant } from '../domain/time.ts';
import { readStoredFiches } from '../db/fiche.ts';
import type { Office } from './office.ts';

/** The fiches that the program knows, read and checked from its resources. Error: referential-malformed, with the file. */
export const readFiches = (resourcesFolder: string): Result<Referential[]> => {
  const folder = join(resourcesFolder, 'referentials');
  const fiches: Referential[] = [];
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()) {
    const read = readReferential(JSON.parse(readFileSync(join(folder, name), 'utf8')));
    if (!read.ok) return failed('referential-malformed', { ...read.error.facts, file: name });
    fiches.push(read.value);
  }
  return done(fiches);
};

/** A version of a fiche that a session can be held on; `imported` is null where the program ships it. */
export interface KnownFiche {
  readonly referential: Referential;
  readonly imported: { readonly fileName: string; readonly at: Instant } | null;
}

/** Every version that a session can be held on: those the program ships, then those imported. Error: referential-malformed. */
export const knownFiches = (office: Office): Result<KnownFiche[]> => {
  const shipped = readFiches(office.tools.resourcesFolder);
  if (!shipped.ok) return shipped;
  const imported = office.store === null ? [] : readStoredFiches(office.store.db);
  return done([
    ...shipped.value.map((referential) => ({ referential, imported: null })),
    ...imported.map(({ referential, fileName, confirmedAt }) => ({ referential, imported: { fileName, at: confirmedAt } })),
  ]);
};

/** The fiche of a code, at a version or at the latest. Error: not-found. */
export const findKnown = (office: Office, code: string, version?: string): Result<Referential> => {
  const fiches = knownFiches(office);
  if (!fiches.ok) return fiches;
  const found = fiches.value
    .map(({ referential }) => referential)
    .filter((fiche) => fiche.code === code && (version === undefined || fiche.version === version))
    .sort((one, other) => (one.version < other.version ? 1 : -1))[0];
  return found ? done(found) : failed('not-found', { what: 'certification' });
};
