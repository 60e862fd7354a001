import { Menu, type BrowserWindow } from 'electron';
import { fieldMenuTemplate } from './field-menu-template.ts';

/** Opens the menu of a field by a right click or by the key of menus; a foreign file in the reader suggests no word. */
export function offerFieldMenu(window: BrowserWindow): void {
  const contents = window.webContents;
  contents.on('context-menu', (_event, pointed) => {
    const ours = pointed.frame?.parent === null;
    const template = fieldMenuTemplate(ours ? pointed : { ...pointed, misspelledWord: '' }, (word) => contents.replaceMisspelling(word));
    if (template.length === 0) return;
    const byKey = pointed.menuSourceType === 'keyboard';
    Menu.buildFromTemplate([...template]).popup({ window, ...(byKey ? { x: pointed.x, y: pointed.y, sourceType: 'keyboard' } : {}) });
  });
}
