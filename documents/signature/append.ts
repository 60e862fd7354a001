import { importedReason, signatureReason } from '../../words/signature.ts';
import type { Signer } from './certificate.ts';
import { sealField, type Base, type Field } from './form.ts';
import { readObject } from './revision.ts';
import { stringOfText } from './syntax.ts';

/** Room for the CMS in /Contents, in bytes. */
export const contentsRoom = 4096;

/** How far a file has grown: its length, its last table, the next free number, whether it is signed already. */
export interface Growth {
  readonly length: number;
  readonly table: number;
  readonly size: number;
  readonly signatures: number;
}

/** What one signature appends: the field signed, by whom, when by the clock (stamp "20260317080000Z"), and its drawing, deflated. */
export interface Signing {
  readonly field: Field;
  readonly signer: Signer;
  readonly stamp: string;
  readonly drawing: Uint8Array;
  /** Whether the certificate was made elsewhere and brought by the person: the reason says so. */
  readonly imported?: boolean;
}

/** The bytes to append with an empty /Contents, and where that lies in the whole file, angle brackets included. */
export interface Increment {
  readonly bytes: Buffer;
  readonly hole: { readonly start: number; readonly end: number };
  readonly growth: Growth;
}

const replaced = (file: Buffer, base: Base, number: number, added: readonly string[], dropped: readonly string[]): string => {
  const { value } = readObject(file, base.revision, number);
  const kept = value.entries.filter((entry) => !dropped.includes(entry.key)).map((entry) => file.toString('latin1', entry.start, entry.end));
  return `${number} 0 obj\n<<\n${[...kept, ...added].join('\n')}\n>>\nendobj\n`;
};

/** First signature: certification that allows only further signatures (DocMDP P 2). Seal: locks every field (FieldMDP All). */
const transform = (base: Base, field: Field, first: boolean): string => {
  const references = [
    first ? '<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P 2 /V /1.2 >> >>' : '',
    field.name === sealField
      ? `<< /Type /SigRef /TransformMethod /FieldMDP /Data ${base.catalog} 0 R /TransformParams << /Type /TransformParams /Action /All /V /1.2 >> >>`
      : '',
  ].filter((text) => text !== '');
  return references.length === 0 ? '' : `/Reference [ ${references.join(' ')} ]\n`;
};

const wide = (value: number): string => String(value).padEnd(10, ' ');

const tableOf = (objects: readonly { readonly number: number; readonly at: number }[]): string => {
  const runs: { first: number; at: number[] }[] = [];
  for (const { number, at } of objects) {
    const run = runs.at(-1);
    if (run !== undefined && run.first + run.at.length === number) run.at.push(at);
    else runs.push({ first: number, at: [at] });
  }
  return runs.map((run) => `${run.first} ${run.at.length}\n${run.at.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`).join('');
};

/** Writes the one increment that a signature is: catalog with /Perms (first only), field with V, AP and F, signature dictionary, appearance, table, trailer. */
export const writeIncrement = (file: Buffer, base: Base, growth: Growth, signing: Signing): Increment => {
  const { field, signer, stamp, drawing } = signing;
  const first = growth.signatures === 0;
  const signature = growth.size;
  const appearance = growth.size + 1;
  const parts: { number: number; bytes: Buffer }[] = [];
  const add = (number: number, ...pieces: readonly (string | Uint8Array)[]): void => {
    parts.push({ number, bytes: Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece))) });
  };
  add(field.number, replaced(file, base, field.number, ['/F 132', `/AP << /N ${appearance} 0 R >>`, `/V ${signature} 0 R`], ['F', 'AP', 'V']));
  if (first) add(base.catalog, replaced(file, base, base.catalog, [`/Perms << /DocMDP ${signature} 0 R >>`], ['Perms']));
  parts.sort((a, b) => a.number - b.number);
  const before = growth.length + parts.reduce((sum, part) => sum + part.bytes.length, 0);
  const head = `${signature} 0 obj\n<<\n/Type /Sig\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.CAdES.detached\n/ByteRange [ `;
  const start = before + head.length + '0 '.length + 3 * 11 + ']\n/Contents '.length;
  const end = start + 2 * contentsRoom + 2;
  const tail = Buffer.from(
    `\n/M (D:${stamp})\n/Name ${stringOfText(signer.name)}\n/Reason ${stringOfText(signing.imported === true ? importedReason : signatureReason[signer.capacity])}\n${transform(base, field, first)}>>\nendobj\n`,
    'latin1',
  );
  const form = `${appearance} 0 obj\n<<\n/Type /XObject\n/Subtype /Form\n/BBox [ 0 0 ${field.width} ${field.height} ]\n/Resources << >>\n/Filter /FlateDecode\n/Length ${drawing.length}\n>>\nstream\n`;
  const formEnd = '\nendstream\nendobj\n';
  const formAt = end + tail.length;
  const table = formAt + form.length + drawing.length + formEnd.length;
  let at = growth.length;
  const objects = parts.map(({ number, bytes }) => ({ number, at: (at += bytes.length) - bytes.length }));
  objects.push({ number: signature, at: before }, { number: appearance, at: formAt });
  const trailer = `trailer\n<<\n/Size ${growth.size + 2}\n${base.trailer}\n/Prev ${growth.table}\n>>\nstartxref\n${table}\n%%EOF\n`;
  const close = Buffer.from(`xref\n${tableOf(objects)}${trailer}`, 'latin1');
  const total = table + close.length;
  const range = `0 ${wide(start)} ${wide(end)} ${wide(total - end)} ]\n/Contents <`;
  const bytes = Buffer.concat([
    ...parts.map((part) => part.bytes),
    Buffer.from(head + range, 'latin1'),
    Buffer.alloc(2 * contentsRoom, 0x30),
    Buffer.from('>', 'latin1'),
    tail,
    Buffer.from(form, 'latin1'),
    drawing,
    Buffer.from(formEnd + close.toString('latin1'), 'latin1'),
  ]);
  return { bytes, hole: { start, end }, growth: { length: total, table, size: growth.size + 2, signatures: growth.signatures + 1 } };
};
