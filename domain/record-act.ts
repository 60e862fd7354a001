import { z } from 'zod';
import { anotherFiche, author, type Act, type RecordedAct } from './act.ts';
import { presence } from './candidate.ts';
import { correctionFields } from './correction.ts';
import { decisionFields, postponementCause } from './decision.ts';
import { blockCode, candidateId, jurorId, type CandidateId, type JurorId } from './ids.ts';
import { linkKind } from './jury.ts';
import { minuteName } from './rectification.ts';
import { day, instant } from './time.ts';

const onBlock = { candidateId, block: blockCode };

/**
 * What the record tells of an act: everything that the minute rests on, in the order of the journal.
 * Left out whole: opinions, reveals, rounds, timers, readings of an accommodation, what prepared the session. Left out in part: the words that may speak
 * of a person's life (note of a link, reason of a recusal, note of a presence or of an absence).
 */
export const publicAct = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('contradictionAcknowledged'), remark: z.string(), reason: z.string() }),
  z.strictObject({ kind: z.literal('attendance'), jurorId, present: z.boolean() }),
  z.strictObject({ kind: z.literal('presidentDesignated'), jurorId, rank: z.enum(['president', 'deputy']) }),
  z.strictObject({ kind: z.literal('declaration'), jurorId, links: z.array(z.strictObject({ candidateId, kind: linkKind })) }),
  z.strictObject({ kind: z.literal('recusal'), jurorId, candidateId }),
  z.strictObject({ kind: z.literal('recusalWithdrawn'), jurorId, candidateId }),
  z.strictObject({ kind: z.literal('substitution'), candidateIds: z.array(candidateId), replaced: jurorId, substitute: jurorId }),
  z.strictObject({ kind: z.literal('opened') }),
  z.strictObject({ kind: z.literal('presence'), candidateId, presence }),
  z.strictObject({ kind: z.literal('blockAbsence'), ...onBlock, absent: z.boolean() }),
  z.strictObject({ kind: z.literal('equivalence'), ...onBlock, from: z.string(), reference: z.string(), on: day, authority: z.string() }),
  z.strictObject({ kind: z.literal('equivalenceWithdrawn'), ...onBlock, reason: z.string() }),
  z.strictObject({ kind: z.literal('decision'), ...onBlock, ...decisionFields.shape }),
  z.strictObject({ kind: z.literal('reopening'), ...onBlock, reason: z.string() }),
  z.strictObject({ kind: z.literal('postponement'), candidateId, cause: postponementCause, note: z.string() }),
  z.strictObject({ kind: z.literal('postponementLifted'), candidateId, reason: z.string() }),
  z.strictObject({ kind: z.literal('incident'), text: z.string() }),
  z.strictObject({ kind: z.literal('closed') }),
  z.strictObject({ kind: z.literal('signatureRefused'), jurorId, reason: z.string(), printing: z.number().int() }),
  z.strictObject({ kind: z.literal('rectificationOpened'), rank: z.number().int(), reason: z.string(), original: minuteName, previous: minuteName }),
  z.strictObject({ kind: z.literal('correction'), ...correctionFields.shape }),
  z.strictObject({ kind: z.literal('rectificationWithdrawn'), reason: z.string() }),
]);
/** What the record tells of an act. */
export type PublicAct = z.infer<typeof publicAct>;

/** An act of the record with its instant and author; its rank is its place in the list, which tells nothing of the acts left out. */
export const recordAct = z.strictObject({ at: instant, author, act: publicAct }).meta({ id: 'act' });
/** An act of the record. */
export type RecordAct = z.infer<typeof recordAct>;

const publish = (act: Act): PublicAct | null => {
  switch (act.kind) {
    case 'declaration':
      return { kind: act.kind, jurorId: act.jurorId, links: act.links.map(({ candidateId: id, kind }) => ({ candidateId: id, kind })) };
    case 'recusal':
    case 'recusalWithdrawn':
      return { kind: act.kind, jurorId: act.jurorId, candidateId: act.candidateId };
    case 'presence':
      return { kind: act.kind, candidateId: act.candidateId, presence: act.presence };
    case 'blockAbsence':
      return { kind: act.kind, candidateId: act.candidateId, block: act.block, absent: act.absent };
    case 'contradictionAcknowledged':
    case 'attendance':
    case 'presidentDesignated':
    case 'substitution':
    case 'opened':
    case 'equivalence':
    case 'equivalenceWithdrawn':
    case 'decision':
    case 'reopening':
    case 'postponement':
    case 'postponementLifted':
    case 'incident':
    case 'closed':
    case 'signatureRefused':
    case 'rectificationOpened':
    case 'correction':
    case 'rectificationWithdrawn':
      return act;
    case 'prepared':
    case 'opinion':
    case 'reveal':
    case 'round':
    case 'accommodationRead':
    case 'timer':
    case 'printed':
    case 'signed':
    case 'archived':
      return null;
  }
};

/** Who is in a session once it is prepared. */
export interface Enrolled {
  readonly jurors: readonly { readonly id: JurorId }[];
  readonly candidates: readonly { readonly id: CandidateId }[];
}

const narrow = (act: PublicAct, enrolled: Enrolled): PublicAct | null => {
  const isJuror = (id: JurorId): boolean => enrolled.jurors.some((juror) => juror.id === id);
  const isCandidate = (id: CandidateId): boolean => enrolled.candidates.some((candidate) => candidate.id === id);
  switch (act.kind) {
    case 'attendance':
    case 'presidentDesignated':
      return isJuror(act.jurorId) ? act : null;
    case 'declaration':
      return isJuror(act.jurorId) ? { ...act, links: act.links.filter((link) => isCandidate(link.candidateId)) } : null;
    case 'substitution': {
      const candidateIds = act.candidateIds.filter(isCandidate);
      return candidateIds.length > 0 && isJuror(act.replaced) && isJuror(act.substitute) ? { ...act, candidateIds } : null;
    }
    default:
      return act;
  }
};

/** The acts without the words of a rectification that was given up: what was noted or put right in it is no part of any minute. */
const withoutGivenUp = (acts: readonly RecordedAct[]): readonly RecordedAct[] => {
  const kept: RecordedAct[] = [];
  let opened = 0;
  for (const entry of acts) {
    const { kind } = entry.act;
    if (kind === 'rectificationWithdrawn') {
      const within = kept.splice(opened).filter(({ act }) => act.kind !== 'incident' && act.kind !== 'correction');
      kept.push(...within);
    }
    kept.push(entry);
    if (kind === 'rectificationOpened') opened = kept.length;
  }
  return kept;
};

/** The acts without what was acknowledged of a fiche that the session held before its own. */
const ofItsFiche = (acts: readonly RecordedAct[]): readonly RecordedAct[] => {
  const taken = acts.findLastIndex(({ act }) => act.kind === 'prepared' && act.what === anotherFiche);
  return acts.filter(({ act }, rank) => rank > taken || act.kind !== 'contradictionAcknowledged');
};

/** The acts of a journal as the record tells them; those of the preparation that name somebody taken out before the opening are left out. */
export const publishActs = (acts: readonly RecordedAct[], enrolled: Enrolled): RecordAct[] =>
  withoutGivenUp(ofItsFiche(acts)).flatMap(({ at, author: by, act }) => {
    const told = publish(act);
    const kept = told === null ? null : narrow(told, enrolled);
    return kept === null ? [] : [{ at, author: by, act: kept }];
  });

/** Stands for the words that the record leaves out. */
const withheld = '[…]';

/** An act of the record as the engine reads it; the words left out are replaced by a mark. */
export const restoreAct = ({ at, author: by, act }: RecordAct, rank: number): RecordedAct => {
  const restored = (): Act => {
    switch (act.kind) {
      case 'declaration':
        return { ...act, links: act.links.map((link) => ({ ...link, note: withheld })) };
      case 'recusal':
      case 'recusalWithdrawn':
        return { ...act, reason: withheld };
      case 'presence':
      case 'blockAbsence':
        return { ...act, note: withheld };
      default:
        return act;
    }
  };
  return { seq: rank + 1, at, author: by, act: restored() };
};
