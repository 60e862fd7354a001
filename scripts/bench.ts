// `npm run bench`: nine ratios and what each interaction takes, each between two ways measured in the same run; never a test. `-- --only start,opinion,minute,signature,verification,intake,archive,encryption,fluency` picks some.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { benchWords, type BenchFigures } from '../words/bench.ts';
import { compareArchives } from './bench/archive.ts';
import { compareEncryption, encryptionWorks } from './bench/encryption.ts';
import { compareFluency, fluencyActs } from './bench/fluency.ts';
import { compareIntakes } from './bench/intake.ts';
import { median, ratioOf, type Comparison } from './bench/measure.ts';
import { comparePrintings } from './bench/minute.ts';
import { compareOpinions } from './bench/opinion.ts';
import { drawUnsigned } from './bench/sealing.ts';
import { compareSignatures } from './bench/signature.ts';
import { compareStarts } from './bench/start.ts';
import { compareVerifications } from './bench/verification.ts';
import { layResources } from './resources.ts';
import { asScript, follow } from './runtime/command.ts';
import { screenPrefix } from './runtime/display.ts';
import { ensureElectron } from './runtime/electron.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'start,opinion,minute,signature,verification,intake,archive,encryption,fluency' },
    inside: { type: 'boolean', default: false },
  },
});
const wanted = new Set(values.only.split(','));
const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** The bounds of the design: drawing a minute, signing it, verifying it, encrypting the store; the other ratios have none in figures. */
const bounds = { minute: 0.7, signature: 3, verification: 25, encryption: 1.5, fluency: 1.5 };

const figuresOf = (times: Comparison, bound: number | null = null): BenchFigures => ({
  ours: median(times.ours),
  theirs: median(times.theirs),
  ratio: ratioOf(times),
  measures: times.ours.length,
  bound,
});

const measure = async (scratch: string): Promise<void> => {
  const runtime = await ensureElectron();
  const memory = totalmem() / 1024 ** 3;
  const [processor] = cpus();
  say(
    benchWords.machine({
      cpu: processor?.model.trim() ?? '',
      cores: cpus().length,
      memory,
      system: `${type()} ${release()}`,
      node: process.versions.node,
      load: loadavg()[0] ?? 0,
    }),
  );
  say(benchWords.electron(runtime.version, runtime.kind));
  const resources = layResources(join(scratch, 'resources'));
  if (wanted.has('start')) {
    const { times, memory: weights } = await compareStarts(runtime, scratch);
    say(benchWords.start(figuresOf(times)));
    say(benchWords.memory(figuresOf(weights)));
  }
  if (wanted.has('opinion')) {
    const times = await compareOpinions(join(scratch, 'opinions'), resources);
    say(benchWords.opinion(figuresOf(times)));
    say(benchWords.opinionGrowth(median(times.ours.slice(0, 100)), median(times.ours.slice(-100))));
  }
  if (wanted.has('minute')) {
    const { times, tagged, candidates, pages } = await comparePrintings(runtime, scratch, resources);
    say(benchWords.minute(candidates, figuresOf(times, bounds.minute)));
    say(benchWords.taggedMinute(figuresOf(tagged, bounds.minute)));
    say(benchWords.pages(pages.ours, pages.theirs));
  }
  const unsigned = wanted.has('signature') || wanted.has('verification') ? await drawUnsigned(resources) : null;
  if (unsigned && wanted.has('signature')) {
    const times = await compareSignatures(unsigned);
    say(benchWords.signature(unsigned.turns.length, figuresOf(times, bounds.signature)));
  }
  if (unsigned && wanted.has('verification')) {
    const { times, record, base, sizes } = await compareVerifications(unsigned);
    say(benchWords.verification(figuresOf(times, bounds.verification)));
    say(
      benchWords.verificationShare({ record: median(record), base: median(base), hash: median(times.theirs), recordSize: sizes.record, fileSize: sizes.file }),
    );
  }
  if (wanted.has('intake')) {
    const { times, memory: peaks, files, bytes } = await compareIntakes(scratch, resources, 1_000_000_000);
    say(benchWords.intake(files, bytes, figuresOf(times)));
    say(benchWords.intakeMemory(peaks.ours, peaks.theirs));
  }
  if (wanted.has('archive')) {
    const { times, memory: peaks, files, bytes, encrypted } = await compareArchives(scratch, 1_000_000_000);
    say(benchWords.archive(files, bytes, figuresOf(times)));
    say(benchWords.intakeMemory(peaks.ours, peaks.theirs));
    say(benchWords.archiveEncrypted(encrypted.milliseconds, encrypted.memory));
  }
  if (wanted.has('encryption')) {
    const { clock, processor, derivation } = await compareEncryption(join(scratch, 'encryption'), resources);
    say(benchWords.encryption(figuresOf(clock.total, bounds.encryption)));
    for (const work of encryptionWorks) say(benchWords.encryptionPart(work, figuresOf(clock.works[work]), ratioOf(processor.works[work])));
    say(benchWords.encryptionProcessor(figuresOf(processor.total)));
    say(benchWords.derivation(median(derivation)));
  }
  if (wanted.has('fluency')) {
    const acts = await compareFluency(runtime, scratch);
    say(benchWords.fluency());
    for (const act of fluencyActs) say(benchWords.fluencyAct(act, figuresOf(acts[act], bounds.fluency)));
  }
};

await asScript(async () => {
  const prefix = values.inside ? [] : screenPrefix();
  const [command, ...before] = prefix;
  if (command) return follow(command, [...before, process.execPath, fileURLToPath(import.meta.url), ...process.argv.slice(2), '--inside']);
  // On the disk of the repository, not in a temporary folder that may be memory: a durable write must cost what it costs.
  const out = fileURLToPath(new URL('../out/', import.meta.url));
  mkdirSync(out, { recursive: true });
  const scratch = mkdtempSync(join(out, 'bench-'));
  if (wanted.has('start') || wanted.has('fluency')) await (await import('./build.ts')).buildApp();
  try {
    await measure(scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
});
