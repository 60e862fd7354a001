import { french } from '../french.ts';
import { homeWords } from '../home.ts';
import { lockWords } from '../lock.ts';
import { readerKeys } from '../reader.ts';
import { securityWords } from '../security.ts';
import { shortcutWords } from '../shortcuts.ts';
import { transferWords } from '../transfer.ts';
import { guideKeys } from './screen.ts';
import { keys, list, note, on, part, picture, text, type Chapter } from './passage.ts';

/** Passphrase, recovery key, backups. */
export const safetyChapter: Chapter = {
  id: 'safety',
  slug: 'securite',
  title: 'Sécurité',
  lead: 'Pour le responsable pédagogique, une fois, puis de temps en temps.',
  passages: [
    part('La phrase de passe et la clé'),
    text(
      `La phrase de passe ouvre l’espace de travail. Perdue, seule la clé de récupération la remplace : elle n’existe que sur sa fiche imprimée. Les deux se gèrent à l’accueil, sous ${on(securityWords.door)}.`,
    ),
    picture('securite', 'La phrase de passe et la clé de récupération : ce qui est en place, ce qui reste à faire.'),
    list(
      `Changez la phrase si quelqu’un a pu la voir : ${on(securityWords.passphrase.change)}`,
      `Une fiche perdue se remplace : ${on(securityWords.recovery.makeAnother)} L’ancienne n’ouvre plus rien ici.`,
      `L’espace se verrouille seul quand personne ne touche l’ordinateur (${on(lockWords.setting)}), à la mise en veille, ou sur demande : ${on(homeWords.lock)}. Les textes en cours sont gardés.`,
    ),
    part('Les sauvegardes'),
    list(
      'Délibéré en fait seul : trois par jour de travail, une par jour pendant quatorze jours, une à chaque clôture. Chacune est relue avant d’être comptée.',
      'Elles sont sur le même disque. Dans Conservation, choisissez un second dossier sur un autre disque : chaque sauvegarde y sera copiée.',
      'Si l’espace s’abîme, l’écran propose les sauvegardes qu’il a su ouvrir. Une restauration se défait.',
    ),
    part('Changer d’ordinateur'),
    text(
      `Une session s’emporte en un seul fichier chiffré (${on(transferWords.leave)}) et se reprend ailleurs (${on(transferWords.receive)}). Là d’où elle est partie, elle se lit seulement.`,
    ),
    note('Ce qui sort en fichiers (procès-verbal, lettres, tableaux) n’est protégé que par l’endroit où vous le rangez.'),
  ],
};

/** Every key that acts. */
export const keysChapter: Chapter = {
  id: 'keys',
  slug: 'raccourcis',
  title: 'Raccourcis',
  lead: french('Tout se fait au clavier : Tab avance, Maj + Tab recule, Entrée agit, Échap ferme.'),
  passages: [
    part('Pendant la délibération'),
    text('Ces touches n’agissent jamais pendant que vous écrivez.'),
    keys(shortcutWords.list),
    part('Dans le lecteur de pièces'),
    keys(readerKeys),
    part('Dans ce guide'),
    keys(guideKeys),
  ],
};
