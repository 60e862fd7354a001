import type { session as sessions, Session } from 'electron';

/** The name of the one session that pages are opened in. Without `persist:` it lives in memory: no cache, no storage, no cookie of a page reaches the disk. */
export const partition = 'delibere';

/** The session of our pages and of the reader. */
export function memorySession(from: typeof sessions): Session {
  return from.fromPartition(partition, { cache: false });
}
