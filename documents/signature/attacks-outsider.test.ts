import { describe } from 'vitest';
import { catalogue } from '../../tests/fixtures/attacks/catalogue.ts';
import { holdAgainst } from '../../tests/fixtures/attacks/judge.ts';

// By anyone who has the file and no key: each attack has its source in the literature (tests/fixtures/attacks/attack.ts).
describe('what someone without a key does to a sealed minute', () => holdAgainst(catalogue.filter(({ by }) => by === 'outsider')));
