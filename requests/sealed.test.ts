import { createHash } from 'node:crypto';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract, type Contract, type RequestInput, type RequestName, type RequestOutput } from '../domain/contract.ts';
import { jurorFileId, jurorProofId, type BlockCode, type CandidateId, type CompetencyCode, type JurorId, type PieceId, type SessionId } from '../domain/ids.ts';
import type { OpinionValue } from '../domain/opinion.ts';
import { access } from '../domain/role.ts';
import { emptySchedule } from '../domain/schedule.ts';
import { instant } from '../domain/time.ts';
import { openTestDesk } from '../tests/fixtures/desk.ts';
import { layPrepared } from '../tests/fixtures/prepared.ts';
import { Day, ScriptClock } from '../scripts/day.ts';
import { openDesk, type Desk } from './desk.ts';
import { readScenario } from './scenario.ts';

type ReadName = { [Name in RequestName]: Contract[Name]['kind'] extends 'read' ? Name : never }[RequestName];

/** Where the session stands when the opinions are given: two members of three will have spoken on one block. */
interface Room {
  readonly sessionId: SessionId;
  readonly candidates: readonly CandidateId[];
  readonly candidateId: CandidateId;
  readonly block: BlockCode;
  readonly otherBlock: BlockCode;
  readonly jurors: readonly JurorId[];
  readonly pieces: readonly PieceId[];
  readonly pins: ReadonlyMap<JurorId, string>;
  readonly leadPin: string;
  readonly officerPin: string;
}

/** What a member records, in order: the last one stands. */
type Spoken = readonly (readonly [value: OpinionValue, note: string])[];

const bench = openTestDesk();
const scenario = readScenario(bench.tools.resourcesFolder);
const given = instant.parse('2026-03-17T15:00:00.000Z');
const asked = instant.parse('2026-03-17T16:00:00.000Z');
let room: Room;
let copies = 0;

const askOf =
  (desk: Desk) =>
  async <Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<RequestOutput<Name>> => {
    const answer = await desk.ask(name, input);
    if (!answer.ok) throw new Error(`${name}: ${answer.error.code} ${JSON.stringify(answer.error.facts)}`);
    return answer.value;
  };

const record = async (desk: Desk, jurorId: JurorId, block: BlockCode, [value, note]: Spoken[number]): Promise<void> => {
  const { sessionId, candidateId, pins } = room;
  const { turn } = await askOf(desk)('turn.begin', { sessionId, candidateId, block, jurorId, pin: pins.get(jurorId) ?? '' });
  await askOf(desk)('turn.record', { turn, value, note });
};

beforeAll(async () => {
  const clock = new ScriptClock(scenario.clock.preparedAt);
  const desk = openDesk({ ...bench.tools, clock });
  const day = new Day(desk, scenario, clock);
  const ask = askOf(desk);
  await layPrepared(bench.tools, clock);
  const sessionId = await day.prepare();
  await day.open();
  const sitting = await ask('sitting.get', { sessionId });
  const line = sitting.candidates.find((entry) => entry.number === 'D-01');
  const [first, second, third] = line?.blocks.map((entry) => entry.code) ?? [];
  if (!line || !first || !second || !third) throw new Error('the demonstration has D-01 and three blocks');
  const { pieces } = await ask('dossier.get', { sessionId, candidateId: line.id });
  room = {
    sessionId,
    candidates: sitting.candidates.map((entry) => entry.id),
    candidateId: line.id,
    block: second,
    otherBlock: third,
    jurors: line.composition.sitting,
    pieces: pieces.map((piece) => piece.id),
    pins: new Map(sitting.members.map((member, index) => [member.juror.id, scenario.jurors[index]?.pin ?? ''])),
    leadPin: scenario.leadPin,
    officerPin: scenario.officer.pin,
  };
  await ask('sitting.presence', { sessionId, candidateId: line.id, presence: 'present', note: '' });
  for (const jurorId of room.jurors) await record(desk, jurorId, first, ['validate', '']);
  await ask('round.reveal', { sessionId, candidateId: line.id, block: first });
  desk.close();
});
afterAll(() => bench.dispose());

/** Every line of the contract that reads, with all that can be asked at this point; a new line has to find its place here. */
const reads: { readonly [Name in ReadName]: (at: Room, officer: string) => readonly RequestInput<Name>[] } = {
  'store.status': () => [{}],
  'store.checkBackups': () => [{ passphrase: 'une autre phrase' }],
  'work.get': () => [{ work: 'guess' }],
  'session.list': () => [{}],
  'session.certifications': () => [{}],
  'retention.get': () => [{}],
  'retention.due': () => [{}],
  'access.find': () => [{ name: 'a' }],
  'fiche.list': () => [{}],
  'fiche.search': () => [{ work: 'guess', query: '' }],
  'fiche.get': () => [{ work: 'guess' }],
  'fiche.compare': ({ sessionId }) => [{ sessionId, version: '2023-04-01' }],
  'session.get': ({ sessionId }) => [{ sessionId }],
  'session.readiness': ({ sessionId }) => [{ sessionId }],
  'candidate.list': ({ sessionId }) => [{ sessionId }],
  'import.get': ({ sessionId }) => [{ sessionId, handle: 'guess' }],
  'import.rows': ({ sessionId }) => [{ sessionId, handle: 'guess', show: 'all', page: 0 }],
  'trust.list': () => [{}],
  'juror.links': ({ sessionId }) => [{ sessionId }],
  'jurorFile.list': () => [{}],
  'jurorFile.unfiled': () => [{}],
  'jurorProof.view': () => [{ fileId: jurorFileId.parse('guess'), proofId: jurorProofId.parse('guess') }],
  'rectification.get': ({ sessionId }) => [{ sessionId }],
  'archive.written': () => [{ work: 'guess' }],
  'document.verdict': () => [{ work: 'guess' }],
  'dossiers.state': ({ sessionId }) => [{ sessionId }],
  'archive.state': ({ sessionId }) => [{ sessionId }],
  'reading.get': () => [{ work: 'guess' }],
  'reading.dossiers': () => [{ work: 'guess' }],
  'reading.viewPiece': () => [{ work: 'guess', path: 'data/dossiers/1/001-cv.pdf' }],
  'reading.view': () => [{ work: 'guess', document: { kind: 'minute' as const } }],
  'rehearsal.get': () => [{ work: 'guess' }],
  'rehearsal.last': ({ sessionId }) => [{ sessionId }],
  'notification.get': ({ sessionId }) => [{ sessionId }],
  'notification.view': ({ sessionId, candidates }) => [
    { sessionId, paper: { kind: 'summary' as const } },
    ...candidates.map((candidateId) => ({ sessionId, paper: { kind: 'notice' as const, candidateId, recipient: 'candidate' as const } })),
  ],
  'dossier.get': ({ sessionId, candidates }) => candidates.map((candidateId) => ({ sessionId, candidateId })),
  'piece.view': ({ sessionId, pieces }) => pieces.map((pieceId) => ({ sessionId, pieceId })),
  'requirement.list': ({ sessionId, candidates }) => candidates.map((candidateId) => ({ sessionId, candidateId })),
  'intake.preview': ({ sessionId }) => [{ sessionId, intake: 'guess', filter: { kind: 'asked' }, search: '', from: 0, count: 50 }],
  'officer.list': ({ sessionId }, key) => [{ sessionId, key }],
  'officer.log': ({ sessionId }, key) => [{ sessionId, key }],
  'schedule.get': ({ sessionId }) => [{ sessionId }],
  'schedule.preview': ({ sessionId, candidates }) => [
    { sessionId, fields: { ...emptySchedule, order: candidates.map((candidateId) => ({ candidateId, room: 0 })) } },
  ],
  'schedule.sheet': ({ sessionId }) => [
    { sessionId, reader: 'door' },
    { sessionId, reader: 'jury' },
  ],
  'holder.list': ({ sessionId }) => [{ sessionId }],
  'holder.due': () => [{}],
  'notification.due': () => [{}],
  'review.flags': ({ sessionId }) => [{ sessionId }],
  'sitting.get': ({ sessionId }) => [{ sessionId }],
  'sitting.candidate': ({ sessionId, candidates }) => candidates.map((candidateId) => ({ sessionId, candidateId })),
  'note.list': () => [{ key: 'guess' }],
  'draft.get': ({ sessionId, candidateId, block, otherBlock }) =>
    [block, otherBlock].flatMap((code) => [
      { sessionId, key: `decision:${candidateId}:${code}` },
      { sessionId, key: `opinion:${candidateId}:${code}:1` },
    ]),
  'minute.preview': ({ sessionId }) => [{ sessionId }],
  'minute.signing': ({ sessionId }) => [{ sessionId }],
  'minute.view': ({ sessionId }) => [{ sessionId }],
  'organism.status': ({ sessionId }) => [{ sessionId }],
  'statistics.get': () => [{ code: null, year: null, path: null }],
  'journal.get': ({ sessionId }) => [{ sessionId }],
  'transfer.status': ({ sessionId }) => [{ sessionId }],
  'transfer.done': () => [{ work: 'guess' }],
  'journal.check': ({ sessionId }) => [{ sessionId }],
  'lock.state': () => [{}],
  'lock.setting': () => [{}],
};
const readNames = (Object.keys(contract) as RequestName[]).filter((name): name is ReadName => contract[name].kind === 'read');

/** What is refused until the round is complete, whatever was said, and what a third member is shown before speaking. */
const attempts = ({ sessionId, candidateId, block, jurors, pins, leadPin }: Room): readonly (readonly [RequestName, unknown])[] => {
  const on = { sessionId, candidateId, block };
  const [, second, third] = jurors;
  if (!second || !third) throw new Error('three members sit');
  const words = { reason: 'Motif', recommendation: 'Recommandation', competencies: [`${block}-C1`] };
  return [
    ['round.reveal', on],
    ['round.another', { ...on, reason: 'Discussion' }],
    ['decision.record', { ...on, decision: { ...words, outcome: 'validated' } }],
    ['decision.record', { ...on, decision: { ...words, outcome: 'notValidated' } }],
    ['decision.reopen', { ...on, reason: 'Motif', pin: pins.get(second) ?? '' }],
    ['sitting.blockAbsence', { ...on, absent: true, note: '' }],
    ['session.close', { sessionId, pin: leadPin }],
    ['turn.begin', { ...on, jurorId: third, pin: '0000' }],
    ['turn.begin', { ...on, jurorId: third, pin: pins.get(third) ?? '' }],
  ];
};

/** A program of its own on a copy of the store, where two members speak, and everything that it then answers. */
const answersAfter = async (one: Spoken, two: Spoken, draft: string, restarts: boolean): Promise<Map<string, string>> => {
  copies += 1;
  const demonstrationFolder = join(bench.tools.demonstrationFolder, '..', `copy-${copies}`);
  cpSync(bench.tools.demonstrationFolder, demonstrationFolder, { recursive: true });
  const clock = new ScriptClock(instant.parse('2026-03-17T14:00:00.000Z'));
  let ids = 0;
  const tools = { ...bench.tools, clock, demonstrationFolder, ids: { ...bench.tools.ids, next: () => `copy${(ids += 1)}` } };
  let desk = openDesk(tools);
  await askOf(desk)('store.openDemonstration', {});
  const { sessionId, candidateId, block, otherBlock, jurors, pins } = room;
  const [first, second] = jurors;
  if (!first || !second) throw new Error('three members sit');
  for (const spoken of one) await record(desk, first, block, spoken);
  const { turn } = await askOf(desk)('turn.begin', { sessionId, candidateId, block: otherBlock, jurorId: first, pin: pins.get(first) ?? '' });
  await askOf(desk)('turn.draft', { turn, text: draft });
  await askOf(desk)('turn.leave', { turn });
  // A private note goes with the draft: as secret, and planted in the same worlds.
  const { key: notes } = await askOf(desk)('note.open', { sessionId, candidateId, jurorId: first, pin: pins.get(first) ?? '' });
  for (const subject of [
    { kind: 'piece', pieceId: room.pieces[0] as PieceId, page: null },
    { kind: 'competency', competency: `${block}-C1` as CompetencyCode },
  ] as const)
    await askOf(desk)('note.save', { key: notes, note: { subject, text: draft.slice(0, 10_000) } });
  await askOf(desk)('note.close', { key: notes });
  for (const spoken of two.slice(0, -1)) await record(desk, second, block, spoken);
  clock.moveTo(given);
  ids = 1000;
  for (const spoken of two.slice(-1)) await record(desk, second, block, spoken);
  clock.moveTo(asked);
  if (restarts) {
    desk.close();
    desk = openDesk(tools);
    await askOf(desk)('store.openDemonstration', {});
  }
  const answers = new Map<string, string>();
  const keep = async (name: RequestName, input: unknown): Promise<void> => {
    const answer = await desk.answer(name, input);
    const value = answer.ok ? (answer.value as { readonly view?: string } | null) : null;
    const shown =
      value?.view === undefined
        ? ''
        : createHash('sha256')
            .update(desk.viewing(value.view) ?? '')
            .digest('hex');
    answers.set(`${name} ${JSON.stringify(input)}`, `${JSON.stringify(answer)} ${shown}`);
  };
  const ofOfficer = (name: ReadName): boolean => access[name] === 'officer';
  for (const name of readNames.filter((each) => !ofOfficer(each))) for (const input of reads[name](room, '')) await keep(name, input);
  const { key } = await askOf(desk)('officer.open', { sessionId, pin: room.officerPin });
  for (const name of readNames.filter(ofOfficer)) for (const input of reads[name](room, key)) await keep(name, input);
  await askOf(desk)('officer.close', { key });
  for (const [name, input] of attempts(room)) await keep(name, input);
  desk.close();
  return answers;
};

const said: readonly (readonly [string, Spoken, Spoken, string])[] = [
  ['the contrary, with notes', [['refuse', 'note scellée '.repeat(700)]], [['refuse', 'autre note scellée '.repeat(500)]], ''],
  ['opposed opinions and a draft', [['refuse', '']], [['validate', '']], 'brouillon scellé '.repeat(580)],
  [
    'opinions that superseded others',
    [
      ['refuse', 'note scellée'],
      ['validate', ''],
    ],
    [
      ['validate', ''],
      ['refuse', 'x'],
      ['refuse', ''],
    ],
    '',
  ],
];

test('every line of the contract that reads has its place in the table', () => {
  expect(Object.keys(reads).sort()).toEqual([...readNames].sort());
});

test.each([false, true])('no answer, in its words or in its length, depends on a sealed opinion (program restarted: %s)', async (restarts) => {
  const plain = await answersAfter([['validate', '']], [['validate', '']], '', restarts);
  const { sessionId, candidateId, block, jurors } = room;
  const [first, second] = jurors;
  const told = JSON.parse(plain.get(`sitting.candidate ${JSON.stringify({ sessionId, candidateId })}`) ?? '') as { value: RequestOutput<'sitting.candidate'> };
  expect(told.value.blocks.find((one) => one.code === block)?.rounds).toEqual([
    { kind: 'sealed', round: 1, reason: '', recorded: [first, second], void: false },
  ]);
  const refusals = attempts(room).map(([name, input]) => /"code":"([^"]+)"/.exec(plain.get(`${name} ${JSON.stringify(input)}`) ?? '')?.[1] ?? 'answered');
  expect(refusals).toEqual([
    'round-not-complete',
    'round-not-revealed',
    'round-not-revealed',
    'round-not-revealed',
    'nothing-to-reopen',
    'answered',
    'block-undecided',
    'pin-wrong',
    'answered',
  ]);
  for (const [what, one, two, draft] of said) {
    const others = await answersAfter(one, two, draft, restarts);
    expect([...others.keys()], what).toEqual([...plain.keys()]);
    for (const [question, answer] of plain) {
      expect(others.get(question), `${what}: ${question}`).toBe(answer);
      expect(answer, question).not.toMatch(/scellé/);
    }
  }
});
