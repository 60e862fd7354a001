import { isDeepStrictEqual } from 'node:util';
import { recordText } from '../../../domain/minute.ts';
import { defaultRegulations } from '../../../domain/regulations.ts';
import { compareRules, replayRecord } from '../../../domain/replay.ts';
import { replayWorking } from '../../../domain/replay-working.ts';
import { toldRecord, type ToldRecord } from '../../../domain/told.ts';
import { workingPart } from '../../../domain/working.ts';
import { readJournal } from '../../../documents/working/journal.ts';
import { Refusal } from '../../../documents/signature/refusal.ts';
import { readRecord } from '../../../documents/signature/verify.ts';
import { drawPlayed, playDay } from '../../fixtures/played.ts';
import { buildRecord } from '../../fixtures/record.ts';
import { testReferential } from '../../fixtures/signed.ts';
import { blindMutations, swapWord } from '../bytes.ts';
import { jsonMutations } from '../json.ts';
import { holds, type Target } from '../target.ts';

const parse = (input: Buffer): unknown => {
  try {
    return JSON.parse(input.toString('utf8'));
  } catch {
    return undefined;
  }
};

/** What the acts of a record give, which it only repeats: states of blocks and outcomes. */
const withoutResults = ({ candidates, totals: _, ...rest }: ToldRecord & { readonly totals?: unknown }): unknown => ({
  ...rest,
  candidates: candidates.map(({ outcome: _outcome, blocks: _blocks, ...candidate }) => candidate),
});

const strict = (input: Buffer): string | null => {
  try {
    return recordText(readRecord(input));
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
};

/** Records of sessions, read strictly and replayed: one that tells other results of the same acts is found out. */
export const recordTarget: Target = {
  name: 'record',
  most: 600_000,
  inputs: 25,
  mutations: [
    ...jsonMutations(2),
    ...jsonMutations(2),
    swapWord(['"validated"', '"refused"', '"present"', '"absent"', '"excused"', '"validate"', '"refuse"', 'RNCP36912BC01', 'RNCP36912BC02']),
    ...blindMutations,
  ],
  sow: () => ({ seeds: [Buffer.from(drawPlayed(playDay()).text), Buffer.from(recordText(buildRecord({ candidates: 2 })))], facts: {} }),
  judge: ({ seeds }) => {
    const played = toldRecord.parse(JSON.parse(seeds[0]?.toString('utf8') ?? '{}'));
    const known = { fiches: [testReferential()], regulations: [defaultRegulations] };
    return (input) => {
      const text = strict(input);
      holds(text === null || Buffer.from(text, 'utf8').equals(input), 'a record that is taken is not written as this program writes it');
      const told = toldRecord.safeParse(parse(input));
      if (!told.success) {
        holds(text === null, 'a record that is taken cannot be replayed');
        return 'refused';
      }
      const { differences } = replayRecord(told.data);
      compareRules(told.data, known);
      const { acts: _, ...own } = told.data;
      const results = isDeepStrictEqual(withoutResults(told.data), withoutResults(played)) && !isDeepStrictEqual(told.data, played);
      holds(!results || differences.length > 0 || own === undefined, 'a record tells other results than its acts give, and its replay finds none');
      return `${text === null ? 'told' : 'taken'}, ${differences.length === 0 ? 'same' : 'different'}`;
    };
  },
};

/** The working part of a session, once opened: its journal is the one that the record names, or is said not to be. */
export const workingTarget: Target = {
  name: 'working',
  most: 600_000,
  inputs: 30,
  mutations: [...jsonMutations(undefined, ''), ...blindMutations],
  sow: () => {
    const { text, working } = drawPlayed(playDay());
    return { seeds: [Buffer.from(JSON.stringify(working))], facts: { record: text } };
  },
  judge: ({ seeds, facts }) => {
    const record = toldRecord.parse(JSON.parse(facts['record'] ?? '{}'));
    const honest = JSON.parse(seeds[0]?.toString('utf8') ?? '{}') as unknown;
    return (input) => {
      const part = workingPart.safeParse(parse(input));
      if (!part.success) return 'refused';
      const { acts, faults } = readJournal(part.data, record);
      replayWorking(record, acts);
      const given = { ...part.data, session: { ...part.data.session, number: record.session.number } };
      holds(faults.length > 0 || isDeepStrictEqual(given, honest), 'a journal that was changed is taken for the one that the record names');
      return faults[0]?.kind ?? 'taken';
    };
  },
};
