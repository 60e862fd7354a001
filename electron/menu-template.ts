import type { MenuItemConstructorOptions as Item } from 'electron';
import type { MenuAct, MenuState } from '../domain/menu.ts';
import { menuWords as words } from '../words/menu.ts';

/** What the menus do: ask the page, lock, print, change the size of everything. */
export interface MenuDoes {
  readonly ask: (act: MenuAct) => void;
  readonly lock: () => void;
  readonly print: () => void;
  readonly zoom: (step: 1 | -1 | 0) => void;
  readonly quit: () => void;
}

const separator: Item = { type: 'separator' };

/** A further key of an act that has its item: a keypad, a key without its capital. */
const alsoOn = (label: string, accelerator: string, click: () => void): Item => ({
  label,
  accelerator,
  click,
  visible: false,
  acceleratorWorksWhenHidden: true,
});

/** The menus as plain items, by the system and by who holds the laptop: in a turn, private notes or the officer's room, what remains is to write, to lock, to see larger and to quit. */
export function menuTemplate(platform: NodeJS.Platform, { role, recent }: MenuState, does: MenuDoes): readonly Item[] {
  const mac = platform === 'darwin';
  const lead = role === 'lead';
  const outside = lead || role === 'nobody';
  const act = (label: string, asked: MenuAct, enabled: boolean, accelerator?: string): Item => ({
    label,
    enabled,
    click: () => does.ask(asked),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const go = (label: string, place: Extract<MenuAct, { kind: 'go' }>['place'], accelerator?: string): Item =>
    act(label, { kind: 'go', place }, lead, accelerator);
  const lock: Item = { label: words.lock, accelerator: 'CommandOrControl+L', enabled: role !== 'nobody', click: does.lock };
  const quit: Item = { label: words.quit, accelerator: 'CommandOrControl+Q', click: does.quit };
  const application: Item = {
    label: words.application,
    submenu: [
      { role: 'about', label: words.about },
      separator,
      { role: 'services', label: words.services, submenu: [] },
      separator,
      { role: 'hide', label: words.hide, accelerator: 'Command+H' },
      { role: 'hideOthers', label: words.hideOthers, accelerator: 'Command+Alt+H' },
      { role: 'unhide', label: words.showAll },
      separator,
      quit,
    ],
  };
  const sessions = lead ? recent : [];
  const file: Item = {
    label: words.file,
    submenu: [
      act(words.newSession, { kind: 'newSession' }, lead, 'CommandOrControl+N'),
      {
        label: words.recent,
        enabled: sessions.length > 0,
        // An ampersand announces a key of the menu: two are one.
        submenu: sessions.map(({ id, label }) => ({ label: label.replaceAll('&', '&&'), click: () => does.ask({ kind: 'session', sessionId: id }) })),
      },
      separator,
      act(words.verify, { kind: 'verify' }, outside, 'CommandOrControl+O'),
      act(words.readArchive, { kind: 'readArchive' }, outside, 'CommandOrControl+Shift+O'),
      act(words.receive, { kind: 'receive' }, lead),
      separator,
      { label: words.print, accelerator: 'CommandOrControl+P', enabled: outside, click: does.print },
      separator,
      lock,
      { role: 'close', label: words.close, accelerator: 'CommandOrControl+W' },
      ...(mac ? [] : [separator, quit]),
    ],
  };
  const edit: Item = {
    label: words.edit,
    submenu: [
      act(words.undo, { kind: 'undo' }, true, 'CommandOrControl+Z'),
      act(words.redo, { kind: 'redo' }, true, platform === 'win32' ? 'Control+Y' : 'CommandOrControl+Shift+Z'),
      separator,
      { role: 'cut', label: words.cut, accelerator: 'CommandOrControl+X' },
      { role: 'copy', label: words.copy, accelerator: 'CommandOrControl+C' },
      { role: 'paste', label: words.paste, accelerator: 'CommandOrControl+V' },
      { role: 'selectAll', label: words.selectAll, accelerator: 'CommandOrControl+A' },
      separator,
      act(words.find, { kind: 'find' }, lead, 'CommandOrControl+F'),
    ],
  };
  const view: Item = {
    label: words.view,
    submenu: [
      { label: words.zoomIn, accelerator: 'CommandOrControl+Plus', click: () => does.zoom(1) },
      alsoOn(words.zoomIn, 'CommandOrControl+=', () => does.zoom(1)),
      alsoOn(words.zoomIn, 'CommandOrControl+numadd', () => does.zoom(1)),
      { label: words.zoomOut, accelerator: 'CommandOrControl+-', click: () => does.zoom(-1) },
      alsoOn(words.zoomOut, 'CommandOrControl+numsub', () => does.zoom(-1)),
      { label: words.zoomReset, accelerator: 'CommandOrControl+0', click: () => does.zoom(0) },
      alsoOn(words.zoomReset, 'CommandOrControl+num0', () => does.zoom(0)),
      separator,
      { role: 'togglefullscreen', label: words.fullScreen, accelerator: mac ? 'Control+Command+F' : 'F11' },
    ],
  };
  const places: Item = {
    label: words.go,
    submenu: [
      go(words.home, 'home', mac ? 'Command+Shift+H' : 'Alt+Home'),
      separator,
      go(words.certifications, 'certifications'),
      go(words.jurors, 'jurors'),
      go(words.statistics, 'statistics'),
      go(words.retention, 'retention'),
      go(words.security, 'security'),
    ],
  };
  const help: Item = {
    role: 'help',
    label: words.help,
    submenu: [
      act(words.guide, { kind: 'go', place: 'guide' }, outside, 'F1'),
      act(words.shortcuts, { kind: 'shortcuts' }, lead, 'CommandOrControl+/'),
      ...(mac ? [] : [separator, { role: 'about' as const, label: words.about }]),
    ],
  };
  return [...(mac ? [application] : []), file, edit, view, places, help];
}
