/** The parts of what follows a session. */
export const afterWords = {
  nav: 'Suites de la session',
  sections: {
    archive: 'Archive',
    letters: 'Lettres et résultats',
    holders: 'Déclaration des titulaires',
    journal: 'Journal',
  },
  soon: 'Cette partie n’est pas encore écrite.',
} as const;
