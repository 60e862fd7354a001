/** The timer of the defence. */
export const timerWords = {
  title: 'Minuterie',
  start: 'Démarrer',
  pause: 'Suspendre',
  resume: 'Reprendre',
  stop: 'Arrêter',
  restart: 'Reprendre la mesure',
  of: (spent: string, planned: string) => `${spent} / ${planned}`,
  label: 'Soutenance',
  interview: 'Entretien',
  arranged: 'durée aménagée',
  states: { idle: 'non commencée', running: 'en cours', paused: 'suspendue', stopped: 'terminée' },
  said: (state: string, spent: string) => `Soutenance ${state}, ${spent}.`,
  over: 'durée prévue dépassée',
} as const;
