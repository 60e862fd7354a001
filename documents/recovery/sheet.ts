import { done, failed, type Result } from '../../domain/errors.ts';
import type { Instant } from '../../domain/time.ts';
import { recoveryWords as words } from '../../words/recovery.ts';
import { formatInstant, formatFingerprint } from '../../words/typography.ts';
import { drawFacts } from '../minute/facts.ts';
import type { MinuteFonts } from '../minute/fonts.ts';
import { cleanText, Letters } from '../minute/letters.ts';
import { ink } from '../minute/sheet.ts';
import type { RecoveryCode } from './code.ts';
import { drawCode, drawSheet, writeAdvice } from './parts.ts';

/** What a recovery sheet says; `fingerprint` is the root's SHA-256 in hexadecimal. */
export interface RecoveryFacts {
  readonly code: RecoveryCode;
  readonly organism: string;
  readonly fingerprint: string;
  readonly createdAt: Instant;
  readonly savedAt: Instant;
  readonly timeZone: string;
  readonly demonstration: boolean;
  readonly fonts: MinuteFonts;
}

/** Draws the recovery sheet as PDF/A-3a and PDF/UA-1, on one page. Error: glyph-missing. */
export const drawRecoverySheet = async (facts: RecoveryFacts): Promise<Result<Uint8Array>> => {
  const character = new Letters(facts.fonts).missing(cleanText(facts.organism));
  if (character !== null) return failed('glyph-missing', { character });
  const drawn = await drawSheet(
    {
      ...words,
      fonts: facts.fonts,
      author: facts.organism,
      demonstration: facts.demonstration ? words.demonstration : null,
      at: facts.savedAt,
    },
    (sheet, root) => {
      sheet.heading(root, words.codeHeading, 2);
      drawCode(sheet, root, facts.code, words.spoken);
      sheet.write(root, words.codeHint, { size: 9.5, colour: ink.soft });
      sheet.heading(root, words.facts.heading, 2);
      drawFacts(sheet, root, [
        [words.facts.organism, facts.organism],
        [words.facts.created, formatInstant(facts.createdAt, facts.timeZone)],
        [words.facts.saved, formatInstant(facts.savedAt, facts.timeZone)],
        [words.facts.fingerprint, formatFingerprint(facts.fingerprint).replace(/^((?:\S+ ){7}\S+) /, '$1\n')],
      ]);
      writeAdvice(sheet, root, words);
    },
  );
  return done(drawn);
};
