import type { Piece } from '../../domain/dossier.ts';

const pictures: readonly (readonly [offset: number, mark: readonly number[]])[] = [
  [0, [0xff, 0xd8, 0xff]],
  [0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  [0, [0x47, 0x49, 0x46, 0x38]],
  [8, [0x57, 0x45, 0x42, 0x50]],
];
const kept = 2048;

/** Controls that no text holds: all but tab, line feed, form feed and carriage return. */
const isControl = (byte: number): boolean => byte < 9 || byte === 11 || (byte > 13 && byte < 32) || byte === 127;

/** Watches the bytes of a file as they pass, and tells how it can be shown; it keeps its beginning and its end, whatever its size. */
export class ReadingProbe {
  private head = Buffer.alloc(0);
  private tail = Buffer.alloc(0);
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private written = true;

  /** Takes the next bytes in. */
  readonly see = (bytes: Uint8Array): void => {
    if (this.head.length < kept) this.head = Buffer.concat([this.head, bytes.subarray(0, kept - this.head.length)]);
    this.tail = Buffer.from(bytes.length >= kept ? bytes.subarray(bytes.length - kept) : Buffer.concat([this.tail, bytes]).subarray(-kept));
    if (this.written) this.written = !bytes.some(isControl) && this.decodes(bytes, true);
  };

  private decodes(bytes: Uint8Array, more: boolean): boolean {
    try {
      this.decoder.decode(bytes, { stream: more });
      return true;
    } catch {
      return false;
    }
  }

  /** How the file can be shown, once all of it has passed: it begins and ends as a PDF does, begins as a picture, or is text in UTF-8 throughout. */
  reading(): Piece['reading'] {
    const { head, tail } = this;
    if (head.subarray(0, 1024).includes('%PDF-') && tail.includes('%%EOF')) return 'pdf';
    if (pictures.some(([offset, mark]) => head.subarray(offset, offset + mark.length).equals(Buffer.from(mark)))) return 'image';
    return head.length > 0 && this.written && this.decodes(new Uint8Array(), false) ? 'text' : 'unreadable';
  }
}

/** How bytes in memory can be shown. */
export const readingOf = (bytes: Uint8Array): Piece['reading'] => {
  const probe = new ReadingProbe();
  probe.see(bytes);
  return probe.reading();
};
