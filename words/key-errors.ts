import type { Say } from './errors.ts';
import { numberFact, textFact } from './facts.ts';
import { formatDay, formatInstant } from './typography.ts';

const nothing = 'Rien n’a été écrit.';
const hour = (value: unknown, zone: unknown): string => (textFact(value) === '' ? '?' : formatInstant(textFact(value), textFact(zone) || 'UTC'));

const unsigned = 'Rien n’a été signé ; le fichier n’a pas été modifié, et Délibéré n’a pas gardé sa clé.';
const without = 'Sinon, signez sans certificat personnel : l’organisme en émet un pour cette signature.';

const day = (value: unknown): string => (textFact(value) === '' ? '?' : formatDay(textFact(value).slice(0, 10)));

/** What can go wrong with a member's own certificate. */
const certificateErrors: Readonly<Record<string, Say>> = {
  'certificate-passphrase-wrong': () => [
    'Ce mot de passe n’ouvre pas ce certificat.',
    unsigned,
    'Vérifiez les majuscules et la disposition du clavier, puis recommencez. C’est le mot de passe du fichier, choisi quand il a été exporté.',
  ],
  'certificate-not-pkcs12': () => [
    'Ce fichier n’est pas un certificat avec sa clé (PKCS#12), ou il est abîmé.',
    unsigned,
    `Choisissez un fichier .p12 ou .pfx. ${without}`,
  ],
  'certificate-protection': () => [
    'Ce fichier est protégé d’une façon que Délibéré ne sait pas ouvrir.',
    unsigned,
    `Exportez-le de nouveau avec une protection courante (AES-256 et SHA-256). ${without}`,
  ],
  'certificate-without-key': () => [
    'Ce fichier contient un certificat, mais pas la clé qui permet de signer.',
    unsigned,
    `Exportez-le de nouveau en demandant d’y joindre la clé privée. ${without}`,
  ],
  'certificate-key-other': () => [
    'La clé de ce fichier n’est celle d’aucun de ses certificats.',
    unsigned,
    `Exportez ensemble le certificat et sa clé. ${without}`,
  ],
  'certificate-expired': (facts) => [`Ce certificat a expiré le ${day(facts['to'])}.`, unsigned, `Choisissez un certificat en cours de validité. ${without}`],
  'certificate-not-yet': (facts) => [
    `Ce certificat n’est valable qu’à partir du ${day(facts['from'])}.`,
    unsigned,
    `Vérifiez d’abord l’horloge de l’ordinateur. ${without}`,
  ],
  'certificate-usage': () => [
    'Ce certificat n’est pas fait pour signer : son usage ne comprend ni la signature ni la non-répudiation.',
    unsigned,
    `Choisissez un certificat de signature. ${without}`,
  ],
  'certificate-weak': () => [
    'La clé de ce certificat est trop faible, ou d’un genre que Délibéré n’emploie pas.',
    unsigned,
    `Il faut une clé RSA d’au moins 2048 bits, ou une courbe P-256 ou P-384. ${without}`,
  ],
  'certificate-too-big': (facts) => [
    `Ce certificat est trop volumineux pour la place réservée aux signatures${numberFact(facts['bytes']) === null ? '' : ` (${numberFact(facts['bytes'])} octets, ${numberFact(facts['most'])} au plus)`}.`,
    unsigned,
    `Choisissez un autre certificat. ${without}`,
  ],
  'certificate-of-organism': () => [
    'Ce certificat se dit émis par la racine de l’organisme, qui n’émet que des certificats à usage unique.',
    unsigned,
    `Choisissez un autre certificat. ${without}`,
  ],
  'certificate-seal': () => [
    'Le sceau ne se donne pas avec un certificat personnel : c’est la racine de l’organisme qui établit l’origine du procès-verbal.',
    unsigned,
    'Scellez sans choisir de certificat.',
  ],
};

/** What can go wrong with the organism's root, and with the hour of a signature. */
export const keyErrors: Readonly<Record<string, Say>> = {
  ...certificateErrors,
  'clock-set-back': (facts) => [
    facts['act'] === 'close'
      ? `L’horloge de cet ordinateur (${hour(facts['now'], facts['timeZone'])}) est en retard sur le dernier acte de la session (${hour(facts['earliest'], facts['timeZone'])}).`
      : `L’horloge de cet ordinateur (${hour(facts['now'], facts['timeZone'])}) est en retard sur ce qui est déjà signé (${hour(facts['earliest'], facts['timeZone'])}).`,
    facts['act'] === 'close'
      ? 'La session reste ouverte, et tout ce qui est enregistré l’est toujours.'
      : 'Aucune signature n’a été donnée ; celles qui l’étaient sont en place.',
    `Remettez l’ordinateur à l’heure, puis ${facts['act'] === 'close' ? 'clôturez' : 'signez'} de nouveau.`,
  ],
  'root-absent': () => ['La racine de l’organisme n’existe pas encore.', nothing, 'Elle est créée à la première signature, ou dès sa première sauvegarde.'],
  'root-other': () => [
    'Cet espace de travail a déjà une autre racine, qui a servi ou peut servir à signer.',
    'Elle est gardée ; rien n’a été remplacé.',
    'Restaurez cette sauvegarde dans un espace de travail neuf, avant toute signature.',
  ],
  'root-unreadable': (facts) => [
    `Ce fichier${textFact(facts['name']) === '' ? '' : ` (${textFact(facts['name'])})`} ne contient pas un certificat racine écrit par Délibéré.`,
    'Rien n’a été ajouté aux racines reconnues.',
    'Demandez à l’organisme son certificat racine (organisme.pem), et comparez son empreinte à celle qu’il publie.',
  ],
  'root-backup-not-verified': () => [
    'La sauvegarde, relue après son écriture, n’est pas celle qui a été écrite.',
    'La racine est intacte dans l’espace de travail ; ce fichier n’est pas retenu comme sauvegarde.',
    'Recommencez, de préférence sur un autre disque.',
  ],
  'root-backup-unreadable': () => [
    'Ce fichier n’est pas une sauvegarde de racine écrite par Délibéré, ou il est abîmé.',
    'Il n’a pas été modifié, et rien n’a été restauré.',
    'Choisissez le fichier que Délibéré a écrit lors de la sauvegarde, ou une autre copie.',
  ],
  'recovery-code-mistyped': (facts) => [
    numberFact(facts['letters']) === null || facts['letters'] === facts['expected']
      ? 'Ce code de secours est mal recopié : son groupe de contrôle ne correspond pas.'
      : `Ce code de secours est incomplet ou trop long : ${numberFact(facts['letters'])} caractères au lieu de\u00A0${numberFact(facts['expected'])}.`,
    'Aucun essai n’a été fait ; rien n’a été restauré.',
    'Relisez la fiche, groupe par groupe : 0 est un zéro, 1 est un un.',
  ],
  'recovery-code-wrong': () => [
    'Ce code est bien écrit, mais il n’ouvre pas ce fichier.',
    'Le fichier est intact, et rien n’a été restauré.',
    'Comparez l’empreinte et la date de la fiche à celles du fichier : chaque sauvegarde a son propre code.',
  ],
};
