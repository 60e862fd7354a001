import { useEffect, useRef } from 'react';
import { isArchive, isBag, isFlux, isPiece, isTable, actOnFile, type GivenFile } from '../../domain/given-file.ts';
import { givenWords as words } from '../../words/given.ts';
import { ask, listen } from '../bridge.ts';
import type { Errand } from './errand.ts';
import { goToDoor, isBusyAbove } from './menu.ts';
import type { Screen } from './screen.ts';
import { useStore } from './store.ts';

const { getState } = useStore;

/** What the screen in sight takes from a file that is dropped on it. */
export type Taken = 'door' | 'candidates' | 'dossiers' | 'nothing';

/** What a place that waits for a file takes: it is in sight, so that it goes before what its screen takes otherwise. */
export type Placed = Exclude<Taken, 'nothing'> | 'archive' | 'fiche' | 'session' | 'grids' | 'bag';

/** What the screen in sight takes: the first one and the list of sessions, a document or a session; a preparation, its own files while it may change. */
export const takenBy = (screen: Screen, preparing: boolean): Taken => {
  if (screen.kind === 'home' || screen.kind === 'start') return 'door';
  if (screen.kind !== 'prepare' || !preparing) return 'nothing';
  return screen.section === 'candidates' || screen.section === 'dossiers' ? screen.section : 'nothing';
};

/** Sends a document to its verification, a session to its reception: at once where the door is in sight, else on the person's word. */
const present = (file: GivenFile, others: number): void => {
  const { screen, store, say, setErrand } = getState();
  const use = actOnFile(file.name);
  if (use === null) return say(words.refused(file.name));
  const open = (): void => {
    setErrand({ kind: use, file, others });
    goToDoor();
  };
  if (use === 'receive' && store?.kind !== 'open') {
    setErrand({ kind: use, file, others });
    return say(words.waitsForStore(file.name));
  }
  const atDoor = screen.kind === 'home' || screen.kind === 'start';
  if (atDoor && (use === 'verify' || !isBusyAbove())) return open();
  return say({ text: words.given(file.name), act: { label: words.acts[use], run: open } });
};

interface Dropped extends GivenFile {
  readonly others: number;
  readonly folder: boolean;
}

const drop = ({ handle, name, others, folder }: Dropped): void => {
  const { screen, session, place, say, setErrand } = getState();
  say(null);
  const file = { handle, name };
  // What waits for one file says that the others were left.
  const take = (kind: Exclude<Errand['kind'], 'newSession'>): void => {
    if (others > 0) say(words.firstOnly(name, others));
    setErrand({ kind, file, others });
  };
  const taken = place ?? takenBy(screen, session?.phase === 'preparing');
  if (taken === 'archive' && !folder && isArchive(name)) return take('archive');
  if (taken === 'fiche') return !folder && isFlux(name) ? take('fiche') : say(words.refusedBy.fiche(name));
  if (taken === 'session' && !folder && actOnFile(name) === 'receive') return take('receive');
  if (taken === 'candidates' || taken === 'grids') {
    const kind = taken === 'grids' ? 'grids' : 'table';
    return !folder && isTable(name) ? take(kind) : say(words.refusedBy.candidates(name));
  }
  if (taken === 'dossiers' || taken === 'bag') {
    if (folder || isBag(name)) return take(folder ? 'folder' : 'zip');
    if (taken === 'bag') return say(words.refusedBy.bag(name));
    return isPiece(name) ? take('piece') : say(words.refusedBy.dossiers(name));
  }
  return folder ? say(words.refused(name)) : present(file, others);
};

/** Takes the files that a person drops on the window, and the one that was opened from the file manager, which waits while a member has the laptop. */
export const useGivenFiles = (): void => {
  const held = useStore(({ screen }) => screen.kind === 'turn' || screen.kind === 'notes');
  const ready = useStore(({ store, screen }) => store !== null && (store.kind !== 'open' || screen.kind !== 'start'));
  const waits = useRef(true);
  useEffect(() => {
    if (held) return listen('file-given', () => void (waits.current = true));
    if (!ready) return undefined;
    const take = async (): Promise<void> => {
      waits.current = false;
      const given = await ask('file.take', {});
      if (given.ok && given.value !== null) present(given.value, 0);
    };
    if (waits.current) void take();
    return listen('file-given', () => void take());
  }, [held, ready]);
  useEffect(() => (held ? undefined : listen('file-dropped', (file) => drop(file as Dropped))), [held]);
};
