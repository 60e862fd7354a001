import type { WebContents, WebFrameMain } from 'electron';
import { origins } from '../place.ts';

/**
 * How often the reader is asked whether it is there, in milliseconds, how many times without an answer are too many, and how much memory its process may hold, in
 * bytes: nearly five times what the heaviest of the hostile PDFs of the tests made it hold.
 */
export const patience = { beat: 500, unanswered: 28, heaviest: 1_500_000_000 } as const;

/** How a frame is found from the numbers of its navigation, and how its process is known, weighed (in bytes) and ended. */
export interface Kennel {
  readonly fromId: (processId: number, routingId: number) => WebFrameMain | undefined;
  readonly isAlive: (pid: number) => boolean;
  readonly weigh: (pid: number) => number;
  readonly end: (pid: number) => void;
}

/** What the machine says of frames, and of the memory of each of our processes, in kilobytes. */
interface Machine {
  readonly frames: { readonly fromId: (processId: number, routingId: number) => WebFrameMain | undefined };
  readonly processes: { readonly getAppMetrics: () => readonly { readonly pid: number; readonly memory: { readonly workingSetSize: number } }[] };
}

/** The kennel of this machine. */
export const kennelOf = ({ frames, processes }: Machine): Kennel => ({
  fromId: (processId, routingId) => frames.fromId(processId, routingId),
  isAlive: (pid) => signal(pid, 0),
  weigh: (pid) => (processes.getAppMetrics().find((each) => each.pid === pid)?.memory.workingSetSize ?? 0) * 1024,
  end: (pid) => void signal(pid, 'SIGKILL'),
});

function signal(pid: number, name: 0 | 'SIGKILL'): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

/**
 * Watches every frame of the reader, which lives in a process of its own. One that no longer answers, that holds too much memory, or whose process died, is told to our page by its address
 * (`reader-stopped`), which replaces it; a process that outlives its frame by a beat is ended. Our own page is in another process and goes on meanwhile.
 */
export function watchReader(contents: WebContents, kennel: Kennel): void {
  contents.on('did-frame-navigate', (_event, address, _code, _text, isMainFrame, processId, routingId) => {
    if (isMainFrame || !address.startsWith(`${origins.viewer}/`)) return;
    const frame = kennel.fromId(processId, routingId);
    if (frame) watch(contents, frame, address, kennel);
  });
}

function watch(contents: WebContents, frame: WebFrameMain, address: string, kennel: Kennel): void {
  const pid = frame.osProcessId;
  let unanswered = 0;
  let stopped = false;
  const tell = (): void => {
    stopped = true;
    if (!contents.isDestroyed()) contents.send('reader-stopped', { address });
  };
  const timer = setInterval(() => {
    if (contents.isDestroyed()) return clearInterval(timer);
    if (!kennel.isAlive(pid)) {
      clearInterval(timer);
      if (!stopped) tell();
    } else if (stopped) {
      clearInterval(timer);
      if (!isInUse(contents, frame, pid)) kennel.end(pid);
    } else if (!isShown(contents, frame)) clearInterval(timer);
    else if (unanswered >= patience.unanswered || kennel.weigh(pid) > patience.heaviest) tell();
    else {
      unanswered += 1;
      void frame.executeJavaScript('0').then(
        () => (unanswered = 0),
        () => undefined,
      );
    }
  }, patience.beat);
}

const isShown = (contents: WebContents, frame: WebFrameMain): boolean => contents.mainFrame.framesInSubtree.includes(frame);

/** Tells whether another frame than the one that stopped, ours or a new reader, lives in that process. */
const isInUse = (contents: WebContents, frame: WebFrameMain, pid: number): boolean =>
  contents.mainFrame.framesInSubtree.some((other) => other !== frame && !other.isDestroyed() && other.osProcessId === pid);
