import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { faultsOf } from '../fixtures/tree/faults.ts';
import { sentencesOf, type Spoken } from '../fixtures/tree/spoken.ts';

const folder = join(import.meta.dirname, '..', '..', 'artifacts', 'tree');

/**
 * The journeys whose screens were heard one by one and read well: they are judged. What the others say is written beside them. An archive read again is not
 * judged: its candidates are numbered in small letters, by what befalls them.
 */
const heard: readonly string[] = [
  'archive',
  'by-keys',
  'change',
  'crash',
  'day',
  'demonstration',
  'dossiers',
  'fiche',
  'guide',
  'habits',
  'holders',
  'import',
  'interrupted',
  'journal',
  'jurors',
  'keyboard',
  'keys',
  'letters',
  'lock',
  'passphrase',
  'reader',
  'recovery',
  'rectification',
  'retention',
  'said',
  'schedule',
  'second-launch',
  'spelling',
  'statistics',
  'transfer',
];

interface Given {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: unknown };
  readonly description?: { readonly value?: unknown };
  readonly value?: { readonly value?: unknown };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
  readonly childIds?: readonly string[];
}

const text = (given: { readonly value?: unknown } | undefined): string => (given?.value === undefined || given.value === null ? '' : String(given.value));

/** The screen as Chromium gives it to a screen reader; what is drawn for the eye alone is left out, what it holds is not. */
export const readTree = async (page: Page): Promise<Spoken> => {
  const session = await page.context().newCDPSession(page);
  try {
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { readonly nodes: readonly Given[] };
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const spoken = (node: Given): readonly Spoken[] => {
      const children = (node.childIds ?? []).flatMap((id) => {
        const child = byId.get(id);
        return child === undefined ? [] : spoken(child);
      });
      if (node.ignored || ['InlineTextBox', 'ListMarker'].includes(text(node.role))) return node.ignored ? children : [];
      const states = Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value]));
      return [{ role: text(node.role), name: text(node.name), description: text(node.description), value: text(node.value), states, children }];
    };
    const [root] = nodes[0] === undefined ? [] : spoken(nodes[0]);
    if (root === undefined) throw new Error('the screen says nothing');
    return root;
  } finally {
    await session.detach();
  }
};

/** Writes what a screen reader says of the screen as it stands in artifacts/tree, and fails on what would make a person stumble; DELIBERE_TREE=judge judges every journey, print none. */
export const keepTree = async (page: Page, name: string): Promise<void> => {
  const screen = await readTree(page);
  const [sentences, faults] = [sentencesOf(screen), faultsOf(screen)];
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.txt`), `${[...sentences, ...faults.map((fault) => `!! ${fault}`)].join('\n')}\n`);
  expect(sentences.length, `${name} says something`).toBeGreaterThan(3);
  const judged = heard.includes(basename(test.info().file, '.spec.ts')) || process.env['DELIBERE_TREE'] === 'judge';
  if (judged && process.env['DELIBERE_TREE'] !== 'print') expect(faults, `what ${name} says`).toEqual([]);
};
