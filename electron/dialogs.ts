import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { dialog, type BrowserWindow, type FileFilter, type OpenDialogOptions } from 'electron';
import { menuWords as words } from '../words/menu.ts';
import type { Tools } from '../requests/office.ts';
import { readGiven, writeWhole, writeWholeStream } from './whole-file.ts';

type Dialogs = Tools['dialogs'];
/** The dialogs, and the way to keep a path that came by another hand: a drop. */
export type MachineDialogs = Dialogs & { readonly keepPath: (path: string) => string };

/** Windows lists the files that a dialog opened or saved, by name and for anybody who sits there, unless it is told not to. */
const unremembered = 'dontAddToRecent';
const all: FileFilter = { name: words.allFiles, extensions: ['*'] };
const asked: Readonly<Record<Parameters<Dialogs['openFiles']>[0], OpenDialogOptions>> = {
  table: { title: words.chooseTable, properties: ['openFile'], filters: [{ name: words.table, extensions: ['csv', 'txt', 'xlsx'] }, all] },
  zip: { title: words.chooseZip, properties: ['openFile'], filters: [{ name: words.zip, extensions: ['zip'] }, all] },
  fiches: { title: words.chooseFiches, properties: ['openFile'], filters: [{ name: words.fiches, extensions: ['xml', 'zip'] }, all] },
  pieces: {
    title: words.choosePieces,
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: words.pieces, extensions: ['pdf', 'png', 'jpg', 'jpeg', 'gif', 'webp', 'txt', 'md'] }, all],
  },
  document: { title: words.chooseDocument, properties: ['openFile'], filters: [{ name: words.document, extensions: ['pdf', 'zip', 'age', 'json'] }, all] },
  root: { title: words.chooseRoot, properties: ['openFile'], filters: [{ name: words.root, extensions: ['pem', 'crt', 'cer'] }, all] },
  rootBackup: { title: words.chooseRootBackup, properties: ['openFile'], filters: [{ name: words.rootBackup, extensions: ['json'] }, all] },
  certificate: { title: words.chooseCertificate, properties: ['openFile'], filters: [{ name: words.certificate, extensions: ['p12', 'pfx'] }, all] },
  transfer: { title: words.chooseTransfer, properties: ['openFile'], filters: [{ name: words.transfer, extensions: ['delibere'] }, all] },
  report: { title: words.chooseReport, properties: ['openFile'], filters: [{ name: words.report, extensions: ['xml'] }, all] },
};

/** The system's file dialogs: a path stays here, and what leaves is an opaque handle with the file's bare name. */
export function openDialogs(window: () => BrowserWindow | null): MachineDialogs {
  const paths = new Map<string, string>();
  const keep = (path: string): { handle: string; name: string } => {
    const handle = randomUUID();
    paths.set(handle, path);
    return { handle, name: basename(path) };
  };
  const pathOf = (handle: string): string => {
    const path = paths.get(handle);
    if (path === undefined) throw Object.assign(new Error('unknown file handle'), { code: 'ENOENT' });
    return path;
  };
  return {
    keepPath: (path) => keep(path).handle,
    openFiles: async (filter) => {
      const owner = window();
      const { properties = [], ...rest } = asked[filter];
      const chosen = owner ? await dialog.showOpenDialog(owner, { ...rest, properties: [...properties, unremembered] }) : { canceled: true, filePaths: [] };
      return chosen.canceled ? [] : chosen.filePaths.map(keep);
    },
    openFolder: async () => {
      const owner = window();
      const chosen = owner ? await dialog.showOpenDialog(owner, { title: words.chooseFolder, properties: ['openDirectory', unremembered] }) : { filePaths: [] };
      const [path] = chosen.filePaths;
      return path === undefined ? null : keep(path);
    },
    pathOf,
    readHandle: (handle) => readGiven(pathOf(handle)),
    saveFile: async (suggestedName) => {
      const owner = window();
      const chosen = owner
        ? await dialog.showSaveDialog(owner, {
            title: words.save,
            defaultPath: suggestedName,
            properties: [unremembered, 'showOverwriteConfirmation', 'createDirectory'],
          })
        : { canceled: true, filePath: '' };
      return chosen.canceled || !chosen.filePath ? null : keep(chosen.filePath);
    },
    writeHandle: (handle, bytes) => writeWhole(pathOf(handle), bytes),
    writeStream: async (handle, source, check) => writeWholeStream(pathOf(handle), source, check),
  };
}
