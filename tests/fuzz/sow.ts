// Makes the honest files of the targets named, with every tool of the machine, before the child that may do nothing else opens them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { targetNamed } from './targets.ts';

const [, , folder = '', ...names] = process.argv;
for (const name of names) {
  const place = join(folder, 'seeds', name);
  mkdirSync(place, { recursive: true });
  const { seeds, facts } = await (await targetNamed(name)).sow();
  for (const [rank, bytes] of seeds.entries()) writeFileSync(join(place, String(rank).padStart(4, '0')), bytes);
  writeFileSync(join(place, 'facts.json'), JSON.stringify(facts));
}
