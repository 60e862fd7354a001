import { done, failed } from '../domain/errors.ts';
import { identityFrom, type HolderIdentity } from '../domain/holder.ts';
import { checkHolder } from '../domain/holder-check.ts';
import type { CandidateId, SessionId } from '../domain/ids.ts';
import { fullName } from '../domain/candidate.ts';
import type { ReadableDb } from '../db/connection.ts';
import { readIdentities, saveIdentity } from '../db/holder.ts';
import { isWritable } from '../documents/exports/cpf.ts';
import { planIdentities, type KnownPerson, type PlannedIdentity } from '../documents/imports/identity-plan.ts';
import { readIdentitySheet } from '../documents/imports/identity-row.ts';
import { readTable } from '../documents/imports/table.ts';
import type { Handlers } from './desk.ts';
import { reading, writeChosen } from './file.ts';
import { readHolders, requireSealed, todayOf, type Holder } from './holder-list.ts';
import type { Office, OpenSession } from './office.ts';
import { register } from './register.ts';

/** What a file of identities would keep, row by row, with the identity that each row was compared to. */
export interface IdentitiesInHand {
  readonly sessionId: SessionId;
  readonly handle: string;
  readonly rows: readonly { readonly line: number; readonly candidateId: CandidateId; readonly keptSeq: number | null; readonly identity: HolderIdentity }[];
}

const peopleOf = (db: ReadableDb, { stored, state }: OpenSession, holders: readonly Holder[]): KnownPerson[] => {
  const identities = readIdentities(db, stored.id);
  return state.candidates.map(({ candidate }) => ({
    id: candidate.id,
    number: candidate.number,
    name: fullName(candidate),
    familyName: candidate.familyName,
    usageName: candidate.usageName,
    givenName: candidate.givenName,
    birthDate: candidate.birthDate ?? '',
    holds: holders.some(({ line }) => line.candidateId === candidate.id && line.holds),
    kept: identities.get(candidate.id)?.identity ?? null,
    minute: identityFrom(candidate),
  }));
};

/** How many fields would keep a holder from the file once a row is kept. */
const missingIn = (office: Office, session: OpenSession, holders: readonly Holder[], { person, identity }: PlannedIdentity): number => {
  const holder = holders.find(({ line }) => line.candidateId === person?.id);
  if (identity === null || holder?.line.awardedOn == null) return 0;
  return checkHolder(identity, holder.candidate, holder.line.awardedOn, todayOf(office, session)).filter(({ weight }) => weight === 'blocking').length;
};

const everyText = (identity: HolderIdentity): string => JSON.stringify(Object.values(identity)).replaceAll(/\\[bfnrt]/g, ' ');

/** Identities of holders taken from a table: shown first, kept row by row as a person ticks them; what was kept before is superseded, never lost. */
export const identityRequests = {
  'holder.chooseIdentities': async (office, { sessionId }) => {
    const open = requireSealed(office, sessionId);
    if (!open.ok) return open;
    const [file] = await office.tools.dialogs.openFiles('table');
    if (!file) return failed('cancelled');
    const given = await reading(file.name, () => readTable(office.tools.dialogs.pathOf(file.handle), new AbortController().signal));
    if (!given.ok) return given;
    const read = given.value;
    if (read === null) return failed('cancelled');
    if (!read.ok) return failed('table-refused', { reason: read.fault.kind, line: read.fault.line, name: file.name });
    const { db, session } = open.value;
    const sheet = readIdentitySheet(read.table.sheets);
    if (sheet === null) return failed('table-refused', { reason: 'no-row', line: null, name: file.name });
    const holders = readHolders(office, db, session);
    const kept = readIdentities(db, sessionId);
    const planned = sheet.missing.length > 0 ? [] : planIdentities(sheet, peopleOf(db, session, holders));
    const rows = planned.map((row) =>
      row.identity !== null && !isWritable(everyText(row.identity))
        ? { ...row, state: 'faulty' as const, identity: null, causes: [{ field: '', cause: 'unreadable' as const }] }
        : row,
    );
    const handle = office.tools.ids.next();
    office.identities = {
      sessionId,
      handle,
      rows: rows.flatMap(({ line, person, identity }) =>
        person === null || identity === null ? [] : [{ line, candidateId: person.id, keptSeq: kept.get(person.id)?.seq ?? null, identity }],
      ),
    };
    return done({
      handle,
      fileName: file.name,
      ignored: [...sheet.ignored],
      refused: [...sheet.refused],
      missing: [...sheet.missing],
      rows: rows.map((row) => ({
        line: row.line,
        number: row.person?.number ?? '',
        name: row.person?.name ?? row.written,
        state: row.state,
        causes: [...row.causes],
        differences: [...row.differences],
        missing: missingIn(office, session, holders, row),
      })),
    });
  },
  'holder.keepIdentities': (office, { sessionId, handle, lines }) => {
    const open = requireSealed(office, sessionId);
    if (!open.ok) return open;
    const hand = office.identities;
    if (hand === null || hand.sessionId !== sessionId || hand.handle !== handle) return failed('not-found', { what: 'import' });
    const { db } = open.value;
    const wanted = new Set(lines);
    const chosen = hand.rows.filter(({ line }) => wanted.has(line));
    if (chosen.length !== wanted.size) return failed('not-found', { what: 'import' });
    const kept = readIdentities(db, sessionId);
    // What was shown was compared to what was kept then: a person looks again if another was kept since.
    if (chosen.some(({ candidateId, keptSeq }) => (kept.get(candidateId)?.seq ?? null) !== keptSeq)) return failed('import-stale');
    const at = office.tools.clock.now();
    db.transaction(() => {
      for (const { candidateId, identity } of chosen) saveIdentity(db, candidateId, identity, at);
      register(office, db, { kind: 'identityKept', sessionId, candidateIds: chosen.map(({ candidateId }) => candidateId) });
    })();
    office.identities = null;
    return done({ kept: chosen.length });
  },
  'holder.saveIdentityTemplate': async (office, { sessionId }) => {
    const open = requireSealed(office, sessionId);
    if (!open.ok) return open;
    const holders = readHolders(office, open.value.db, open.value.session).filter(({ line }) => line.holds);
    // The writer of workbooks is heavy, and most days need none.
    const { writeIdentityTemplate } = await import('../documents/imports/identity-template.ts');
    const template = writeIdentityTemplate(holders.map(({ candidate }) => candidate));
    const file = await office.tools.dialogs.saveFile(template.name);
    if (!file) return failed('cancelled');
    const written = await writeChosen(office, file, template.bytes);
    return written.ok ? done({ fileName: file.name }) : written;
  },
} satisfies Handlers;
