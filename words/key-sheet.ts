import { french } from './french.ts';
import { recoveryWords } from './recovery.ts';

/** The sheet that bears the recovery key of the store, printed once and kept away from the computer. */
export const keySheetWords = {
  author: 'Délibéré',
  documentTitle: 'Fiche de récupération de l’espace de travail',
  subject: 'Clé qui ouvre l’espace de travail quand la phrase de passe est perdue',
  title: 'Fiche de récupération',
  subtitle: 'Espace de travail des jurys de certification',
  codeHeading: 'Clé de récupération',
  codeHint: french(
    'Ni I, ni L, ni O, ni U dans cette clé : 0 est un zéro, 1 est un un. Le dernier groupe contrôle les autres ; une clé mal recopiée est signalée avant tout essai.',
  ),
  facts: {
    heading: 'Cette fiche',
    sheet: 'Numéro de la fiche',
    sheetHint: (sheet: string) => french(`${sheet} (affiché aussi par Délibéré quand il demande la clé)`),
    made: 'Clé créée le',
    holder: 'Remise à (nom, date)',
    computer: 'Ordinateur (étiquette)',
  },
  why: {
    heading: 'Ce qu’elle ouvre',
    text: french(
      'Tout l’espace de travail et ses sauvegardes, comme la phrase de passe. Elle sert quand cette phrase est perdue, ou que la personne qui la connaissait est absente. Sans l’une ni l’autre, personne ne peut rouvrir l’espace.',
    ),
  },
  how: {
    heading: 'Comment s’en servir',
    steps: [
      french('À l’écran de déverrouillage, choisissez « J’ai oublié la phrase de passe ».'),
      'Comparez le numéro affiché à celui de cette fiche, puis saisissez la clé.',
      'Choisissez aussitôt une nouvelle phrase de passe. Cette clé reste valable ensuite.',
    ],
  },
  where: {
    heading: 'Où la garder, et qui la garde',
    rules: [
      french('Sur papier, sous clé, par exemple dans le coffre de l’organisme : qui a l’ordinateur et cette clé lit tout.'),
      'Loin de l’ordinateur et de ses sauvegardes, jamais dans la même sacoche, ni en photo, ni par courriel.',
      french('Une personne désignée par l’organisme, hors du jury, la garde ; son nom est noté plus haut.'),
      french('Une nouvelle clé annule celle-ci : détruisez alors cette fiche.'),
    ],
  },
  spoken: recoveryWords.spoken,
} as const;
