import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RequestInput, RequestOutput } from '../domain/contract.ts';
import type { CandidateId, SessionId } from '../domain/ids.ts';
import { Day, ScriptClock } from '../scripts/day.ts';
import { askPassing, openTestDesk } from '../tests/fixtures/desk.ts';
import { layPrepared } from '../tests/fixtures/prepared.ts';
import { hasReaders, pagesOf } from '../tests/fixtures/readers.ts';
import { hasVeraPDF, validate } from '../tests/fixtures/verapdf.ts';
import { openDesk, type Desk } from './desk.ts';
import { readScenario } from './scenario.ts';

let bench: ReturnType<typeof openTestDesk>;
let desk: Desk;
let day: Day;
let sessionId: SessionId;
let lines: RequestOutput<'candidate.list'>;
const ask = askPassing(
  () => desk,
  () => readScenario(bench.tools.resourcesFolder).officer.pin,
);
const scenario = () => readScenario(bench.tools.resourcesFolder);

beforeEach(async () => {
  bench = openTestDesk();
  bench.desk.close();
  const clock = new ScriptClock(scenario().clock.preparedAt);
  desk = openDesk({ ...bench.tools, clock });
  day = new Day(desk, scenario(), clock);
  await layPrepared(bench.tools, clock);
  sessionId = await day.prepare();
  lines = await ask('candidate.list', { sessionId });
});
afterEach(() => {
  desk.close();
  bench.dispose();
});

const idOf = (number: string): CandidateId => {
  const id = lines.find((line) => line.number === number)?.id;
  if (!id) throw new Error(number);
  return id;
};
/** Gives one candidate a share of time, and nobody else. */
const arrange = async (number: string, share: readonly [number, number] | null, consents = false): Promise<void> => {
  const { key } = await ask('officer.open', { sessionId, pin: scenario().officer.pin });
  for (const { record } of await ask('officer.list', { sessionId, key })) await ask('officer.remove', { sessionId, key, candidateId: record.candidateId });
  const record = {
    candidateId: idOf(number),
    measures: ['extraTime'],
    effect: 'EFFETPLANTE',
    decidedOn: '2026-01-10',
    note: '',
    standardMinutes: 30,
    extraTime: share && { numerator: share[0], denominator: share[1] },
    consent: consents ? { kind: 'given', on: '2026-01-12', proof: 'Courrier' } : { kind: 'notGiven' },
  };
  await ask('officer.save', { sessionId, key, record: record as RequestInput<'officer.save'>['record'] });
};
const someDay = (numbers: readonly string[], rest: Partial<RequestInput<'schedule.save'>['fields']> = {}): RequestInput<'schedule.save'>['fields'] => ({
  startsAt: '09:00',
  endsBy: '20:00',
  margin: 5,
  pauses: [{ label: 'Déjeuner', startsAt: '12:30', minutes: 60 }],
  rooms: [{ name: 'Salle des Maquettes', link: '' }],
  order: numbers.map((number) => ({ candidateId: idOf(number), room: 0 })),
  door: 'numbers',
  ...rest,
});
const six = ['D-03', 'D-04', 'D-10', 'D-11', 'D-12', 'D-14'];
const sheet = async (reader: 'door' | 'jury'): Promise<Uint8Array> => {
  const { view } = await ask('schedule.sheet', { sessionId, reader });
  return desk.viewing(view) ?? new Uint8Array();
};

describe('the schedule of the day', () => {
  test('places whom something is planned for that day, and leaves aside who passed on another one', async () => {
    const { fields, candidates } = await ask('schedule.get', { sessionId });
    const placed = fields.order.map(({ candidateId }) => lines.find((line) => line.id === candidateId)?.number);
    expect(placed).toEqual(['D-01', 'D-02', 'D-03', 'D-04', 'D-07', 'D-14', 'D-08', 'D-09', 'D-11', 'D-12', 'D-10']);
    expect(candidates.filter(({ elsewhere }) => elsewhere !== null).map(({ number, elsewhere }) => [number, elsewhere])).toEqual([
      ['D-05', '2026-03-10'],
      ['D-06', '2026-03-10'],
      ['D-13', '2026-03-11'],
    ]);
    // Two defences of one candidate are one slot: 30 min, then 15.
    expect(candidates.find(({ number }) => number === 'D-01')?.minutes).toBe(45);
  });

  test('writes the hour of each candidate in the dossiers, so that nothing is typed twice', async () => {
    await ask('schedule.save', { sessionId, fields: someDay(['D-08', 'D-01']) });
    const first = await ask('dossier.get', { sessionId, candidateId: idOf('D-08') });
    expect(first.vaeFile?.interviewAt).toBe('2026-03-17T08:00:00.000Z');
    const second = await ask('dossier.get', { sessionId, candidateId: idOf('D-01') });
    // 45 min and one half, and five: 72.5, hence 75.
    expect(second.projects.map(({ defence }) => defence.plannedAt)).toEqual(['2026-03-17T09:15:00.000Z', '2026-03-17T09:15:00.000Z']);
    expect(second.projects.map(({ defence }) => defence.plannedMinutes)).toEqual([30, 15]);
  });

  test('says what was saved until the preparation changes, then asks to be read again', async () => {
    const { fields } = await ask('schedule.get', { sessionId });
    const rooms = [...fields.rooms, { name: 'B', link: '' }];
    const order = fields.order.map((entry, rank) => ({ ...entry, room: rank % 2 }));
    await ask('schedule.save', { sessionId, fields: { ...fields, rooms, order } });
    expect(await ask('schedule.get', { sessionId })).toMatchObject({ saved: true, changed: false });
    await ask('candidate.remove', { sessionId, candidateId: idOf('D-12') });
    const after = await ask('schedule.get', { sessionId });
    expect(after.changed).toBe(true);
    expect(after.fields.order).toHaveLength(fields.order.length - 1);
  });

  test('remarks a day that ends late or a candidate without a dossier, and refuses one that passes midnight', async () => {
    const late = await ask('schedule.preview', { sessionId, fields: someDay(six, { endsBy: '14:00' }) });
    // Six slots of 50 min: four before lunch, two from 13:30.
    expect(late.remarks).toEqual([{ kind: 'pastEnd', endsAt: 15 * 60 + 10 }]);
    expect((await ask('schedule.preview', { sessionId, fields: someDay(six) })).remarks).toEqual([]);
    const long = someDay(six, { startsAt: '22:00' });
    expect((await ask('schedule.preview', { sessionId, fields: long })).remarks).toEqual([{ kind: 'pastMidnight' }]);
    expect(await desk.ask('schedule.save', { sessionId, fields: long })).toMatchObject({ ok: false, error: { code: 'schedule-past-midnight' } });
    const { projects } = await ask('dossier.get', { sessionId, candidateId: idOf('D-14') });
    for (const { id } of projects) await ask('project.remove', { sessionId, projectId: id });
    expect((await ask('schedule.preview', { sessionId, fields: someDay(six) })).remarks).toEqual([{ kind: 'nothingPlanned', candidateIds: [idOf('D-14')] }]);
  });

  test('draws an order by lot that keeps everybody, and saves nothing by itself', async () => {
    const { order } = someDay(six);
    const before = await ask('schedule.get', { sessionId });
    const drawn = (await ask('schedule.draw', { sessionId, order })).order;
    expect(drawn.map((entry) => entry.candidateId).toSorted()).toEqual(order.map((entry) => entry.candidateId).toSorted());
    expect(drawn).not.toEqual(order);
    expect(await ask('schedule.get', { sessionId })).toEqual(before);
  });

  test('once the session is open changes its order alone: the hours of the dossiers stay those announced, and no act tells it', async () => {
    await ask('schedule.save', { sessionId, fields: someDay(['D-04', 'D-10']) });
    await day.open();
    const before = await ask('dossier.get', { sessionId, candidateId: idOf('D-04') });
    await ask('schedule.save', { sessionId, fields: someDay(['D-10', 'D-04']) });
    expect((await ask('schedule.get', { sessionId })).fields.order.map((entry) => entry.candidateId)).toEqual([idOf('D-10'), idOf('D-04')]);
    expect(await ask('dossier.get', { sessionId, candidateId: idOf('D-04') })).toEqual(before);
    await day.deliberate();
    await ask('session.close', { sessionId, pin: scenario().leadPin });
    expect(await desk.ask('schedule.save', { sessionId, fields: someDay(['D-04']) })).toMatchObject({ ok: false, error: { code: 'session-frozen' } });
  });
});

describe('no duration tells', () => {
  test('the screen, the dossiers and the sheets are the same to the byte whoever holds the arrangement, and where nobody does', async () => {
    const told = async (): Promise<string> => {
      await ask('schedule.save', { sessionId, fields: someDay(six, { door: 'names' }) });
      const dossiers = await Promise.all(six.map(async (number) => await ask('dossier.get', { sessionId, candidateId: idOf(number) })));
      const screen = [await ask('schedule.get', { sessionId }), await ask('schedule.preview', { sessionId, fields: someDay(six) })];
      const [door, jury] = [await sheet('door'), await sheet('jury')].map((bytes) =>
        Buffer.from(bytes)
          .toString('latin1')
          .replaceAll(/\d{14}Z|\/ID \[.*?\]|\d{4}-\d\d-\d\dT[\d:.]+Z?/g, ''),
      );
      return JSON.stringify([screen, dossiers, door, jury]);
    };
    await arrange('D-03', null);
    const none = await told();
    for (const number of six) {
      await arrange(number, [1, 3]);
      expect(await told(), number).toBe(none);
    }
    // Past one half the slot is longer for everybody, and still does not say for whom.
    await arrange('D-03', [1, 1]);
    const longer = await told();
    expect(longer).not.toBe(none);
    for (const number of six) {
      await arrange(number, [1, 1]);
      expect(await told(), number).toBe(longer);
    }
  });

  test('the officer alone reads that the saved slot no longer holds an arrangement', async () => {
    await ask('schedule.save', { sessionId, fields: someDay(six) });
    const slotOf = async () => {
      const { key } = await ask('officer.open', { sessionId, pin: scenario().officer.pin });
      return (await ask('officer.list', { sessionId, key }))[0];
    };
    await arrange('D-04', [1, 3]);
    expect(await slotOf()).toMatchObject({ tests: [{ kind: 'defence', plannedMinutes: 30, seconds: 2400 }], slot: { minutes: 50, holds: true } });
    await arrange('D-04', [1, 1]);
    expect(await slotOf()).toMatchObject({ tests: [{ seconds: 3600 }], slot: { minutes: 50, holds: false } });
    expect(JSON.stringify(await ask('schedule.get', { sessionId }))).not.toContain('EFFETPLANTE');
    await ask('schedule.save', { sessionId, fields: someDay(six) });
    expect(await slotOf()).toMatchObject({ slot: { minutes: 65, holds: true } });
  });
});

describe('the printed sheets', () => {
  test('are asked for only once a schedule is saved', async () => {
    const { sessionId: blank } = await ask('session.create', { ...scenario().session, number: '2026-099-DEMO' });
    expect(await ask('schedule.get', { sessionId: blank })).toMatchObject({ saved: false, changed: false, candidates: [] });
    expect(await desk.ask('schedule.sheet', { sessionId: blank, reader: 'door' })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  test.skipIf(!hasReaders())('the door reads numbers and beginnings by room, the jury names and blocks (skipped without poppler-utils)', async () => {
    const rooms = [
      { name: 'Salle A', link: '' },
      { name: 'Visioconférence', link: 'https://visio.exemple.invalid/jury' },
    ];
    const order = six.map((number, rank) => ({ candidateId: idOf(number), room: rank % 2 }));
    const print = async (door: 'numbers' | 'initials' | 'names') => {
      await ask('schedule.save', { sessionId, fields: { ...someDay(six, { rooms, door }), order } });
      return pagesOf(await sheet('door')).map((page) => page.replaceAll(/\s+/g, ' '));
    };
    const numbers = await print('numbers');
    expect(numbers).toHaveLength(2);
    expect(numbers[0]).toMatch(/Salle A.*9 h 00 D-03.*9 h 50 D-10.*10 h 40 D-12/);
    expect(numbers[1]).toMatch(/visio\.exemple\.invalid.*9 h 00 D-04/);
    expect(numbers.join(' ')).not.toMatch(/Exemple Maÿlis|Maÿlis|Salomé/);
    expect((await print('initials')).join(' ')).toContain('D-03 M. E.');
    expect((await print('names')).join(' ')).toContain('D-03 Maÿlis Exemple');
    const jury = pagesOf(await sheet('jury'))
      .join(' ')
      .replaceAll(/\s+/g, ' ');
    expect(jury).toMatch(/Maÿlis Exemple/);
    expect(jury).toContain('BC01, BC02, BC03');
    for (const text of [...numbers, jury]) expect(text).not.toMatch(/\d\s*min\b|durée|majoré|aménag|créneau/i);
  });

  test.skipIf(!hasVeraPDF())(
    'are PDF/A-3a and PDF/UA-1, over several pages too (skipped without veraPDF)',
    async () => {
      const rooms = [
        { name: 'Salle A', link: '' },
        { name: 'Salle B', link: 'https://visio.exemple.invalid/b' },
      ];
      await ask('schedule.save', {
        sessionId,
        fields: { ...someDay(six, { rooms, door: 'names' }), order: six.map((number, rank) => ({ candidateId: idOf(number), room: rank % 2 })) },
      });
      const pdfs = [await sheet('door'), await sheet('jury')];
      const verdicts = await validate(
        pdfs.flatMap((pdf) => [
          { pdf, flavour: '3a' as const },
          { pdf, flavour: 'ua1' as const },
        ]),
      );
      expect(verdicts.map(({ failed }) => failed)).toEqual([[], [], [], []]);
      for (const { checks } of verdicts) expect(checks).toBeGreaterThan(100);
    },
    120_000,
  );

  test('are saved where the person chooses, and a name that no font has is told before', async () => {
    await ask('schedule.save', { sessionId, fields: someDay(six) });
    const { fileName } = await ask('schedule.saveSheet', { sessionId, reader: 'door' });
    expect(Buffer.from(bench.dialogs.written.get(fileName) ?? []).toString('latin1', 0, 5)).toBe('%PDF-');
    await ask('schedule.save', { sessionId, fields: someDay(six, { rooms: [{ name: 'Salle 𓀀', link: '' }] }) });
    expect(await desk.ask('schedule.sheet', { sessionId, reader: 'jury' })).toMatchObject({ ok: false, error: { code: 'glyph-missing' } });
  });
});
