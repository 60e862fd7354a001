import { expect, test } from 'vitest';
import { drawPlayed, playDay, playedCandidates } from '../tests/fixtures/played.ts';
import type { SessionRecord } from './minute.ts';
import { countDelays, countStatistics, identityOf, namesMinute } from './statistics.ts';
import { day } from './time.ts';

const first = drawPlayed(playDay()).record;
const everything = { code: null, year: null, path: null } as const;

/** The same day held later, where one candidate comes back and is certified. */
const later = (change: Partial<SessionRecord['candidates'][number]>): SessionRecord => {
  const [partial, full] = ['partial', 'full'].map((kind) => first.candidates.find(({ outcome }) => outcome.kind === kind));
  if (!partial || !full) throw new Error('the played day has both');
  const { familyName, givenName } = partial;
  const back = { ...full, familyName, givenName, birthDate: partial.birthDate, brings: [], ...change };
  return { ...first, session: { ...first.session, number: '2027-JOUE-02', heldOn: day.parse('2027-03-17') }, candidates: [back] };
};

test('the figures are those of a second count, made on the text of the record', () => {
  const view = countStatistics([first, first], everything, []);
  const text = JSON.parse(JSON.stringify(first)) as {
    candidates: { accessPath: string; outcome: { kind: string }; blocks: { code: string; state: { kind: string } }[] }[];
  };
  let [full, vae] = [0, 0];
  const blocks: Record<string, [number, number]> = {};
  for (const candidate of text.candidates) {
    if (candidate.outcome.kind === 'full') full += 2;
    if (candidate.outcome.kind === 'full' && candidate.accessPath === 'VAE') vae += 2;
    for (const { code, state } of candidate.blocks) {
      const name = `${candidate.accessPath} ${code}`;
      if (state.kind === 'validated') (blocks[name] ??= [0, 0])[0] += 2;
      if (state.kind === 'notValidated') (blocks[name] ??= [0, 0])[1] += 2;
    }
  }
  expect(view.perYear).toEqual([{ code: 'RNCP36912', year: 2026, registered: 14, certified: full, throughVae: vae }]);
  expect(Object.fromEntries(view.perBlock.map((row) => [`${row.path} ${row.block}`, [row.validated, row.notValidated]]))).toEqual(blocks);
  for (const row of view.perBlock) expect(row.presented).toBe(row.validated + row.notValidated);
});

test('the played day by hand: two full, one partial or none refused at BC02, one refused at BC01', () => {
  const view = countStatistics([first], everything, []);
  expect(view.perYear[0]?.certified).toBe(2);
  const of = (block: string) =>
    view.perBlock
      .filter((row) => row.block.endsWith(block))
      .reduce((sum, row) => [sum[0] + row.validated, sum[1] + row.notValidated] as const, [0, 0] as readonly [number, number]);
  expect([of('BC01'), of('BC02'), of('BC03')]).toEqual([
    [2, 1],
    [2, 1],
    [2, 0],
  ]);
});

test('a filter keeps a year, a fiche or a path, and nothing else', () => {
  expect(countStatistics([first], { ...everything, year: 2025 }, [])).toMatchObject({ sessions: 0, perYear: [], perBlock: [] });
  expect(countStatistics([first], { ...everything, code: 'RNCP1' }, []).perYear).toEqual([]);
  const paths = new Set(countStatistics([first], { ...everything, path: 'FC' }, []).perBlock.map(({ path }) => path));
  expect([...paths].every((path) => path === 'FC')).toBe(true);
});

test('a person is one by birth name, given name and birth date; without a birth date nobody is', () => {
  const someone = { familyName: 'Le Goff', givenName: 'Zoé', birthDate: day.parse('1990-01-02') };
  expect(identityOf({ ...someone, familyName: 'LEGOFF', givenName: 'zoe' })).toBe(identityOf(someone));
  expect(identityOf({ ...someone, birthDate: day.parse('1990-01-03') })).not.toBe(identityOf(someone));
  expect(identityOf({ ...someone, birthDate: null })).toBeNull();
  expect(playedCandidates.partial.givenName).not.toBe('');
});

test('a partial validation completed later is told, and whether its minute is named', () => {
  const partials = first.candidates.filter(({ outcome }) => outcome.kind === 'partial').length;
  const born = { birthDate: day.parse('1990-01-02') };
  const before = { ...first, candidates: first.candidates.map((each) => ({ ...each, birthDate: born.birthDate })) };
  const brings = [{ kind: 'earlier' as const, block: first.certification.blocks[0]?.code as never, minute: `PV ${first.session.number}`, on: null }];
  expect(countStatistics([before], everything, []).later).toEqual({ partial: partials, completed: 0, named: 0, unidentified: 0 });
  if (partials > 0) expect(countStatistics([before, later({ ...born, brings })], everything, []).later).toMatchObject({ completed: 1, named: 1 });
});

test('days to notification: a session without a date is unknown, never zero', () => {
  const on = (heldOn: string, notifiedOn: string | null) => ({ heldOn: day.parse(heldOn), notifiedOn: notifiedOn === null ? null : day.parse(notifiedOn) });
  expect(countDelays([on('2026-03-17', null)])).toEqual({ sessions: 1, known: 0, shortest: null, median: null, longest: null });
  expect(countDelays([on('2026-03-17', '2026-03-20'), on('2026-03-17', '2026-04-01'), on('2026-03-17', '2026-03-17'), on('2026-01-01', null)])).toEqual({
    sessions: 4,
    known: 3,
    shortest: 0,
    median: 3,
    longest: 15,
  });
});

test('a session is notified the day that its last candidate is, counted from the day of the jury, and not while one of them waits', () => {
  const all = first.candidates.map(({ id }, place) => [id, day.parse(`2026-03-${20 + place}`)] as const);
  const notified = (days: typeof all) => new Map([[first.session.id, new Map(days)]]);
  const delays = (days: typeof all, path: 'VAE' | null = null) => countStatistics([first], { ...everything, path }, [], notified(days)).delays;
  expect(delays(all)).toMatchObject({ sessions: 1, known: 1, longest: 2 + all.length });
  expect(delays(all.slice(1))).toMatchObject({ sessions: 1, known: 0, longest: null });
  expect(delays(all, 'VAE').sessions).toBe(first.candidates.some(({ accessPath }) => accessPath === 'VAE') ? 1 : 0);
});

test('a minute is named by its whole number: 2026-1 is not named by 2026-10, by 12026-1 nor by 2026-1-2; its rectification is', () => {
  for (const text of ['2026-1', 'PV 2026-1', 'Procès-verbal n° 2026-1, BC01', '(2026-1)', 'pv 2026-1.', '2026-1-R1', '2026-1-R12 du 3 mars', '2026-10, 2026-1'])
    expect([text, namesMinute(text, '2026-1')]).toEqual([text, true]);
  for (const text of ['2026-10', '12026-1', 'A-2026-1', '2026-1-2', '2026-1/2', '2026-1A', '2026-1-R1b', '', 'PV 2025-007'])
    expect([text, namesMinute(text, '2026-1')]).toEqual([text, false]);
  expect(namesMinute('pv 2026-joue-01', '2026-JOUE-01')).toBe(true);
});
