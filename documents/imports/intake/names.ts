import { refuseIntake } from './manifest.ts';

/** Controls, formats and invisible marks, surrogates, private characters, line separators, the character of loss. */
const unreadable = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\uFFFD]/u;
/** Names that Windows keeps for its devices, whatever follows the first dot. Source: MSDN, Naming Files, Paths, and Namespaces. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³]) *(?:\.|$)/i;
const longestName = 255;
const longestPath = 4096;

/** The folders and the name of a path written with either slash, each harmless on every system; refuses the intake otherwise. A folder may end with a slash. */
export const partsOf = (path: string, depth: number): string[] => {
  const shown = path.slice(0, 120);
  if (path === '' || path.length > longestPath || unreadable.test(path)) return refuseIntake('name-unreadable', shown);
  if (/^[\\/]|^[a-z]:/i.test(path)) return refuseIntake('absolute-path', shown);
  // Full-width dots and slashes are mapped to plain ones by some systems.
  if (
    path
      .normalize('NFKC')
      .split(/[\\/]/)
      .some((part) => part.trimEnd() === '..')
  )
    return refuseIntake('leaves-folder', shown);
  const parts = path.replace(/[\\/]$/, '').split(/[\\/]/);
  if (parts.length > depth || parts.some((part) => part.length > longestName)) return refuseIntake('name-unreadable', shown);
  if (parts.some((part) => part === '' || part.includes(':') || /[. ]$/.test(part) || device.test(part))) return refuseIntake('name-reserved', shown);
  return parts;
};

const leftBehind = /^(?:\.DS_Store|Thumbs\.db|desktop\.ini|~\$.*|\._.*)$/i;
/** Whether a file is what a system or an office program leaves behind. */
export const isLeftBehind = (parts: readonly string[]): boolean => parts.includes('__MACOSX') || leftBehind.test(parts.at(-1) ?? '');

const raised = (name: string): string => name.normalize('NFC').toUpperCase().normalize('NFC');
/** One form for all the names that some file system takes for the same: compatibility forms, case in full (ß and ss), characters that nobody sees. */
const folded = (name: string): string => raised(name.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}/gu, '')).normalize('NFKC');

interface Place {
  readonly name: string;
  readonly kind: 'file' | 'folder';
  readonly inside: Map<string, Place>;
}

/** Every name seen so far, folders included: the same name twice, in one form or another, refuses the intake. */
export class Names {
  private readonly root: Place = { name: '', kind: 'folder', inside: new Map() };

  /** Takes one more file or folder in. */
  add(parts: readonly string[], kind: 'file' | 'folder'): void {
    const shown = parts.join('/');
    let at = this.root;
    for (const [rank, name] of parts.entries()) {
      const here = rank === parts.length - 1 ? kind : 'folder';
      const key = folded(name);
      const known = at.inside.get(key);
      if (known && known.name !== name) {
        const byCase = known.name.normalize('NFC') !== name.normalize('NFC') && raised(known.name) === raised(name);
        refuseIntake(byCase ? 'duplicate-case' : 'duplicate-unicode', shown);
      }
      if (known && (known.kind === 'file' || here === 'file')) refuseIntake('duplicate-name', shown);
      const next = known ?? { name, kind: here, inside: new Map() };
      at.inside.set(key, next);
      at = next;
    }
  }
}
