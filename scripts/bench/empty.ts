import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const main = `const { app, BrowserWindow } = require('electron');
app.on('window-all-closed', () => app.quit());
app.whenReady().then(() => new BrowserWindow({ width: 1366, height: 768, useContentSize: true }).loadFile('blank.html'));
`;

/** Lays in a folder the least Electron app that shows a window: one main file, one blank page. */
export const layEmptyApp = (folder: string): string => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'empty', version: '1.0.0', main: 'main.cjs' }));
  writeFileSync(join(folder, 'main.cjs'), main);
  writeFileSync(join(folder, 'blank.html'), '<!doctype html><meta charset="utf-8"><title>blank</title>');
  return folder;
};
