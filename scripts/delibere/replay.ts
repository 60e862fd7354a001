import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { blockState, outcome as outcomeSchema } from '../../domain/decision.ts';
import { record as recordSchema, recordText } from '../../domain/minute.ts';
import { toldRecord, type ToldRecord } from '../../domain/told.ts';
import { defaultRegulations } from '../../domain/regulations.ts';
import { compareRules, replayRecord, type Difference, type KnownRules, type Replay } from '../../domain/replay.ts';
import { replayWorking, type JudgedDecision, type WorkingReplay } from '../../domain/replay-working.ts';
import { openWorking } from '../../documents/working/envelope.ts';
import { readFiches } from '../../requests/known-fiches.ts';
import { readJournal, type JournalFault } from '../../documents/working/journal.ts';
import { sayGrounds } from '../../words/grounds.ts';
import { blockWords, consequenceLine, shortBlock } from '../../words/outcome.ts';
import { replayWords as words } from '../../words/replay.ts';
import { visible } from '../../words/typography.ts';
import { report } from '../../words/verdict.ts';
import { complain, readFile } from './file.ts';

type Working = WorkingReplay & { readonly faults: readonly JournalFault[] };

/** Largest session.json that is read, in bytes: some ten times that of 500 candidates. */
const largest = 64 * 1024 * 1024;

const readRecord = (bytes: Buffer): ToldRecord | null => {
  if (bytes.length > largest) return null;
  try {
    return toldRecord.safeParse(JSON.parse(bytes.toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
};

const sayDifference = (difference: Difference): string => {
  switch (difference.kind) {
    case 'act':
      return words.act(difference.rank, difference.act, difference.code);
    case 'block': {
      const { number, block, recorded, given } = difference;
      const told = blockState.safeParse(recorded).data;
      if (told !== undefined && told.kind === given?.kind) return words.blockDetail(number, block);
      const say = (state: unknown): string => {
        const read = blockState.nullable().safeParse(state);
        return !read.success ? words.unreadable : read.data === null ? words.nothing : blockWords[read.data.kind].word;
      };
      return words.block(number, block, say(recorded), say(given));
    }
    case 'outcome': {
      const told = outcomeSchema.safeParse(difference.recorded).data;
      return words.outcomeDiffers(difference.number, told === undefined ? words.unreadable : consequenceLine(told), consequenceLine(difference.given));
    }
    case 'candidate':
      return words.candidate(difference.number, difference.part);
    case 'member':
      return words.member(difference.name, difference.part);
    case 'session':
      return words.session(difference.part);
    case 'shape':
      return words.shape(difference.fault);
    case 'rules':
      return difference.part === 'fiche' ? words.known.ficheDiffers : words.known.regulationsDiffer;
  }
};

const sayFault = (fault: JournalFault): string => ('seq' in fault ? words.journal[fault.kind](fault.seq) : words.journal[fault.kind]());

const sayDecision = ({ number, block, outcome, grounds, fault, rule }: JudgedDecision): string => {
  const round = grounds === null ? words.noRound : words.round(grounds.round, grounds.count.validate, grounds.count.refuse, grounds.count.abstain);
  const value = grounds !== null && 'value' in grounds.result ? grounds.result.value : null;
  const held = rule === null ? words.free : words.bound(rule, value);
  return [number, shortBlock(block), blockWords[outcome].word, round, held, fault === null ? words.holds : words.broken(fault, rule)].join('  ');
};

const sayCandidates = (record: ToldRecord, { candidates }: Replay): string[] => {
  const nameOf = (id: string): string => record.members.find((member) => member.id === id)?.name ?? id;
  const width = candidates.reduce((most, { number }) => Math.max(most, number.length), 0);
  return candidates.flatMap(({ number, blocks, outcome }) => [
    ...blocks.map(({ code, state, grounds }) =>
      [number.padEnd(width), shortBlock(code), `${blockWords[state.kind].word} — ${sayGrounds(grounds, nameOf, record.session.timeZone)}`].join('  '),
    ),
    [number.padEnd(width), words.outcome, consequenceLine(outcome)].join('  '),
  ]);
};

const sayWorking = ({ faults, refused, sameActs, decisions }: Working): string[] => [
  '',
  words.working,
  ...decisions.map(sayDecision),
  ...faults.map(sayFault),
  ...refused.map(sayDifference),
  ...(sameActs ? [] : [words.actsDiffer]),
  ...(holds({ faults, refused, sameActs, decisions }) ? [words.workingSame] : []),
];

const holds = ({ faults, refused, sameActs, decisions }: Working): boolean =>
  faults.length === 0 && refused.length === 0 && sameActs && decisions.every(({ fault }) => fault === null);

const isOurText = (record: ToldRecord, bytes: Buffer): boolean => {
  const read = recordSchema.safeParse(record);
  return read.success && Buffer.from(recordText(read.data), 'utf8').equals(bytes);
};

const sayKnown = (record: ToldRecord, bytes: Buffer, rules: ReturnType<typeof compareRules>): string[] => [
  ...(rules.fiche === 'same' ? [words.known.fiche] : rules.fiche === 'unknown' ? [words.known.ficheUnknown] : []),
  ...(rules.regulations === 'same' ? [words.known.regulations] : rules.regulations === 'unknown' ? [words.known.regulationsUnknown] : []),
  ...(isOurText(record, bytes) ? [] : [words.known.text]),
];

const knownRules = (): KnownRules => {
  const fiches = readFiches(join(import.meta.dirname, '..', '..', 'assets'));
  return { fiches: fiches.ok ? fiches.value : [], regulations: [defaultRegulations] };
};

const passphraseOf = (file: string | undefined): string | null => {
  if (file === undefined) return process.env['DELIBERE_PASSPHRASE'] ?? null;
  return (
    readFile(file)
      ?.toString('utf8')
      .replace(/\r?\n$/, '') ?? null
  );
};

/**
 * `replay FILE [--working FILE [--passphrase FILE]] [--json]`: recomputes every outcome of a session.json from its acts.
 * Exit: 0 the same, 1 each difference named, 2 not a session (or a working part that cannot be opened).
 */
export const replay = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    strict: true,
    options: { working: { type: 'string' }, passphrase: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) return complain(words.usage);
  const bytes = readFile(path);
  if (bytes === null) return complain(report.cannotRead(path));
  const record = readRecord(bytes);
  if (record === null) return complain(words.notSession(basename(path)));
  let working: Working | null = null;
  if (values.working !== undefined) {
    const sealed = readFile(values.working);
    if (sealed === null) return complain(report.cannotRead(values.working));
    const passphrase = passphraseOf(values.passphrase);
    if (passphrase === null) return complain(words.passphraseMissing);
    const opened = openWorking(sealed.toString('utf8'), passphrase);
    if (!opened.ok) return complain(opened.error.code === 'passphrase-wrong' ? words.passphraseWrong : words.notWorking(basename(values.working)));
    const { acts, faults } = readJournal(opened.value, record);
    working = { ...replayWorking(record, acts), faults };
  }
  const rules = compareRules(record, knownRules());
  const other = (['fiche', 'regulations'] as const).filter((part) => rules[part] === 'other');
  const played = replayRecord(record);
  const replayed: Replay = { ...played, differences: [...other.map((part) => ({ kind: 'rules', part }) as const), ...played.differences] };
  const good = replayed.differences.length === 0 && (working === null || holds(working));
  if (values.json) {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    process.stdout.write(`${JSON.stringify({ number: record.session.number, sha256, same: good, rules, ...replayed, working }, null, 2)}\n`);
    return good ? 0 : 1;
  }
  const lines = [
    words.title(record.session.number, record.candidates.length, record.certification.blocks.length),
    '',
    ...sayCandidates(record, replayed),
    '',
    ...sayKnown(record, bytes, rules),
    ...(replayed.differences.length === 0 ? [words.same] : [words.different(replayed.differences.length), ...replayed.differences.map(sayDifference)]),
    ...(working === null ? [] : sayWorking(working)),
  ];
  process.stdout.write(`${lines.map(visible).join('\n')}\n`);
  return good ? 0 : 1;
};
