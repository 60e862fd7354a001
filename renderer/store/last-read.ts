import type { RequestName } from '../../domain/contract.ts';

/** What may be asked without the sitting changing (a draft and a place are nobody's act): whatever else is asked makes what was read old. */
const changesNothing: ReadonlySet<RequestName> = new Set([
  'sitting.get',
  'sitting.candidate',
  'session.get',
  'dossier.get',
  'piece.view',
  'review.flags',
  'rectification.get',
  'place.keep',
  'draft.get',
  'draft.save',
]);
/** The readings long enough to be worth keeping for the next screen. */
const worthKeeping: ReadonlySet<RequestName> = new Set(['sitting.get']);

let version = 0;
let kept: { readonly key: string; readonly value: unknown } | null = null;

/** To call when a request is asked: gives what to call with its answer's value. A reading is kept only if nothing else was asked meanwhile. */
export const noteAsked = (name: RequestName, input: unknown): ((value: unknown) => void) => {
  if (!changesNothing.has(name)) {
    version += 1;
    kept = null;
  }
  const asked = version;
  return (value) => {
    // What was asked while this one changed the store may have been read before the change.
    if (!changesNothing.has(name)) {
      version += 1;
      kept = null;
    } else if (asked === version && value !== undefined && worthKeeping.has(name)) kept = { key: `${name} ${JSON.stringify(input)}`, value };
  };
};

/** What this request gave last, if nothing that could change it was asked since; a screen shows it at once and reads it again. */
export const lastRead = (name: RequestName, key: string): unknown => (kept?.key === `${name} ${key}` ? kept.value : undefined);
