import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Order } from './dig.ts';

/** A promise that an input broke, with the bytes that break it. */
export interface Found {
  readonly target: string;
  readonly said: string;
  readonly input: Buffer;
}

/** What became of one target. */
export interface Report {
  readonly target: string;
  readonly inputs: number;
  readonly edges: number;
  readonly kept: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly findings: readonly Found[];
}

/** What one input may cost before the child is ended, in seconds of its own work: a machine that is busy elsewhere does not count. */
const mostWork = 30;
const ticksASecond = 100;
/** Where the work of a process cannot be read, seconds on the clock. */
const mostWait = 300;

const workOf = (pid: number): number | null => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / ticksASecond;
  } catch {
    return null;
  }
};

const read = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** Runs a program of Node to its end; `watch` is asked again and again, and ends it by saying why. */
const run = (
  args: readonly string[],
  watch: (pid: number) => string | null,
): Promise<{ readonly code: number | null; readonly said: string; readonly why: string | null }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, NODE_OPTIONS: '', NODE_V8_COVERAGE: '' } });
    let said = '';
    let why: string | null = null;
    child.stderr.on('data', (bytes: Buffer) => (said = `${said}${bytes.toString('utf8')}`.slice(-4000)));
    const turn = setInterval(() => {
      why ??= child.pid === undefined ? null : watch(child.pid);
      if (why !== null) child.kill('SIGKILL');
    }, 250);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(turn);
      resolve({ code, said, why });
    });
  });

const endless = (folder: string): ((pid: number) => string | null) => {
  let [seen, work, since] = ['', 0, performance.now()];
  return (pid) => {
    const now = read(join(folder, 'trying'));
    const done = workOf(pid);
    if (now !== seen) [seen, work, since] = [now, done ?? 0, performance.now()];
    if (seen === '') return null;
    if (done !== null && done - work > mostWork) return `did not end within ${mostWork} s of work`;
    return performance.now() - since > mostWait * 1000 ? `did not end within ${mostWait} s` : null;
  };
};

const deathOf = (code: number | null, said: string): string => {
  if (/heap out of memory|Allocation failed|Array buffer allocation failed/.test(said)) return 'filled the memory that it was given';
  if (code === 13) return 'was never settled: nothing is left to wait for, and no answer came';
  return `ended the process (${code}): ${said
    .split('\n')
    .filter((line) => /Error|^\s+at /.test(line))
    .slice(0, 3)
    .join(' | ')}`;
};

/** Runs targets under the fuzzer, one after the other, each in its child; what kills the child is a finding as what it says of itself. */
export const fuzz = async (names: readonly string[], how: Pick<Order, 'seed' | 'minutes' | 'times'>): Promise<readonly Report[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'delibere-fuzz-'));
  const [sow, dig] = [join(import.meta.dirname, 'sow.ts'), join(import.meta.dirname, 'dig.ts')];
  try {
    const sown = await run([sow, folder, ...names], () => null);
    if (sown.code !== 0) throw new Error(`the honest files could not be made: ${sown.said}`);
    const reports: Report[] = [];
    let waiting = [...names];
    while (waiting.length > 0) {
      const order: Order = { folder, targets: waiting, ...how };
      rmSync(join(folder, 'trying'), { force: true });
      const permission = ['--permission', '--allow-inspector', '--allow-fs-read=*', `--allow-fs-write=${folder}`, '--no-warnings'];
      const ended = await run([...permission, '--max-old-space-size=768', dig, JSON.stringify(order)], endless(folder));
      const told = waiting.filter((name) => existsSync(join(folder, `tally-${name}.json`)));
      for (const target of told) {
        const tally = JSON.parse(read(join(folder, `tally-${target}.json`))) as Omit<Report, 'findings'> & { readonly findings: readonly string[] };
        reports.push({
          ...tally,
          findings: tally.findings.map((said, rank) => ({ target, said, input: readFileSync(join(folder, `finding-${target}-${rank}`)) })),
        });
      }
      waiting = waiting.filter((name) => !told.includes(name));
      const [dead] = waiting;
      if (dead === undefined) break;
      const said = ended.why ?? deathOf(ended.code, ended.said);
      const input = existsSync(join(folder, 'input')) ? readFileSync(join(folder, 'input')) : Buffer.alloc(0);
      const tried = Number(read(join(folder, 'trying')).split(' ')[1] ?? 0);
      reports.push({ target: dead, inputs: tried, edges: 0, kept: 0, outcomes: {}, findings: [{ target: dead, said, input }] });
      waiting = waiting.slice(1);
    }
    return reports;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
