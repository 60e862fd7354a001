// `npm run --silent delibere -- verify FILE …`, `… replay FILE …` and `… fiche FLUX …`: each verb says its options and exit codes in its own file.
import { replayWords } from '../words/replay.ts';
import { report } from '../words/verdict.ts';
import { ficheCommand } from '../words/fiche.ts';
import { fiche } from './delibere/fiche.ts';
import { complain } from './delibere/file.ts';
import { replay } from './delibere/replay.ts';
import { verify } from './delibere/verify.ts';

const verbs: Readonly<Record<string, { readonly run: (args: readonly string[]) => Promise<number>; readonly usage: string }>> = {
  verify: { run: verify, usage: report.usage },
  replay: { run: replay, usage: replayWords.usage },
  fiche: { run: fiche, usage: ficheCommand.usage },
};
const [name = '', ...args] = process.argv.slice(2);
const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
const usage =
  verb?.usage ??
  Object.values(verbs)
    .map((each) => each.usage)
    .join('\n');

try {
  process.exitCode = verb === undefined ? complain(usage) : await verb.run(args);
} catch (error) {
  // parseArgs throws on an unknown option: the person needs the usage, not a trace.
  if (!(error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))) throw error;
  process.exitCode = complain(usage);
}
