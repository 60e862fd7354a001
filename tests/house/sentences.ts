import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A sentence as the program says it, with the place it comes from: "home.ts.verifyWords.oneByOne()". */
export type Sentence = { readonly at: string; readonly text: string };

/** What sentences are made from when they take facts: names, counts, days, lists, yes and no. */
const facts: readonly (readonly unknown[])[] = [
  ['Nom', 'Nom', 'Nom', 'Nom', 'Nom'],
  [2, 2, 2, 2, 2],
  [1, 1, 1, 1, 1],
  ['2026-03-17T10:00:00.000Z', 'Europe/Paris', 'Europe/Paris', 'Nom'],
  ['2026-03-17', '2026-03-17', '2026-03-17'],
  [['Nom', 'Nom'], 2, 2],
  [
    ['Nom', 'Nom'],
    ['Nom', 'Nom'],
  ],
  ['Nom', 2, 2, 2],
  ['Nom', ['Nom', 'Nom'], 'Nom'],
  ['Nom', 'Nom', ['Nom', 'Nom'], 'Nom'],
  [true, true, true],
  ['Nom', true],
  ['Nom', false],
  [2, true],
  ['Nom', null, 'Nom'],
  [{}],
  [2, 'Nom', 'Nom'],
];

/** What was said from a fact that does not fit the sentence. */
const unfit = /undefined|NaN|\[object|\bnull\b|\btrue\b|\bfalse\b|T10:00/;

const gather = (value: unknown, at: string, said: Map<string, Sentence>, depth = 0): void => {
  if (typeof value === 'string') {
    if (!unfit.test(value)) said.set(`${at} ${value}`, { at, text: value });
    return;
  }
  if (depth > 8 || value === null) return;
  if (typeof value === 'function') {
    for (const each of facts) {
      try {
        gather((value as (...given: readonly unknown[]) => unknown)(...each), `${at}()`, said, depth + 1);
      } catch {
        // These facts are not the ones that this sentence takes.
      }
    }
    return;
  }
  if (typeof value === 'object') for (const [key, each] of Object.entries(value)) gather(each, `${at}.${key}`, said, depth + 1);
};

/** Every sentence that the modules of the folder of words give, from plain facts; the tables of typography itself left out. */
export async function readSentences(root: string): Promise<readonly Sentence[]> {
  const said = new Map<string, Sentence>();
  const tools = new Set(['french.ts', 'typography.ts', 'facts.ts']);
  for (const file of readdirSync(join(root, 'words'), { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || file.endsWith('.test.ts') || tools.has(file)) continue;
    gather(await import(pathToFileURL(join(root, 'words', file)).href), file, said);
  }
  return [...said.values()];
}
