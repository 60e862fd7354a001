import { demonstrationWords } from '../demonstration.ts';
import { homeWords, startWords } from '../home.ts';
import { list, note, on, picture, steps, text, type Chapter } from './passage.ts';

/** What the program is for, and its first minute. */
export const startChapter: Chapter = {
  id: 'start',
  slug: 'commencer',
  title: 'Commencer',
  lead: 'Pour tous, la première fois.',
  passages: [
    text(
      'Délibéré accompagne un jury de certification, de la préparation au procès-verbal signé, sur un seul ordinateur et sans réseau. Une session passe par six étapes, toujours visibles en haut : Préparer, Ouvrir, Délibérer, Relire, Signer, Archiver. Une étape qui ne peut pas encore s’ouvrir dit pourquoi.',
    ),
    picture('commencer', 'Le premier écran : créer l’espace de travail, découvrir la démonstration, ou vérifier un document.'),
    steps(
      `Choisissez une phrase de passe, puis ${on(startWords.create)}. Elle chiffre tout ce qui suit ; personne ne peut la retrouver à votre place.`,
      'Imprimez la fiche de la clé de récupération, recopiez-en les deux derniers groupes, et gardez le papier au coffre.',
      'Vous arrivez à la liste des sessions. Vide, elle propose trois portes.',
    ),
    picture('accueil', 'L’accueil sans aucune session : trois portes, la démonstration, une nouvelle session, un document à vérifier.'),
    list(
      `${on(homeWords.doors.demonstration.act)} : une journée complète et fictive, dans un espace séparé du vôtre. Une ligne en haut de l’écran dit à chaque étape quoi essayer.`,
      `${on(homeWords.newSession)} : un numéro, une date, un lieu, la certification. Tout le reste vient à l’étape Préparer.`,
      `${on(homeWords.doors.verify.act)} : un procès-verbal ou une archive reçus d’ailleurs, relus ici sans rien modifier.`,
    ),
    note(
      `Dans la démonstration, les codes personnels de chacun sont sous le bouton ${on(demonstrationWords.badge)}, en haut. Dans une vraie session, chacun choisit le sien et le garde pour soi.`,
    ),
  ],
};
