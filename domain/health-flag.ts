import { z } from 'zod';
import type { RecordedAct } from './act.ts';
import type { BlockDecision } from './decision.ts';
import type { Deliberation } from './deliberation.ts';
import { findHealthWords } from './health-words.ts';
import { blockCode, candidateId } from './ids.ts';

/** A text that may speak of somebody's health or disability, where it stands, and the words that ask the question. */
export const healthFlag = z.strictObject({
  place: z.enum(['reason', 'recommendation', 'presence', 'blockAbsence', 'postponement', 'incident', 'interruption']),
  candidateId: candidateId.nullable(),
  block: blockCode.nullable(),
  words: z.array(z.string()).min(1),
  text: z.string(),
});
/** A text that may speak of somebody's health or disability. */
export type HealthFlag = z.infer<typeof healthFlag>;

const read = new WeakMap<BlockDecision, ReturnType<typeof wordsOf>>();
/** The words of a decision, looked for once: a session of three hundred candidates has thousands, and an act changes one. */
const wordsOf = (decision: BlockDecision): { readonly reason: string[]; readonly recommendation: string[] } => {
  const words = read.get(decision) ?? { reason: findHealthWords(decision.reason), recommendation: findHealthWords(decision.recommendation) };
  read.set(decision, words);
  return words;
};

/** The texts that stand and that the minute prints or the working part keeps: decisions, absences, postponements, interruptions, incidents. */
const standing = (state: Deliberation, acts: readonly RecordedAct[]): HealthFlag[] => {
  const texts: HealthFlag[] = [];
  const absences = new Map<string, Extract<RecordedAct['act'], { kind: 'blockAbsence' }>>();
  for (const { act } of acts) if (act.kind === 'blockAbsence') absences.set(`${act.candidateId} ${act.block}`, act);
  for (const { candidate, presenceNote, postponed, blocks } of state.candidates) {
    const add = (place: HealthFlag['place'], text: string, block: HealthFlag['block'] = null, words = findHealthWords(text)): void =>
      void texts.push({ place, candidateId: candidate.id, block, text, words });
    add('presence', presenceNote);
    if (postponed !== null) add('postponement', postponed.note);
    for (const { code, state: block } of blocks) {
      if ('decision' in block) {
        const words = wordsOf(block.decision);
        add('reason', block.decision.reason, code, words.reason);
        add('recommendation', block.decision.recommendation, code, words.recommendation);
      }
      const absence = absences.get(`${candidate.id} ${code}`);
      if (absence?.absent === true) add('blockAbsence', absence.note, code);
    }
  }
  for (const { act } of acts)
    if (act.kind === 'timer')
      texts.push({ place: 'interruption', candidateId: act.candidateId, block: null, text: act.note, words: findHealthWords(act.note) });
  for (const { text } of state.incidents) texts.push({ place: 'incident', candidateId: null, block: null, text, words: findHealthWords(text) });
  return texts;
};

/** What may speak of health or disability in a session, to be read again before it closes; a flag is a question and keeps nothing from being done. */
export const listHealthFlags = (state: Deliberation, acts: readonly RecordedAct[]): HealthFlag[] =>
  standing(state, acts).filter(({ words }) => words.length > 0);
