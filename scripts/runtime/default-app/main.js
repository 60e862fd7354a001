// Electron's own default app, which the stand-in lacks: opens the application whose folder is the first path on the command line.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (given === undefined) throw new Error('usage: electron [options] FOLDER');

const folder = resolve(given);
const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
app.setName(about.productName ?? about.name);
app.setVersion(about.version ?? '0.0.0');
app.setDesktopName(about.desktopName ?? `${app.name}.desktop`);
app.setAppPath(folder);
await import(pathToFileURL(join(folder, about.main ?? 'index.js')).href);
