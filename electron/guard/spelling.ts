import type { Session } from 'electron';
import { dictionary } from '../../domain/dictionary.ts';

/** No dictionary is ever fetched, which Chromium would take from a public server; and no session spells until ours is laid. */
export function refuseSpelling(session: Session): void {
  session.setSpellCheckerDictionaryDownloadURL('app://delibere/no-dictionary/');
  session.setSpellCheckerEnabled(false);
}

/** The session of our pages spells in French, from the file of the program alone. The language comes first: one that has no file would be asked for. */
export function spellFrench(session: Session): void {
  session.setSpellCheckerLanguages([dictionary.language]);
  session.setSpellCheckerEnabled(true);
}
