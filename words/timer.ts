/** The timer of the defence. */
export const timerWords = {
  title: 'Minuterie',
  start: 'Démarrer',
  pause: 'Suspendre',
  resume: 'Reprendre',
  stop: 'Arrêter',
  restart: 'Reprendre la mesure',
  left: (left: string, planned: string) => `reste ${left} sur ${planned}`,
  past: (past: string, planned: string) => `${planned} dépassées de ${past}`,
  label: 'Soutenance',
  interview: 'Entretien',
  why: 'Motif de l’interruption',
  whyHint: 'Sans donnée de santé. Consigné à la reprise.',
  interruptions: 'Interruptions',
  interruption: (from: string, to: string | null, note: string) =>
    [to === null ? `depuis ${from}` : `de ${from} à ${to}`, note].filter((part) => part !== '').join(' · '),
  notCounted: 'Le temps des interruptions n’est pas décompté.',
  states: { idle: 'non commencée', running: 'en cours', paused: 'suspendue', stopped: 'terminée' },
  elapsed: 'Le temps prévu de la soutenance est écoulé.',
  said: (state: string, spent: string) => `Soutenance ${state}, ${spent}.`,
} as const;
