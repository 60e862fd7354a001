import type { Session } from 'electron';

/** The spelling dictionary is never fetched: Chromium would take it from a public server. */
export function refuseSpelling(session: Session): void {
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerDictionaryDownloadURL('app://delibere/no-dictionary/');
}
