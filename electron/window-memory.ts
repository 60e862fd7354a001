import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newPlace, windowPlace, type WindowPlace } from '../domain/window.ts';
import { writeWhole } from './whole-file.ts';

const name = 'window.json';

/** Where the window was and how large everything was shown; as at the first start when nothing readable was kept. */
export function readWindowPlace(folder: string): WindowPlace {
  try {
    return windowPlace.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  } catch {
    return newPlace;
  }
}

/** Keeps it in the program's folder: figures alone. */
export async function keepWindowPlace(folder: string, place: WindowPlace): Promise<void> {
  await writeWhole(join(folder, name), Buffer.from(JSON.stringify(place)));
}
