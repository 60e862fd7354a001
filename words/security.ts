import { french } from './french.ts';
import { countOf, space } from './typography.ts';

/** The passphrase and the recovery key of the store. */
export const securityWords = {
  door: 'Phrase de passe et clé',
  title: 'Phrase de passe et clé de récupération',
  intro: french('L’une ou l’autre ouvre l’espace de travail de cet ordinateur. Délibéré n’en garde aucune.'),
  demonstration: french('La démonstration n’a pas de clé de récupération, et sa phrase de passe ne change pas : elle est publiée avec Délibéré.'),
  weak: {
    repeated: 'Elle répète toujours la même chose.',
    sequence: 'Elle suit l’alphabet, les chiffres ou les touches du clavier.',
    common: 'C’est de celles que l’on essaie en premier.',
  },
  passphrase: {
    title: 'Phrase de passe',
    text: french('Elle vous est demandée à chaque ouverture. Changez-la si quelqu’un a pu la voir ou l’entendre.'),
    change: 'Changer la phrase de passe…',
    dialog: 'Changer la phrase de passe',
    dialogIntro: french('Les données ne sont pas réécrites ; la clé qui les chiffre passe sous la nouvelle phrase, ici et dans les sauvegardes à portée.'),
    current: 'Phrase de passe actuelle',
    next: 'Nouvelle phrase de passe',
    again: 'Nouvelle phrase, une seconde fois',
    missing: 'Saisissez la phrase de passe actuelle.',
    verb: 'Changer',
    done: 'La phrase de passe est changée',
    reached: (count: number) =>
      count === 0
        ? 'L’ancienne n’ouvre plus cet espace.'
        : `L’ancienne n’ouvre plus cet espace, ni ${countOf(count, 'copie', 'copies')} de sauvegarde à portée.`,
    elsewhere: french(
      'Une copie que Délibéré ne voit pas (clé USB, autre ordinateur) s’ouvre encore avec l’ancienne phrase, et donne la clé des données d’aujourd’hui. Si l’ancienne a fui, détruisez ces copies.',
    ),
  },
  recovery: {
    title: 'Clé de récupération',
    none: 'Pas encore de clé de récupération',
    noneText: 'Si la phrase de passe est perdue, personne ne pourra rouvrir cet espace. Créez une clé, imprimez sa fiche et gardez-la au coffre.',
    unconfirmed: 'Clé de récupération non confirmée',
    unconfirmedText: french('Rien ne dit que sa fiche est entre vos mains. Confirmez-la, ou créez une nouvelle clé si la fiche n’a pas été gardée.'),
    confirmed: (sheet: string, when: string) => `Fiche nº ${sheet}, clé créée le ${when} et confirmée`,
    pending: (sheet: string, when: string) => french(`Fiche nº ${sheet}, clé créée le ${when}`),
    text: 'Elle ouvre l’espace quand la phrase de passe est perdue. Elle n’est que sur sa fiche, imprimée une seule fois, loin de cet ordinateur.',
    see: 'Aller à la clé de récupération',
    make: 'Créer une clé de récupération…',
    makeAnother: 'Créer une nouvelle clé…',
    confirm: 'Confirmer la clé…',
    dialog: { none: 'Créer une clé de récupération', made: 'Créer une nouvelle clé' },
    dialogIntro: {
      none: 'Délibéré crée une clé et montre sa fiche une seule fois.',
      made: 'Délibéré crée une clé et montre sa fiche une seule fois. L’ancienne clé n’ouvrira plus cet espace ni ses sauvegardes à portée.',
    },
    verb: 'Créer la clé',
    done: 'La clé de récupération est confirmée',
    doneText: french('Gardez sa fiche au coffre, loin de cet ordinateur. S’il existe une fiche plus ancienne, détruisez-la.'),
    left: french('La clé d’avant ouvre encore les copies nommées ici, et celles que Délibéré ne voit pas.'),
  },
  left: {
    title: 'Copies restées comme avant',
    secondFolder: (path: string) => `Second dossier, hors de portée${space}: ${path}. Il sera mis à jour dès qu’il sera rebranché.`,
    formerFolder: (path: string) => `Ancien second dossier, hors de portée${space}: ${path}. Rebranchez-le avant une prochaine ouverture, ou détruisez-le.`,
    refused: (path: string) => `Ne se laisse pas écrire${space}: ${path}. Détruisez cette copie si elle n’est plus utile.`,
  },
  sheet: {
    title: 'Fiche de récupération',
    once: 'Cette clé n’est montrée qu’une fois',
    text: 'Enregistrez la fiche, imprimez-la, puis effacez le fichier. Gardez le papier au coffre, loin de cet ordinateur.',
    savedTitle: 'Fiche enregistrée',
    saved: (name: string) => `Imprimez ${name}, puis effacez ce fichier. Gardez le papier au coffre.`,
    save: 'Enregistrer la fiche à imprimer…',
    groups: 'Les deux derniers groupes de la fiche',
    groupsHint: 'Recopiez-les depuis le papier. Capitales, espaces et tirets sont indifférents.',
    groupsMissing: 'Recopiez les deux derniers groupes.',
    confirm: 'Confirmer',
    later: 'Confirmer plus tard',
  },
  confirming: {
    title: 'Confirmer la clé de récupération',
    intro: (sheet: string) => `Prenez la fiche nº ${sheet} et recopiez sa clé entière.`,
    key: 'Clé de récupération',
    keyHint: 'Les six groupes de la fiche. Capitales, espaces et tirets sont indifférents.',
    keyMissing: 'Recopiez la clé de la fiche.',
    verb: 'Confirmer',
  },
  recover: {
    forgotten: 'J’ai oublié la phrase de passe',
    title: 'Ouvrir avec la clé de récupération',
    intro: (sheet: string) => `Prenez la fiche nº ${sheet}, et choisissez une nouvelle phrase de passe${space}: l’ancienne n’ouvrira plus.`,
    introOfBackup: 'Prenez la fiche de récupération, et choisissez une nouvelle phrase de passe pour l’espace restauré.',
    none: 'Pas de clé de récupération',
    noneText: french(
      'Aucune clé n’a été créée pour cet espace de travail : seule sa phrase de passe l’ouvre. Cherchez où elle a été notée, sur papier ou dans un coffre.',
    ),
    verb: 'Ouvrir l’espace de travail',
    back: 'Revenir à la phrase de passe',
  },
} as const;
