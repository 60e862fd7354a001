import { french } from './french.ts';
import { countOf, formatNumber, narrow, quote, space } from './typography.ts';

/** The first screen: an absent, locked, damaged or unusable store. */
export const startWords = {
  tagline: 'Le jury de certification, de la préparation au procès-verbal signé.',
  passphrase: 'Phrase de passe',
  createTitle: 'Créer l’espace de travail',
  createIntro: french(
    'Les dossiers, les avis et les procès-verbaux seront chiffrés sur cet ordinateur par une phrase de passe que personne d’autre ne connaît. Rien n’est envoyé ailleurs.',
  ),
  createHintShort: 'Douze caractères ou plus, en plusieurs mots.',
  createHint: french('Au moins douze caractères. Plusieurs mots sans rapport entre eux se retiennent bien : « brume-tambour-oseille-11 ».'),
  again: 'Phrase de passe, une seconde fois',
  differ: 'Les deux phrases de passe diffèrent.',
  tooShort: (length: number): string => french(`Encore ${countOf(12 - length, 'caractère', 'caractères')} : il en faut 12 au moins.`),
  lossTitle: 'Une clé de récupération l’accompagne',
  loss: 'Si la phrase de passe est perdue, seule cette clé rouvrira l’espace. Elle est montrée à l’étape suivante, une seule fois, sur une fiche à imprimer et à garder au coffre.',
  create: 'Créer l’espace de travail',
  unlockTitle: 'Espace de travail verrouillé',
  unlockIntro: 'Saisissez la phrase de passe de cet ordinateur pour retrouver vos sessions.',
  unlock: 'Déverrouiller',
  show: 'Afficher la phrase de passe',
  verifyTitle: 'Vérifier un document, lire une archive',
  verifyIntro: french(
    'Un procès-verbal ou une archive reçus d’un organisme. Déposez le fichier dans la fenêtre, ou choisissez-le ; aucun espace de travail n’est nécessaire.',
  ),
  verify: 'Vérifier un document…',
  demonstrationTitle: 'Vous découvrez Délibéré ?'.replace(' ?', `${narrow}?`),
  demonstrationIntro: 'La session de démonstration est complète et fictive, dans un espace séparé du vôtre.',
  demonstration: 'Découvrir avec la session de démonstration',
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
  dues: 'Ce qui attend',
  title: 'Sessions de jury',
  newSession: 'Nouvelle session',
  verify: 'Vérifier un document…',
  lock: 'Verrouiller',
  leaveDemonstration: 'Quitter la démonstration',
  openDemonstration: 'Session de démonstration',
  demonstrationTitle: 'Vous êtes dans la démonstration',
  demonstrationText: 'Personnes et pièces sont fictives. Les codes personnels sont sous le bouton «\u202fDémonstration\u202f», en haut.',
  emptyTitle: 'Aucune session pour l’instant',
  emptyText: french('Par où voulez-vous commencer ?'),
  doors: {
    demonstration: {
      title: 'Découvrir',
      text: 'Une journée de jury complète et fictive, dans un espace séparé du vôtre. À chaque étape, une ligne dit quoi essayer.',
      act: 'Ouvrir la démonstration',
    },
    create: {
      title: 'Préparer un jury',
      text: french('Un numéro, une date, un lieu, une certification. Le jury, les candidats et leurs dossiers viennent ensuite, à votre rythme.'),
    },
    verify: {
      title: 'Vérifier un fichier',
      text: 'Un procès-verbal ou une archive reçus d’un organisme. Le fichier est relu sur cet ordinateur, rien n’est modifié.',
      act: 'Choisir un fichier à vérifier',
    },
  },
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
  place: 'Déposez ici le document à vérifier',
  placeText:
    'Un procès-verbal (PDF), une archive ou un enregistrement de session, tel que l’organisme l’a remis. Il est lu sur cet ordinateur, rien n’est modifié.',
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
  secret: 'Phrase secrète ou clé secrète de ce fichier',
  secretHint: 'La phrase choisie à l’écriture, ou la ligne AGE-SECRET-KEY-… de la clé. Elle n’est ni enregistrée ni envoyée.',
  secretMissing: 'Saisissez la phrase secrète ou la clé secrète.',
  openLocked: 'Ouvrir et vérifier',
  another: 'Vérifier un autre fichier',
  print: 'Imprimer…',
  printedAt: (when: string): string => `Document vérifié le ${when}, à l’heure de cet ordinateur.`,
  under: (name: string) => `Vérification de ${quote(name)}`,
  stopped: 'Vérification interrompue',
  stoppedText: french('Rien n’est conclu sur ce fichier, qui n’a pas été modifié. Choisissez-le de nouveau pour le vérifier.'),
  oneByOne: (name: string, others: number) =>
    french(
      `Un fichier à la fois : seul ${quote(name)} est vérifié. ${others === 1 ? 'Déposez l’autre ensuite.' : `Déposez ensuite les ${formatNumber(others)} autres, un par un.`}`,
    ),
  dossiers: 'Dossiers de la session',
  dossiersIntro: french('Ils sont dans un fichier à part, dont le nom commence par « Dossiers ». Il est comparé à l’empreinte que l’archive en garde.'),
  dossiersSame: 'Le sac des dossiers est entier, et c’est celui que nomme l’archive.',
  dossiersChoose: 'Vérifier aussi le paquet des dossiers…',
  dossiersSecret: (name: string) => `Phrase secrète ou clé secrète de ${quote(name)}`,
  dossiersAnother: 'Choisir un autre paquet…',
  kinds: {
    minute: 'Procès-verbal',
    archive: 'Archive de session',
    record: 'Enregistrement de session',
    bag: 'Sac BagIt d’un autre programme',
    dossiers: 'Sac des dossiers',
    encrypted: 'Fichier chiffré',
    unknown: 'Fichier inconnu',
  },
  file: 'Fichier',
  number: 'Numéro',
  digest: 'Empreinte SHA-256',
  checks: 'Contrôles',
  faults: 'Défauts constatés',
  signers: 'Signatures',
  capacity: { member: 'membre du jury', lead: 'responsable pédagogique', organism: 'organisme' } as Readonly<Record<string, string>>,
  unknowable: 'Ce que cette vérification ne peut pas dire',
  passed: 'Réussi',
  failed: 'Échec',
  notRun: 'Sans objet',
  claimed: (when: string): string => `date déclarée${space}: ${when}`,
} as const;
