// What `npm run demo` says on standard output.
import { countOf, narrow, space } from './typography.ts';
import { importProblemSentence } from './imports.ts';

const levels: Readonly<Record<string, string>> = {
  established: 'intact, origine établie',
  whole: 'entier en lui-même, origine non établie',
  notIntact: 'PAS INTACT',
  unreadable: 'illisible',
};

/** The sentences of the demonstration played without a window. */
export const demoWords = {
  prepared: (number: string, title: string): string => `Session ${number} préparée${space}: ${title}.`,
  refusedImport: (fileName: string, problems: readonly Parameters<typeof importProblemSentence>[0][]): string =>
    [
      `${fileName} refusé, rien n’a été importé${space}: ${countOf(problems.length, 'problème', 'problèmes')}.`,
      ...problems.map((problem) => `  ${importProblemSentence(problem)}`),
    ].join('\n'),
  written: (name: string, sha256: string): string => `Écrit${space}: ${name}  SHA-256 ${sha256}`,
  verified: (name: string, level: string): string => `Vérifié${space}: ${name} — ${levels[level] ?? level}`,
  outcomeDiffers: (number: string, wanted: string, got: string): string => `${number}${space}: issue attendue ${wanted}, obtenue ${got}${narrow}!`,
  totalsDiffer: `Les totaux du procès-verbal ne sont pas ceux attendus${narrow}!`,
} as const;
