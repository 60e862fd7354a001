import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RequestOutput } from '../domain/contract.ts';
import type { JurorFileId, SessionId } from '../domain/ids.ts';
import { fileOf, largestProof } from '../domain/juror-file.ts';
import { jurorFields, type JurorFields } from '../domain/jury.ts';
import { Day, ScriptClock } from '../scripts/day.ts';
import { askOf, openTestDesk } from '../tests/fixtures/desk.ts';
import { layPrepared } from '../tests/fixtures/prepared.ts';
import { candidateOf, fieldsOf } from '../tests/fixtures/sitting.ts';
import { storeParts } from '../db/backup.ts';
import { openDesk } from './desk.ts';
import { readScenario } from './scenario.ts';

const member = (changes: Partial<JurorFields> = {}): JurorFields =>
  jurorFields.parse({
    civility: 'Mme',
    givenName: 'Zoé',
    familyName: 'Aquarelle',
    quality: 'Architecte logiciel',
    employer: 'Exemplia SAS',
    membership: 'external',
    itProfessional: true,
    pedagogicalLead: false,
    qualified: false,
    seat: 'titular',
    ...changes,
  });
let bench: ReturnType<typeof openTestDesk>;
let desk: typeof bench.desk;
const ask = askOf(() => desk);
const refusal = async (answer: Promise<{ readonly ok: boolean; readonly error?: { readonly code: string } }>): Promise<string> =>
  (await answer).error?.code ?? 'answered';

beforeEach(async () => {
  bench = openTestDesk();
  desk = bench.desk;
  await ask('store.create', { passphrase: 'une phrase de passe fictive' });
});
afterEach(() => bench.dispose());

const newSession = async (number: string): Promise<SessionId> => (await ask('session.create', fieldsOf(number))).sessionId;
const list = (): Promise<RequestOutput<'jurorFile.list'>> => ask('jurorFile.list', {});
const onlyFile = async (): Promise<RequestOutput<'jurorFile.list'>[number]> => {
  const [file, ...others] = await list();
  if (!file || others.length > 0) throw new Error('one person is expected');
  return file;
};

describe('a member of a session', () => {
  test('who is new enters the directory too; the same person typed again elsewhere is not added twice', async () => {
    const [one, two] = [await newSession('PV 1'), await newSession('PV 2')];
    await ask('juror.save', { sessionId: one, jurorId: null, fields: member() });
    await ask('juror.save', { sessionId: two, jurorId: null, fields: member({ givenName: 'ZOE', employer: 'EXEMPLIA' }) });
    const file = await onlyFile();
    expect(file).toMatchObject({ ...fileOf(member()), archivedAt: null, proofs: [] });
    expect(file.seats.map((seat) => [seat.number, seat.phase, seat.sat])).toEqual([
      ['PV 1', 'preparing', false],
      ['PV 2', 'preparing', false],
    ]);
    await ask('juror.save', { sessionId: two, jurorId: null, fields: member({ employer: 'Autre maison' }) });
    expect((await list()).map((entry) => entry.employer).sort()).toEqual(['Autre maison', 'Exemplia SAS']);
  });

  test('is chosen once, and is told apart from the directory where the session says otherwise', async () => {
    const sessionId = await newSession('PV 1');
    const { fileId } = await ask('jurorFile.save', { fileId: null, fields: fileOf(member()) });
    await ask('juror.save', { sessionId, jurorId: null, fields: member({ quality: 'Directrice technique' }), fileId });
    expect((await ask('session.get', { sessionId })).jurors.map((juror) => juror.fileId)).toEqual([fileId]);
    expect(await refusal(desk.ask('juror.save', { sessionId, jurorId: null, fields: member(), fileId }))).toBe('juror-already-seated');
    expect((await onlyFile()).seats[0]?.differences).toEqual([{ field: 'quality', here: 'Directrice technique', directory: 'Architecte logiciel' }]);
  });

  test('follows the directory only when asked, in sessions in preparation; seat and qualification stay the session’s own', async () => {
    const [one, two] = [await newSession('PV 1'), await newSession('PV 2')];
    const fields = member({ seat: 'substitute', qualified: true });
    for (const sessionId of [one, two]) await ask('juror.save', { sessionId, jurorId: null, fields });
    const { id: fileId } = await onlyFile();
    const changed = { ...fileOf(member({ employer: 'Nouvelle maison', civility: '' })), qualifications: [] };
    await ask('jurorFile.save', { fileId, fields: changed });
    expect((await ask('session.get', { sessionId: one })).jurors[0]).toMatchObject({ employer: 'Exemplia SAS' });
    await ask('jurorFile.updateSeats', { fileId, sessionIds: [one] });
    const employers = await Promise.all([one, two].map(async (sessionId) => (await ask('session.get', { sessionId })).jurors[0]?.employer));
    expect(employers).toEqual(['Nouvelle maison', 'Exemplia SAS']);
    expect((await ask('session.get', { sessionId: one })).jurors[0]).toMatchObject({ ...fields, employer: 'Nouvelle maison', civility: '' });
    expect((await onlyFile()).seats.map((seat) => seat.differences.map(({ field }) => field))).toEqual([[], ['civility', 'employer']]);
  });
});

test('the members of sessions that the directory does not know are taken into it when asked: one person, every session', async () => {
  const [one, two] = [await newSession('PV 1'), await newSession('PV 2')];
  await ask('juror.save', { sessionId: one, jurorId: null, fields: member({ quality: 'Ancienne qualité' }) });
  await ask('juror.save', { sessionId: two, jurorId: null, fields: member() });
  await ask('juror.save', { sessionId: two, jurorId: null, fields: member({ givenName: 'Paul' }) });
  await ask('juror.save', { sessionId: two, jurorId: null, fields: member({ quality: 'Homonyme' }) });
  const before = await Promise.all(
    [one, two].map(async (sessionId) => (await ask('session.get', { sessionId })).jurors.map(({ fileId: _fileId, ...juror }) => juror)),
  );
  for (const file of await list()) await ask('jurorFile.remove', { fileId: file.id });
  expect(await ask('jurorFile.unfiled', {})).toEqual({ members: 4 });
  expect(await ask('jurorFile.adopt', {})).toEqual({ added: 3 });
  // Two members of one session are two people, even under one name.
  expect((await list()).map((file) => [file.givenName, file.quality, file.seats.map(({ number }) => number).sort()])).toEqual([
    ['Paul', 'Architecte logiciel', ['PV 2']],
    ['Zoé', 'Homonyme', ['PV 1', 'PV 2']],
    ['Zoé', 'Architecte logiciel', ['PV 2']],
  ]);
  const after = await Promise.all(
    [one, two].map(async (sessionId) => (await ask('session.get', { sessionId })).jurors.map(({ fileId: _fileId, ...juror }) => juror)),
  );
  expect(after).toEqual(before);
  expect(await ask('jurorFile.adopt', {})).toEqual({ added: 0 });
});

describe('a proof', () => {
  const text = 'Lettre de mission fictive de Zoé Aquarelle.';
  const withProof = async () => {
    const { fileId } = await ask('jurorFile.save', { fileId: null, fields: fileOf(member()) });
    bench.dialogs.offer('mission.txt', text);
    const { added } = await ask('jurorProof.add', { fileId });
    const [proofId] = added;
    if (proofId === undefined) throw new Error('one proof was added');
    return { fileId, proofId };
  };
  const filesOnDisk = (): string[] => readdirSync(join(bench.tools.storeFolder, storeParts.files));

  test('is kept encrypted under a random name, read back, and named by a qualification of the same file only', async () => {
    const { fileId, proofId } = await withProof();
    const [name = ''] = filesOnDisk();
    expect(name).toMatch(/^[0-9a-f]{32}$/);
    expect(readFileSync(join(bench.tools.storeFolder, storeParts.files, name)).includes(Buffer.from('Aquarelle'))).toBe(false);
    const { view, title } = await ask('jurorProof.view', { fileId, proofId });
    expect([title, Buffer.from(desk.viewing(view) ?? []).toString()]).toEqual(['mission.txt', text]);
    const qualifications = [{ certification: 'RNCP36912', on: '2024-03-12' as never, proof: proofId }];
    await ask('jurorFile.save', { fileId, fields: { ...fileOf(member()), qualifications } });
    expect(await refusal(desk.ask('jurorFile.save', { fileId: null, fields: { ...fileOf(member()), qualifications } }))).toBe('not-found');
    await ask('jurorProof.remove', { fileId, proofId });
    expect(await onlyFile()).toMatchObject({ proofs: [], qualifications: [{ ...qualifications[0], proof: null }] });
    expect(filesOnDisk()).toEqual([]);
  });

  test('goes with the person, and comes back with the person when the removal is undone', async () => {
    const { fileId } = await withProof();
    const before = await onlyFile();
    const { undo } = await ask('jurorFile.remove', { fileId });
    expect(await list()).toEqual([]);
    await ask('jurorFile.restore', { undo });
    expect(await onlyFile()).toEqual(before);
    const again = await ask('jurorFile.remove', { fileId });
    desk = bench.reopen();
    await ask('store.unlock', { passphrase: 'une phrase de passe fictive' });
    expect(filesOnDisk()).toEqual([]);
    expect(await refusal(desk.ask('jurorFile.restore', { undo: again.undo }))).toBe('not-found');
  });

  test('that weighs too much, or a choice given up, leaves nothing behind', async () => {
    const { fileId } = await ask('jurorFile.save', { fileId: null, fields: fileOf(member()) });
    expect(await refusal(desk.ask('jurorProof.add', { fileId }))).toBe('cancelled');
    bench.dialogs.offer('film.mp4', new Uint8Array(largestProof + 1));
    expect(await refusal(desk.ask('jurorProof.add', { fileId }))).toBe('piece-too-large');
    expect((await onlyFile()).proofs).toEqual([]);
  });
});

describe('links before the day', () => {
  test('are checked with a note, which no longer holds once the employer is another one', async () => {
    const sessionId = await newSession('PV 1');
    const { jurorId } = await ask('juror.save', { sessionId, jurorId: null, fields: member() });
    const { id: _id, ...fields } = candidateOf('c1', { employer: 'exemplia' });
    const { candidateId } = await ask('candidate.save', { sessionId, candidateId: null, fields });
    const [hint] = await ask('juror.links', { sessionId });
    expect(hint).toMatchObject({ jurorId, candidateId, kind: 'employer', checked: null });
    const check = { sessionId, jurorId, candidateId, kind: 'employer', about: hint?.about ?? '' } as const;
    await ask('juror.checkLink', { ...check, note: 'Deux sites' });
    expect((await ask('juror.links', { sessionId }))[0]?.checked?.note).toBe('Deux sites');
    expect(await refusal(desk.ask('juror.checkLink', { ...check, kind: 'mentor', note: '' }))).toBe('not-found');
    await ask('juror.save', { sessionId, jurorId, fields: member({ employer: 'Autre maison' }) });
    await ask('candidate.save', { sessionId, candidateId, fields: { ...fields, employer: 'AUTRE MAISON' } });
    expect((await ask('juror.links', { sessionId })).map((each) => [each.about, each.checked])).toEqual([['autre maison', null]]);
  });
});

test('sessions follow the directory together or not at all: one that is open refuses the others too', async () => {
  const scenario = readScenario(bench.tools.resourcesFolder);
  const clock = new ScriptClock(scenario.clock.preparedAt);
  desk.close();
  desk = openDesk({ ...bench.tools, clock });
  const day = new Day(desk, scenario, clock);
  await layPrepared(bench.tools, clock);
  const demonstration = await day.prepare();
  const [juror] = (await ask('session.get', { sessionId: demonstration })).jurors;
  const fileId = juror?.fileId;
  if (!juror || !fileId) throw new Error('the demonstration has members of the directory');
  const { id: _id, pinSet: _pinSet, fileId: _fileId, ...fields } = juror;
  const sessionId = await newSession('PV suivant');
  await ask('juror.save', { sessionId, jurorId: null, fields, fileId });
  await day.open();
  await ask('jurorFile.save', { fileId, fields: { ...fileOf(fields), quality: 'Autre qualité' } });
  expect(await refusal(desk.ask('jurorFile.updateSeats', { fileId, sessionIds: [sessionId, demonstration] }))).toBe('session-frozen');
  expect((await ask('session.get', { sessionId })).jurors.map(({ quality }) => quality)).toEqual([fields.quality]);
});

test('who sat is told by the acts of a closed session, can be archived but not taken out, and is known to have judged a candidate', async () => {
  const scenario = readScenario(bench.tools.resourcesFolder);
  const clock = new ScriptClock(scenario.clock.preparedAt);
  desk.close();
  desk = openDesk({ ...bench.tools, clock });
  const day = new Day(desk, scenario, clock);
  await layPrepared(bench.tools, clock);
  const demonstration = await day.prepare();
  await ask('juror.save', { sessionId: demonstration, jurorId: null, fields: member({ familyName: 'Jamais Venue', seat: 'substitute' }) });
  const seated = async (): Promise<[string, boolean][]> => (await list()).map((file) => [file.familyName, file.seats.some((seat) => seat.sat)]);
  expect((await seated()).every(([, sat]) => !sat)).toBe(true);
  await day.open();
  expect((await seated()).every(([, sat]) => !sat)).toBe(true);
  await day.deliberate();
  await day.sign();
  const came = new Set(scenario.jurors.filter(({ key }) => scenario.attendance.includes(key)).map(({ fields }) => fields.familyName));
  const told = await seated();
  expect(told.filter(([, sat]) => sat).map(([name]) => name)).toEqual([...came].sort(new Intl.Collator('fr').compare));
  const [file] = (await list()).filter((entry) => entry.seats.some((seat) => seat.sat));
  const fileId = file?.id as JurorFileId;
  expect(await refusal(desk.ask('jurorFile.remove', { fileId }))).toBe('juror-file-sat');
  expect(await refusal(desk.ask('jurorFile.updateSeats', { fileId, sessionIds: [file?.seats[0]?.sessionId as SessionId] }))).toBe('session-frozen');
  await ask('jurorFile.archive', { fileId, archived: true });
  expect((await list()).find((entry) => entry.id === fileId)?.archivedAt).not.toBeNull();

  const sessionId = (await ask('session.create', { ...fieldsOf('PV suivant'), heldOn: '2027-01-05' as never })).sessionId;
  const first = (await ask('session.list', {})).find((session) => session.number === scenario.session.number);
  const lines = await ask('candidate.list', { sessionId: first?.id as SessionId });
  const sitting = await ask('sitting.get', { sessionId: first?.id as SessionId });
  const judged = sitting.candidates.find((line) => line.presence === 'present' && lines.find(({ id }) => id === line.id)?.birthDate !== null);
  const { id: _id, pieces: _pieces, unproven: _unproven, ...fields } = lines.find(({ id }) => id === judged?.id) as (typeof lines)[number];
  await ask('candidate.save', { sessionId, candidateId: null, fields: { ...fields, brings: [], presents: [] } });
  const before = sitting.members.find(({ juror }) => judged?.composition.sitting.includes(juror.id))?.juror;
  const { id: _juror, ...copy } = before as NonNullable<typeof before>;
  await ask('juror.save', { sessionId, jurorId: null, fields: copy });
  expect((await ask('juror.links', { sessionId })).filter((hint) => hint.kind === 'earlierSession')).toMatchObject([
    { sessions: [{ number: scenario.session.number, heldOn: scenario.session.heldOn }] },
  ]);
});
