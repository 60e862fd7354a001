import { create } from 'zustand';
import type { RequestOutput } from '../../domain/contract.ts';
import type { Failure } from '../../domain/errors.ts';
import type { SessionId } from '../../domain/ids.ts';
import type { SessionView } from '../../domain/view.ts';
import { ask } from '../bridge.ts';
import type { Errand } from './errand.ts';
import type { Placed } from './given.ts';
import { comeBack, keepScreen } from './place.ts';
import { findResumption } from './resume.ts';
import type { Screen } from './screen.ts';

/** The state of the store on the disk, as the window last heard it. */
export type StoreView = RequestOutput<'store.status'>;

/** A short word of the machine, with what may be done about it. */
export interface Said {
  readonly text: string;
  readonly act?: { readonly label: string; readonly run: () => void };
  /** Whether that act is what the usual key of undoing does. */
  readonly undoes?: boolean;
  /** At the foot of the window, where it does not cover the head of the list that it is about. */
  readonly low?: boolean;
}

/** The one store of the window. */
export interface State {
  readonly screen: Screen;
  readonly store: StoreView | null;
  readonly session: SessionView | null;
  /** The failure of something that has no place of its own on the screen. */
  readonly failure: Failure | null;
  /** The instant, ISO, at which something was last made durable. */
  readonly savedAt: string | null;
  /** How far the deliberation is, for the spine: "Délibérer · 4 sur 12". */
  readonly progress: { readonly decided: number; readonly candidates: number } | null;
  /** What a menu or a file asks of a screen that is not there yet: taken by that screen when it comes. */
  readonly errand: Errand | null;
  readonly setErrand: (errand: Errand | null) => void;
  /** What the place in sight that waits for a file takes; null where the screen shows none. */
  readonly place: Placed | null;
  readonly setPlace: (place: Placed | null) => void;
  /** A short word of the machine, said once: what a menu or a file could not do where the person stands. */
  readonly said: Said | null;
  readonly say: (said: Said | string | null) => void;
  readonly setProgress: (progress: State['progress']) => void;
  readonly go: (screen: Screen) => void;
  readonly fail: (failure: Failure | null) => void;
  readonly saved: (at: string) => void;
  readonly readStore: (view?: StoreView) => Promise<void>;
  /** Goes where one was when the store was last open: into the sitting, else home. */
  readonly resume: () => Promise<void>;
  /** Reads the session again: after any write that changes its phase, members or header. */
  readonly readSession: (sessionId: SessionId) => Promise<void>;
}

const belongsTo = (screen: Screen): SessionId | null => ('sessionId' in screen ? screen.sessionId : null);

const readsArchive = (screen: Screen): boolean => screen.kind === 'reading' || (screen.kind === 'guide' && screen.from.kind === 'reading');

/** The one store of the window; drafts live apart (store/draft.ts). */
export const useStore = create<State>()((set, get) => ({
  screen: { kind: 'start' },
  store: null,
  session: null,
  failure: null,
  savedAt: null,
  progress: null,
  errand: null,
  setErrand: (errand) => set({ errand }),
  place: null,
  setPlace: (place) => set({ place }),
  said: null,
  say: (said) => set({ said: typeof said === 'string' ? { text: said } : said }),
  setProgress: (progress) => set({ progress }),
  go: (screen) => {
    // An archive is in memory only while it is on screen, or under the guide.
    if (readsArchive(get().screen) && !readsArchive(screen)) void ask('reading.close', {});
    if (get().store?.kind === 'open') void keepScreen(screen);
    const sessionId = belongsTo(screen);
    const kept = get().session?.id === sessionId ? get().session : null;
    set({ screen, failure: null, said: null, session: kept, ...(kept === null ? { savedAt: null, progress: null } : {}) });
    if (sessionId !== null && kept === null) void get().readSession(sessionId);
  },
  fail: (failure) => set({ failure }),
  saved: (savedAt) => set({ savedAt }),
  readStore: async (given) => {
    const answer = given === undefined ? await ask('store.status', {}) : { ok: true as const, value: given };
    if (!answer.ok) return set({ failure: answer.error });
    const open = answer.value.kind === 'open';
    const place = open && get().screen.kind === 'start' ? await comeBack(given !== undefined) : null;
    set({ store: answer.value });
    if (place !== null) get().go(place);
    if (!open && get().screen.kind !== 'start') get().go({ kind: 'start' });
  },
  resume: async () => get().go(await findResumption()),
  readSession: async (sessionId) => {
    const answer = await ask('session.get', { sessionId });
    if (belongsTo(get().screen) !== sessionId) return;
    if (answer.ok) set({ session: answer.value, savedAt: get().savedAt ?? answer.value.savedAt });
    else set({ failure: answer.error });
  },
}));
