import { narrow, space } from './typography.ts';

/** What is said when the page of the window has stopped, or no longer answers: nobody's name, and nothing of what was on it. */
export const crashWords = {
  title: 'L’écran s’est interrompu',
  happened: 'Délibéré s’est interrompu pendant l’affichage. Le programme, lui, continue de tourner.',
  safeTitle: 'Ce qui est en sûreté',
  safe: `Tout ce qui était enregistré est sur le disque, chiffré${narrow}; les textes en cours sont gardés en brouillon, à quelques lettres près.`,
  turn: `Si un membre du jury avait l’ordinateur, son tour est terminé${space}: personne ne peut lire ce qu’il écrivait, et son code lui sera redemandé.`,
  nextTitle: 'Que faire',
  next: 'Rouvrez l’écran. Vous reviendrez là où vous étiez.',
  reopen: 'Rouvrir l’écran',
  againTitle: 'L’écran s’interrompt sans cesse',
  againHappened: 'Il s’est interrompu trois fois en une minute. Délibéré a cessé de le rouvrir.',
  againNext: 'Fermez la fenêtre, puis relancez Délibéré. La séance reprendra là où elle en était.',
  againMore: `Si cela recommence, redémarrez l’ordinateur. Le journal technique de Délibéré ne contient aucun nom${space}: vous pouvez le transmettre.`,
  slowTitle: 'L’écran ne répond plus',
  slow: 'L’affichage de Délibéré ne répond plus depuis un moment.',
  slowDetail: `Tout ce qui était enregistré est sur le disque. Vous pouvez attendre, ou rouvrir l’écran${space}: vous reviendrez là où vous étiez, et les dernières lettres tapées peuvent manquer.`,
  wait: 'Attendre',
} as const;
