import { createHash } from 'node:crypto';
import { examineMinute } from '../../../documents/signature/verify.ts';
import { blindMutations } from '../bytes.ts';
import { pdfMutations } from '../pdf.ts';
import { holds, type Target } from '../target.ts';

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const openings = /(\/Contents ?<)[0-9a-fA-F]*(>)/g;

/** What the signatures of a minute sign, and what names them: everything but the bytes of the signatures themselves. */
export const signedPart = (minute: Buffer): string => digest(Buffer.from(minute.toString('latin1').replace(openings, '$1$2'), 'latin1'));

/** Signed minutes: no change of a signed byte may be found whole, and none established. */
export const minuteTarget: Target = {
  name: 'minute',
  most: 400_000,
  inputs: 14,
  mutations: [...pdfMutations, ...pdfMutations, ...blindMutations],
  sow: async () => {
    const { pemOf } = await import('../../../documents/signature/certificate.ts');
    const { sealedMinutes } = await import('../sealed.ts');
    const { testRoot } = await import('../../fixtures/signed.ts');
    const [sealed, other] = await sealedMinutes();
    const seeds = [sealed.pdf, ...sealed.revisions, other.pdf].map((bytes) => Buffer.from(bytes));
    return {
      seeds,
      facts: {
        root: pemOf(testRoot.certificate),
        receipt: sealed.receipt,
        known: JSON.stringify([sealed.pdf, other.pdf].map((bytes) => signedPart(Buffer.from(bytes)))),
      },
    };
  },
  judge: ({ facts }) => {
    const known = new Set(JSON.parse(facts['known'] ?? '[]') as string[]);
    const receipt = Buffer.from(facts['receipt'] ?? '');
    return (input) => {
      const alone = examineMinute(input, { root: facts['root'] ?? '' });
      const { verdict } = alone;
      if (verdict.level === 'whole' || verdict.level === 'established')
        holds(known.has(signedPart(input)), `a minute that differs in a signed byte is ${verdict.level}`);
      const held = examineMinute(input, { root: facts['root'] ?? '', receipt }).verdict.level;
      holds(held === verdict.level || held === 'notIntact', 'a receipt makes of a minute more than it is');
      return verdict.level === 'unreadable' || verdict.level === 'notIntact' ? (verdict.faults[0]?.rule ?? verdict.level) : verdict.level;
    };
  },
};
