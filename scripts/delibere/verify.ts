import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { VerdictLevel, VerdictView } from '../../domain/verdict.ts';
import { loadPackagedFonts } from '../../documents/minute/fonts.ts';
import type { AgeKey } from '../../documents/age/age.ts';
import { verifyPath } from '../../documents/archive/verify-file.ts';
import { conclude } from '../../words/conclusion.ts';
import { formatInstant, visible } from '../../words/typography.ts';
import { kinds, levels, report } from '../../words/verdict.ts';
import { complain, readFile } from './file.ts';

const exitCodes: Readonly<Record<VerdictLevel, number>> = { established: 0, whole: 3, notIntact: 1, unreadable: 2 };

/** The conclusion that goes with the exit code, then what the screen says of it; a closed or newer file is not called foreign. */
const concluded = (view: VerdictView): readonly string[] => {
  const { title, text } = conclude(view);
  return [view.level === 'unreadable' ? `${title}.` : levels[view.level], ...(view.level === 'notIntact' ? [`${title}.`] : []), text];
};

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
    ...concluded(view),
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

const codeOf = (error: unknown): string => String((error as { readonly code?: unknown }).code ?? '');

/** Runs a reading of the disk; null when what is there cannot be read. */
const reading = async <Value>(read: () => Promise<Value>): Promise<Value | null> => {
  try {
    return await read();
  } catch (error) {
    if (/^E[A-Z]+$/.test(codeOf(error))) return null;
    throw error;
  }
};

/** What opens an encrypted file: the first line of a file of passphrase, or the secret key of a file of identity as age-keygen writes it; null when it cannot be read. */
const keyOf = (phraseFile: string | undefined, identityFile: string | undefined): AgeKey | null | undefined => {
  const path = phraseFile ?? identityFile;
  if (path === undefined) return undefined;
  const lines = readFile(path)?.toString('utf8').split(/\r?\n/);
  if (lines === undefined) return null;
  if (phraseFile !== undefined) return { kind: 'passphrase', passphrase: lines[0] ?? '' };
  return { kind: 'identity', identity: lines.find((line) => line.startsWith('AGE-SECRET-KEY-')) ?? '' };
};

/** `verify FILE|DIR [--root organisme.pem] [--receipt receipt.json] [--dossiers FILE|DIR] [--passphrase-file FILE | --identity FILE] [--json]`. Exit: 0 intact and its origin established, 3 whole in itself, 1 not intact, 2 not ours or locked. */
export const verify = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    strict: true,
    options: {
      root: { type: 'string' },
      receipt: { type: 'string' },
      dossiers: { type: 'string' },
      'passphrase-file': { type: 'string' },
      identity: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) return complain(report.usage);
  const [root, receipt] = [values.root === undefined ? undefined : readFile(values.root), values.receipt === undefined ? undefined : readFile(values.receipt)];
  if (root === null) return complain(report.cannotRead(values.root ?? ''));
  if (receipt === null) return complain(report.cannotRead(values.receipt ?? ''));
  if (root !== undefined && !root.includes('-----BEGIN CERTIFICATE-----')) return complain(report.rootUnreadable(values.root ?? ''));
  const [phraseFile, identityFile] = [values['passphrase-file'], values.identity];
  if (phraseFile !== undefined && identityFile !== undefined) return complain(report.usage);
  const key = keyOf(phraseFile, identityFile);
  if (key === null) return complain(report.cannotRead(phraseFile ?? identityFile ?? ''));
  const stopped = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort());
  const fonts = loadPackagedFonts(fileURLToPath(new URL('../../node_modules/', import.meta.url)));
  const view = await reading(() =>
    verifyPath(path, { name: basename(resolve(path)), root, receipt, fonts, key, dossiers: values.dossiers }, { signal: stopped.signal }),
  ).catch((error: unknown) => {
    if (!stopped.signal.aborted) throw error;
    return 'stopped' as const;
  });
  if (view === 'stopped') return 130;
  if (view === null) return complain(report.cannotRead(values.dossiers === undefined ? path : `${path}, ${values.dossiers}`));
  process.stdout.write(values.json ? `${JSON.stringify(view, null, 2)}\n` : sayVerdict(view));
  return exitCodes[view.level];
};
