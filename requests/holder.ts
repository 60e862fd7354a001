import { createHash } from 'node:crypto';
import { done, failed, type Failure, type Result } from '../domain/errors.ts';
import { actionFor, holderIdentity, idTechnique, nextIdTechnique, type DeclarationAction, type HolderIdentity, type HoldersDue } from '../domain/holder.ts';
import { checkSettings } from '../domain/holder-check.ts';
import { looksLikeNir } from '../domain/nir.ts';
import type { WritableDb } from '../db/connection.ts';
import { addBatch, addKey, readBatches, readIdentity, readKeys, readLines, readSettings, saveIdentity, saveSettings } from '../db/holder.ts';
import { readSessions } from '../db/session.ts';
import { isWritable, writeCpf, type CpfLine } from '../documents/exports/cpf.ts';
import type { Handlers } from './desk.ts';
import { writeChosen } from './file.ts';
import { identityRequests } from './holder-import.ts';
import { readHolders, requireSealed, stageOf, todayOf, type Holder } from './holder-list.ts';
import { reportRequests } from './holder-report.ts';
import { loadSession, requireStore, type Office } from './office.ts';
import { register } from './register.ts';

const textsOf = (identity: HolderIdentity): [string, string][] => {
  const place = identity.kind === 'person' ? Object.entries(identity.birthplace) : [];
  return [...Object.entries(identity), ...place].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
};

/** Refuses what is never kept: a social security number, a character that no file could carry. Errors: holder-nir {field}, holder-control {field}. */
const refuseTexts = (texts: readonly (readonly [string, string])[]): { readonly ok: false; readonly error: Failure } | null => {
  const nir = texts.find(([, value]) => looksLikeNir(value));
  if (nir) return failed('holder-nir', { field: nir[0] });
  const control = texts.find(([, value]) => !isWritable(value));
  return control ? failed('holder-control', { field: control[0] }) : null;
};

/** The key of a holder's next line, kept as soon as it is given: a file that could not be written leaves it for the next. */
const keyOf = (office: Office, db: WritableDb, holder: Holder): string => {
  const { candidateId } = holder.line;
  const next = nextIdTechnique(holder.lines);
  if (next !== null) return next;
  const used = new Set(holder.lines.map((line) => line.idTechnique));
  const given = readKeys(db, candidateId).find((key) => !used.has(key));
  if (given !== undefined) return given;
  const fresh = idTechnique.parse(office.tools.ids.next());
  addKey(db, candidateId, fresh, office.tools.clock.now());
  return fresh;
};

/** What a line of the file says: a creation, what is known now; a suppression, what was declared, as long as it is kept. */
const lineOf = (db: WritableDb, action: DeclarationAction, holder: Holder, key: string): (CpfLine & { readonly identitySeq: number }) | null => {
  const { kept, last, line, candidate } = holder;
  const { accessPath } = candidate;
  if (action === 'SUPPRESSION') {
    if (last === null) return null;
    const identity = readIdentity(db, last.identitySeq) ?? kept?.identity;
    return identity ? { idTechnique: key, awardedOn: last.awardedOn, accessPath, identity, identitySeq: last.identitySeq } : null;
  }
  return kept === null || line.awardedOn === null
    ? null
    : { idTechnique: key, awardedOn: line.awardedOn, accessPath, identity: kept.identity, identitySeq: kept.seq };
};

/** Who of those chosen cannot be written, and why. Errors: not-found, holder-not-due {name}, holder-incomplete {name}. */
const refuseHolder = (holder: Holder | undefined, action: DeclarationAction, again: boolean): Result<Holder> => {
  if (!holder) return failed('not-found', { what: 'candidate' });
  const { line, kept } = holder;
  if (actionFor(line.status, again) !== action) return failed('holder-not-due', { name: line.name });
  if (action === 'SUPPRESSION') return done(holder);
  const blocked = kept === null || line.remarks.some(({ weight }) => weight === 'blocking');
  return blocked ? failed('holder-incomplete', { name: line.name }) : done(holder);
};

const fileNameOf = (action: DeclarationAction, number: string, batch: number): string =>
  `${action === 'CREATION' ? 'Déclaration' : 'Suppression'} ${number.replaceAll(/[^\p{L}\p{N} ._-]/gu, '-')} lot ${batch}.xml`;

const dueOf = (office: Office, db: WritableDb): HoldersDue[] =>
  readSessions(db).flatMap(({ id }): HoldersDue[] => {
    const open = loadSession(office, id);
    if (!open.ok || stageOf(open.value.state) !== 'ready') return [];
    const waiting = readHolders(office, db, open.value)
      .map(({ line }) => line)
      .filter(({ status, holds }) => holds && status.kind !== 'accepted');
    const deadline = waiting.map((line) => line.deadline).reduce((first, one) => (first === null || (one !== null && one < first) ? one : first), null);
    if (deadline === null) return [];
    const { number } = open.value.stored.fields;
    return [{ sessionId: id, number, holders: waiting.length, deadline, late: deadline < todayOf(office, open.value) }];
  });

/** The declaration of holders: who they are, what is missing, the files written, the reports read. */
export const holderRequests = {
  ...reportRequests,
  ...identityRequests,
  'holder.list': (office, { sessionId }) => {
    const session = loadSession(office, sessionId);
    const store = requireStore(office);
    if (!session.ok) return session;
    if (!store.ok) return store;
    const { db } = store.value;
    const { stored, state } = session.value;
    const settings = readSettings(db);
    const stage = stageOf(state);
    const lines = stage === 'ready' ? readLines(db, sessionId) : [];
    return done({
      stage,
      today: todayOf(office, session.value),
      certification: { code: stored.referential.code, title: stored.referential.title },
      settings,
      settingsRemarks: checkSettings(settings),
      holders: readHolders(office, db, session.value).map(({ line }) => line),
      batches: (stage === 'ready' ? readBatches(db, sessionId) : []).map(({ fluxId: _, ...batch }) => {
        const own = lines.filter((line) => line.batch === batch.batch);
        const answers = own.flatMap(({ answer }) => answer ?? []);
        return { ...batch, lines: own.length, answered: answers.length, refused: answers.filter(({ accepted }) => !accepted).length };
      }),
    });
  },
  'holder.due': (office) => {
    const store = requireStore(office);
    return store.ok ? done(dueOf(office, store.value.db)) : store;
  },
  'holder.saveSettings': (office, { settings }) => {
    const store = requireStore(office);
    if (!store.ok) return store;
    const refused = refuseTexts(Object.entries(settings));
    if (refused) return refused;
    const { db } = store.value;
    if (JSON.stringify(readSettings(db)) === JSON.stringify(settings)) return done({ savedAt: null });
    const at = office.tools.clock.now();
    db.transaction(() => {
      saveSettings(db, settings, at);
      register(office, db, { kind: 'declarationSet' });
    })();
    return done({ savedAt: at });
  },
  'holder.saveIdentity': (office, { sessionId, candidateId, identity }) => {
    const open = requireSealed(office, sessionId);
    if (!open.ok) return open;
    const refused = refuseTexts(textsOf(identity));
    if (refused) return refused;
    const { db, session } = open.value;
    const holder = readHolders(office, db, session).find(({ line }) => line.candidateId === candidateId);
    if (!holder) return failed('not-found', { what: 'candidate' });
    const kept = holderIdentity.parse(identity);
    if (JSON.stringify(holder.kept?.identity) === JSON.stringify(kept)) return done({ savedAt: holder.line.keptAt });
    const at = office.tools.clock.now();
    db.transaction(() => {
      saveIdentity(db, candidateId, kept, at);
      register(office, db, { kind: 'identityKept', sessionId, candidateIds: [candidateId] });
    })();
    return done({ savedAt: at });
  },
  'holder.write': async (office, { sessionId, action, candidateIds, again }) => {
    const open = requireSealed(office, sessionId);
    if (!open.ok) return open;
    const { db, session } = open.value;
    const settings = readSettings(db);
    if (settings === null || checkSettings(settings).length > 0) return failed('declaration-settings-missing');
    const known = readHolders(office, db, session);
    const chosen: Holder[] = [];
    for (const id of new Set(candidateIds)) {
      const holder = refuseHolder(
        known.find(({ line }) => line.candidateId === id),
        action,
        again,
      );
      if (!holder.ok) return holder;
      chosen.push(holder.value);
    }
    const written: (CpfLine & { readonly candidateId: Holder['line']['candidateId']; readonly identitySeq: number })[] = [];
    for (const holder of known.filter((one) => chosen.includes(one))) {
      const line = lineOf(db, action, holder, keyOf(office, db, holder));
      if (line === null) return failed('holder-incomplete', { name: holder.line.name });
      written.push({ ...line, candidateId: holder.line.candidateId });
    }
    const { fields, referential } = session.stored;
    const at = office.tools.clock.now();
    const fluxId = office.tools.ids.next();
    const bytes = writeCpf({ id: fluxId, at, timeZone: fields.timeZone, action, settings, certification: referential.code, lines: written });
    if (!bytes.ok) return bytes;
    const batch = (readBatches(db, sessionId).at(-1)?.batch ?? 0) + 1;
    const file = await office.tools.dialogs.saveFile(fileNameOf(action, fields.number, batch));
    if (!file) return failed('cancelled');
    const saved = await writeChosen(office, file, bytes.value);
    if (!saved.ok) return saved;
    const sha256 = createHash('sha256').update(bytes.value).digest('hex');
    db.transaction(() => {
      addBatch(db, sessionId, { batch, fluxId, action, at, fileName: file.name.slice(0, 400), sha256 }, written);
      register(office, db, { kind: 'declared', sessionId, batch, action, candidateIds: written.map((line) => line.candidateId), sha256 });
    })();
    return done({ fileName: file.name, batch, lines: written.length, sha256 });
  },
} satisfies Handlers;
