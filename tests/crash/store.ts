import { randomBytes, scryptSync } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordedAct } from '../../domain/act.ts';
import type { SessionId } from '../../domain/ids.ts';
import { storeParts } from '../../db/backup.ts';
import { connect } from '../../db/connection.ts';
import { checkChain, readActs } from '../../db/journal.ts';
import { openKeys, sealBytes } from '../../db/keys.ts';
import { readScenario } from '../../requests/scenario.ts';
import { openTestDesk } from '../fixtures/desk.ts';
import type { Cast } from './cast.ts';

/** A store prepared once, whose folder each round copies: a session ready to open, its people, its key. */
export interface Prepared {
  readonly root: string;
  readonly folder: string;
  readonly resourcesFolder: string;
  readonly passphrase: string;
  readonly key: Buffer;
  readonly cast: Cast;
}

/** A valid key file at the least cost that the program accepts: a storm opens the store hundreds of times. */
const wrapCheaply = (key: Buffer, passphrase: string): string => {
  const [salt, cost] = [randomBytes(16), { N: 2 ** 14, r: 8, p: 1 }];
  const sealed = sealBytes(scryptSync(passphrase.normalize('NFKC'), salt, 32, cost), key);
  const [nonce, wrapped] = [sealed.subarray(0, 12).toString('hex'), sealed.subarray(12).toString('hex')];
  return JSON.stringify({ format: 'delibere-keys', version: 1, kdf: 'scrypt', ...cost, salt: salt.toString('hex'), nonce, wrapped });
};

/** Prepares the demonstration session in a store of its own, which the rounds then open as any other. */
export const prepareStore = async (): Promise<Prepared> => {
  const bench = openTestDesk();
  const { desk, tools } = bench;
  const scenario = readScenario(tools.resourcesFolder);
  const must = <Value>(answer: { ok: true; value: Value } | { ok: false; error: { code: string } }): Value => {
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  };
  const { sessionId } = must(await desk.ask('store.openDemonstration', {}));
  const { jurors } = must(await desk.ask('session.get', { sessionId }));
  const candidates = must(await desk.ask('candidate.list', { sessionId }));
  const defended = candidates.find((line) => line.number === 'D-01');
  if (!defended) throw new Error('the demonstration has D-01');
  const { projects } = must(await desk.ask('dossier.get', { sessionId, candidateId: defended.id }));
  desk.close();
  const root = mkdtempSync(join(tmpdir(), 'delibere-crash-'));
  const [folder, resourcesFolder] = [join(root, 'prepared'), join(root, 'resources')];
  cpSync(tools.demonstrationFolder, folder, { recursive: true });
  cpSync(tools.resourcesFolder, resourcesFolder, { recursive: true });
  bench.dispose();
  const { passphrase } = scenario;
  const key = must(openKeys(readFileSync(join(folder, storeParts.keys), 'utf8'), passphrase));
  writeFileSync(join(folder, storeParts.keys), wrapCheaply(key, passphrase));
  const cast: Cast = {
    sessionId,
    leadPin: scenario.leadPin,
    jurors: Object.fromEntries(scenario.jurors.map((entry, index) => [entry.key, { id: jurors[index]?.id ?? '', pin: entry.pin }])),
    candidates: Object.fromEntries(candidates.map((line) => [line.number, line.id])),
    projectId: projects[0]?.id ?? '',
    names: [...candidates.map((line) => line.familyName), ...scenario.jurors.map((entry) => entry.fields.familyName)],
  };
  return { root, folder, resourcesFolder, passphrase, key, cast };
};

/** What lies in a store at one moment, read on a copy of its files so that the store itself stays as the kill left it. */
export interface Found {
  readonly acts: readonly RecordedAct[];
  readonly drafts: Readonly<Record<string, string>>;
  readonly whole: boolean;
  readonly chained: boolean;
}

/** Reads a store as the kill left it: its journal, its drafts, its integrity. */
export const readFound = (folder: string, key: Buffer, sessionId: SessionId): Found => {
  const copy = mkdtempSync(join(tmpdir(), 'delibere-found-'));
  try {
    for (const name of readdirSync(folder).filter((entry) => entry.startsWith(storeParts.database))) cpSync(join(folder, name), join(copy, name));
    const db = connect(join(copy, storeParts.database), key, true);
    try {
      const rows = db
        .prepare<[string], { holder: string; key: string; body: string }>('SELECT holder, key, body FROM draft WHERE session_id = ?')
        .all(sessionId);
      return {
        acts: readActs(db, sessionId),
        drafts: Object.fromEntries(rows.map((row) => [`${row.holder} ${row.key}`, row.body])),
        whole: db.pragma('integrity_check', { simple: true }) === 'ok',
        chained: checkChain(db, sessionId),
      };
    } finally {
      db.close();
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
};

/** A copy of the prepared store for one round. */
export const copyStore = (prepared: Prepared, name: string): string => {
  const folder = join(prepared.root, name, 'store');
  mkdirSync(join(prepared.root, name), { recursive: true });
  cpSync(prepared.folder, folder, { recursive: true });
  return folder;
};
