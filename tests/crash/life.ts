// One life of the program: opens the store, reads on the screens where the sitting stands, and plays it on, saying each answered request.
//   node tests/crash/life.ts LIFE.json        killed at any instant by the storm that started it
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RequestInput, RequestName, RequestOutput } from '../../domain/contract.ts';
import type { CandidateId } from '../../domain/ids.ts';
import { instantFrom } from '../../domain/time.ts';
import { writeWholeStream } from '../../electron/whole-file.ts';
import { openDesk, type Desk } from '../../requests/desk.ts';
import type { Dialogs } from '../../requests/office.ts';
import type { Beat, Player, Screens, Seat } from './beat.ts';
import { pinOf, type Cast } from './cast.ts';
import { readEverything, talkativeRounds } from './exposure.ts';
import { writeSitting } from './sitting.ts';
import { noDialogs } from '../../scripts/no-dialogs.ts';

/** What a life is told at its start. */
export interface LifeOrder {
  readonly storeFolder: string;
  readonly resourcesFolder: string;
  readonly passphrase: string;
  readonly cast: Cast;
  /** Texts that no answer may hold, and texts that the revealed rounds must hold. */
  readonly sealed: readonly string[];
  readonly revealed: readonly string[];
}

/** What a life says, one line each, the moment it knows it. */
export type LifeLine =
  | { readonly kind: 'resumed'; readonly position: number; readonly exposed: readonly string[]; readonly missing: readonly string[] }
  | { readonly kind: 'answered'; readonly position: number }
  | { readonly kind: 'doubled'; readonly position: number }
  | { readonly kind: 'ended' };

/** Acts that a person may ask twice by a double click; the second answer must be the first. */
const doubleClicked: readonly string[] = ['attendance', 'presidentDesignated', 'substitution', 'presence', 'blockAbsence', 'recusal', 'recusalWithdrawn'];

const say = (line: LifeLine): void => void writeSync(1, `${JSON.stringify(line)}\n`);

/** A file written, checked and thrown away: what matters is the act that follows it. */
const writeAside: Dialogs['writeStream'] = async (_, source, check) => {
  const folder = mkdtempSync(join(tmpdir(), 'delibere-life-'));
  try {
    await writeWholeStream(join(folder, 'file'), source, check);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const openLife = (order: LifeOrder): Desk => {
  let last = 0;
  return openDesk({
    clock: { now: () => instantFrom((last = Math.max(Date.now(), last + 1))) },
    ids: { next: () => randomBytes(12).toString('hex'), random: (length) => randomBytes(length) },
    storeFolder: order.storeFolder,
    demonstrationFolder: `${order.storeFolder}-demonstration`,
    resourcesFolder: order.resourcesFolder,
    dialogs: { ...noDialogs, saveFile: async (name) => ({ handle: name, name }), writeStream: writeAside },
  });
};

const playerOn = (desk: Desk, cast: Cast): Player => {
  let turn: { readonly seat: string; readonly token: string } | null = null;
  const ask = async <Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<RequestOutput<Name>> => {
    // The lead's acts wait for whoever has the laptop to give it back.
    if (turn !== null && !name.startsWith('turn.')) {
      await desk.ask('turn.leave', { turn: turn.token });
      turn = null;
    }
    if (name === 'turn.record') turn = null;
    const answer = await desk.ask(name, input);
    if (!answer.ok) throw new Error(`${name}: ${answer.error.code} ${JSON.stringify(answer.error.facts)}`);
    return answer.value;
  };
  const takeTurn = async (seat: Seat): Promise<string> => {
    const key = JSON.stringify(seat);
    if (turn?.seat !== key) {
      if (turn !== null) await ask('turn.leave', { turn: turn.token });
      const begun = await ask('turn.begin', { sessionId: cast.sessionId, ...seat, pin: pinOf(cast, seat.jurorId) });
      turn = { seat: key, token: begun.turn };
    }
    return turn.token;
  };
  return { ask, turn: takeTurn };
};

const readScreens = async ({ ask }: Player, cast: Cast): Promise<Screens> => {
  const { sessionId } = cast;
  const candidates = new Map<CandidateId, RequestOutput<'sitting.candidate'>>();
  for (const id of Object.values(cast.candidates) as CandidateId[]) candidates.set(id, await ask('sitting.candidate', { sessionId, candidateId: id }));
  return { sitting: await ask('sitting.get', { sessionId }), candidates, signing: await ask('minute.signing', { sessionId }) };
};

const positionOn = (beats: readonly Beat[], screens: Screens): number => beats.findLastIndex((beat) => beat.kind === 'act' && beat.seen(screens)) + 1;

const savedAt = (answer: unknown): unknown => (typeof answer === 'object' && answer !== null && 'savedAt' in answer ? answer.savedAt : null);

const live = async (order: LifeOrder): Promise<void> => {
  const { cast } = order;
  const beats = writeSitting(cast);
  const desk = openLife(order);
  const player = playerOn(desk, cast);
  await player.ask('store.unlock', { passphrase: order.passphrase });
  const position = positionOn(beats, await readScreens(player, cast));
  // A lead's screen asks for its own drafts; asked under a member's key, it must get nothing.
  const keys = beats.flatMap((beat) => (beat.kind === 'draft' && !beat.draft.startsWith('lead ') ? [beat.draft.slice(beat.draft.indexOf(' ') + 1)] : []));
  const answers = await readEverything(desk, cast, [...new Set(keys)]);
  const exposed = [...order.sealed.filter((text) => answers.includes(text)), ...talkativeRounds(answers)];
  say({ kind: 'resumed', position, exposed, missing: order.revealed.filter((text) => !answers.includes(text)) });
  for (const [rank, beat] of beats.entries()) {
    if (rank < position) continue;
    const first = await beat.play(player);
    say({ kind: 'answered', position: rank + 1 });
    if (beat.kind !== 'act' || !doubleClicked.includes(beat.act.kind)) continue;
    if (savedAt(await beat.play(player)) !== savedAt(first)) say({ kind: 'doubled', position: rank + 1 });
  }
  desk.close();
  say({ kind: 'ended' });
};

if (import.meta.main) await live(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as LifeOrder);
