import { describe } from 'vitest';
import { catalogue } from '../../tests/fixtures/attacks/catalogue.ts';
import { holdAgainst } from '../../tests/fixtures/attacks/judge.ts';

// By a member whose one-time key is as valid as everyone's, in their own increment and with a pen of their own.
describe('what a member with a valid key does in their own signature', () => holdAgainst(catalogue.filter(({ by }) => by === 'member')));
