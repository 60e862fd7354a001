import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { errorSentences, errorWords } from '../../words/errors.ts';
import { readSources } from './imports.ts';
import { readSentences, type Sentence } from './sentences.ts';

const root = join(import.meta.dirname, '..', '..');

/** A habit of French printing that a sentence breaks, or a word that belongs to machines. */
const habits: readonly (readonly [fault: string, pattern: RegExp, except?: RegExp])[] = [
  ['a plain space before ; ! ? or »', /\p{L} [;!?»]/u, /\(octet \?\)/],
  ['a plain space after «', /« /],
  ['a plain space before a colon', /\p{L} :/u],
  ['a plain space before %', /\d %/],
  ['a straight apostrophe', /\p{L}'\p{L}/u],
  ['three dots for an ellipsis', /\p{L}\.\.\./u],
  ['straight quotation marks', /"\p{L}/u],
  ['a capital without its accent', /\b(Etat|Etape|Epreuve|Ecri|Evalu|Equival|Echec|Echoué|A (?:la|l’|partir|vous|signer))\b/u],
  ['« OK » for a verb', /\bOK\b/],
  [
    'a word of machines',
    /\b(hash|parsing|parser|bug|buffer|payload|token|timeout|thread|processus|exception|UUID|checksum|SQLite|stack|cliqu\w+)\b/iu,
    /Payload-Oxum/,
  ],
];

/** Texts that are not said on a screen: the demonstration's own pieces of code, the benches, the schema frozen with its format. */
const apart = /^(demo|bench|runtime\.ts|record\.ts\.recordSchemaWords|replay\.ts)/;
/** The sentences of failures are typeset as one, by errorWords. */
const failures = /rrors?\.|errorSentences|Errors/;

let sentences: readonly Sentence[] = [];
beforeAll(async () => {
  sentences = await readSentences(root);
});

const faultsIn = (text: string): readonly string[] =>
  habits.filter(([, pattern, except]) => pattern.test(text) && !(except?.test(text) ?? false)).map(([fault]) => fault);

test('every sentence of the folder of words keeps the habits of French printing and the words of the trade', () => {
  expect(sentences.length).toBeGreaterThan(5000);
  const broken = sentences
    .filter(({ at }) => !apart.test(at) && !failures.test(at))
    .flatMap(({ at, text }) => faultsIn(text).map((fault) => `${at}: ${fault}: ${text}`));
  expect(broken).toEqual([]);
});

test('and so does every failure, in three parts that each end on a point', () => {
  for (const code of Object.keys(errorSentences)) {
    const { happened, safe, next } = errorWords(code, {});
    for (const part of [happened, safe, next]) {
      expect(faultsIn(part), `${code}: ${part}`).toEqual([]);
      expect(part, code).toMatch(/[.!?]$/u);
    }
  }
});

test('no screen writes French of its own: a translator works in one folder', () => {
  const french = /[àâçéèêëîïôùûœÀÉÈÊ’«]/;
  const letters = new Set(['renderer/viewer/fold.ts']);
  const screens = readSources(root).filter(({ path }) => path.startsWith('renderer/') && !path.includes('.test.') && !letters.has(path));
  expect(screens.length).toBeGreaterThan(200);
  const written = screens.flatMap(({ path, text }) =>
    text
      .split('\n')
      .filter((line) => french.test(line) && !/^\s*(\/\/|\*|\/\*)/.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  );
  expect(written).toEqual([]);
});

test('the check can fail', () => {
  for (const [text, fault] of [
    ['Quoi ?', 'a plain space before ; ! ? or »'],
    ["l'avis", 'a straight apostrophe'],
    ['Etape suivante', 'a capital without its accent'],
    ['Cliquez sur le bouton', 'a word of machines'],
  ] as const)
    expect(faultsIn(text)).toEqual([fault]);
});
