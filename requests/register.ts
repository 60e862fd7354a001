import type { RegisterEntry } from '../domain/register.ts';
import type { WritableDb } from '../db/connection.ts';
import { appendEntry } from '../db/register.ts';
import type { Office } from './office.ts';

/** Writes an entry in the register of the store, now; call it in the transaction of what it tells. */
export const register = (office: Office, db: WritableDb, entry: RegisterEntry): void => {
  appendEntry(db, office.tools.clock.now(), entry, office.tools.ids.random(16));
};
