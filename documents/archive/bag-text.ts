import { refuse } from '../signature/refusal.ts';
import { partsOf } from '../imports/intake/names.ts';

/** The versions of BagIt that are read: RFC 8493 and the drafts before it. */
export const bagVersions = ['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'] as const;
/** A version of BagIt. */
export type BagVersion = (typeof bagVersions)[number];

/** What a bag declares of itself: its version and the encoding of its tag files. */
export interface Declaration {
  readonly version: BagVersion;
  readonly encoding: 'utf-8' | 'utf-16' | 'latin1';
}

const encodings: Readonly<Record<string, Declaration['encoding']>> = { 'utf-8': 'utf-8', 'us-ascii': 'utf-8', 'utf-16': 'utf-16', 'iso-8859-1': 'latin1' };

/** Reads bagit.txt strictly: two lines, no mark of order, nothing else (RFC 8493, 2.1.1). */
export const readDeclaration = (bytes: Buffer): Declaration => {
  const match = /^BagIt-Version: (\d+\.\d+)(?:\r\n|\r|\n)Tag-File-Character-Encoding: ([A-Za-z0-9-]+)(?:\r\n|\r|\n)?$/.exec(bytes.toString('latin1'));
  if (match === null) return refuse('bag-declaration');
  const [, told = '', written = ''] = match;
  const version = bagVersions.find((known) => known === told) ?? refuse('bag-version', { version: told.slice(0, 20) });
  return { version, encoding: encodings[written.toLowerCase()] ?? refuse('bag-encoding', { encoding: written.slice(0, 40) }) };
};

/** The text of a tag file in the encoding of its bag; refuses bytes that are no text of it, and a mark of order in UTF-8. */
export const tagText = (bytes: Buffer, encoding: Declaration['encoding'], name: string): string => {
  if (encoding === 'latin1') return bytes.toString('latin1');
  try {
    const big = encoding === 'utf-16' && bytes[0] === 0xfe && bytes[1] === 0xff;
    const text = new TextDecoder(big ? 'utf-16be' : encoding === 'utf-16' ? 'utf-16le' : 'utf-8', { fatal: true, ignoreBOM: encoding === 'utf-8' }).decode(
      bytes,
    );
    return text.startsWith('\uFEFF') ? refuse('bag-manifest', { name }) : text;
  } catch {
    return refuse('bag-manifest', { name });
  }
};

/** A path that stays inside its bag on every system, composed; refuses the others. */
export const insidePath = (written: string, name: string): string => {
  const bad = (): never => refuse('zip-path', { name: `${written.slice(0, 120)}, ${name}` });
  if (written === '' || written.startsWith('~') || written.includes('\\')) return bad();
  try {
    return partsOf(written, 40)
      .map((part) => part.normalize('NFC'))
      .join('/');
  } catch {
    return bad();
  }
};

/** The path that a line of a manifest writes, decoded as its version of BagIt says: line ends, and since 1.0 the percent sign. */
export const decodePath = (written: string, version: BagVersion, name: string): string => {
  const plain = version === '1.0' ? written : written.replace(/^\*/, '').replace(/^\.\//, '');
  const lines = plain.replace(/%0A/gi, '\n').replace(/%0D/gi, '\r');
  return insidePath(version === '1.0' ? lines.replace(/%25/g, '%') : lines, name);
};

/** The labels of bag-info.txt with their values, continued lines joined; refuses a line that is neither. */
export const readInfo = (text: string): ReadonlyMap<string, readonly string[]> => {
  const labels = new Map<string, string[]>();
  let last: string[] | undefined;
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line === '') continue;
    if (/^[ \t]/.test(line) && last !== undefined) {
      last.push(`${last.pop() ?? ''} ${line.trim()}`);
      continue;
    }
    const at = line.indexOf(':');
    if (at < 1 || /^[ \t]/.test(line)) return refuse('bag-info');
    const label = line.slice(0, at).trim().toLowerCase();
    last = labels.get(label) ?? [];
    last.push(line.slice(at + 1).trim());
    labels.set(label, last);
  }
  return labels;
};
