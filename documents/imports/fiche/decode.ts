import { FluxFault } from './fault.ts';

/** Encodings of a flux by their names in its XML declaration; ISO-8859-1 is read as its superset Windows-1252. */
const encodings: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  'utf-16': 'utf-16le',
  'us-ascii': 'utf-8',
  'iso-8859-1': 'windows-1252',
  'iso-8859-15': 'iso-8859-15',
  'windows-1252': 'windows-1252',
};

const encodingOf = (head: Buffer): string => {
  if (head.subarray(0, 2).equals(Buffer.from([0xff, 0xfe]))) return 'utf-16le';
  if (head.subarray(0, 2).equals(Buffer.from([0xfe, 0xff]))) return 'utf-16be';
  const declared = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(head.toString('latin1'))?.[1]?.toLowerCase() ?? 'utf-8';
  const known = encodings[declared];
  if (known === undefined || known === 'utf-16le') throw new FluxFault('encoding', { encoding: declared });
  return known;
};

/** The text of a flux, piece by piece, in the encoding that it declares. Throws `encoding` where a byte does not belong to it, with how far the reading was. */
export async function* decode(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<{ readonly text: string; readonly bytes: number }> {
  let decoder: TextDecoder | null = null;
  let encoding = '';
  let head = Buffer.alloc(0);
  let bytes = 0;
  const read = (input: Uint8Array, more: boolean): string => {
    try {
      return decoder?.decode(input, { stream: more }) ?? '';
    } catch {
      throw new FluxFault('encoding', { encoding, bytes });
    }
  };
  for await (const chunk of chunks) {
    let input = chunk;
    if (decoder === null) {
      head = Buffer.concat([head, chunk]);
      if (head.length < 256 && !head.includes('>')) continue;
      encoding = encodingOf(head.subarray(0, 256));
      decoder = new TextDecoder(encoding, { fatal: true });
      input = head;
    }
    const text = read(input, true);
    bytes += input.length;
    yield { text, bytes };
  }
  if (decoder === null) {
    encoding = encodingOf(head);
    decoder = new TextDecoder(encoding, { fatal: true });
    bytes += head.length;
    yield { text: read(head, true), bytes };
  }
  yield { text: read(new Uint8Array(), false), bytes };
}
