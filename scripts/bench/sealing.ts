import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { recordText, signersOf, type SessionRecord } from '../../domain/minute.ts';
import { drawMinute } from '../../documents/minute/draw.ts';
import { loadFonts } from '../../documents/minute/fonts.ts';
import { createRoot, pemOf, type Root } from '../../documents/signature/certificate.ts';
import { createReceipt } from '../../documents/signature/receipt.ts';
import { signMinute, type SigningRequest } from '../../documents/signature/sign.ts';
import { inventRecord } from './record.ts';

/** A minute of 200 candidates to be signed: its bytes before any signature, and each signature in its order, the seal last. */
export interface Unsigned {
  readonly record: SessionRecord;
  readonly base: Uint8Array;
  readonly root: Root;
  readonly turns: readonly Omit<SigningRequest, 'pdf'>[];
}

/** The same signed by all and sealed, with what is known beside the file. */
export interface Sealed {
  readonly pdf: Uint8Array;
  /** The file before any signature, then after each. */
  readonly revisions: readonly Uint8Array[];
  readonly receipt: Uint8Array;
  /** PEM. */
  readonly root: string;
}

/** Draws the minute of an invented sitting of 200 candidates, and prepares the typed signatures of its members and the seal. */
export const drawUnsigned = async (resources: string): Promise<Unsigned> => {
  const record = inventRecord(200, resources);
  const fonts = loadFonts(join(resources, 'fonts'));
  const at = record.session.closedAt;
  const drawn = await drawMinute({ record, recordText: recordText(record), fonts, printedAt: at, kind: 'toSign' });
  if (!drawn.ok) throw new Error(JSON.stringify(drawn.error));
  const root = createRoot({ organism: record.certification.certifier.name, at: record.session.openedAt, random: randomBytes });
  const people = [
    ...signersOf(record).map(({ id, name, quality }) => ({ field: `membre-${id}`, signer: { name, quality, capacity: 'member' as const } })),
    { field: 'sceau', signer: { ...record.lead, capacity: 'lead' as const } },
  ];
  const turns = people.map((person) => ({
    ...person,
    appearance: { kind: 'typed' as const, text: person.signer.name },
    root,
    at,
    timeZone: record.session.timeZone,
    random: randomBytes,
    fonts,
  }));
  return { record, base: drawn.value, root, turns };
};

/** Signs a minute by all its members, seals it and writes its receipt. */
export const sealAll = ({ record, base, root, turns }: Unsigned): Sealed => {
  const revisions = [base];
  const certificates = turns.map((turn) => {
    const signed = signMinute({ ...turn, pdf: revisions.at(-1) ?? base });
    if (!signed.ok) throw new Error(JSON.stringify(signed.error));
    revisions.push(signed.value.pdf);
    return { field: turn.field, pem: signed.value.certificatePem };
  });
  const receipt = createReceipt({ record, recordText: recordText(record), base, root, at: record.session.closedAt, certificates });
  return { pdf: revisions.at(-1) ?? base, revisions, receipt: Buffer.from(receipt, 'utf8'), root: pemOf(root.certificate) };
};
