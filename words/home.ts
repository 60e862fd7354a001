import { french } from './french.ts';
import { countOf, formatNumber, narrow, space } from './typography.ts';

/** The first screen: an absent, locked, damaged or unusable store. */
export const startWords = {
  tagline: 'Le jury de certification, de la préparation au procès-verbal signé.',
  passphrase: 'Phrase de passe',
  createTitle: 'Créer l’espace de travail',
  createIntro: french(
    'Les dossiers, les avis et les procès-verbaux seront chiffrés sur cet ordinateur par une phrase de passe que vous seul connaissez. Rien n’est envoyé ailleurs.',
  ),
  createHint: french('Au moins douze caractères. Plusieurs mots sans rapport entre eux se retiennent bien : « brume-tambour-oseille-11 ».'),
  again: 'Phrase de passe, une seconde fois',
  differ: 'Les deux phrases de passe diffèrent.',
  tooShort: (length: number): string => french(`Encore ${countOf(12 - length, 'caractère', 'caractères')} : il en faut douze au moins.`),
  lossTitle: 'Notez-la en lieu sûr',
  loss: 'Une phrase de passe perdue ne se retrouve pas encore : sans elle, personne ne pourra rouvrir cet espace.'.replace(' :', `${space}:`),
  understood: 'J’ai noté cette phrase de passe en lieu sûr.',
  create: 'Créer l’espace de travail',
  unlockTitle: 'Espace de travail verrouillé',
  unlockIntro: 'Saisissez la phrase de passe de cet ordinateur pour retrouver vos sessions.',
  unlock: 'Déverrouiller',
  show: 'Afficher la phrase de passe',
  verifyTitle: 'Vérifier un document',
  verifyIntro:
    'Un procès-verbal ou une archive reçus d’un organisme. Déposez le fichier dans la fenêtre, ou choisissez-le ; aucun espace de travail n’est nécessaire.',
  verify: 'Vérifier un document…',
  demonstrationTitle: 'Vous découvrez Délibéré ?'.replace(' ?', `${narrow}?`),
  demonstrationIntro: 'La session de démonstration est complète et fictive, dans un espace séparé du vôtre.',
  demonstration: 'Découvrir avec la session de démonstration',
  damagedTitle: 'L’espace de travail est abîmé',
  damaged: french(
    'Son contrôle d’intégrité a échoué : Délibéré ne l’ouvre pas, et ne le remplace pas par un espace vide. Ses fichiers sont laissés tels quels ; une restauration les met de côté sans rien effacer.',
  ),
  backups: 'Sauvegardes vérifiées',
  noBackup: 'Aucune sauvegarde n’a été trouvée sur cet ordinateur. Remettez en place une copie de votre dossier de données, puis rouvrez Délibéré.',
  restore: 'Restaurer cette sauvegarde',
  restorePassphrase: 'Phrase de passe de cette sauvegarde',
  backupCauses: {
    ouverture: 'faite à une ouverture',
    migration: 'faite avant une mise à jour du format',
    cloture: 'faite à la clôture d’une session',
    'avant-restauration': 'faite avant une restauration',
    purge: 'faite après une purge',
  } as Readonly<Record<string, string>>,
  backupLoss: (when: string): string => french(`Ce qui a été enregistré après le ${when} ne serait pas dans l’espace restauré.`),
  newerTitle: 'Cet espace a été écrit par une version plus récente',
  newer: french('Pour ne rien abîmer, cette version ne l’ouvre pas. Installez la version récente de Délibéré sur cet ordinateur.'),
  newerStore: 'Format de l’espace de travail',
  newerProgram: 'Format que lit cette version',
  inUseTitle: 'L’espace de travail est déjà ouvert',
  inUse: 'Une autre fenêtre de Délibéré l’utilise. Revenez à cette fenêtre, ou fermez-la puis réessayez.',
  readOnlyTitle: 'L’espace de travail ne peut pas être écrit',
  readOnly: french('Le dossier ou le disque est en lecture seule : rien ne pourrait être enregistré. Rendez-le modifiable, puis réessayez.'),
} as const;

/** The stages that a session has reached. */
export const phaseWords = {
  preparing: 'En préparation',
  open: 'Ouverte',
  closed: 'Close, à signer',
  sealed: 'Scellée',
  archived: 'Archivée',
} as const;

/** The home screen. */
export const homeWords = {
  title: 'Sessions de jury',
  newSession: 'Nouvelle session',
  verify: 'Vérifier un document',
  lock: 'Verrouiller',
  leaveDemonstration: 'Quitter la démonstration',
  openDemonstration: 'Session de démonstration',
  demonstrationTitle: 'Vous êtes dans la démonstration',
  demonstrationText: 'Personnes et pièces sont fictives. Les codes personnels sont sous le bouton «\u202fDémonstration\u202f», en haut.',
  emptyTitle: 'Aucune session pour l’instant',
  emptyText: french('Créez une session : vous y préparerez le jury, les candidats et leurs dossiers, puis vous l’ouvrirez le jour venu.'),
  column: { session: 'Session', date: 'Date', certification: 'Certification', progress: 'Avancement', state: 'État' },
  progress: (decided: number, candidates: number): string =>
    candidates === 0 ? 'Aucun candidat' : `${formatNumber(decided)} sur ${countOf(candidates, 'candidat', 'candidats')}`,
  registered: (candidates: number): string => (candidates === 0 ? 'Aucun candidat' : countOf(candidates, 'candidat', 'candidats')),
  lockTitle: 'Verrouiller l’espace de travail',
} as const;

/** The form of a new session, and of its header in the preparation. */
export const sessionWords = {
  title: 'Nouvelle session de jury',
  create: 'Créer la session',
  number: 'Numéro du procès-verbal',
  numberHint: `Unique, par exemple 2026-014.`,
  label: 'Intitulé',
  certification: 'Certification',
  heldOn: 'Date de la session',
  place: 'Lieu',
  mode: 'Tenue',
  modes: { onSite: 'Sur place', remote: 'À distance', mixed: 'Mixte' },
  timeZone: 'Fuseau horaire',
  leadHint: 'Le responsable pédagogique prépare la session, l’ouvre et scelle le procès-verbal.',
  leadGivenName: 'Prénom du responsable pédagogique',
  leadFamilyName: 'Nom du responsable pédagogique',
  leadQuality: 'Qualité du responsable',
  certificationMissing: 'Choisissez une certification.',
} as const;

/** The verification of a document. */
export const verifyWords = {
  title: 'Vérification d’un document',
  intro:
    'Choisissez un procès-verbal (PDF), une archive ou un enregistrement de session, ou déposez-le dans la fenêtre. Le fichier est lu sur cet ordinateur, rien n’est modifié.',
  choose: 'Choisir un fichier…',
  root: 'Certificat racine du document',
  rootAsked: french('Pour établir l’origine, donnez le certificat racine que l’organisme vous a remis par ailleurs (organisme.pem).'),
  rootOther: (organism: string) => french(`Le certificat donné (${organism}) n’est pas celui de ce document : l’origine n’est pas établie.`),
  giveRoot: 'Donner le certificat racine…',
  rootCompare: french('Comparez cette empreinte à celle que l’organisme publie avant de la reconnaître pour les prochaines vérifications.'),
  trustRoot: 'Reconnaître cette racine désormais',
  rootKept: 'Racine reconnue pour les prochaines vérifications.',
  rectifies: 'Rectifie',
  trusted: 'Racines reconnues sur cet ordinateur',
  trustedSince: (day: string) => `reconnue le ${day}`,
  untrust: 'Ne plus reconnaître',
  untrustLabel: (organism: string) => `Ne plus reconnaître la racine de ${organism}`,
  untrusted: (organism: string) => french(`La racine de ${organism} n’est plus reconnue.`),
  another: 'Vérifier un autre fichier',
  checking: 'Vérification en cours…',
  kinds: {
    minute: 'Procès-verbal',
    archive: 'Archive de session',
    record: 'Enregistrement de session',
    bag: 'Sac BagIt d’un autre programme',
    dossiers: 'Sac des dossiers',
    encrypted: 'Fichier chiffré',
    unknown: 'Fichier inconnu',
  },
  levels: {
    established: 'Intact, et d’origine établie',
    whole: 'Intact, mais son origine n’est pas établie ici',
    notIntact: 'Ce document n’est pas intact',
    unreadable: 'Ce fichier n’est pas un document de Délibéré',
  },
  explain: {
    established: 'Le contenu est celui qui a été signé, et la clé de l’organisme est reconnue.',
    whole: 'Le contenu est celui qui a été signé ; cet ordinateur ne connaît pas la clé de l’organisme signataire.'.replace(' ;', `${narrow};`),
    notIntact: 'Une vérification au moins a échoué. Ne vous fondez pas sur ce document.',
    unreadable: 'Sa forme n’est pas reconnue, ou il est illisible.',
  },
  file: 'Fichier',
  number: 'Numéro',
  digest: 'Empreinte SHA-256',
  checks: 'Contrôles',
  faults: 'Défauts constatés',
  signers: 'Signatures',
  capacity: { member: 'membre du jury', lead: 'responsable pédagogique', organism: 'organisme' } as Readonly<Record<string, string>>,
  unknowable: 'Ce que cette vérification ne peut pas dire',
  passed: 'réussi',
  failed: 'échoué',
  notRun: 'sans objet',
  claimed: (when: string): string => `date déclarée${space}: ${when}`,
} as const;
