import { join } from 'node:path';
import { app, type Session } from 'electron';
import { dictionary } from '../domain/dictionary.ts';
import { layDictionary } from './dictionary.ts';
import { spellFrench } from './guard/spelling.ts';
import { places } from './place.ts';

/** Lets the pages spell in French where the program brought its dictionary. macOS would use a checker of its own, of which we know nothing: it stays off there. */
export async function openSpelling(session: Session): Promise<void> {
  if (process.platform === 'darwin') return;
  const laid = await layDictionary(join(places.resources, 'spelling', dictionary.file), join(app.getPath('userData'), 'Dictionaries'));
  if (laid && session.availableSpellCheckerLanguages.includes(dictionary.language)) spellFrench(session);
}
