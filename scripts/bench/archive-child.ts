// One leg of the archive's comparison in a process of its own: its time and its peak of memory are nobody else's.
import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { encryptFile } from '../../documents/age/age.ts';
import { writeDossiers, type BaggedPiece } from '../../documents/archive/dossiers.ts';
import { verifyPath } from '../../documents/archive/verify-file.ts';

const [list = '', target = '', recipient = ''] = process.argv.slice(2);
const pieces = (JSON.parse(readFileSync(list, 'utf8')) as readonly (Omit<BaggedPiece, 'open'> & { readonly path: string })[]).map(
  ({ path, ...piece }): BaggedPiece => ({ ...piece, open: () => createReadStream(path, { highWaterMark: 1 << 20 }) }),
);
const from = performance.now();
const clear = writeDossiers({ organism: '', number: '1', day: '2026-03-17', keptUntil: '2027-05-16', demonstration: true, pieces }, () => undefined);
await pipeline(Readable.from(recipient === '' ? clear : encryptFile(clear, { kind: 'recipient', recipient })), createWriteStream(target));
const written = performance.now();
const { level } = await verifyPath(target, { name: 'dossiers.zip' });
if (recipient === '' && level !== 'whole') throw new Error(`the bag is ${level}`);
process.stdout.write(JSON.stringify({ write: written - from, verify: performance.now() - written, peak: process.resourceUsage().maxRSS / 1024 }));
