/** The keys of the deliberation. */
export const shortcutWords = {
  title: 'Raccourcis de la délibération',
  text: 'Ils n’agissent jamais pendant que vous écrivez.',
  key: 'Touche',
  act: 'Effet',
  list: [
    ['J ou ↓', 'candidat suivant'],
    ['K ou ↑', 'candidat précédent'],
    ['L ou →', 'bloc suivant'],
    ['H ou ←', 'bloc précédent'],
    ['1, 2, 3…', 'passer l’ordinateur au membre de ce siège'],
    ['R', 'révéler les avis, quand ils sont tous enregistrés'],
    ['Ctrl + Entrée', 'enregistrer la décision'],
    ['T', 'démarrer, suspendre ou reprendre la soutenance'],
    ['M', 'matrice des candidats et des blocs'],
    ['?', 'cette liste'],
    ['Échap', 'fermer ce qui est ouvert'],
  ],
} as const;
