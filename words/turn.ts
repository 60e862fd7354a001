import { french } from './french.ts';
import { formatTime } from './typography.ts';

/** Passing the laptop: whose turn, a code, nothing else. */
export const passWords = {
  title: 'Passez l’ordinateur à',
  where: (candidate: string, block: string) => `${candidate} · ${block}`,
  seats: 'Les sièges du jury',
  seat: { recorded: 'Avis enregistré', yours: 'À vous', waiting: 'En attente' },
  begin: 'Commencer',
  private: french('Les autres membres ne voient pas cet écran. Rien de ce qui a été saisi avant vous n’est affiché.'),
  leave: 'Revenir à la délibération',
} as const;

/** The turn of one member. */
export const turnWords = {
  title: (name: string) => `Votre avis, ${name}`,
  opinion: 'Votre avis sur ce bloc',
  note: 'Note de travail',
  access: 'La personne candidate peut demander communication des notes qui la concernent.',
  draftKept: (instant: string, timeZone: string) => `Brouillon enregistré à ${formatTime(instant, timeZone)}`,
  draftRestored: 'Votre brouillon a été repris.',
  already: 'Vous avez déjà donné cet avis. Il reste modifiable tant que les avis ne sont pas révélés.',
  choose: 'Choisissez un avis.',
  record: 'Enregistrer mon avis',
  leave: 'Quitter sans enregistrer',
  competencies: 'Compétences du bloc',
  hint: { validate: 'les compétences du bloc sont établies', refuse: 'des compétences ne sont pas établies', abstain: 'je ne me prononce pas' },
  sealedNote: 'Votre avis reste scellé jusqu’à la révélation de tous les avis.',
} as const;
