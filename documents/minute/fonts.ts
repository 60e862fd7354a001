import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fontkit from 'fontkit';

/** The font files of the minute: the name under which the build copies each, and where its package keeps it. */
export const fontFiles = [
  { name: 'SourceSans3_400Regular.ttf', package: '@expo-google-fonts/source-sans-3', path: '400Regular/SourceSans3_400Regular.ttf' },
  { name: 'SourceSans3_400Regular_Italic.ttf', package: '@expo-google-fonts/source-sans-3', path: '400Regular_Italic/SourceSans3_400Regular_Italic.ttf' },
  { name: 'SourceSans3_600SemiBold.ttf', package: '@expo-google-fonts/source-sans-3', path: '600SemiBold/SourceSans3_600SemiBold.ttf' },
  { name: 'SourceSans3_700Bold.ttf', package: '@expo-google-fonts/source-sans-3', path: '700Bold/SourceSans3_700Bold.ttf' },
  { name: 'Caveat_400Regular.ttf', package: '@expo-google-fonts/caveat', path: '400Regular/Caveat_400Regular.ttf' },
  { name: 'DejaVuSans.ttf', package: 'dejavu-fonts-ttf', path: 'ttf/DejaVuSans.ttf' },
  { name: 'DejaVuSans-Bold.ttf', package: 'dejavu-fonts-ttf', path: 'ttf/DejaVuSans-Bold.ttf' },
] as const;

/** The faces of the minute, parsed once and given to every printing: parsing them anew triples the time of a printing. */
export interface MinuteFonts {
  readonly regular: fontkit.Font;
  readonly italic: fontkit.Font;
  readonly semibold: fontkit.Font;
  readonly bold: fontkit.Font;
  /** Handwriting, for a typed signature; never for the text of the minute. */
  readonly hand: fontkit.Font;
  /** For the letters that the others lack. */
  readonly fallback: fontkit.Font;
  readonly fallbackBold: fontkit.Font;
}

/** Reads the fonts of the minute from a folder that holds the files of `fontFiles` side by side; throws when one is missing. */
export const loadFonts = (folder: string): MinuteFonts => readFonts((name) => join(folder, name));

/** Reads the fonts of the minute from the packages that bring them, in a folder of modules. */
export const loadPackagedFonts = (modules: string): MinuteFonts =>
  readFonts((name) => {
    const file = fontFiles.find((each) => each.name === name);
    return join(modules, file?.package ?? '', file?.path ?? '');
  });

const readFonts = (pathOf: (name: (typeof fontFiles)[number]['name']) => string): MinuteFonts => {
  const read = (name: (typeof fontFiles)[number]['name']): fontkit.Font => {
    const font = fontkit.create(readFileSync(pathOf(name)));
    if (!('layout' in font)) throw new Error(`${name} holds several fonts`);
    return font;
  };
  return {
    regular: read('SourceSans3_400Regular.ttf'),
    italic: read('SourceSans3_400Regular_Italic.ttf'),
    semibold: read('SourceSans3_600SemiBold.ttf'),
    bold: read('SourceSans3_700Bold.ttf'),
    hand: read('Caveat_400Regular.ttf'),
    fallback: read('DejaVuSans.ttf'),
    fallbackBold: read('DejaVuSans-Bold.ttf'),
  };
};
