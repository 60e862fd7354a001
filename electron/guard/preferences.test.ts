import { expect, test } from 'vitest';
import { preferencesOf } from './preferences.ts';

const on = ['sandbox', 'contextIsolation', 'webSecurity', 'safeDialogs', 'spellcheck'];

test('all that protects a page is on, and all that would give it more is off', () => {
  const { preload, partition, ...rest } = preferencesOf('/built/preload.cjs');
  expect({ preload, partition }).toEqual({ preload: '/built/preload.cjs', partition: 'delibere' });
  for (const [name, value] of Object.entries(rest)) expect(value, name).toBe(on.includes(name));
  for (const name of on) expect(Object.keys(rest)).toContain(name);
});

test('what Electron lets be loosened is decided by name, not left to its default', () => {
  const decided = Object.keys(preferencesOf('x'));
  const loosened = ['nodeIntegration', 'nodeIntegrationInWorker', 'nodeIntegrationInSubFrames', 'allowRunningInsecureContent', 'experimentalFeatures'];
  for (const name of [...loosened, 'webviewTag', 'plugins', 'devTools', 'navigateOnDragDrop']) expect(decided, name).toContain(name);
  for (const name of ['enableBlinkFeatures', 'disableBlinkFeatures']) expect(decided, name).not.toContain(name);
});
