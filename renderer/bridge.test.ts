import { afterEach, expect, test, vi } from 'vitest';
import { ask, listen } from './bridge.ts';

afterEach(() => void vi.unstubAllGlobals());

test('no text that the machine answers or tells turns round or hides what is beside it, whatever screen shows it', async () => {
  const asked: unknown[] = [];
  let tell: ((detail: unknown) => void) | undefined;
  vi.stubGlobal('window', {
    delibere: {
      ask: async (name: string, input: unknown) => {
        asked.push(name, input);
        return { ok: true, value: [{ title: 'rapport\u202Efdp.exe', facts: { name: 'a\u2066b' } }] };
      },
      on: (_event: string, callback: typeof tell) => {
        tell = callback;
        return () => undefined;
      },
    },
  });
  expect(await ask('session.list', {})).toEqual({ ok: true, value: [{ title: 'rapportfdp.exe', facts: { name: 'ab' } }] });
  const heard: unknown[] = [];
  listen('file-dropped', (detail) => void heard.push(detail));
  tell?.({ name: 'x\u202Ey' });
  expect(heard).toEqual([{ name: 'xy' }]);
});

test('what a person gives leaves as it was typed', async () => {
  const sent: unknown[] = [];
  vi.stubGlobal('window', { delibere: { ask: async (_name: string, input: unknown) => (sent.push(input), { ok: true, value: null }) } });
  await ask('store.create', { passphrase: 'une phrase\u200B longue' });
  expect(sent).toEqual([{ passphrase: 'une phrase\u200B longue' }]);
});
