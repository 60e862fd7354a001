import type { Session } from 'electron';

/** Every permission and every device is refused: Electron's default is to grant them. */
export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
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
