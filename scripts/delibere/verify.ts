import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { VerdictLevel, VerdictView } from '../../domain/verdict.ts';
import { loadPackagedFonts } from '../../documents/minute/fonts.ts';
import { verifyFile } from '../../documents/archive/verify-file.ts';
import { formatInstant, visible } from '../../words/typography.ts';
import { kinds, levels, report } from '../../words/verdict.ts';
import { complain, readFile } from './file.ts';

const exitCodes: Readonly<Record<VerdictLevel, number>> = { established: 0, whole: 3, notIntact: 1, unreadable: 2 };

const sayVerdict = (view: VerdictView): string => {
  const mark = (passed: boolean | null): string => (passed === null ? report.skipped : passed ? report.passed : report.failed);
  const section = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)]);
  return [
    report.title(kinds[view.kind], view.fileName),
    ...(view.number === null ? [] : [report.number(view.number)]),
    ...(view.rectifies === null ? [] : [report.rectifies(view.rectifies.number, view.rectifies.sha256)]),
    report.digest(view.sha256),
    ...(view.root === null ? [] : [report.root(view.root.organism, view.root.fingerprint)]),
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
      view.signers.flatMap(({ name, capacity, claimedAt, certificate }) => [
        report.signer(name, capacity, claimedAt === null ? '' : `${formatInstant(claimedAt, 'UTC')} UTC`),
        `  ${certificate}`,
      ]),
    ),
    ...section(report.unknowable, view.unknowable),
    '',
  ]
    .map(visible)
    .join('\n');
};

/** `verify FILE [--root organisme.pem] [--receipt receipt.json] [--json]`. Exit: 0 intact and its origin established, 3 whole in itself, 1 not intact, 2 not ours. */
export const verify = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    strict: true,
    options: { root: { type: 'string' }, receipt: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) return complain(report.usage);
  const [file, root, receipt] = [
    readFile(path),
    values.root === undefined ? undefined : readFile(values.root),
    values.receipt === undefined ? undefined : readFile(values.receipt),
  ];
  if (file === null) return complain(report.cannotRead(path));
  if (root === null) return complain(report.cannotRead(values.root ?? ''));
  if (receipt === null) return complain(report.cannotRead(values.receipt ?? ''));
  if (root !== undefined && !root.includes('-----BEGIN CERTIFICATE-----')) return complain(report.rootUnreadable(values.root ?? ''));
  const view = await verifyFile(file, {
    name: basename(path),
    root,
    receipt,
    fonts: loadPackagedFonts(fileURLToPath(new URL('../../node_modules/', import.meta.url))),
  });
  process.stdout.write(values.json ? `${JSON.stringify(view, null, 2)}\n` : sayVerdict(view));
  return exitCodes[view.level];
};
