import { expect, test } from 'vitest';
import { answerOf, recordSession } from '../../tests/fixtures/machine.ts';
import { refusePermissions } from './permissions.ts';

const names = ['media', 'geolocation', 'notifications', 'midiSysex', 'pointerLock', 'fullscreen', 'openExternal', 'clipboard-read', 'fileSystem', 'unknown'];

test('every permission is refused, asked for or merely checked', () => {
  const { part, handler } = recordSession();
  refusePermissions(part);
  for (const name of names) {
    expect(answerOf(handler('setPermissionRequestHandler'), null, name)).toBe(false);
    expect(handler('setPermissionCheckHandler')(null, name, 'app://delibere')).toBe(false);
  }
});
