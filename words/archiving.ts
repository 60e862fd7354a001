import { fileSize } from './dossier.ts';
import { french } from './french.ts';
import { countOf, formatDay, formatInstant, formatNumber } from './typography.ts';

/** The screen that archives the session. */
export const archiveWords = {
  title: 'Archiver la session',
  intro: french(
    'Ce qui reste de la session, en fichiers que vous gardez hors de ce logiciel. Seule l’archive est indispensable ; dans cet ordre, elle cite les dossiers écrits avant elle.',
  ),
  step: (rank: number) => `Étape ${formatNumber(rank)}`,
  optional: 'Facultatif',
  needed: 'Indispensable',
  nothing: 'Rien à faire',
  doneOn: (at: string) => `Fait le ${formatInstant(at, 'Europe/Paris')}`,
  permanent: 'L’archive permanente',
  holds: french(
    'Un seul fichier : le procès-verbal signé, ses données, la chaîne du journal, les certificats, et de quoi tout vérifier. Aucun avis individuel, aucune pièce d’un candidat.',
  ),
  encrypt: 'Chiffrer toute l’archive',
  encryptHint: 'Utile si elle doit voyager ou être gardée chez un tiers. Si la phrase ou la clé se perd, l’archive est perdue.',
  encryptedText: french('Son contenu a été vérifié avant d’être chiffré, et le fichier relu après. L’empreinte est celle du fichier chiffré.'),
  notSealed: 'Le procès-verbal n’est pas encore scellé.',
  notSealedText: 'L’archive s’écrit quand tous les membres ont signé et que le responsable pédagogique a apposé son sceau.',
  goSign: 'Aller à l’étape Signer',
  write: 'Écrire l’archive…',
  writeAgain: 'Écrire un autre exemplaire…',
  writeText: french(
    'Vous choisissez où l’enregistrer ; elle est relue et vérifiée aussitôt écrite. Chacune s’inscrit au journal et ne s’en efface plus ; vous pourrez en écrire d’autres.',
  ),
  before: french('Les dossiers ne sont pas encore écrits : une archive écrite maintenant ne les citera pas.'),
  stale: 'Les dossiers ont été écrits après cette archive.',
  staleText: 'Elle reste valable, mais elle ne cite pas leur empreinte. Écrivez un autre exemplaire pour qu’elle y figure.',
  written: 'Archive écrite et vérifiée',
  notWhole: 'L’archive écrite ne passe pas sa propre vérification',
  notWholeText: 'Gardez la session telle qu’elle est et écrivez un autre exemplaire, de préférence sur un autre disque.',
  file: 'Fichier',
  digest: 'Empreinte SHA-256',
  already: 'Cette session a déjà été archivée.',
  alreadyDigest: french('Empreinte de l’archive écrite :'),
  working: {
    title: 'La partie de travail',
    text: french(
      'Les avis individuels, les tours et les notes ne sont ni dans le procès-verbal ni dans l’archive. Vous pouvez les enregistrer à part, chiffrés : ils prouvent alors que chaque décision tient au regard des avis.',
    ),
    open: 'Enregistrer la partie de travail…',
    again: 'Enregistrer un autre exemplaire…',
    verb: 'Chiffrer et enregistrer',
    passphrase: 'Phrase de passe de ce fichier',
    passphraseHint: french('Douze caractères au moins. Sans elle, personne ne relira ce fichier : notez-la à part.'),
    passphraseShort: 'La phrase de passe compte douze caractères au moins.',
    repeat: 'Répéter la phrase de passe',
    repeatDiffers: 'Les deux phrases ne sont pas les mêmes.',
    pin: 'Code du responsable pédagogique',
    pinMissing: 'Un code compte de quatre à huit chiffres.',
    written: (name: string) => french(`Partie de travail enregistrée : ${name}`),
  },
  checks: 'Ce qui a été vérifié',
  passed: 'vérifié',
  failed: 'en défaut',
  notChecked: 'à établir',
  faults: 'Défauts',
  unknowable: 'Ce que cette vérification ne peut pas dire',
  keep: 'Ce qu’il faut garder',
  keepList: [
    'L’archive, en deux endroits distincts, pendant la durée fixée par le règlement (cinquante ans par défaut).',
    french('Le certificat racine de l’organisme (organisme.pem), à part : il établit d’où vient le procès-verbal.'),
    french('L’empreinte de l’archive, notée ailleurs : elle suffit à reconnaître ce fichier.'),
    'Les dossiers, à part, jusqu’à leur terme seulement.',
    'Chaque phrase de passe et chaque clé secrète, loin du fichier qu’elle ouvre.',
  ],
  verify: 'Vérifier dans des années',
  verifyList: [
    french('Dans Délibéré : Accueil, « Vérifier un document », puis choisir l’archive ou le PDF.'),
    french(
      'Sans Délibéré : le PDF s’ouvre dans tout lecteur, qui reconnaît ses signatures ; l’archive est un fichier ZIP ordinaire, et LISEZMOI.txt dit ce qu’il contient et comment le vérifier.',
    ),
    french('Un fichier en .age : la commande « age --decrypt » l’ouvre, avec la phrase de passe ou la clé secrète.'),
  ],
} as const;

/** To whom an encrypted file is closed. */
export const lockWords = {
  way: 'Qui pourra l’ouvrir',
  ways: { passphrase: 'Une phrase de passe', recipient: 'Une clé publique' },
  wayHints: { passphrase: 'Qui la connaît ouvre le fichier.', recipient: 'Celle de votre service d’archives, s’il vous en a donné une.' },
  passphrase: 'Phrase de passe de ce fichier',
  passphraseHint: french('Douze caractères au moins. Sans elle, personne n’ouvrira ce fichier : notez-la à part.'),
  passphraseShort: 'La phrase de passe compte douze caractères au moins.',
  repeat: 'Répéter la phrase de passe',
  repeatDiffers: 'Les deux phrases ne sont pas les mêmes.',
  recipient: 'Clé publique du destinataire',
  recipientHint: 'Elle commence par age1.',
  recipientUnfit: 'Recopiez la clé entière, de age1 à sa dernière lettre.',
  recipientSecret: french('C’est une clé secrète : ne la donnez à personne. La clé publique commence par age1.'),
} as const;

/** The dossiers of a session, in a file of their own. */
export const dossiersPartWords = {
  title: 'Les dossiers des candidats',
  text: french(
    'Les pièces remises par les candidats, dans un fichier à part, toujours chiffré : il a un terme, l’archive n’en a pas. À écrire avant elle, pour qu’elle en cite l’empreinte.',
  ),
  none: 'Aucune pièce n’est gardée pour cette session.',
  purged: (on: string): string =>
    french(`Plus rien n’est gardé ici depuis le ${formatDay(on)} : les dossiers ont été détruits, et ne peuvent plus être écrits.`),
  purgedFile: (name: string): string => french(`Le fichier écrit auparavant, « ${name} », est à détruire là où il est gardé.`),
  facts: (pieces: number, bytes: number, until: string): string =>
    `${countOf(pieces, 'pièce', 'pièces')}, ${fileSize(bytes)}. À garder jusqu’au ${formatDay(until)}, puis à détruire.`,
  open: 'Écrire les dossiers…',
  again: 'Écrire un autre exemplaire des dossiers…',
  dialog: 'Écrire les dossiers',
  verb: 'Chiffrer et enregistrer',
  written: (name: string): string => french(`Dossiers écrits et relus : ${name}`),
  writtenText: 'L’archive écrite ensuite en cite l’empreinte.',
} as const;
