import type { LetterKind } from '../../domain/jury.ts';
import { letterWords as words } from '../../words/letter.ts';

const safe = (text: string): string => text.replaceAll(/[^\p{L}\p{N} ._-]/gu, '-');

/** The name proposed for one letter. */
export const letterFileName = (kind: LetterKind, number: string, person: string): string => `${words.fileNames[kind]} ${safe(number)} ${safe(person)}.pdf`;

/** The name proposed for the letters of a whole jury. */
export const lettersFileName = (kind: LetterKind, number: string): string => `${words.allNames[kind]} ${safe(number)}.zip`;
