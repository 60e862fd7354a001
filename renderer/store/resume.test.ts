import { expect, test } from 'vitest';
import type { SessionId } from '../../domain/ids.ts';
import { pickSession, readPlace, type KeptPlace } from './resume.ts';

const place = (at: string): KeptPlace => ({ candidateId: 'c1', block: 'B2', away: ['j3'], at }) as unknown as KeptPlace;
const session = (id: string, kept: KeptPlace | null) => ({ sessionId: id as SessionId, place: kept });

test('a kept place is read back whole, and a text that is none is no place', () => {
  expect(readPlace('{"candidateId":"c1","block":"B2","away":["j3"],"at":"2026-03-17T09:00:00.000Z"}')).toEqual(place('2026-03-17T09:00:00.000Z'));
  expect(readPlace('{"candidateId":"c1","block":null,"away":[],"at":""}')?.block).toBeNull();
  for (const text of ['', 'BC02', '{}', '{"candidateId":"c1"}']) expect(readPlace(text)).toBeNull();
});

test('the only open session is come back to, even where no place was kept', () => {
  expect(pickSession([session('a', null)])?.sessionId).toBe('a');
});

test('of two open sessions the one where somebody worked last is come back to', () => {
  const [morning, noon] = [place('2026-03-17T09:00:00.000Z'), place('2026-03-17T12:00:00.000Z')];
  expect(pickSession([session('a', morning), session('b', noon)])?.sessionId).toBe('b');
  expect(pickSession([session('a', noon), session('b', morning), session('c', null)])?.sessionId).toBe('a');
});

test('when nothing tells which session is meant, none is come back to', () => {
  expect(pickSession([])).toBeNull();
  expect(pickSession([session('a', null), session('b', null)])).toBeNull();
});
