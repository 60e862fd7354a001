import { createHash } from 'node:crypto';
import { readBase, readEmbedded } from '../../documents/signature/form.ts';
import { readRevisions, readTiles } from '../../documents/signature/revision.ts';
import { readRecord, verifyMinute } from '../../documents/signature/verify.ts';
import { checkVocabulary } from '../../documents/signature/vocabulary.ts';
import { alternate, worked, type Comparison } from './measure.ts';
import { sealAll, type Unsigned } from './sealing.ts';

/** The times of verifying, and what the record alone takes of them, read, checked in shape and written again to the byte. */
export interface Verifications {
  readonly times: Comparison;
  /** Milliseconds of processor, measure after measure. */
  readonly record: readonly number[];
  /** Milliseconds of processor for the base alone: every object read, every key and type of the writer's own vocabulary. */
  readonly base: readonly number[];
  /** Bytes of the file, and of the record once inflated. */
  readonly sizes: { readonly file: number; readonly record: number };
}

/** Compares verifying a sealed minute with its receipt and root, up to the best verdict, with one SHA-256 of the same file; processor time. */
export const compareVerifications = async (unsigned: Unsigned): Promise<Verifications> => {
  const { pdf, receipt, root } = sealAll(unsigned);
  const file = Buffer.from(pdf);
  const verify = (): void => {
    const { level, faults } = verifyMinute(file, { receipt, root });
    if (level !== 'established') throw new Error(JSON.stringify(faults));
  };
  const [first] = readRevisions(file);
  if (!first) throw new Error('The minute has no revision');
  const read = readBase(file, first);
  const { bytes } = readEmbedded(file, read);
  const base: number[] = [];
  const record: number[] = [];
  const times = await alternate(
    60,
    20,
    async () => worked(verify),
    async () => worked(() => createHash('sha256').update(file).digest()),
  );
  for (let round = 0; round < 60; round += 1) {
    record.push(worked(() => readRecord(bytes)));
    base.push(worked(() => checkVocabulary(read, readTiles(file, first))));
  }
  return { times, record, base, sizes: { file: file.length, record: bytes.length } };
};
