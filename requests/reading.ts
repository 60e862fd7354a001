import { done, failed } from '../domain/errors.ts';
import type { ReadingDocument, ReadingView } from '../domain/reading.ts';
import type { DossiersRead } from '../domain/reading-dossiers.ts';
import { numberOfMinute } from '../domain/rectification.ts';
import type { Watch } from '../documents/archive/bag.ts';
import { documentPath, type VerifiedFiles } from '../documents/archive/content.ts';
import type { HeldDossiers } from '../documents/archive/dossiers-read.ts';
import { readPath } from '../documents/archive/verify-file.ts';
import { safeName } from './archive-name.ts';
import type { Handlers } from './desk.ts';
import { factsGiven } from './document.ts';
import { reading } from './file.ts';
import { keepView, type Office } from './office.ts';
import { startWork } from './work.ts';

/** The archive that is being read: its name, what it says, its verified PDFs (none when it was refused), and the views shown of them. */
export interface ReadingInHand {
  readonly work: string;
  readonly view: ReadingView;
  readonly documents: VerifiedFiles | null;
  /** The bag of the dossiers opened beside it. */
  dossiers: { readonly view: DossiersRead; readonly held: HeldDossiers | null };
  readonly shown: Set<string>;
  /** Lets go of what is held open for it: said by a lock as well as by a closing. */
  readonly release: () => void;
}

/** Forgets the archive that is read, with what was shown of it. */
const closeReading = (office: Office): void => {
  for (const view of office.reading?.shown ?? []) office.views.delete(view);
  office.reading?.release();
  office.reading = null;
};

const inHand = (work: string, view: ReadingView, documents: VerifiedFiles | null): ReadingInHand => {
  const hand: ReadingInHand = {
    work,
    view,
    documents,
    dossiers: { view: { kind: 'none' }, held: null },
    shown: new Set(),
    release: () => hand.dossiers.held?.release(),
  };
  return hand;
};

const fileNameOf = ({ archive }: Extract<ReadingView, { kind: 'read' }>, document: ReadingDocument): string => {
  const { session, rectification } = archive.record;
  const rank = document.kind === 'earlier' ? document.rank : (rectification?.rank ?? 0);
  return `${document.kind === 'attendance' ? 'Feuille de présence' : 'Procès-verbal'} ${safeName(numberOfMinute(session.number, rank))}.pdf`;
};

/** An archive read again, with or without a store, which is never touched: it is checked in full first, and nothing of one that is not whole is given. */
export const readingRequests = {
  'reading.open': async (office, { handle, name, root, secret }) => {
    const chosen = handle === null ? (await office.tools.dialogs.openFiles('document'))[0] : { handle, name: name ?? '' };
    if (!chosen) return failed('cancelled');
    const facts = await factsGiven(office, chosen.name, root, secret);
    if (!facts.ok) return facts;
    closeReading(office);
    const work = startWork(office, async ({ report, signal }, own) => {
      const watch: Watch = { signal, report: (passed, total, pass) => report({ step: pass, unit: 'bytes', done: passed, total }) };
      const read = await reading(chosen.name, () => readPath(office.tools.dialogs.pathOf(chosen.handle), facts.value, watch));
      if (!read.ok) return read;
      // A lock empties the memory while the check goes on: what it found must not come back after it.
      if (signal.aborted) return failed('cancelled');
      const { verdict, read: found } = read.value;
      const { handle: kept } = chosen;
      const view: ReadingView =
        found === null
          ? { kind: 'refused', handle: kept, verdict }
          : { kind: 'read', handle: kept, verdict, encrypted: found.encrypted, archive: found.content };
      closeReading(office);
      office.reading = inHand(own, view, found?.documents ?? null);
      return done(true);
    });
    return done({ work, fileName: chosen.name });
  },
  'reading.get': (office, { work }) => (office.reading?.work === work ? done(office.reading.view) : failed('not-found', { what: 'reading' })),
  'reading.view': (office, { work, document }) => {
    const open = office.reading;
    if (open?.work !== work || open.view.kind !== 'read') return failed('not-found', { what: 'reading' });
    const bytes = open.documents?.get(documentPath(document));
    if (bytes === undefined) return failed('not-found', { what: 'piece' });
    const view = keepView(office, () => bytes);
    open.shown.add(view);
    return done({ view, fileName: fileNameOf(open.view, document) });
  },
  'reading.close': (office) => {
    closeReading(office);
    return done({ savedAt: null });
  },
} satisfies Handlers;
