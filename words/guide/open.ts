import { openWords } from '../open.ts';
import { list, note, on, picture, steps, type Chapter } from './passage.ts';

/** The jury meets, declares, and the session opens. */
export const openChapter: Chapter = {
  id: 'open',
  slug: 'ouvrir',
  title: 'Ouvrir',
  lead: 'Pour le jury qui arrive, le matin de la session.',
  passages: [
    steps(
      `Notez chaque arrivée : ${on(openWords.arrive)}. L’émargement garde l’heure.`,
      'L’ordinateur passe à chaque membre, qui choisit un code personnel de quatre à huit chiffres. Ce code ouvre son tour et signe pour lui : il ne se dit à personne.',
      `Chacun déclare ses liens avec les candidats : ${on(openWords.declare)}. Un lien déclaré fait quitter la salle pour ce candidat, et le suppléant prend le siège.`,
      `Désignez qui préside (${on(openWords.makePresident)}) et qui remplacerait (${on(openWords.makeDeputy)}).`,
      `Le responsable pédagogique donne son code : ${on(openWords.open)}.`,
    ),
    picture('ouvrir', 'L’étape Ouvrir : les membres, leur code, leurs liens, et la liste de ce qui reste à faire avant d’ouvrir.'),
    list(
      'La composition est vérifiée candidat par candidat, sur le texte de la fiche pour sa voie d’accès. Une composition non conforme n’empêche pas d’ouvrir : la décision de ces candidats sera reportée.',
      'Un membre en retard est noté à son arrivée, choisit son code, déclare ses liens, et siège aussitôt.',
    ),
    note('Un lien déclaré par erreur se retire, avec un motif, par qui l’a déclaré.'),
  ],
};
