import { describe, expect, it } from 'vitest';
import { catalogue } from '../../tests/fixtures/attacks/catalogue.ts';
import { holdAgainst } from '../../tests/fixtures/attacks/judge.ts';

// By whoever draws the base before anyone signs; everyone then signs it honestly.
describe('what is put into a minute before it is signed', () => holdAgainst(catalogue.filter(({ by }) => by === 'writer')));

describe('the catalogue', () => {
  it('names each attack once', () => {
    const names = catalogue.map(({ family, name }) => `${family}: ${name}`);
    expect(new Set(names).size).toBe(names.length);
  });
  it('holds attacks of everyone who could make one, at every place of a file', () => {
    for (const by of ['outsider', 'member', 'writer'] as const) expect(catalogue.filter((attack) => attack.by === by).length).toBeGreaterThan(100);
  });
});
