import type { Say } from './errors.ts';
import { textFact } from './facts.ts';

const causes: Readonly<Record<string, string>> = {
  full: 'Le disque choisi est plein : le fichier n’a pas été écrit.',
  refused: 'Ce dossier ou ce disque ne se laisse pas modifier : le fichier n’a pas été écrit.',
  gone: 'Ce dossier ou ce disque ne répond plus : le fichier n’a pas été écrit.',
};
const untouched = 'Rien n’a été modifié sur le disque.';

const retry = 'Libérez de la place sur le disque, puis recommencez.';

/** A disk that is full, as each request that must not leave a doubt says it. */
const full: Readonly<Record<string, readonly [string, string, string]>> = {
  'minute.sign': [
    'Le disque est plein : cette signature n’a pas été enregistrée.',
    'Le procès-verbal est tel qu’il était ; les signatures déjà données sont en place, et rien n’est signé à demi.',
    'Libérez de la place sur le disque, puis signez de nouveau.',
  ],
  'keys.changePassphrase': [
    'Le disque est plein : la phrase de passe n’a pas été changée.',
    'L’espace de travail s’ouvre toujours avec la phrase de passe d’avant ; rien n’est changé à demi.',
    retry,
  ],
  'keys.makeRecovery': [
    'Le disque est plein : aucune nouvelle clé de récupération n’a été faite.',
    'La clé de récupération d’avant, s’il y en a une, est toujours la bonne : gardez sa fiche.',
    retry,
  ],
  'keys.confirmRecovery': [
    'Le disque est plein : la fiche n’a pas été notée comme vérifiée.',
    'La clé de récupération qu’elle porte ouvre l’espace de travail ; gardez-la.',
    retry,
  ],
};
const fullElsewhere = [
  'Le disque est plein.',
  'Ce qui était enregistré l’est toujours ; ce que vous venez de saisir est encore à l’écran.',
  'Libérez de la place sur le disque, puis enregistrez de nouveau.',
] as const;

/** What can go wrong with the store and its files. */
export const storeErrors: Readonly<Record<string, Say>> = {
  'store-absent': () => [
    'Aucun espace de travail n’existe encore sur cet ordinateur.',
    untouched,
    'Choisissez une phrase de passe pour en créer un, ou découvrez Délibéré avec la session de démonstration.',
  ],
  'store-locked': () => [
    'L’espace de travail est verrouillé.',
    'Ses données sont chiffrées sur le disque ; tout ce qui était enregistré y est.',
    'Saisissez la phrase de passe pour le rouvrir.',
  ],
  'store-exists': () => ['Un espace de travail existe déjà sur cet ordinateur.', 'Il n’a pas été remplacé.', 'Ouvrez-le avec sa phrase de passe.'],
  'store-in-use': () => [
    'L’espace de travail est déjà ouvert dans une autre fenêtre de Délibéré.',
    'L’autre fenêtre garde la main ; rien n’a été modifié d’ici.',
    'Revenez à cette autre fenêtre, ou fermez-la puis recommencez.',
  ],
  'store-newer': (facts) => [
    `L’espace de travail a été écrit par une version plus récente de Délibéré (format ${textFact(facts['store'])}, cette version lit le format ${textFact(facts['program'])}).`,
    'Il n’a été ni ouvert ni modifié.',
    'Installez la version récente de Délibéré sur cet ordinateur.',
  ],
  'store-unmigrated': (facts) => [
    `La mise à jour de l’espace de travail (du format ${textFact(facts['store'])} au format ${textFact(facts['program'])}) a échoué : c’est un défaut de cette version de Délibéré.`,
    'L’espace de travail est tel qu’il était, et une sauvegarde vérifiée en a été faite juste avant.',
    'Rouvrez-le avec la version précédente de Délibéré, ou installez une version corrigée.',
  ],
  'store-damaged': (facts) => [
    facts['part'] === 'keys'
      ? 'Le fichier des clés de l’espace de travail est absent ou abîmé.'
      : 'L’espace de travail est abîmé : son contrôle d’intégrité a échoué.',
    'Les fichiers ont été laissés tels quels ; rien n’est effacé.',
    'Restaurez une sauvegarde vérifiée depuis l’écran de démarrage.',
  ],
  'store-read-only': () => [
    'L’espace de travail ne peut pas être écrit : le dossier ou le disque est en lecture seule.',
    'Ce qui était enregistré reste lisible ; ce que vous venez de saisir est encore à l’écran.',
    'Rendez le dossier modifiable, puis enregistrez de nouveau.',
  ],
  'store-full': (facts) => full[String(facts['request'])] ?? fullElsewhere,
  'store-failing': () => [
    'Le disque n’a pas répondu pendant la lecture ou l’écriture de l’espace de travail.',
    'Ce qui était enregistré l’est toujours ; ce que vous venez de saisir est encore à l’écran.',
    'Vérifiez le branchement du disque s’il est externe, puis enregistrez de nouveau.',
  ],
  'passphrase-wrong': (facts) => [
    'Cette phrase de passe n’est pas la bonne.',
    facts['open'] === true ? 'Rien n’a été écrit ; l’espace de travail est intact.' : 'L’espace de travail reste verrouillé et intact.',
    'Vérifiez les majuscules, les espaces et la disposition du clavier, puis recommencez.',
  ],
  'backup-unusable': () => [
    'Cette sauvegarde ne peut pas servir : son contrôle a échoué, ou la phrase de passe n’est pas celle qui la protège.',
    'L’espace de travail et la sauvegarde sont restés tels quels.',
    'Vérifiez la phrase de passe, ou choisissez une autre sauvegarde.',
  ],
  'request-unknown': () => [
    'Cette fenêtre a demandé une opération que Délibéré ne connaît pas.',
    untouched,
    'Fermez puis rouvrez Délibéré. Si cela se reproduit, réinstallez-le.',
  ],
  'request-malformed': () => [
    'Une valeur n’a pas la forme attendue.',
    'Rien n’a été enregistré ; votre saisie est encore à l’écran.',
    'Relisez les champs, en particulier les dates, les codes et les textes très longs, puis enregistrez de nouveau.',
  ],
  'not-found': (facts) => [
    `${({ candidate: 'Ce candidat', juror: 'Ce membre', session: 'Cette session', piece: 'Cette pièce', block: 'Ce bloc', import: 'Ce fichier à importer', certification: 'Cette certification', project: 'Ce projet', evidence: 'Cette preuve', accommodation: 'Cet aménagement', sessionKey: 'La clé de cette session', sheet: 'Cette fiche de secours', intake: 'Ce plan d’import', schedule: 'Le déroulé enregistré', jurorFile: 'Cette personne de l’annuaire', jurorProof: 'Ce justificatif', link: 'Ce lien à vérifier', reading: 'Cette archive ouverte à la lecture', restore: 'Cette restauration' } as Readonly<Record<string, string>>)[textFact(facts['what'])] ?? 'Cet élément'} n’existe pas, ou n’existe plus.`,
    untouched,
    'Revenez à la liste : elle montre ce qui existe maintenant.',
  ],
  forbidden: () => ['Cette action n’est pas permise ici.', untouched, 'Vérifiez qui doit l’accomplir et à quelle étape de la session.'],
  cancelled: () => ['Vous avez annulé.', untouched, 'Recommencez quand vous le souhaitez.'],
  'file-unreadable': (facts) => [
    `Le fichier${textFact(facts['name']) === '' ? '' : ` « ${textFact(facts['name'])} »`} n’a pas pu être lu.`,
    'Il n’a pas été modifié, et rien n’a été importé.',
    'Vérifiez qu’il existe encore, qu’il n’est pas ouvert ailleurs et que vous avez le droit de le lire.',
  ],
  'file-not-written': (facts) => [
    causes[textFact(facts['cause'])] ?? 'Le fichier n’a pas pu être écrit à cet endroit.',
    'Le contenu est toujours dans Délibéré ; aucun fichier incomplet n’a été laissé.',
    'Choisissez un autre dossier, ou libérez de la place, puis recommencez.',
  ],
};
