import type { Result } from '../../domain/errors.ts';
import type { RetentionProof } from '../../domain/retention.ts';
import type { Instant } from '../../domain/time.ts';
import { purgeProofWords as words, retentionWords } from '../../words/retention.ts';
import { formatDay, formatInstant, formatNumber } from '../../words/typography.ts';
import { drawFacts } from '../minute/facts.ts';
import type { MinuteFonts } from '../minute/fonts.ts';
import { drawPage } from './page.ts';

/** Where copies made before the purge may remain: among the backups of the store, in a second folder out of reach or no longer followed, or nowhere known. */
export type CopiesLeft = 'backups' | 'second' | 'none';

/** What a certificate of destruction says. */
export interface PurgeProofFacts {
  readonly proof: RetentionProof;
  readonly copies: CopiesLeft;
  readonly madeAt: Instant;
  readonly demonstration: boolean;
  readonly fonts: MinuteFonts;
}

const timeZone = 'Europe/Paris';

/** Draws the certificate of destruction of one purge, as PDF/A-3a and PDF/UA-1; it names nobody. Error: glyph-missing. */
export const drawPurgeProof = ({ proof, copies, madeAt, demonstration, fonts }: PurgeProofFacts): Promise<Result<Uint8Array>> =>
  drawPage(
    {
      title: words.title,
      subject: words.subject,
      author: words.author,
      madeAt,
      demonstration: demonstration ? words.demonstration : null,
      fonts,
      typed: [proof.reason, proof.session ?? ''],
    },
    (sheet, root) => {
      sheet.write(root, words.text, { after: 6 });
      sheet.write(root, words.copies[copies], { after: 10 });
      drawFacts(sheet, root, [
        [words.labels.what, retentionWords.kinds[proof.what]],
        [words.labels.session, proof.session ?? words.directory],
        [words.labels.at, formatInstant(proof.at, timeZone)],
        [words.labels.due, formatDay(proof.due)],
        [words.labels.ground, retentionWords.grounds[proof.what]],
        [words.labels.rows, formatNumber(proof.rows)],
        [words.labels.files, formatNumber(proof.files)],
        [words.labels.reason, proof.reason],
        [words.labels.entry, words.entry(proof.seq)],
      ]);
      if (proof.again) sheet.write(root, words.again, { after: 8 });
      sheet.heading(root, words.stays, 2);
      sheet.write(root, retentionWords.stays[proof.what === 'jurorFile' ? 'jurorFile' : 'session'], { after: 10 });
      sheet.write(root, words.limits, { after: 10 });
      sheet.write(root, words.made(formatInstant(madeAt, timeZone)));
    },
  );
