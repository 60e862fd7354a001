import { createHash } from 'node:crypto';
import { done, failed, type Result } from '../domain/errors.ts';
import type { BagPiece } from '../domain/reading-dossiers.ts';
import type { Watch } from '../documents/archive/bag.ts';
import { holdDossiers, type HeldDossiers, type IndexedPiece } from '../documents/archive/dossiers-read.ts';
import type { Handlers } from './desk.ts';
import { keyOf } from './document.ts';
import { writeEnclosed } from './enclosed.ts';
import { reading } from './file.ts';
import { keepView, type Office } from './office.ts';
import type { ReadingInHand } from './reading.ts';
import { bytesView } from './viewing.ts';
import { startWork } from './work.ts';

/** What the reader shows is read whole into memory: nothing larger. In bytes. */
const largestShown = 128 * 1024 * 1024;

const pieceOf = ({ path, candidate, kind, title, fileName, bytes }: IndexedPiece): BagPiece => {
  const shown = bytes <= largestShown && /\.(?:pdf|png|jpe?g|gif|webp|txt|md)$/i.test(fileName);
  return { path, candidate, kind, title, fileName, bytes, shown };
};

/** The archive that is read under a name. Error: not-found. */
const openOf = (office: Office, work: string): Result<ReadingInHand> =>
  office.reading?.work === work && office.reading.view.kind === 'read' ? done(office.reading) : failed('not-found', { what: 'reading' });

/** A piece of the bag held open. Error: not-found. */
const heldPiece = (
  office: Office,
  work: string,
  path: string,
): Result<{ readonly open: ReadingInHand; readonly held: HeldDossiers; readonly piece: IndexedPiece }> => {
  const open = openOf(office, work);
  if (!open.ok) return open;
  const { held } = open.value.dossiers;
  const piece = held?.pieces.find((one) => one.path === path);
  return held === null || piece === undefined ? failed('not-found', { what: 'piece' }) : done({ open: open.value, held, piece });
};

const readPiece = async (held: HeldDossiers, piece: IndexedPiece): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  for await (const part of held.open(piece.path)) parts.push(part);
  return Buffer.concat(parts);
};

/** The bag of the dossiers opened beside an archive that is read: checked to be the one that it names, its pieces listed, shown, copied out; nothing is kept. */
export const readingDossiersRequests = {
  'reading.openDossiers': async (office, { work, handle, name, secret }) => {
    const open = openOf(office, work);
    if (!open.ok || open.value.view.kind !== 'read') return failed('not-found', { what: 'reading' });
    const { archive } = open.value.view;
    const chosen = handle === null ? (await office.tools.dialogs.openFiles('document'))[0] : { handle, name: name ?? '' };
    if (!chosen) return failed('cancelled');
    const facts = { name: chosen.name, key: keyOf(secret), named: archive.dossiers };
    const started = startWork(office, async ({ report, signal }) => {
      const watch: Watch = { signal, report: (passed, total, pass) => report({ step: pass, unit: 'bytes', done: passed, total }) };
      const read = await reading(chosen.name, () => holdDossiers(office.tools.dialogs.pathOf(chosen.handle), facts, watch));
      if (!read.ok) return read;
      const { verdict, held } = read.value;
      // The archive was closed, or the store locked, while the bag was checked: what was opened is let go.
      if (signal.aborted || office.reading !== open.value) {
        held?.release();
        return failed('cancelled');
      }
      open.value.release();
      open.value.dossiers =
        held === null
          ? { view: { kind: 'refused', handle: chosen.handle, verdict }, held }
          : { view: { kind: 'open', fileName: chosen.name, keptUntil: held.keptUntil, pieces: held.pieces.map(pieceOf) }, held };
      return done(true);
    });
    return done({ work: started, fileName: chosen.name });
  },
  'reading.dossiers': (office, { work }) => {
    const open = openOf(office, work);
    return open.ok ? done(open.value.dossiers.view) : open;
  },
  'reading.viewPiece': async (office, { work, path }) => {
    const found = heldPiece(office, work, path);
    if (!found.ok) return found;
    const { open, held, piece } = found.value;
    const bytes = pieceOf(piece).shown ? await readPiece(held, piece) : null;
    const whole = bytes !== null && createHash('sha256').update(bytes).digest('hex') === piece.sha256;
    const shown = whole ? bytesView(bytes, piece.fileName) : null;
    if (shown === null) return failed('piece-not-shown', { name: piece.fileName });
    // One piece at a time in memory: what was shown before is forgotten.
    for (const view of open.shown) office.views.delete(view);
    open.shown.clear();
    const view = keepView(office, shown);
    open.shown.add(view);
    return done({ view, fileName: piece.fileName });
  },
  'reading.savePiece': async (office, { work, path }) => {
    const found = heldPiece(office, work, path);
    if (!found.ok) return found;
    const { held, piece } = found.value;
    const file = await office.tools.dialogs.saveFile(piece.fileName.replaceAll(/[^\p{L}\p{N} ._-]/gu, '-'));
    if (!file) return failed('cancelled');
    const content = { clear: held.open(path), lock: null, total: piece.bytes, failureOf: () => null };
    const saved = startWork(office, (progress) =>
      writeEnclosed(office, file, content, progress, async (_, sha256) => (sha256 === piece.sha256 ? done(true) : failed('written-otherwise'))),
    );
    return done({ work: saved, fileName: file.name });
  },
} satisfies Handlers;
