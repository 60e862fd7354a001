import { describe, expect, it } from 'vitest';
import { blockSaid, blockWords, consequenceLine, countStates, shortBlock } from './outcome.ts';

describe('the consequence line', () => {
  it('says that the certification is awarded', () => expect(consequenceLine({ kind: 'full' })).toBe('Certification délivrée'));

  it('names what a partial validation has acquired and what remains', () =>
    expect(consequenceLine({ kind: 'partial', acquired: ['RNCP36912BC01', 'RNCP36912BC02'], remaining: ['RNCP36912BC03'] })).toBe(
      'Validation partielle\u00A0: BC01, BC02 acquis · reste BC03',
    ));

  it('keeps what was acquired before when nothing is validated today', () =>
    expect(consequenceLine({ kind: 'none', acquired: ['RNCP36912BC01'], remaining: ['RNCP36912BC02'] })).toBe(
      'Aucun bloc validé\u00A0: BC01 acquis antérieurement · reste BC02',
    ));

  it('gives the cause of a postponement', () =>
    expect(consequenceLine({ kind: 'postponed', cause: 'composition', note: 'Suppléante absente' })).toBe(
      'Décision reportée\u00A0: composition du jury\u202F; Suppléante absente',
    ));
});

describe('the states of a block', () => {
  it('each have their own word, sign and mark', () => {
    const all = Object.values(blockWords);
    for (const key of ['word', 'short', 'sign', 'path'] as const) expect(new Set(all.map((each) => each[key])).size).toBe(all.length);
  });

  it('are said with the short code of the block', () => expect(blockSaid('RNCP36912BC02', 'notValidated')).toBe('BC02\u00A0: non validé'));
});

describe('the code of a block', () => {
  it('loses the number of its fiche', () => expect(shortBlock('RNCP36912BC01')).toBe('BC01'));
  it('stays as it is when it has none', () => expect(shortBlock('01')).toBe('01'));
  it('is never emptied', () => expect(shortBlock('RNCP36912')).toBe('RNCP36912'));
});

it('twelve blocks are counted by state, what is acquired first, and a state that no block is in is not said', () => {
  const twelve = [...Array.from({ length: 9 }, () => 'pending' as const), 'notPresented', 'brought', 'brought'] as const;
  expect(countStates(twelve)).toEqual([
    { kind: 'brought', count: 2, said: '2\u00A0blocs acquis antérieurement' },
    { kind: 'pending', count: 9, said: '9\u00A0blocs en attente' },
    { kind: 'notPresented', count: 1, said: '1\u00A0bloc non présenté' },
  ]);
  expect(countStates(['absent'])[0]?.said).toBe('1\u00A0absence à un bloc');
});
