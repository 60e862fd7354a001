import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { candidateId } from '../../domain/ids.ts';
import { checkHolder, checkSettings } from '../../domain/holder-check.ts';
import { looksLikeNir } from '../../domain/nir.ts';
import { readReferential } from '../../domain/referential.ts';
import { day } from '../../domain/time.ts';
import { readScenario } from '../../requests/scenario.ts';
import { readCandidateRows } from '../imports/candidates.ts';

const assets = new URL('../../assets/', import.meta.url).pathname;
const { declaration, expected, session } = readScenario(assets);

test('the demonstration names every holder of the full certification and nobody else, complete and without a doubt', () => {
  const referential = readReferential(JSON.parse(readFileSync(`${assets}referentials/RNCP36912.json`, 'utf8')));
  if (!referential.ok) throw new Error('the seed must be readable');
  const read = readCandidateRows(readFileSync(`${assets}demo/candidats.csv`), referential.value);
  if (!read.ok) throw new Error('the candidates must be readable');
  const holders = read.rows.filter(({ fields }) => expected.outcomes[fields.number]?.kind === 'full');
  expect(declaration.identities.map((one) => one.candidate)).toEqual(holders.map(({ fields }) => fields.number));
  expect(checkSettings(declaration.settings)).toEqual([]);
  const today = day.parse(declaration.writtenAt.slice(0, 10));
  for (const { candidate, identity } of declaration.identities) {
    const fields = holders.find((row) => row.fields.number === candidate)?.fields;
    if (!fields) throw new Error(candidate);
    expect([candidate, checkHolder(identity, { ...fields, id: candidateId.parse(candidate) }, session.heldOn, today)]).toEqual([candidate, []]);
  }
});

test('it shows each way to name a holder, and no social security number anywhere', () => {
  const ways = declaration.identities.map(({ identity }) => (identity.kind === 'file' ? 'file' : identity.birthplace.kind));
  expect([...new Set(ways)].toSorted()).toEqual(['abroad', 'file', 'france']);
  expect(looksLikeNir(JSON.stringify(declaration))).toBe(false);
});
