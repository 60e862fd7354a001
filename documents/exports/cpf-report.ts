import { SaxesParser } from 'saxes';
import { done, failed, type Result } from '../../domain/errors.ts';
import { withoutNir } from '../../domain/nir.ts';

/** What a processing report says of one declaration. */
export interface ReportLine {
  readonly idTechnique: string;
  readonly accepted: boolean;
  /** Why it was refused, in the words of the report; empty where it was accepted. */
  readonly message: string;
}

/** The most bytes that a report may have: some fifty thousand declarations. */
export const reportBytes = 16 * 1024 * 1024;
const mostMessage = 1000;
const mostLines = 50_000;

class Unfit extends Error {}

const decode = (bytes: Uint8Array): string => {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const named = /<\?xml[^>]*encoding=["']([\w-]+)["']/i.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
  if (!['utf-8', 'utf8', 'iso-8859-1', 'windows-1252', 'us-ascii'].includes(named)) throw new Unfit('encoding');
  return new TextDecoder(named, { fatal: true }).decode(bytes);
};

const tidy = (message: string): string =>
  withoutNir(
    message
      .replaceAll(/[\p{Cc}\s]+/gu, ' ')
      .trim()
      .slice(0, mostMessage),
  );

/** Reads by local names, whatever the prefixes: a document type, hence any entity of its own, is refused before it could be expanded. */
class Reading {
  readonly lines: ReportLine[] = [];
  private readonly path: string[] = [];
  private text = '';
  private id = '';
  private message = '';

  open(local: string): void {
    if (this.path.length === 0 && local !== 'rapport') throw new Unfit('root');
    this.path.push(local);
    if (this.path.length > 40) throw new Unfit('depth');
    this.text = '';
    if (local === 'passage') [this.id, this.message] = ['', ''];
  }

  write(text: string): void {
    if (this.text.length < 4 * mostMessage) this.text += text;
  }

  close(): void {
    const local = this.path.pop();
    const within = this.path.includes('PassagesOK') ? 'ok' : this.path.includes('PassagesKO') ? 'ko' : null;
    if (within === 'ok' && local === 'idTechnique') this.add(this.text.trim(), true, '');
    if (within === 'ko' && local === 'idTechnique') this.id = this.text.trim();
    if (within === 'ko' && local === 'messageErreur') this.message = [this.message, tidy(this.text)].filter((each) => each !== '').join(' ; ');
    if (within === 'ko' && local === 'passage') this.add(this.id, false, this.message.slice(0, mostMessage));
    this.text = '';
  }

  private add(idTechnique: string, accepted: boolean, message: string): void {
    if (idTechnique === '' || idTechnique.length > 255) throw new Unfit('id');
    if (this.lines.length >= mostLines) throw new Unfit('lines');
    this.lines.push({ idTechnique, accepted, message });
  }
}

/**
 * Reads a processing report. Errors: report-unreadable {cause: size, malformed, doctype, root, encoding, depth, id, lines, empty};
 * report-contradictory {idTechnique} where one declaration is both accepted and refused.
 */
export const readCpfReport = (bytes: Uint8Array): Result<readonly ReportLine[]> => {
  if (bytes.byteLength > reportBytes) return failed('report-unreadable', { cause: 'size' });
  const reading = new Reading();
  try {
    const parser = new SaxesParser({ xmlns: true });
    parser.on('doctype', () => {
      throw new Unfit('doctype');
    });
    parser.on('error', () => {
      throw new Unfit('malformed');
    });
    parser.on('opentag', (tag) => reading.open(tag.local));
    parser.on('text', (text) => reading.write(text));
    parser.on('cdata', (text) => reading.write(text));
    parser.on('closetag', () => reading.close());
    parser.write(decode(bytes)).close();
  } catch (error) {
    if (error instanceof Unfit) return failed('report-unreadable', { cause: error.message });
    if (error instanceof TypeError) return failed('report-unreadable', { cause: 'encoding' });
    throw error;
  }
  const kept = new Map<string, ReportLine>();
  for (const line of reading.lines) {
    const known = kept.get(line.idTechnique);
    if (known && known.accepted !== line.accepted) return failed('report-contradictory', { idTechnique: line.idTechnique });
    kept.set(line.idTechnique, known === undefined ? line : { ...line, message: known.message || line.message });
  }
  return kept.size === 0 ? failed('report-unreadable', { cause: 'empty' }) : done([...kept.values()]);
};
