import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Act } from '../../domain/act.ts';
import { expectAfter, secretsAfter, type Beat } from './beat.ts';
import type { LifeLine, LifeOrder } from './life.ts';
import { copyStore, readableIn, readFound, type Found, type Prepared } from './store.ts';

/** A seeded generator of numbers in [0, 1): mulberry32. */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** When a life is killed: after so many answers, and then a delay in microseconds; null lets it live to the end. */
export type Kill = { readonly answers: number; readonly delay: number } | null;

/** Draws the instant of a kill: one in eight while the store opens, the others from some 20 µs to 60 ms after an answer, so as to fall between writes and inside them. */
export const drawKill = (random: () => number): Kill => {
  if (random() < 0.125) return { answers: -1, delay: random() * 1_500_000 };
  return { answers: Math.floor(random() * 15), delay: 20 * 3000 ** random() };
};

/** What a life said before it ended or was killed. */
export interface Life {
  readonly lines: readonly LifeLine[];
  readonly killed: boolean;
  readonly failure: string;
}

const strike = (microseconds: number, kill: () => void): void => {
  if (microseconds > 4000) setTimeout(kill, microseconds / 1000);
  else {
    const until = process.hrtime.bigint() + BigInt(Math.round(microseconds * 1000));
    while (process.hrtime.bigint() < until);
    kill();
  }
};

/** Starts one life and kills it as drawn. What it had said by then is read to the last line. */
export const liveOnce = (order: LifeOrder, kill: Kill): Promise<Life> =>
  new Promise((resolve, reject) => {
    const file = join(order.storeFolder, '..', 'life.json');
    writeFileSync(file, JSON.stringify(order));
    const child = spawn(process.execPath, [join(import.meta.dirname, 'life.ts'), file], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_OPTIONS: '', NODE_COMPILE_CACHE: join(order.storeFolder, '..', '..', 'compiled') },
    });
    const lines: LifeLine[] = [];
    let failure = '';
    const strikeNow = (): void => void child.kill('SIGKILL');
    if (kill?.answers === -1) strike(kill.delay, strikeNow);
    createInterface(child.stdout).on('line', (text) => {
      const line = JSON.parse(text) as LifeLine;
      lines.push(line);
      const answers = lines.filter((each) => each.kind === 'answered').length;
      if (kill && (line.kind === 'resumed' || line.kind === 'answered') && answers === kill.answers) strike(kill.delay, strikeNow);
    });
    child.stderr.on('data', (chunk: Buffer) => (failure += chunk.toString('utf8')));
    child.on('error', reject);
    child.on('close', (_code, signal) => resolve({ lines, killed: signal === 'SIGKILL', failure }));
  });

/** The figures of a storm. */
export interface Tally {
  kills: number;
  answered: number;
  acts: number;
  lost: number;
  doubled: number;
  inFlight: number;
  opening: number;
  sittings: number;
}

/** A tally of nothing yet. */
export const emptyTally = (): Tally => ({ kills: 0, answered: 0, acts: 0, lost: 0, doubled: 0, inFlight: 0, opening: 0, sittings: 0 });

/** A fault that a kill brought to light, said so that the kill can be played again. */
export class Broken extends Error {}

const withoutDigests = (act: Act): Act => {
  const none = '0'.repeat(64);
  if (act.kind === 'printed') return { ...act, base: none };
  if (act.kind === 'signed') return { ...act, fingerprint: none };
  return act.kind === 'archived' ? { ...act, sha256: none } : act;
};

const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, part]) => [key, inOrder(part)]),
  );
};

const textOf = (found: { readonly acts: readonly { readonly act: Act; readonly author: unknown }[]; readonly drafts: object }): string =>
  JSON.stringify(inOrder([found.acts.map(({ act, author }) => [withoutDigests(act), author]), found.drafts]));

/** One sitting played to its end on a store of its own, killed as often as drawn. */
export class Round {
  private readonly prepared: Prepared;
  private readonly beats: readonly Beat[];
  private readonly preparedActs: number;
  readonly folder: string;
  /** How many beats may be done: what was last answered, or the one in flight besides. */
  private possible: readonly number[] = [0];
  private found: Found;

  constructor(prepared: Prepared, beats: readonly Beat[], name: string) {
    this.prepared = prepared;
    this.beats = beats;
    this.folder = copyStore(prepared, name);
    this.found = readFound(this.folder, prepared.key, prepared.cast.sessionId);
    this.preparedActs = this.found.acts.length;
  }

  /** The acts of the sitting recorded so far. */
  get acts(): Found['acts'] {
    return this.found.acts.slice(this.preparedActs);
  }

  /** What the store holds, without digests, to compare with another's. */
  get text(): string {
    return textOf({ acts: this.acts, drafts: this.found.drafts });
  }

  /** Lives once more; checks what the store holds afterwards. Whether the sitting has come to its end. */
  async live(kill: Kill, tally: Tally): Promise<boolean> {
    const { prepared, beats } = this;
    const before = this.acts.length;
    const secrets = secretsAfter(
      beats,
      this.acts.map(({ act }) => act),
    );
    const { resourcesFolder, passphrase, cast } = prepared;
    const life = await liveOnce({ storeFolder: this.folder, resourcesFolder, passphrase, cast, ...secrets }, kill);
    if (life.failure !== '') throw new Broken(life.failure);
    const resumed = this.heed(life, before, tally);
    this.found = readFound(this.folder, prepared.key, cast.sessionId);
    this.check(resumed, tally);
    if (life.killed) {
      tally.kills += 1;
      if (resumed === null) tally.opening += 1;
      else tally.inFlight += Math.max(0, this.acts.length - Math.max(before, this.actsAt(resumed)));
    }
    return life.lines.at(-1)?.kind === 'ended';
  }

  private actsAt(position: number): number {
    return this.beats.slice(0, position).filter((beat) => beat.kind === 'act').length;
  }

  /** Reads what a life said: where it resumed, what it was answered. The last position answered, or null if it died before resuming. */
  private heed(life: Life, before: number, tally: Tally): number | null {
    let answered: number | null = null;
    for (const line of life.lines) {
      if (line.kind === 'doubled') throw new Broken(`beat ${line.position} asked twice was not answered as saved`);
      if (line.kind === 'resumed') {
        if (line.exposed.length > 0) throw new Broken(`sealed, and yet told: ${line.exposed.join(' | ')}`);
        if (line.missing.length > 0) throw new Broken(`revealed, and yet not told: ${line.missing.join(' | ')}`);
        const invisible = this.beats.slice(line.position).find((beat) => beat.kind === 'act');
        const seen = this.actsAt(line.position);
        // A revision of a sealed opinion is seen by its author alone, who asks again: it must then change nothing.
        const revised = invisible?.kind === 'act' && invisible.act.kind === 'opinion' && seen === before - 1;
        if (seen !== before && !revised) throw new Broken(`the screens show ${seen} acts where the journal has ${before}`);
        answered = line.position;
      } else if (line.kind === 'answered') {
        answered = line.position;
        this.possible = [answered];
        tally.answered += 1;
        if (this.beats[answered - 1]?.kind === 'act') tally.acts += 1;
      }
    }
    return answered;
  }

  private check(answered: number | null, tally: Tally): void {
    const { found, prepared, beats } = this;
    const allowed = new Set([...this.possible, ...(answered === null ? [] : [answered + 1])]);
    const counts = [...allowed].map((position) => this.actsAt(position));
    tally.lost += Math.max(0, Math.min(...counts) - this.acts.length);
    tally.doubled += Math.max(0, this.acts.length - Math.max(...counts));
    const { text } = this;
    const holds = [...allowed].filter((position) => position <= beats.length && textOf(expectAfter(beats, position)) === text);
    if (holds.length === 0) throw new Broken(this.explain([...allowed]));
    this.possible = holds;
    if (!found.chained) throw new Broken('the chain is broken');
    if (!found.whole) throw new Broken('integrity_check is not ok');
    const texts = [...secretsAfter(beats, []).sealed, ...prepared.cast.names];
    const readable = readableIn(this.folder, texts);
    if (readable.length > 0) throw new Broken(`readable on the disk: ${readable.join(' | ')}`);
  }

  private explain(allowed: readonly number[]): string {
    const has = this.acts.map(({ act }) => withoutDigests(act));
    const [least = 0] = allowed;
    const wanted = expectAfter(this.beats, least);
    const rank = has.findIndex((act, index) => JSON.stringify(inOrder(act)) !== JSON.stringify(inOrder(wanted.acts[index]?.act)));
    const differs = rank === -1 ? '' : `; act ${rank + 1} is ${JSON.stringify(has[rank])} and not ${JSON.stringify(wanted.acts[rank]?.act)}`;
    const drafts = `; drafts ${JSON.stringify(this.found.drafts)} and not ${JSON.stringify(wanted.drafts)}`;
    return `${has.length} acts in the journal, ${wanted.acts.length} answered${differs}${drafts}`;
  }
}
