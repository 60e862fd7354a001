import { numberOfMinute } from './rectification.ts';
import type { ToldRecord } from './told.ts';

/** What no record of this program holds, whatever its acts give: names said twice, blocks that are not the fiche's, acts out of time. */
export type ShapeFault = 'members' | 'candidates' | 'blocks' | 'blocksOfCandidate' | 'order' | 'signatures' | 'rectifications';

const twice = (names: readonly string[]): boolean => new Set(names).size !== names.length;

const isOrdered = ({ acts }: ToldRecord): boolean => acts.every(({ at }, rank) => rank === 0 || at >= (acts[rank - 1]?.at ?? ''));

type Acts = ToldRecord['acts'];

/** The acts after each closing, up to the opening of a rectification, and what comes between: the record ends with a closing and what follows it. */
const afterClosings = (acts: Acts): { readonly after: readonly Acts[]; readonly within: Acts } => {
  const after: Acts[] = [];
  const within: Acts = [];
  let closed = false;
  for (const entry of acts) {
    if (entry.act.kind === 'rectificationOpened') closed = false;
    if (closed) after.at(-1)?.push(entry);
    else within.push(entry);
    if (entry.act.kind === 'closed' && !closed) {
      after.push([]);
      closed = true;
    } else if (entry.act.kind === 'rectificationWithdrawn' && !closed) closed = true;
  }
  return { after, within };
};

/** A signature is refused after a closing, by a member who decided, once; nothing else follows a closing but the opening of a rectification. */
const signaturesHold = ({ acts, members }: ToldRecord): boolean => {
  const { after, within } = afterClosings(acts);
  const fits = (segment: Acts, last: boolean): boolean => {
    const refusers = segment.flatMap(({ act }) => (act.kind === 'signatureRefused' ? [act.jurorId] : []));
    const known = refusers.every((id) => members.some((member) => member.id === id && (!last || member.decided === true)));
    return refusers.length === segment.length && segment.every(({ author }) => author.kind === 'lead') && known && !twice(refusers);
  };
  const kept = within.every(({ act }) => act.kind !== 'signatureRefused');
  return after.length > 0 && kept && after.every((segment, rank) => fits(segment, rank === after.length - 1));
};

/** A rectification opens by the lead after a closing, its rank the next one, and it names the same first minute as the one before it. */
const rectificationsHold = ({ acts, session }: ToldRecord): boolean => {
  let [closed, rank, original] = [false, 0, ''];
  for (const { act, author } of acts) {
    if (act.kind === 'rectificationOpened') {
      const first = rank === 0 ? act.previous.sha256 === act.original.sha256 : act.original.sha256 === original;
      const named = act.original.number === session.number && act.previous.number === numberOfMinute(session.number, rank);
      if (!named || !closed || act.rank !== rank + 1 || author.kind !== 'lead' || !first || act.reason === '') return false;
      [closed, rank, original] = [false, act.rank, act.original.sha256];
    } else if (act.kind === 'closed') closed = true;
    else if (act.kind === 'rectificationWithdrawn') [closed, rank] = [true, rank - 1];
  }
  return closed;
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
    ['rectifications', rectificationsHold(record)],
  ];
  return checks.filter(([, holds]) => !holds).map(([fault]) => fault);
};
