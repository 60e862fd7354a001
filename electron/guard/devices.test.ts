import { expect, test } from 'vitest';
import { answerOf, recordSession } from '../../tests/fixtures/machine.ts';
import { refuseDevices } from './devices.ts';

test('no page reaches a device, and none that is chosen elsewhere is taken', () => {
  const { part, handler, emit } = recordSession();
  refuseDevices(part);
  expect(handler('setDevicePermissionHandler')({ deviceType: 'hid', origin: 'app://delibere' })).toBe(false);
  expect(answerOf(handler('setBluetoothPairingHandler'), { pairingKind: 'confirm' })).toEqual({ confirmed: false });
  expect(handler('setUSBProtectedClassesHandler')({ protectedClasses: ['audio', 'hid'] })).toEqual(['audio', 'hid']);
  for (const [event, none] of [
    ['select-hid-device', null],
    ['select-usb-device', null],
  ] as const) {
    let answer: unknown = 'unanswered';
    expect(emit(event, {}, { deviceList: [{ deviceId: 'one' }] }, (given: unknown) => void (answer = given)).prevented).toBe(true);
    expect(answer).toBe(none);
  }
  let port: unknown = 'unanswered';
  expect(emit('select-serial-port', {}, [{ portId: 'one' }], null, (given: unknown) => void (port = given)).prevented).toBe(true);
  expect(port).toBe('');
});
