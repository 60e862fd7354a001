import type { Session } from 'electron';

/** No page reaches a device: HID, USB, serial or Bluetooth. */
export function refuseDevices(session: Session): void {
  session.setDevicePermissionHandler(() => false);
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses);
  for (const event of ['select-hid-device', 'select-usb-device'] as const) {
    session.on(event as 'select-hid-device', (happened, _details, answer) => {
      happened.preventDefault();
      answer(null);
    });
  }
  session.on('select-serial-port', (event, _ports, _contents, answer) => {
    event.preventDefault();
    answer('');
  });
}
