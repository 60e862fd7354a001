import type { Say } from './errors.ts';
import { textFact } from './facts.ts';

const nothing = 'Rien n’a été détruit.';

/** What can go wrong with retention, and with a person's own data. */
export const retentionErrors: Readonly<Record<string, Say>> = {
  'purge-not-due': () => [
    'Ces données ne sont pas arrivées au terme de leur conservation.',
    nothing,
    'Attendez la date du calendrier, ou la fin du recours ou de la rectification en cours.',
  ],
  'purge-changed': () => [
    'Le nombre d’éléments a changé depuis que vous l’avez lu.',
    nothing,
    'Relisez le nombre affiché, qui vient d’être refait, puis confirmez.',
  ],
  'hold-unchanged': (facts) => [
    facts['held'] === true ? 'Un recours est déjà noté pour cette session.' : 'Aucun recours n’est noté pour cette session.',
    'Le registre n’a pas changé.',
    'Relisez le calendrier de conservation.',
  ],
  'folder-unfit': () => [
    'Ce dossier est dans celui des données elles-mêmes : il disparaîtrait avec elles.',
    'Le second dossier de sauvegarde n’a pas changé.',
    'Choisissez un dossier sur un autre disque.',
  ],
  'copies-still-there': (facts) => [
    `Ce dossier est encore là, avec ses sauvegardes : ${textFact(facts['path'])}.`,
    'Rien n’a été noté ni détruit.',
    'Détruisez-le d’abord, puis notez-le ici.',
  ],
  'access-sealed': (facts) => [
    `La session ${textFact(facts['session'])} n’est pas close : ce que le jury y écrit est encore sous scellé.`,
    'Rien n’est sorti du programme.',
    'Répondez à la personne que sa demande sera servie après la clôture, dans le délai d’un mois que donne le RGPD.',
  ],
  'access-several-people': () => [
    'Les lignes choisies ne portent pas toutes le même nom et la même date de naissance : ce sont peut-être plusieurs personnes.',
    'Rien n’est sorti du programme.',
    'Ne choisissez que les lignes de la personne qui demande ses données.',
  ],
};
