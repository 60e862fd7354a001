import { createHash } from 'node:crypto';
import { done, failed, type Result } from '../../domain/errors.ts';
import { minuteNumber, type SessionRecord } from '../../domain/minute.ts';
import type { Instant } from '../../domain/time.ts';
import { minuteWords } from '../../words/minute.ts';
import { rectificationWords } from '../../words/rectification.ts';
import { attachRecord } from './attachment.ts';
import { writeForm } from './fields.ts';
import type { MinuteFonts } from './fonts.ts';
import { drawFooters, drawWatermark } from './footer.ts';
import { Letters } from './letters.ts';
import { closePaper, openPaper } from './paper.ts';
import type { Printing } from './printing.ts';
import { findMissingLetter } from './proof.ts';
import { drawSections } from './sections.ts';
import { Sheet } from './sheet.ts';

/** What a minute is printed from. */
export interface MinuteFacts {
  readonly record: SessionRecord;
  /** The exact text of session.json; it is embedded and its digest printed on every page. */
  readonly recordText: string;
  readonly fonts: MinuteFonts;
  /** The instant of printing, the only date of the file: the same facts give the same bytes. */
  readonly printedAt: Instant;
  /** "provisional" to be read, marked across every page; "toSign" with an empty field for each signature. */
  readonly kind: 'provisional' | 'toSign';
}

/**
 * Draws the minute of a session as PDF/A-3a and PDF/UA-1, with session.json inside.
 * Errors: glyph-missing {character, codePoint, where} when a letter is in no font of the minute; nothing is drawn then.
 */
export const drawMinute = async (facts: MinuteFacts): Promise<Result<Uint8Array>> => {
  const { record, recordText, fonts, kind } = facts;
  const letters = new Letters(fonts);
  const missing = findMissingLetter(record, letters);
  if (missing) return failed('glyph-missing', missing);
  const digest = createHash('sha256').update(recordText, 'utf8').digest('hex');
  const createdAt = new Date(facts.printedAt);
  const paper = openPaper(fonts, {
    title: minuteWords.documentTitle(minuteNumber(record)),
    author: record.certification.certifier.name,
    subject:
      record.rectification === null
        ? minuteWords.subject(record.certification.title, kind)
        : rectificationWords.subject(record.certification.title, kind === 'provisional'),
    keywords: `SHA-256 ${digest}`,
    createdAt,
  });
  const root = paper.struct('Document');
  paper.addStructure(root);
  const sheet = new Sheet(paper, letters, () => {
    if (kind === 'provisional') drawWatermark(paper, fonts);
  });
  const printing: Printing = { sheet, root, record, kind };
  const fields = drawSections(printing);
  root.end();
  drawFooters(printing, digest);
  writeForm(paper, fields);
  attachRecord(paper, recordText, createdAt);
  return done(await closePaper(paper));
};
