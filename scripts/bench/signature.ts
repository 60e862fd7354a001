import { createHash, randomBytes } from 'node:crypto';
import { issueLeaf } from '../../documents/signature/certificate.ts';
import { writeCms } from '../../documents/signature/cms.ts';
import { makeKey } from '../../documents/signature/keys.ts';
import { signMinute } from '../../documents/signature/sign.ts';
import { alternate, worked, type Comparison } from './measure.ts';
import { sealAll, type Unsigned } from './sealing.ts';

/**
 * Compares the visible signatures of a minute, the seal among them, with what a signature is without anything to see or to check: of the same
 * file, its SHA-256, a new key, its certificate by the root, the CMS. A measure is the mean of the minute's signatures, in processor time.
 */
export const compareSignatures = async (unsigned: Unsigned): Promise<Comparison> => {
  const { root, turns } = unsigned;
  const signed = sealAll(unsigned).revisions;
  const visible = (): void => {
    for (const [rank, turn] of turns.entries()) {
      const one = signMinute({ ...turn, pdf: signed[rank] ?? unsigned.base });
      if (!one.ok) throw new Error(JSON.stringify(one.error));
    }
  };
  const bare = (): void => {
    for (const [rank, { signer, at }] of turns.entries()) {
      const digest = createHash('sha256')
        .update(signed[rank + 1] ?? unsigned.base)
        .digest();
      const key = makeKey();
      const leaf = issueLeaf({ root, signer, at, point: key.point, random: randomBytes });
      writeCms({ digest, key, leaf, root: root.certificate });
    }
  };
  const each = async (work: () => void): Promise<number> => worked(work) / turns.length;
  return alternate(
    60,
    20,
    () => each(visible),
    () => each(bare),
  );
};
