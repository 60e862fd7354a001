import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Act } from '../../domain/act.ts';
import { afterBeat, secretsAfter, type Beat, type Held } from './beat.ts';
import type { LifeLine, LifeOrder } from './life.ts';
import { readableIn } from '../fixtures/traces/files.ts';
import { copyStore, readFound, type Found, type Prepared } from './store.ts';

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

const textOf = ({ acts, drafts }: Held): string => JSON.stringify(inOrder([acts.map(({ act, author }) => [withoutDigests(act), author]), drafts]));

/** One sitting played to its end on a store of its own, killed as often as drawn. */
export class Round {
  private readonly prepared: Prepared;
  private readonly beats: readonly Beat[];
  private readonly preparedActs: number;
  readonly folder: string;
  private found: Found;

  constructor(prepared: Prepared, beats: readonly Beat[], name: string) {
    this.prepared = prepared;
    this.beats = beats;
    this.folder = copyStore(prepared, name);
    this.found = readFound(this.folder, prepared.key, prepared.cast.sessionId);
    this.preparedActs = this.found.acts.length;
  }

  /** What the store holds of the sitting so far. */
  get held(): Held {
    return { acts: this.found.acts.slice(this.preparedActs), drafts: this.found.drafts };
  }

  /** The same without digests, as a text to compare with another's. */
  get text(): string {
    return textOf(this.held);
  }

  /** Lives once more, and checks what the store holds afterwards. Whether the sitting has come to its end. */
  async live(kill: Kill, tally: Tally): Promise<boolean> {
    const { prepared, beats, held } = this;
    const { resourcesFolder, passphrase, cast } = prepared;
    const secrets = secretsAfter(
      beats,
      held.acts.map(({ act }) => act),
    );
    const life = await liveOnce({ storeFolder: this.folder, resourcesFolder, passphrase, cast, ...secrets }, kill);
    if (life.failure !== '') throw new Broken(life.failure);
    const [answered, inFlight] = this.heed(life, held, tally);
    this.found = readFound(this.folder, prepared.key, cast.sessionId);
    this.check(answered, inFlight, tally);
    if (life.killed) {
      tally.kills += 1;
      if (life.lines.length === 0) tally.opening += 1;
      tally.inFlight += this.held.acts.length - answered.acts.length;
    }
    return life.lines.at(-1)?.kind === 'ended';
  }

  /** Reads what a life said. What the store must then hold, and what it may hold besides: the one request in flight. */
  private heed(life: Life, before: Held, tally: Tally): readonly [Held, Held] {
    let held = before;
    let position: number | null = null;
    for (const line of life.lines) {
      if (line.kind === 'doubled') throw new Broken(`beat ${line.position} asked twice was not answered as saved`);
      if (line.kind === 'resumed') {
        this.checkResumed(line, before);
        position = line.position;
      } else if (line.kind === 'answered') {
        position = line.position;
        held = afterBeat(held, this.beats, position - 1);
        tally.answered += 1;
        if (this.beats[position - 1]?.kind === 'act') tally.acts += 1;
      }
    }
    return [held, position === null ? held : afterBeat(held, this.beats, position)];
  }

  private checkResumed(line: Extract<LifeLine, { kind: 'resumed' }>, before: Held): void {
    if (line.exposed.length > 0) throw new Broken(`sealed, and yet told: ${line.exposed.join(' | ')}`);
    if (line.missing.length > 0) throw new Broken(`revealed, and yet not told: ${line.missing.join(' | ')}`);
    const shown = this.beats.slice(0, line.position).filter((beat) => beat.kind === 'act').length;
    const next = this.beats.slice(line.position).find((beat) => beat.kind === 'act');
    // A revision of a sealed opinion is seen by its author alone, who asks again: it must then change nothing.
    const revised = next?.kind === 'act' && next.act.kind === 'opinion' && shown === before.acts.length - 1;
    if (shown !== before.acts.length && !revised) throw new Broken(`the screens show ${shown} acts where the journal has ${before.acts.length}`);
  }

  private check(answered: Held, inFlight: Held, tally: Tally): void {
    const { found, prepared, beats, held } = this;
    tally.lost += Math.max(0, answered.acts.length - held.acts.length);
    tally.doubled += Math.max(0, held.acts.length - inFlight.acts.length);
    if (![answered, inFlight].some((each) => textOf(each) === this.text)) throw new Broken(differenceOf(held, answered, inFlight));
    if (!found.chained) throw new Broken('the chain is broken');
    if (!found.whole) throw new Broken('integrity_check is not ok');
    const texts = [...secretsAfter(beats, []).sealed, ...prepared.cast.names];
    const readable = readableIn(this.folder, texts);
    if (readable.length > 0) throw new Broken(`readable on the disk: ${readable.join(' | ')}`);
  }
}

const differenceOf = (held: Held, answered: Held, inFlight: Held): string => {
  const texts = (acts: Held['acts']): string[] => acts.map(({ act, author }) => JSON.stringify(inOrder([withoutDigests(act), author])));
  const [has, wanted] = [texts(held.acts), texts(inFlight.acts)];
  const rank = has.findIndex((text, index) => text !== wanted[index]);
  const differs = rank === -1 ? '' : `; act ${rank + 1} is ${has[rank]} and not ${wanted[rank] ?? 'none'}`;
  const drafts = [held, answered, inFlight].map((each) => JSON.stringify(each.drafts)).join(' / ');
  return `${has.length} acts in the journal, ${answered.acts.length} answered${differs}; drafts held, answered, in flight: ${drafts}`;
};
