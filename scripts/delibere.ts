// `npm run --silent delibere -- verify FILE [--root organisme.pem] [--receipt receipt.json] [--json]`
// Exit: 0 intact and its origin established, 3 whole in itself, 1 not intact, 2 unreadable or not ours.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { VerdictLevel, VerdictView } from '../domain/verdict.ts';
import { verifyFile } from '../documents/archive/verify-file.ts';
import { formatInstant } from '../words/typography.ts';
import { kinds, levels, report } from '../words/verdict.ts';

const exitCodes: Readonly<Record<VerdictLevel, number>> = { established: 0, whole: 3, notIntact: 1, unreadable: 2 };

const printVerdict = (view: VerdictView): string => {
  const mark = (passed: boolean | null): string => (passed === null ? report.skipped : passed ? report.passed : report.failed);
  const section = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)]);
  return [
    report.title(kinds[view.kind], view.fileName),
    ...(view.number === null ? [] : [report.number(view.number)]),
    report.digest(view.sha256),
    '',
    levels[view.level],
    ...section(
      report.faults,
      view.faults.map(({ rule, sentence }) => `${sentence} [${rule}]`),
    ),
    ...section(
      report.checks,
      view.checks.map(({ passed, sentence }) => `${mark(passed).padEnd(3)}  ${sentence}`),
    ),
    ...section(
      report.signers,
      view.signers.map(({ name, capacity, claimedAt }) => report.signer(name, capacity, claimedAt === null ? '' : `${formatInstant(claimedAt, 'UTC')} UTC`)),
    ),
    ...section(report.unknowable, view.unknowable),
    '',
  ].join('\n');
};

const read = (path: string): Buffer | null => {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
};

const complain = (sentence: string): number => {
  process.stderr.write(`${sentence}\n`);
  return 2;
};

const run = async (): Promise<number> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    strict: true,
    options: { root: { type: 'string' }, receipt: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const [verb, path, ...more] = positionals;
  if (verb !== 'verify' || path === undefined || more.length > 0) return complain(report.usage);
  const [file, root, receipt] = [
    read(path),
    values.root === undefined ? undefined : read(values.root),
    values.receipt === undefined ? undefined : read(values.receipt),
  ];
  if (file === null) return complain(report.cannotRead(path));
  if (root === null) return complain(report.cannotRead(values.root ?? ''));
  if (receipt === null) return complain(report.cannotRead(values.receipt ?? ''));
  if (root !== undefined && !root.includes('-----BEGIN CERTIFICATE-----')) return complain(report.rootUnreadable(values.root ?? ''));
  const view = await verifyFile(file, { name: basename(path), root, receipt });
  process.stdout.write(values.json ? `${JSON.stringify(view, null, 2)}\n` : printVerdict(view));
  return exitCodes[view.level];
};

try {
  process.exitCode = await run();
} catch (error) {
  // parseArgs throws on an unknown option: the person needs the usage, not a trace.
  if (!(error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))) throw error;
  process.exitCode = complain(report.usage);
}
