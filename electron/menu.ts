import { app, Menu, type BrowserWindow } from 'electron';
import type { MenuAct } from '../domain/menu.ts';
import type { Desk } from '../requests/desk.ts';
import { settling } from './auto-lock.ts';
import { menuTemplate, type MenuDoes } from './menu-template.ts';
import { openMenuWatch, type MenuWatch } from './menu-watch.ts';
import { zoomWindow } from './window.ts';

/** Sets the native menus, in French, with each system's usual keys, by who holds the laptop; the returned watch is told of what may change them. */
export function watchMenu(window: () => BrowserWindow | null, desk: () => Desk | null): MenuWatch {
  const does: MenuDoes = {
    ask: (act: MenuAct) => window()?.webContents.send('menu', act),
    lock: () => void setTimeout(() => desk()?.lock('person'), settling),
    print: () => window()?.webContents.print({}, () => undefined),
    zoom: (step) => zoomWindow(window(), step),
    quit: () => app.quit(),
  };
  const watch = openMenuWatch({
    role: () => desk()?.role() ?? 'nobody',
    list: async () => {
      const answer = await desk()?.ask('session.list', {});
      return answer?.ok ? answer.value : null;
    },
    show: (state) => Menu.setApplicationMenu(Menu.buildFromTemplate([...menuTemplate(process.platform, state, does)])),
  });
  watch.look();
  return watch;
}
