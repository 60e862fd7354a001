import type { SessionRecord } from '../../domain/minute.ts';
import { minuteWords } from '../../words/minute.ts';
import { rectificationWords } from '../../words/rectification.ts';
import { cleanText, type Letters } from './letters.ts';

/** A letter that no font of the minute has, and where it stands. */
export interface MissingLetter {
  readonly character: string;
  readonly codePoint: string;
  readonly where: string;
  readonly [name: string]: string;
}

const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];

/** The first letter of some texts that no font of the minute has, each text told with its place; null when all can be printed. */
export const findMissingIn = (parts: readonly (readonly [where: string, value: unknown])[], letters: Letters): MissingLetter | null => {
  for (const [place, value] of parts)
    for (const text of textsIn(value)) {
      const character = letters.missing(cleanText(text));
      if (character === null) continue;
      const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      return { character, codePoint: `U+${code}`, where: place };
    }
  return null;
};

/** Reads everything that the minute prints and finds the first letter that cannot be; null when all can. */
export const findMissingLetter = (record: SessionRecord, letters: Letters): MissingLetter | null => {
  const { where } = minuteWords;
  const parts: readonly (readonly [where: string, value: unknown])[] = [
    [where.session, record.session],
    [where.certification, record.certification],
    [where.regulations, [record.regulations.title, record.regulations.id, record.regulations.version]],
    [where.lead, record.lead],
    ...record.members.map((member) => [where.member(member.name), member] as const),
    ...record.candidates.map((candidate) => [where.candidate(candidate.number), candidate] as const),
    [where.incident, record.incidents],
    [where.unable, record.unable],
    [rectificationWords.where, record.rectification],
  ];
  return findMissingIn(parts, letters);
};
