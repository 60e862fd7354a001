/** The parts of what follows a session. */
export const afterWords = {
  nav: 'Suites de la session',
  sections: {
    archive: 'Archive',
    letters: 'Lettres et résultats',
    holders: 'Déclaration des titulaires',
    journal: 'Journal',
  },
  narrowed: {
    search: 'Chercher un candidat',
    all: 'Tous',
    none: 'Personne ne répond à cette recherche.',
  },
  soon: 'Cette partie n’est pas encore écrite.',
} as const;
