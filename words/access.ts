import { countOf, formatDay, narrow, space } from './typography.ts';

/** The sentences of the right of access: what is held of a person, why, how long. */
export const accessWords = {
  title: 'Données d’une personne',
  intro: 'Une personne candidate peut demander tout ce qui est gardé sur elle (RGPD, article 15). Cherchez-la par son nom, dans toutes les sessions.',
  search: 'Nom du candidat',
  none: 'Aucun candidat de ce nom.',
  chosen: 'Sessions à remettre',
  born: (day: string): string => (day === '' ? 'date de naissance non saisie' : `né(e) le ${formatDay(day)}`),
  line: (name: string, session: string, number: string): string => `${name}, session ${session}, n°${space}${number}`,
  refused: 'session non close : rien ne peut sortir'.replace(' :', `${space}:`),
  accommodations: 'Joindre ses aménagements',
  accommodationsHint: `Données de santé${space}: seulement si la personne les demande, car le fichier va voyager.`,
  encrypt: 'Chiffrer le fichier',
  phrase: 'Phrase de passe du fichier',
  phraseHint: 'Douze caractères au moins. Donnez-la à la personne par un autre chemin que le fichier.',
  phraseShort: 'Douze caractères au moins.',
  passphrase: 'Phrase de passe de vos données',
  passphraseMissing: 'Saisissez-la pour confirmer.',
  check: 'Relisez le fichier avant de le remettre : le programme retire le nom des autres personnes, mais pas ce qui les désignerait autrement.'.replace(
    ' :',
    `${space}:`,
  ),
  act: 'Préparer le fichier…',
  done: (name: string): string => `Enregistré${space}: ${name}`,
  file: (number: string, encrypted: boolean): string => `Données personnelles ${number}.zip${encrypted ? '.age' : ''}`,
  member: '[membre du jury]',
  other: '[autre personne]',
  oneMember: 'un membre du jury',
  letter: {
    title: 'Vos données personnelles',
    subject: 'Réponse à une demande d’accès (RGPD, article 15)',
    to: (name: string): string => `À l’attention de ${name}`,
    opening:
      'Vous avez demandé les données que nous gardons sur vous. Elles sont dans le fichier joint à cette lettre : donnees.json, qui se lit avec tout éditeur de texte, et le dossier pieces, qui contient vos documents tels que vous les avez remis.'.replace(
        ' :',
        `${space}:`,
      ),
    held: 'Ce qui est gardé, et jusqu’à quand',
    heldIn: (session: string, day: string): string => `Session ${session} du ${formatDay(day)}`,
    items: {
      identity: (until: string): string =>
        `Votre identité, votre voie d’accès, les décisions du jury et leurs motifs${space}: ${until}. Elles prouvent votre titre ou vos blocs acquis.`,
      dossier: (pieces: number, until: string): string =>
        `Votre dossier (${countOf(pieces, 'pièce', 'pièces')}, grilles, preuves, conditions d’entrée)${space}: ${until}.`,
      opinions: (count: number, until: string): string =>
        `Les avis et les notes écrits sur vous (${countOf(count, 'texte', 'textes')}), sans le nom de leur auteur${space}: ${until}.`,
      holders: (until: string): string => `L’identité déclarée à la Caisse des dépôts pour votre titre, et sa réponse${space}: ${until}.`,
      accommodations: (until: string): string => `Les aménagements de vos épreuves, joints à votre demande${space}: ${until}.`,
      accommodationsLeft:
        'Les aménagements de vos épreuves, s’il y en a, ne sont pas joints : ce sont des données de santé, remises seulement si vous les demandez.'.replace(
          ' :',
          `${space}:`,
        ),
    },
    until: (day: string): string => `jusqu’au ${formatDay(day)}`,
    undeclared: 'sans terme tant que la Caisse des dépôts n’a pas accepté la déclaration de chaque titulaire de la session',
    noDay: 'sans terme tant que le procès-verbal n’est pas scellé ou qu’un recours est en cours',
    unreadable: (count: number): string =>
      count === 1
        ? `Une pièce est abîmée chez nous et n’a pas pu être jointe${narrow}; donnees.json la nomme. Si vous l’avez encore, vous pouvez nous la remettre.`
        : `${count} pièces sont abîmées chez nous et n’ont pas pu être jointes${narrow}; donnees.json les nomme. Si vous les avez encore, vous pouvez nous les remettre.`,
    apart: (count: number): string =>
      `${countOf(count, 'pièce trop lourde est remise', 'pièces trop lourdes sont remises')} à part${narrow}; donnees.json les nomme.`,
    why: 'Pourquoi elles sont gardées',
    whyText:
      'Le certificateur doit pouvoir justifier chaque décision de jury : c’est une obligation légale et une mission d’intérêt public (RGPD, article 6). Personne d’autre que l’organisme et le jury n’y a accès ; aucune décision n’est prise par une machine.'
        .replace(' :', `${space}:`)
        .replace(' ;', `${narrow};`),
    rights: 'Vos droits',
    rightsItems: [
      'Faire corriger ce qui est inexact (article 16). Une décision du jury ne se corrige pas par cette voie, mais par un recours.',
      'Demander l’effacement (article 17). Ce qui est arrivé à son terme est détruit ; le reste doit être gardé, comme il est dit ci-dessus.'.replace(
        ' ;',
        `${narrow};`,
      ),
      'Faire limiter l’usage de vos données, ou vous y opposer (articles 18 et 21).',
      'Saisir la CNIL, 3 place de Fontenoy, 75007 Paris.',
    ],
    kept: 'Ce qui doit être gardé même si vous demandez l’effacement',
    keptText:
      'Le procès-verbal, les décisions vous concernant et leurs motifs, et la liste des titulaires. L’article 17, paragraphe 3, du RGPD l’impose : ils répondent à une obligation légale, ils sont archivés dans l’intérêt public, et ils permettent de constater ou de défendre un droit, à commencer par le vôtre. Le dossier est gardé jusqu’à son terme pour qu’un recours puisse être jugé.'.replace(
        ' :',
        `${space}:`,
      ),
    done: (day: string): string => `Fait le ${formatDay(day)}`,
    demonstration: 'Démonstration : personnes et données fictives.'.replace(' :', `${space}:`),
  },
} as const;
