/** The doors of the home screen that open on every session at once. */
export const doorWords = {
  nav: 'Pour toutes les sessions',
  statistics: 'Statistiques',
  retention: 'Conservation',
  soon: 'Cette partie n’est pas encore écrite.',
} as const;
