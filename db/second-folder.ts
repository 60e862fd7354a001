import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SecondFolder } from '../domain/retention.ts';
import { listBackups, storeParts } from './backup.ts';
import type { ReadableDb, WritableDb } from './connection.ts';
import { flushFile, flushFolder, writeWhole } from './disk.ts';
import { purgeListName } from './purge-list.ts';
import { placeOfFolder } from './room.ts';
import { readSetting, writeSetting } from './setting.ts';
import { shredFolder } from './shred.ts';

/** The place of this store in the second folder: two stores may share the folder. */
const placeOf = (db: ReadableDb): string | null => {
  const [path, tag] = [readSetting(db, 'secondFolder'), readSetting(db, 'storeTag')];
  return path === null || tag === null ? null : join(path, `delibere-${tag}`);
};

const formerOf = (db: ReadableDb): string[] => (readSetting(db, 'formerFolders') ?? '').split('\n').filter((path) => path !== '');

/** The places in former second folders where copies remain, or may: a disk that is away tells nothing. */
export const formerPlaces = (db: ReadableDb): string[] => {
  const tag = readSetting(db, 'storeTag');
  return tag === null
    ? []
    : formerOf(db)
        .map((path) => ({ path, place: join(path, `delibere-${tag}`) }))
        .filter(({ path, place }) => !existsSync(path) || existsSync(place))
        .map(({ place }) => place);
};

/** Chooses the second folder of the backups, or none; the one of before is remembered, since copies remain there. */
export const setSecondFolder = (db: WritableDb, path: string | null): void =>
  db.transaction(() => {
    const before = readSetting(db, 'secondFolder');
    const former = [...new Set([...formerOf(db), ...(before === null ? [] : [before])])].filter((each) => each !== path);
    writeSetting(db, 'formerFolders', former.length === 0 ? null : former.join('\n'));
    writeSetting(db, 'secondFolder', path);
    if (path !== null && readSetting(db, 'storeTag') === null) writeSetting(db, 'storeTag', randomBytes(6).toString('hex'));
  })();

/** Follows a former second folder no longer, by the place of its copies. */
export const forgetFormer = (db: WritableDb, place: string): void => {
  const tag = readSetting(db, 'storeTag');
  const former = formerOf(db).filter((path) => tag === null || join(path, `delibere-${tag}`) !== place);
  writeSetting(db, 'formerFolders', former.length === 0 ? null : former.join('\n'));
};

/** Where the second folder keeps this store's backups and list of purges, when it is within reach. */
export const reachSecond = (db: ReadableDb): string | null => {
  const path = readSetting(db, 'secondFolder');
  const place = placeOf(db);
  if (path === null || place === null || !existsSync(path)) return null;
  try {
    mkdirSync(place, { recursive: true });
    return place;
  } catch {
    return null;
  }
};

/** How the second folder stands. */
export const secondFolderOf = (db: ReadableDb): SecondFolder => {
  const path = readSetting(db, 'secondFolder');
  if (path === null) return { kind: 'none' };
  const place = reachSecond(db);
  return place === null ? { kind: 'unreachable', path } : { kind: 'reached', path, backups: listBackups(place).length, place: placeOfFolder(path) };
};

const filesKept = (backup: string): string => {
  const folder = join(backup, storeParts.files);
  return existsSync(folder) ? readdirSync(folder).sort().join() : '';
};

const keysOf = (backup: string): string => {
  const path = join(backup, storeParts.keys);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
};

/** Whether a copy is still the one of its backup, with its key file and the files it keeps; a withdrawn consent may have changed it since; some disks count time by two seconds. */
const isSame = (source: string, copy: string): boolean => {
  const [one, other] = [join(source, storeParts.database), join(copy, storeParts.database)];
  if (!existsSync(other)) return false;
  const [here, there] = [statSync(one), statSync(other)];
  return keysOf(source) === keysOf(copy) && filesKept(source) === filesKept(copy) && here.size === there.size && Math.abs(here.mtimeMs - there.mtimeMs) <= 2000;
};

/** Makes the second folder hold the backups of the store, and no other of this store: copies those it lacks, removes those that the store no longer has. Never blocks: what fails is told. */
export const mirrorBackups = (db: ReadableDb, folder: string): 'none' | 'done' | 'unreachable' => {
  if (readSetting(db, 'secondFolder') === null) return 'none';
  const place = reachSecond(db);
  if (place === null) return 'unreachable';
  const [from, to] = [join(folder, storeParts.backups), join(place, storeParts.backups)];
  try {
    mkdirSync(to, { recursive: true });
    const kept = new Set(listBackups(folder).map(({ id }) => id));
    for (const id of kept) {
      const final = join(to, id);
      if (isSame(join(from, id), final)) continue;
      for (const old of [final, `${final}.partial`]) shredFolder(old);
      cpSync(join(from, id), `${final}.partial`, { recursive: true, preserveTimestamps: true });
      for (const part of [storeParts.database, storeParts.keys]) if (existsSync(join(`${final}.partial`, part))) flushFile(join(`${final}.partial`, part));
      renameSync(`${final}.partial`, final);
      flushFolder(to);
    }
    for (const name of readdirSync(to)) if (!kept.has(name)) shredFolder(join(to, name));
    if (existsSync(join(folder, purgeListName))) writeWhole(join(place, purgeListName), readFileSync(join(folder, purgeListName)));
    return 'done';
  } catch {
    return 'unreachable';
  }
};
