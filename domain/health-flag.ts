import { z } from 'zod';
import type { RecordedAct } from './act.ts';
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

type Text = Omit<HealthFlag, 'words'>;

/** The texts that stand and that the minute prints or the working part keeps: decisions, absences, postponements, interruptions, incidents. */
const standing = (state: Deliberation, acts: readonly RecordedAct[]): Text[] => {
  const texts: Text[] = [];
  for (const { candidate, presenceNote, postponed, blocks } of state.candidates) {
    const add = (place: Text['place'], text: string, block: Text['block'] = null): void => void texts.push({ place, candidateId: candidate.id, block, text });
    add('presence', presenceNote);
    if (postponed !== null) add('postponement', postponed.note);
    for (const { code, state: block } of blocks) {
      if ('decision' in block) {
        add('reason', block.decision.reason, code);
        add('recommendation', block.decision.recommendation, code);
      }
      const absence = acts.findLast(({ act }) => act.kind === 'blockAbsence' && act.candidateId === candidate.id && act.block === code)?.act;
      if (absence?.kind === 'blockAbsence' && absence.absent) add('blockAbsence', absence.note, code);
    }
  }
  for (const { act } of acts) if (act.kind === 'timer') texts.push({ place: 'interruption', candidateId: act.candidateId, block: null, text: act.note });
  for (const { text } of state.incidents) texts.push({ place: 'incident', candidateId: null, block: null, text });
  return texts;
};

/** What may speak of health or disability in a session, to be read again before it closes; a flag is a question and keeps nothing from being done. */
export const listHealthFlags = (state: Deliberation, acts: readonly RecordedAct[]): HealthFlag[] =>
  standing(state, acts)
    .map((text) => ({ ...text, words: findHealthWords(text.text) }))
    .filter(({ words }) => words.length > 0);
