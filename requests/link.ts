import { done, failed } from '../domain/errors.ts';
import type { SessionId } from '../domain/ids.ts';
import { findLinkHints, withChecks, type EarlierSitting, type LinkHint } from '../domain/link-hints.ts';
import { readSeats } from '../db/juror-seat.ts';
import { readLinkChecks, saveLinkCheck } from '../db/link-check.ts';
import type { Store } from '../db/open.ts';
import { readSessions } from '../db/session.ts';
import type { Handlers } from './desk.ts';
import { loadSession, prepare, requireStore, type Office, type OpenSession } from './office.ts';

/** Who judged whom in the earlier sessions of the store; only closed ones, so that nothing sealed is told. */
const earlierThan = (office: Office, store: Store, { stored }: OpenSession): EarlierSitting[] =>
  readSessions(store.db).flatMap((other) => {
    const told = other.phase === 'closed' || other.phase === 'sealed' || other.phase === 'archived';
    if (!told || other.id === stored.id || other.fields.heldOn > stored.fields.heldOn) return [];
    const session = loadSession(office, other.id);
    if (!session.ok) return [];
    const seats = readSeats(store.db, other.id);
    const { candidates, members } = session.value.state;
    return candidates
      .filter((entry) => entry.presence === 'present')
      .map(({ candidate, composition }) => ({
        number: other.fields.number,
        heldOn: other.fields.heldOn,
        candidate,
        members: members
          .filter(({ juror }) => composition.sitting.includes(juror.id))
          .map(({ juror }) => ({ givenName: juror.givenName, familyName: juror.familyName, fileId: seats.get(juror.id) ?? null })),
      }));
  });

/** The links to check between the members of a session and its candidates, with what was said of each. */
export const hintsOf = (office: Office, store: Store, session: OpenSession, sessionId: SessionId): LinkHint[] => {
  const { jurors, candidates } = session.sitting;
  const facts = { jurors, candidates, earlier: earlierThan(office, store, session), fileOf: readSeats(store.db, sessionId) };
  return withChecks(findLinkHints(facts), readLinkChecks(store.db, sessionId));
};

/** Links to check before the day; what a member declares stays the member's own. */
export const linkRequests = {
  'juror.links': (office, { sessionId }) => {
    const session = loadSession(office, sessionId);
    const store = requireStore(office);
    if (!session.ok) return session;
    if (!store.ok) return store;
    return done(hintsOf(office, store.value, session.value, sessionId));
  },
  'juror.checkLink': (office, { sessionId, ...check }) => {
    const session = loadSession(office, sessionId);
    const store = requireStore(office);
    if (!session.ok) return session;
    if (!store.ok) return store;
    const { jurorId, candidateId, kind, about } = check;
    const found = hintsOf(office, store.value, session.value, sessionId).some(
      (hint) => hint.jurorId === jurorId && hint.candidateId === candidateId && hint.kind === kind && hint.about === about,
    );
    if (!found) return failed('not-found', { what: 'link' });
    const at = office.tools.clock.now();
    const result = prepare(office, sessionId, 'linkCheck', jurorId, (db) => saveLinkCheck(db, { ...check, at }));
    return result.ok ? done({ savedAt: result.value }) : result;
  },
} satisfies Handlers;
