import { done } from '../domain/errors.ts';
import type { Handlers } from './desk.ts';

/** A file that the person opened from the file manager: it waits in the machine until whoever may take it asks. */
export const givenFileRequests = {
  'file.take': (office) => done(office.tools.takeGiven?.() ?? null),
} satisfies Handlers;
