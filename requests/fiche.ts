import { done, failed, type Result } from '../domain/errors.ts';
import { obstaclesOf, type FicheReading } from '../domain/fiche.ts';
import { compareVersions, referentialOf } from '../domain/fiche-referential.ts';
import type { Referential } from '../domain/referential.ts';
import { day } from '../domain/time.ts';
import { digestOfReading, insertFiche, readStoredFiches, removeFiche } from '../db/fiche.ts';
import { readSessions } from '../db/session.ts';
import { findFiche as findInFlux, indexFlux, type FluxProgress, type IndexLine } from '../documents/imports/fiche/flux.ts';
import { matches } from '../documents/imports/fiche/search.ts';
import type { Handlers } from './desk.ts';
import { knownFiches } from './known-fiches.ts';
import { loadSession, requireStore, type Office } from './office.ts';
import { startWork, type Progress } from './work.ts';

/** A flux that a person chose, its index in the memory; its text stays on the disk. */
export interface FluxInHand {
  readonly path: string;
  readonly fileName: string;
  readonly lines: readonly IndexLine[];
}

/** A fiche read in a flux, under the version it would be kept as. */
export interface FicheInHand {
  readonly fiche: FicheReading;
  readonly fileName: string;
}

const todayOf = (office: Office) => day.parse(office.tools.clock.now().slice(0, 10));

const paceOf =
  (progress: Progress, step: 'reading' | 'searching') =>
  ({ bytes, total }: FluxProgress): void =>
    progress.report({ step, unit: 'bytes', done: bytes, total });

/** The name that tells this reading from the others of its code: its last dated change, with a rank where the same day says something else. */
const versionOf = (office: Office, fiche: FicheReading): Result<{ readonly version: string; readonly known: boolean }> => {
  const store = requireStore(office);
  if (!store.ok) return store;
  const fiches = knownFiches(office);
  if (!fiches.ok) return fiches;
  const digest = digestOfReading(fiche);
  const kept = readStoredFiches(store.value.db).find(({ readingSha256, referential }) => referential.code === fiche.code && readingSha256 === digest);
  if (kept !== undefined) return done({ version: kept.referential.version, known: true });
  // A version taken out of the list keeps its name as long as a session holds its text.
  const taken = [...fiches.value, ...readSessions(store.value.db)]
    .filter(({ referential }) => referential.code === fiche.code)
    .map(({ referential }) => referential.version);
  const base = fiche.dates.lastChange ?? todayOf(office);
  let version: string = base;
  for (let rank = 2; taken.includes(version); rank += 1) version = `${base}-${rank}`;
  return done({ version, known: false });
};

const inHand = (office: Office, work: string): Result<FicheInHand> => {
  const found = office.fiches.get(work);
  return found ? done(found) : failed('not-found', { what: 'fiche' });
};

const countOf = (referential: Referential): number => referential.blocks.reduce((count, block) => count + block.competencies.length, 0);

/** Certifications: those that a session can be held on, and their import from France compétences' flux. */
export const ficheRequests = {
  'fiche.list': (office) => {
    const store = requireStore(office);
    if (!store.ok) return store;
    const fiches = knownFiches(office);
    if (!fiches.ok) return fiches;
    const held = readSessions(store.value.db).map(({ referential }) => `${referential.code} ${referential.version}`);
    return done(
      fiches.value.map(({ referential, imported }) => ({
        code: referential.code,
        title: referential.title,
        version: referential.version,
        level: referential.level,
        blocks: referential.blocks.length,
        competencies: countOf(referential),
        imported,
        sessions: held.filter((key) => key === `${referential.code} ${referential.version}`).length,
      })),
    );
  },
  'fiche.choose': async (office, { given }) => {
    const store = requireStore(office);
    if (!store.ok) return store;
    const file = given ?? (await office.tools.dialogs.openFiles('fiches'))[0];
    if (!file) return failed('cancelled');
    const path = office.tools.dialogs.pathOf(file.handle);
    office.fluxes.clear();
    office.fiches.clear();
    const work = startWork(office, async (progress, name) => {
      const read = await indexFlux(path, { signal: progress.signal, onProgress: paceOf(progress, 'reading') });
      if (read.ok) office.fluxes.set(name, { path, fileName: file.name, lines: read.value });
      return read;
    });
    return done({ work, fileName: file.name });
  },
  'fiche.search': (office, { work, query }) => {
    const flux = office.fluxes.get(work);
    if (!flux) return failed('not-found', { what: 'flux' });
    const found = flux.lines.filter(matches(query));
    // Those that are still in force come first; the order of the file otherwise.
    const lines = [...found.filter(({ active }) => active), ...found.filter(({ active }) => !active)].slice(0, 60);
    return done({ fileName: flux.fileName, fiches: flux.lines.length, found: found.length, lines });
  },
  'fiche.open': (office, { work: of, code }) => {
    const flux = office.fluxes.get(of);
    if (!flux) return failed('not-found', { what: 'flux' });
    const today = todayOf(office);
    const work = startWork(office, async (progress, name) => {
      const read = await findInFlux(flux.path, code, today, { signal: progress.signal, onProgress: paceOf(progress, 'searching') });
      if (!read.ok) return read;
      if (read.value === null) return failed('not-found', { what: 'fiche' });
      office.fiches.set(name, { fiche: read.value, fileName: flux.fileName });
      return read;
    });
    return done({ work });
  },
  'fiche.get': (office, { work }) => {
    const hand = inHand(office, work);
    if (!hand.ok) return hand;
    const named = versionOf(office, hand.value.fiche);
    return named.ok ? done({ fiche: hand.value.fiche, obstacles: obstaclesOf(hand.value.fiche), ...named.value }) : named;
  },
  'fiche.confirm': (office, { work, splits }) => {
    const hand = inHand(office, work);
    const store = requireStore(office);
    if (!hand.ok) return hand;
    if (!store.ok) return store;
    const { fiche: reading, fileName } = hand.value;
    const named = versionOf(office, reading);
    if (!named.ok) return named;
    const { version, known } = named.value;
    if (known) return done({ code: reading.code, version });
    const referential = referentialOf(reading, version, splits);
    if (!referential.ok) return referential;
    insertFiche(store.value.db, { reading, referential: referential.value, fileName, confirmedAt: office.tools.clock.now() });
    return done({ code: reading.code, version });
  },
  'fiche.remove': (office, { code, version }) => {
    const store = requireStore(office);
    if (!store.ok) return store;
    removeFiche(store.value.db, code, version);
    return done({ savedAt: office.tools.clock.now() });
  },
  'fiche.compare': (office, { sessionId, version }) => {
    const session = loadSession(office, sessionId);
    if (!session.ok) return session;
    const fiches = knownFiches(office);
    if (!fiches.ok) return fiches;
    const { referential } = session.value.stored;
    const other = fiches.value.find((entry) => entry.referential.code === referential.code && entry.referential.version === version);
    return other ? done(compareVersions(referential, other.referential)) : failed('not-found', { what: 'certification' });
  },
} satisfies Handlers;
