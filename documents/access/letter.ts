import type { Result } from '../../domain/errors.ts';
import type { RetentionDue } from '../../domain/retention.ts';
import type { Instant } from '../../domain/time.ts';
import { accessWords } from '../../words/access.ts';
import { dayOf } from '../../words/typography.ts';
import type { MinuteFonts } from '../minute/fonts.ts';
import { writeList } from '../minute/list.ts';
import { drawPage } from '../retention/page.ts';

const words = accessWords.letter;

/** What is held of the person in one session. */
export interface HeldInSession {
  readonly number: string;
  readonly heldOn: string;
  readonly pieces: number;
  readonly texts: number;
  /** Whether an identity was kept for the declaration of holders. */
  readonly declared: boolean;
  readonly due: Readonly<Record<'minute' | 'dossiers' | 'opinions' | 'accommodations' | 'holders', RetentionDue>>;
}

/** What the covering letter says. */
export interface AccessLetterFacts {
  readonly name: string;
  readonly organism: string;
  readonly lead: { readonly name: string; readonly quality: string };
  readonly sessions: readonly HeldInSession[];
  readonly accommodations: boolean;
  readonly apart: number;
  readonly unreadable: number;
  readonly madeAt: Instant;
  readonly timeZone: string;
  readonly demonstration: boolean;
  readonly fonts: MinuteFonts;
}

const untilOf = (due: RetentionDue): string => (due.kind === 'until' ? words.until(due.day) : due.kind === 'undeclared' ? words.undeclared : words.noDay);

/** Draws the letter that goes with a person's own data: what is held, why, how long, the rights, what must be kept. PDF/A-3a and PDF/UA-1. Error: glyph-missing. */
export const drawAccessLetter = (facts: AccessLetterFacts): Promise<Result<Uint8Array>> =>
  drawPage(
    {
      title: words.title,
      subject: words.subject,
      author: facts.organism,
      madeAt: facts.madeAt,
      demonstration: facts.demonstration ? words.demonstration : null,
      fonts: facts.fonts,
      typed: [facts.name, facts.organism, facts.lead.name, facts.lead.quality, ...facts.sessions.map(({ number }) => number)],
    },
    (sheet, root) => {
      sheet.write(root, words.to(facts.name), { style: 'semibold', after: 10 });
      sheet.write(root, words.opening, { after: 10 });
      sheet.heading(root, words.held, 2);
      for (const session of facts.sessions) {
        sheet.write(root, words.heldIn(session.number, session.heldOn), { style: 'semibold', after: 4 });
        const { due } = session;
        writeList(sheet, root, [
          words.items.identity(untilOf(due.minute)),
          words.items.dossier(session.pieces, untilOf(due.dossiers)),
          words.items.opinions(session.texts, untilOf(due.opinions)),
          ...(session.declared ? [words.items.holders(untilOf(due.holders))] : []),
          facts.accommodations ? words.items.accommodations(untilOf(due.accommodations)) : words.items.accommodationsLeft,
        ]);
      }
      if (facts.apart > 0) sheet.write(root, words.apart(facts.apart), { after: 8 });
      if (facts.unreadable > 0) sheet.write(root, words.unreadable(facts.unreadable), { after: 8 });
      sheet.heading(root, words.why, 2);
      sheet.write(root, words.whyText, { after: 10 });
      sheet.heading(root, words.kept, 2);
      sheet.write(root, words.keptText, { after: 10 });
      sheet.heading(root, words.rights, 2);
      writeList(sheet, root, words.rightsItems);
      const signed = [words.done(dayOf(facts.madeAt, facts.timeZone)), facts.lead.name, facts.lead.quality].filter((part) => part !== '');
      sheet.write(root, signed.join('\n'), { after: 4 });
    },
  );
