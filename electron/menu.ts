import { Menu, type MenuItemConstructorOptions } from 'electron';
import { menuWords as words } from '../words/menu.ts';

/** Sets the native menus, in French, with each system's usual keys. */
export function setMenu(): void {
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const menus: MenuItemConstructorOptions[] = [
    { label: words.file, submenu: [{ role: 'close', label: words.close }, separator, { role: 'quit', label: words.quit, accelerator: 'CommandOrControl+Q' }] },
    {
      label: words.edit,
      submenu: [
        { role: 'undo', label: words.undo },
        { role: 'redo', label: words.redo },
        separator,
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        separator,
        { role: 'selectAll', label: words.selectAll },
      ],
    },
    {
      label: words.view,
      submenu: [
        { role: 'zoomIn', label: words.zoomIn },
        { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false },
        { role: 'zoomOut', label: words.zoomOut },
        { role: 'resetZoom', label: words.zoomReset },
        separator,
        { role: 'togglefullscreen', label: words.fullScreen },
      ],
    },
    { role: 'help', label: words.help, submenu: [{ role: 'about', label: words.about }] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(menus));
}
