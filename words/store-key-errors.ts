import type { Say } from './errors.ts';
import { numberFact, textFact } from './facts.ts';

const reasons: Readonly<Record<string, string>> = {
  short: 'Cette phrase de passe est trop courte : il faut douze caractères au moins.',
  repeated: 'Cette phrase de passe répète toujours la même chose : elle se devine tout de suite.',
  sequence: 'Cette phrase de passe suit l’alphabet, les chiffres ou les touches du clavier : elle se devine tout de suite.',
  common: 'Cette phrase de passe est de celles que l’on essaie en premier : le nom du logiciel, un mot convenu, ou l’exemple affiché.',
  same: 'Cette phrase de passe est déjà celle de l’espace de travail.',
};

/** What can go wrong with the passphrase and the recovery key of the store. */
export const storeKeyErrors: Readonly<Record<string, Say>> = {
  'passphrase-weak': (facts) => [
    reasons[textFact(facts['why'])] ?? 'Cette phrase de passe est trop faible.',
    'Rien n’a été créé ni changé.',
    'Choisissez plusieurs mots sans rapport entre eux.',
  ],
  'keys-newer': (facts) => [
    `Le fichier des clés (cles.json) a été écrit par une version plus récente de Délibéré (format ${textFact(facts['file'])}, cette version lit jusqu’au format ${textFact(facts['program'])}).`,
    'L’espace de travail n’a été ni ouvert ni modifié.',
    'Installez la version récente de Délibéré sur cet ordinateur.',
  ],
  'recovery-key-none': () => [
    'Cet espace de travail n’a pas de clé de récupération.',
    'Il reste verrouillé et intact.',
    'Seule sa phrase de passe l’ouvre. Une fois ouvert, créez une clé de récupération depuis « Phrase de passe et clé ».',
  ],
  'recovery-key-mistyped': (facts) => [
    numberFact(facts['letters']) === null || facts['letters'] === facts['expected']
      ? 'Cette clé est mal recopiée : son groupe de contrôle, le dernier, ne correspond pas aux autres.'
      : `Cette clé est incomplète ou trop longue : ${numberFact(facts['letters'])} caractères au lieu de\u00A0${numberFact(facts['expected'])}.`,
    'Aucun essai n’a été fait ; rien n’a été modifié.',
    'Relisez la fiche, groupe par groupe : 0 est un zéro, 1 est un un.',
  ],
  'recovery-key-wrong': (facts) => [
    'Cette clé est bien recopiée, mais ce n’est pas celle de cet espace de travail.',
    'Il reste intact, et rien n’a été modifié.',
    `Cherchez la fiche nº ${textFact(facts['sheet'])} : chaque nouvelle clé annule celle d’avant.`,
  ],
  'recovery-key-unconfirmed': () => [
    'Ces groupes ne sont pas les deux derniers de la fiche affichée.',
    'La clé est créée, mais pas encore confirmée ; rien d’autre n’a changé.',
    'Relisez le bas de l’encadré de la fiche, puis saisissez les deux derniers groupes.',
  ],
  'demonstration-keys': () => [
    'La démonstration n’a pas de clé de récupération, et sa phrase de passe ne change pas : elle est publiée avec Délibéré.',
    'Rien n’a été modifié.',
    'Quittez la démonstration pour changer la phrase de passe de votre espace de travail.',
  ],
};
