import { french } from './french.ts';
import { space } from './typography.ts';

/** Signing with a certificate of one's own, in the dialog of the signature. */
export const ownCertificateWords = {
  open: 'Signer avec mon propre certificat (.p12, .pfx)…',
  title: 'Votre certificat',
  intro: french(
    'L’organisme émet d’ordinaire un certificat pour cette seule signature. Vous pouvez employer le vôtre : sa clé n’est lue que le temps de signer, et rien n’en est gardé.',
  ),
  choose: 'Choisir le fichier…',
  another: 'Choisir un autre fichier…',
  file: (name: string): string => `Fichier${space}: ${name}`,
  passphrase: 'Mot de passe de ce fichier',
  passphraseHint: french('Celui choisi quand le certificat a été exporté ; laissez vide s’il n’y en a pas.'),
  read: 'Lire le certificat',
  subject: 'Au nom de',
  issuer: 'Émis par',
  unchecked: 'émetteur non vérifié',
  validity: 'Valable',
  fromTo: (from: string, to: string): string => `du ${from} au ${to}`,
  key: 'Clé',
  fingerprint: 'Empreinte SHA-256',
  back: 'Signer sans mon certificat',
  notRead: french('Lisez d’abord le certificat, ou signez sans lui.'),
} as const;
