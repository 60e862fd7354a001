/** The one dictionary of spelling: the language Chromium knows it by, and the name under which it reads it (docs/decisions/0039). */
export const dictionary = { language: 'fr', file: 'fr-FR-3-0.bdic' } as const;
