import type { Say } from './errors.ts';
import { textFact } from './facts.ts';
import { formatDay, quote } from './typography.ts';

const nothing = 'Rien n’a été repris de ce fichier.';

/** What can go wrong with a session that is carried to another laptop and back. */
export const transferErrors: Readonly<Record<string, Say>> = {
  'session-checked-out': (facts) => [
    `Cette session a été emportée${textFact(facts['to']) === '' ? '' : ` sur ${quote(textFact(facts['to']))}`}${textFact(facts['at']) === '' ? '' : `, le ${formatDay(textFact(facts['at']).slice(0, 10))}`} : elle se lit ici, et ne s’écrit plus.`,
    'Rien n’a changé.',
    'Recevez le fichier qui en revient ; s’il ne revient pas, reprenez la session ici depuis l’accueil.',
  ],
  'session-here': () => ['Cette session n’est pas emportée : elle s’écrit déjà ici.', 'Rien n’a changé.', 'Ouvrez-la depuis l’accueil.'],
  'transfer-not-ours': () => [
    'Ce fichier n’est pas une session emportée par Délibéré.',
    nothing,
    'Choisissez le fichier .delibere qui a été écrit sur l’autre ordinateur.',
  ],
  'transfer-newer': () => [
    'Ce fichier a été écrit par une version plus récente de Délibéré.',
    nothing,
    'Installez la même version sur cet ordinateur, puis recevez-le de nouveau.',
  ],
  'transfer-older': () => [
    'Ce fichier a été écrit par une version plus ancienne de Délibéré.',
    nothing,
    'Mettez à jour l’ordinateur d’où il vient, reprenez-y la session, puis emportez-la de nouveau.',
  ],
  'transfer-damaged': () => [
    'Ce fichier est incomplet ou a été modifié depuis qu’il a été écrit.',
    nothing,
    'Copiez-le de nouveau depuis l’autre ordinateur, puis recevez-le.',
  ],
  'transfer-own': (facts) => [
    `Ce fichier est celui par lequel la session ${textFact(facts['number'])} est partie d’ici.`,
    nothing,
    'Recevez-le sur l’autre ordinateur ; si elle ne doit plus partir, reprenez-la ici.',
  ],
  'transfer-received': (facts) => [
    `Ce fichier de la session ${textFact(facts['number'])} a déjà été reçu ici.`,
    'La session n’a pas changé.',
    'Ouvrez la session depuis l’accueil.',
  ],
  'transfer-demonstration': (facts) => [
    facts['demonstration'] === true
      ? 'Ce fichier porte une session de démonstration, qui n’entre pas dans votre espace de travail.'
      : 'Ce fichier porte une vraie session, qui n’entre pas dans l’espace de démonstration.',
    nothing,
    facts['demonstration'] === true ? 'Ouvrez la démonstration pour le recevoir.' : 'Quittez la démonstration, puis recevez-le.',
  ],
  'transfer-organism': () => [
    'Ce fichier vient d’un autre organisme : sa racine n’est pas celle de cet ordinateur.',
    nothing,
    'Recevez-le sur un ordinateur de l’organisme qui l’a écrit, ou sur un ordinateur dont l’espace de travail n’a encore aucune racine.',
  ],
  'transfer-running': () => [
    'Le fichier de cette session est en train de s’écrire.',
    'Rien n’a changé.',
    'Attendez la fin de l’enregistrement, ou interrompez-le : la session restera ici.',
  ],
  'transfer-piece-missing': () => [
    'Une pièce d’un dossier manque ou est abîmée sur cet ordinateur.',
    'La session n’a pas été emportée, et s’écrit toujours ici.',
    'Retirez la pièce du dossier et ajoutez-la de nouveau, ou restaurez une sauvegarde.',
  ],
};
