import { french } from './french.ts';

/** The organism's root, as the Sign screen shows it. */
export const organismWords = {
  title: 'Racine de l’organisme',
  what: french('C’est la clé qui certifie chaque signature : à garder des années, comme un sceau.'),
  absent: french('Elle sera créée à la première signature. Vous pouvez aussi la créer et la sauvegarder dès maintenant.'),
  unsaved: 'Cette racine n’est pas sauvegardée',
  unsavedText: french('Si cet ordinateur est perdu, l’organisme ne pourra plus signer sous la même racine. Ce qui est déjà signé resterait vérifiable.'),
  saved: (when: string) => `Sauvegardée le ${when}`,
  created: (when: string) => `Créée le ${when}`,
  fingerprint: 'Empreinte SHA-256',
  backUp: 'Sauvegarder la racine…',
  backUpAgain: 'Sauvegarder de nouveau…',
  restore: 'Restaurer une racine…',
  check: 'Vérifier une sauvegarde…',
  certificate: 'Enregistrer le certificat…',
  certificateHint: french('organisme.pem, sans secret : à donner à qui doit vérifier vos procès-verbaux.'),
  certificateSaved: (name: string) => french(`Certificat enregistré : ${name}`),

  backup: {
    title: 'Sauvegarder la racine',
    intro: french(
      'Délibéré écrit un fichier chiffré, le relit, puis montre une fiche avec le code qui l’ouvre. Gardez le fichier sur une clé USB ou un disque de l’organisme, et la fiche sur papier, ailleurs.',
    ),
    passphrase: 'Phrase de passe de cet espace de travail',
    passphraseHint: 'Celle que vous saisissez à l’ouverture de Délibéré.',
    demonstrationHint: (phrase: string) => french(`Dans la démonstration : « ${phrase} ».`),
    missing: 'Saisissez la phrase de passe.',
    verb: 'Choisir où l’enregistrer…',
  },
  sheet: {
    title: 'Fiche de secours',
    saved: (name: string) => french(`Sauvegarde enregistrée, relue et vérifiée : ${name}`),
    text: french('Ce code ne sera plus jamais affiché. Enregistrez la fiche et imprimez-la, ou recopiez le code : sans lui, le fichier ne s’ouvre pas.'),
    reader: 'Fiche de secours',
    save: 'Enregistrer la fiche à imprimer…',
    sheetSaved: (name: string) => french(`Fiche enregistrée : ${name}. Une fois imprimée, effacez ce fichier ; ne le laissez jamais à côté de la sauvegarde.`),
    close: 'J’ai la fiche, fermer',
  },
  restoring: {
    title: { absent: 'Restaurer une racine', kept: 'Vérifier une sauvegarde' },
    intro: {
      absent: french(
        'Reprenez la racine qui signait sur un autre ordinateur : il faut le fichier de sauvegarde et le code de sa fiche. C’est possible tant que rien n’est signé ici.',
      ),
      kept: 'Le fichier est ouvert avec le code de sa fiche, et comparé à la racine de cet espace de travail. Rien n’est remplacé.',
    },
    choose: 'Choisir le fichier de sauvegarde…',
    another: 'Choisir un autre fichier…',
    chosen: (name: string, organism: string, when: string) => french(`${name} : racine de ${organism}, créée le ${when}.`),
    code: 'Code de secours',
    codeHint: 'Les six groupes de la fiche. Capitales, espaces et tirets sont indifférents.',
    fileMissing: 'Choisissez d’abord le fichier.',
    codeMissing: 'Saisissez le code de la fiche.',
    verb: { absent: 'Restaurer', kept: 'Vérifier' },
    done: {
      absent: french('La racine est restaurée : les prochaines signatures seront certifiées par elle.'),
      kept: 'Cette sauvegarde s’ouvre avec ce code, et contient bien la racine de cet espace de travail.',
    },
  },
} as const;
