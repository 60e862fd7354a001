import type { SessionId } from '../domain/ids.ts';
import { scheduleFields, type ScheduleFields } from '../domain/schedule.ts';
import type { ReadableDb, WritableDb } from './connection.ts';

/** The schedule of a session as it was last saved, with the length of its slots; null when it never was. */
export const readSchedule = (db: ReadableDb, sessionId: SessionId): { readonly fields: ScheduleFields; readonly slotMinutes: number } | null => {
  const row = db
    .prepare<[string], { fields: string; slotMinutes: number }>('SELECT fields, slot_minutes AS slotMinutes FROM schedule WHERE session_id = ?')
    .get(sessionId);
  return row ? { fields: scheduleFields.parse(JSON.parse(row.fields)), slotMinutes: row.slotMinutes } : null;
};

/** Keeps the schedule of a session and the length of its slots. */
export const saveSchedule = (db: WritableDb, sessionId: SessionId, fields: ScheduleFields, slotMinutes: number): void => {
  db.prepare(
    `INSERT INTO schedule (session_id, fields, slot_minutes) VALUES (?, ?, ?)
     ON CONFLICT (session_id) DO UPDATE SET fields = excluded.fields, slot_minutes = excluded.slot_minutes`,
  ).run(sessionId, JSON.stringify(fields), slotMinutes);
};
