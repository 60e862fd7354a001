import type { RequestName } from '../domain/contract.ts';
import { done, failed, type Result } from '../domain/errors.ts';
import { access, mayAsk, type Role } from '../domain/role.ts';
import { readPieces } from '../db/piece.ts';
import type { Office } from './office.ts';

/** Who holds the laptop now. A turn, notes and the officer's room are never open together. */
export const roleOf = (office: Office): Role => {
  if (!office.store) return 'nobody';
  if (office.turn ?? office.notes) return 'member';
  return office.officerKeys.size > 0 ? 'officer' : 'lead';
};

const within = (input: unknown, field: 'sessionId' | 'candidateId' | 'pieceId', allowed: string): boolean =>
  typeof input !== 'object' || input === null || !(field in input) || (input as Readonly<Record<string, unknown>>)[field] === allowed;

const readsPiece = (office: Office, input: unknown, sessionId: string, candidateId: string): boolean => {
  const { store } = office;
  if (!store || typeof input !== 'object' || input === null || !('pieceId' in input)) return true;
  return readPieces(store.db, sessionId as Parameters<typeof readPieces>[1]).some((piece) => piece.id === input.pieceId && piece.candidateId === candidateId);
};

/** Whether what is asked lies within the room of the one who asks: a member on one candidate, the officer on one session. */
const inRoom = (office: Office, role: Role, input: unknown): boolean => {
  if (role === 'member') {
    const place = office.turn ?? office.notes;
    if (place === null) return false;
    const { sessionId, candidateId } = place;
    return within(input, 'sessionId', sessionId) && within(input, 'candidateId', candidateId) && readsPiece(office, input, sessionId, candidateId);
  }
  if (role === 'officer') return [...office.officerKeys.values()].every((sessionId) => within(input, 'sessionId', sessionId));
  return true;
};

/**
 * Checks a request against who holds the laptop, before any handler.
 * Errors: store-locked, turn-under-way {by}, turn-over, forbidden {act: officer}.
 */
export const passGate = (office: Office, name: RequestName, input: unknown): Result<true> => {
  const role = roleOf(office);
  if (mayAsk(role, name) && inRoom(office, role, input)) return done(true);
  if (role === 'nobody') return failed('store-locked');
  if (role !== 'lead') return failed('turn-under-way', { by: role });
  return access[name] === 'officer' ? failed('forbidden', { act: 'officer' }) : failed('turn-over');
};

/** Takes the laptop back from whoever has a turn, notes or the officer's room open: what they held is gone. Tells whether somebody had. */
export const takeBack = (office: Office): boolean => {
  const held = office.turn !== null || office.notes !== null || office.officerKeys.size > 0;
  [office.turn, office.notes] = [null, null];
  office.officerKeys.clear();
  return held;
};
