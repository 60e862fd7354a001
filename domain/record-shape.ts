import type { ToldRecord } from './told.ts';

/** What no record of this program holds, whatever its acts give: names said twice, blocks that are not the fiche's, acts out of time. */
export type ShapeFault = 'members' | 'candidates' | 'blocks' | 'blocksOfCandidate' | 'order' | 'signatures';

const twice = (names: readonly string[]): boolean => new Set(names).size !== names.length;

const isOrdered = ({ acts }: ToldRecord): boolean => acts.every(({ at }, rank) => rank === 0 || at >= (acts[rank - 1]?.at ?? ''));

/** A signature is refused after the closing, by a member who decided, once; nothing else follows the closing. */
const signaturesHold = ({ acts, members }: ToldRecord): boolean => {
  const closing = acts.findIndex(({ act }) => act.kind === 'closed');
  const after = acts.slice(closing + 1);
  const refusers = acts.flatMap(({ act }) => (act.kind === 'signatureRefused' ? [act.jurorId] : []));
  const known = refusers.every((id) => members.some((member) => member.id === id && member.decided === true));
  const byLead = after.every(({ act, author }) => act.kind === 'signatureRefused' && author.kind === 'lead');
  return closing >= 0 && byLead && after.length === refusers.length && known && !twice(refusers);
};

/** The faults of a record's shape; none where its identities, blocks and order are those of one session. */
export const shapeFaults = (record: ToldRecord): ShapeFault[] => {
  const codes = record.certification.blocks.map((block) => block.code);
  const fits = ({ blocks, presents, brings }: ToldRecord['candidates'][number]): boolean =>
    blocks.length === codes.length &&
    blocks.every((block, rank) => block.code === codes[rank]) &&
    [...presents, ...brings.map((brought) => brought.block)].every((code) => codes.includes(code));
  const checks: readonly (readonly [ShapeFault, boolean])[] = [
    ['members', !twice(record.members.map(({ id }) => id))],
    ['candidates', !twice(record.candidates.map(({ id }) => id)) && !twice(record.candidates.map(({ number }) => number))],
    ['blocks', !twice(codes) && !twice(record.certification.accessPaths.map(({ path }) => path))],
    ['blocksOfCandidate', record.candidates.every(fits)],
    ['order', isOrdered(record)],
    ['signatures', signaturesHold(record)],
  ];
  return checks.filter(([, holds]) => !holds).map(([fault]) => fault);
};
