import { once } from 'node:events';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { registrationStart, type FicheReading } from '../../domain/fiche.ts';
import { day } from '../../domain/time.ts';
import { eachFiche } from '../../documents/imports/fiche/flux.ts';
import { ficheCommand as words, fluxFaultWords } from '../../words/fiche.ts';
import { french } from '../../words/french.ts';
import { remarkKindWords } from '../../words/referential.ts';
import { visible } from '../../words/typography.ts';
import { complain } from './file.ts';

/** One fiche as the command prints it with --json. */
const lineOf = (fiche: FicheReading): string => {
  const { code, title, state, active, level, nsf, certifiers, dates, durationYears, remarks, previous, next, correspondences } = fiche;
  const paths = fiche.paths.map(({ path, label, open, composition }) => ({ path, label, open, composition }));
  const blocks = fiche.blocks.map(({ code: block, codeAsWritten, label, competencies, split, evaluation }) => ({
    code: block,
    codeAsWritten,
    label,
    competencies,
    split,
    evaluation,
  }));
  const { announcedBlocks } = fiche;
  return JSON.stringify({
    code,
    title,
    state,
    active,
    level,
    nsf,
    certifiers,
    dates,
    durationYears,
    paths,
    blocks,
    announcedBlocks,
    remarks,
    previous,
    next,
    correspondences,
  });
};

const summaryOf = (fiche: FicheReading): string =>
  [
    words.head(fiche.code, fiche.title),
    `  ${words.facts(
      fiche.level,
      fiche.nsf.map(({ code }) => code),
      fiche.state,
    )}`,
    ...fiche.certifiers.filter(({ active }) => active).map(({ name, siret }) => `  ${words.certifier(name, siret)}`),
    `  ${words.dates(registrationStart(fiche), fiche.dates.registrationEnd)}`,
    ...fiche.paths.flatMap(({ label, open, composition }) => [`  ${words.path(label, open)}`, ...(composition === null ? [] : [`    ${composition}`])]),
    ...fiche.blocks.flatMap(({ code, label, competencies }) => [
      `  ${words.block(code, label, competencies.length)}`,
      ...competencies.map((text, rank) => `    ${rank + 1}. ${text}`),
    ]),
    ...fiche.remarks.map(({ kind, text }) => `  ${remarkKindWords[kind]} : ${text}`),
    '',
  ]
    .map((line) => french(visible(line)))
    .join('\n');

/** `fiche FLUX [--code RNCPnnnnn] [--json]`: prints what each fiche of a flux says, one JSON object a line with --json. Exit: 0 read, 1 none found, 2 unreadable. */
export const fiche = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    strict: true,
    options: { code: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) return complain(words.usage);
  const code = values.code?.toUpperCase() ?? null;
  const today = day.parse(new Date().toISOString().slice(0, 10));
  // A reader that closes the pipe early wants no more: the reading stops there, and that is no failure.
  const closed = new AbortController();
  process.stdout.on('error', () => closed.abort());
  const take = async (found: FicheReading): Promise<void> => {
    if (!process.stdout.write(`${values.json ? lineOf(found) : summaryOf(found)}\n`))
      await Promise.race([once(process.stdout, 'drain'), once(closed.signal, 'abort')]);
  };
  const read = await eachFiche(path, code, today, take, { signal: closed.signal });
  if (closed.signal.aborted) return 0;
  if (!read.ok) return complain(french(words.unreadable(basename(path), fluxFaultWords[String(read.error.facts['reason'])]?.(read.error.facts) ?? '')));
  if (read.value > 0) return 0;
  process.stderr.write(`${words.none(code)}\n`);
  return 1;
};
