import { replayWords } from '../../words/replay.ts';
import { report } from '../../words/verdict.ts';
import { ficheCommand } from '../../words/fiche.ts';
import { fiche } from './fiche.ts';
import { complain } from './file.ts';
import { replay } from './replay.ts';
import { verify } from './verify.ts';

const verbs: Readonly<Record<string, { readonly run: (args: readonly string[]) => Promise<number>; readonly usage: string }>> = {
  verify: { run: verify, usage: report.usage },
  replay: { run: replay, usage: replayWords.usage },
  fiche: { run: fiche, usage: ficheCommand.usage },
};

/** Runs the verb that the words of a command line begin with, and gives its exit code. */
export const delibere = async ([name = '', ...args]: readonly string[]): Promise<number> => {
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  const usage =
    verb?.usage ??
    Object.values(verbs)
      .map((each) => each.usage)
      .join('\n');
  try {
    return verb === undefined ? complain(usage) : await verb.run(args);
  } catch (error) {
    // parseArgs throws on an unknown option: the person needs the usage, not a trace.
    if (!(error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))) throw error;
    return complain(usage);
  }
};
