import type { Session } from 'electron';

/** Every permission is refused, asked for or merely checked: Electron's default is to grant them. */
export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
}
