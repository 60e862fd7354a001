import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { storeParts } from '../../db/backup.ts';
import type { Beat } from './beat.ts';
import { talkativeRounds } from './exposure.ts';
import { readableIn } from '../fixtures/traces/files.ts';
import { writeSitting } from './sitting.ts';
import { prepareStore, type Prepared } from './store.ts';
import { seeded } from './seeded.ts';
import { drawKill, emptyTally, Round, type Tally } from './storm.ts';

const long = Boolean(process.env['DELIBERE_LONG']);
const kills = long ? 600 : 14;
const seed = Number(process.env['DELIBERE_SEED'] ?? 20_260_317);
/** Two sittings at a time: as many as the smallest machine has processors. */
const lanes = 2;

let prepared: Prepared;
let beats: readonly Beat[];

beforeAll(async () => {
  prepared = await prepareStore();
  beats = writeSitting(prepared.cast);
});
afterAll(() => rmSync(prepared.root, { recursive: true, force: true }));

const cutBackups = (folder: string): string[] => readdirSync(join(folder, storeParts.backups)).filter((name) => name.endsWith('.partial'));

/** Plays sittings one after the other, each killed again and again, until the lane has its kills; every sitting is played to its end. */
const playLane = async (lane: number, tally: Tally): Promise<string[]> => {
  const random = seeded(seed + lane);
  const ends: string[] = [];
  for (let sitting = 1; tally.kills < kills / lanes; sitting += 1) {
    const round = new Round(prepared, beats, `lane-${lane}-sitting-${sitting}`);
    while (!(await round.live(tally.kills < kills / lanes ? drawKill(random) : null, tally)));
    expect(cutBackups(round.folder)).toEqual([]);
    tally.sittings += 1;
    if (long) console.error(`lane ${lane}: ${tally.kills} kills, ${tally.lost} lost, ${tally.doubled} doubled`);
    ends.push(round.text);
    rmSync(join(round.folder, '..'), { recursive: true, force: true });
  }
  return ends;
};

test(
  'a sitting killed at any instant resumes with every acknowledged act, none twice, nothing sealed told, and ends as one never killed',
  async () => {
    const calm = new Round(prepared, beats, 'calm');
    const tallies = Array.from({ length: lanes }, emptyTally);
    const [ended, ends] = await Promise.all([calm.live(null, emptyTally()), Promise.all(tallies.map((tally, lane) => playLane(lane, tally)))]);
    expect(ended).toBe(true);
    expect(calm.held.acts).toHaveLength(beats.filter((beat) => beat.kind === 'act').length);
    for (const end of ends.flat()) expect(end).toBe(calm.text);

    const sum = (part: keyof Tally): number => tallies.reduce((total, tally) => total + tally[part], 0);
    console.log(
      `storm, seed ${seed}: ${sum('kills')} kills (${sum('opening')} while the store opened), ${sum('answered')} answers of which ${sum('acts')} acts, ` +
        `${sum('lost')} lost, ${sum('doubled')} doubled, ${sum('inFlight')} in flight kept, ${sum('sittings')} sittings played to their end`,
    );
    expect({ kills: sum('kills'), lost: sum('lost'), doubled: sum('doubled') }).toEqual({ kills, lost: 0, doubled: 0 });
  },
  // A busy machine is slow, and that is no loss: the long run waits.
  long ? 14_400_000 : 240_000,
);

test('the search for what is readable on the disk finds a text, whatever its encoding and however deep', () => {
  const folder = join(prepared.root, 'readable');
  mkdirSync(join(folder, 'sauvegardes'), { recursive: true });
  writeFileSync(join(folder, 'un.txt'), 'avant Églantine après', 'utf8');
  writeFileSync(join(folder, 'sauvegardes', 'deux.txt'), 'avant Églantine après', 'utf16le');
  expect(readableIn(folder, ['Églantine', 'Fulbert']).sort()).toEqual(['deux.txt: Églantine', 'un.txt: Églantine']);
});

test('a sealed round that tells anything but who has recorded is noticed', () => {
  const honest = '[{"kind":"sealed","round":1,"reason":"","recorded":["a","b"],"void":false}]';
  expect(talkativeRounds(honest)).toEqual([]);
  expect(talkativeRounds(honest.replace('"recorded"', '"validate":2,"recorded"'))).toHaveLength(1);
});
