import { countOf, formatDay, formatInstant, narrow, quote, space } from './typography.ts';

const kinds = {
  drafts: 'Brouillons de saisie',
  accommodations: 'Aménagements des épreuves',
  opinions: 'Avis et partie de travail du journal',
  notes: 'Notes personnelles des membres',
  dossiers: 'Dossiers des candidats',
  holders: 'Identités déclarées à la Caisse des dépôts',
  minute: 'Procès-verbal et liste des titulaires',
  jurorFile: 'Fiche d’un membre de jury',
} as const;

const appealThenMonths = 'délai de recours, puis durée des dossiers (règlement de la session)';

const departed = {
  dossiers: 'Fichier des dossiers',
  working: 'Partie de travail',
  access: 'Données remises à une personne à sa demande (votre copie)',
  declaration: 'Fichier de la déclaration des titulaires',
  letters: 'Lettres',
  results: 'Résultats',
  journal: 'Journal',
  other: 'Fichier exporté',
} as const;

/** The sentences of retention: how long each kind of data is kept, what a purge takes and what it leaves. */
export const retentionWords = {
  title: 'Conservation',
  intro: `Jusqu’à quand chaque donnée est gardée, et pourquoi. Le programme ne détruit rien de lui-même${space}: vous décidez de chaque purge.`,
  due: (count: number): string =>
    count < 2
      ? 'Un lot de données est arrivé au terme de sa conservation.'
      : `${countOf(count, 'lot', 'lots de données')} sont arrivés au terme de leur conservation.`,
  see: 'Voir le calendrier',
  parts: 'Parties de la conservation',
  tabs: {
    calendar: 'Calendrier',
    proofs: (left: number): string => (left === 0 ? 'Preuves de purge' : `Preuves de purge (${left} à détruire à la main)`),
    backups: 'Sauvegardes',
    person: 'Données d’une personne',
  },
  sections: { calendar: 'Calendrier', proofs: 'Preuves de purge', backups: 'Second dossier de sauvegarde', left: 'À détruire à la main' },
  kinds,
  grounds: {
    drafts: 'jusqu’à la clôture, dont ils n’étaient que l’ébauche',
    accommodations: 'délai de recours (règlement de la session) : données de santé, article 9 du RGPD'.replace(' :', `${space}:`),
    opinions: appealThenMonths,
    notes: appealThenMonths,
    dossiers: appealThenMonths,
    holders: `${appealThenMonths}, une fois chaque déclaration acceptée`,
    minute: 'preuve du titre délivré (règlement de la session)',
    jurorFile: 'preuve de la composition, comptée de la dernière session siégée (règlement)',
  },
  lost: {
    drafts: 'Les textes commencés et jamais enregistrés.',
    accommodations: 'Le dossier du référent, l’accord du candidat, ce que le jury en a lu, les temps de soutenance et le registre d’accès.',
    opinions: 'Les avis individuels, leurs remarques, les dévoilements, les tours, et les liens vérifiés avant la séance.',
    notes: 'Les notes que chaque membre écrivait pour lui seul.',
    dossiers:
      'Les pièces, les grilles, les preuves, les projets, les conditions d’entrée vérifiées, l’ordre de passage, qui accompagnait un candidat de VAE et les motifs des corrections d’envoi.',
    holders: 'L’état civil saisi pour la déclaration, ses versions antérieures, et le texte des comptes rendus. Les clés, les dates et les réponses restent.',
    jurorFile: 'La fiche de l’annuaire et ses justificatifs.',
  },
  stays: {
    session: `Le procès-verbal, les décisions avec leurs motifs, la liste des candidats et la chaîne du journal, qui se vérifie toujours.`,
    jurorFile: 'Le nom et la qualité du membre dans chaque procès-verbal qu’il a signé.',
  },
  column: { what: 'Données', subject: 'Session ou personne', until: 'Gardées jusqu’au', count: 'Contenu', acts: 'Actions' },
  until: (day: string): string => formatDay(day),
  states: {
    notSealed: 'Pas de terme avant le sceau du procès-verbal',
    rectifying: 'Rectification en cours',
    held: (reason: string): string => `Recours en cours${space}: ${reason}`,
    undeclared: (holders: number): string =>
      holders < 2
        ? 'Un titulaire reste sans déclaration acceptée : son identité est gardée jusque-là.'.replace(' :', `${space}:`)
        : `${holders} titulaires restent sans déclaration acceptée${space}: leurs identités sont gardées jusque-là.`,
  },
  dueNow: 'À purger',
  count: ({ rows, files }: { readonly rows: number; readonly files: number }): string =>
    rows + files === 0 ? 'Rien' : [countOf(rows, 'élément', 'éléments'), ...(files === 0 ? [] : [countOf(files, 'fichier', 'fichiers')])].join(', '),
  archivist: 'Selon votre service d’archives',
  notCounted: 'Non compté',
  filter: 'Afficher',
  filters: { due: 'Arrivées au terme', all: 'Tout' },
  nothingDue: 'Rien n’est arrivé au terme de sa conservation.',
  empty: {
    title: 'Aucune session',
    text: 'Les données d’une session paraissent ici dès qu’elle existe, avec leur terme une fois le procès-verbal scellé.',
    act: 'Voir les sessions',
  },
  export: 'Exporter le calendrier (CSV)…',
  exported: (name: string): string => `Enregistré${space}: ${name}`,
  purge: {
    open: 'Purger…',
    label: (what: string, name: string): string => `Purger ${what}, ${name}`,
    title: (what: string): string => `Purger${space}: ${what}`,
    exact: (subject: string, count: string, files: number): string => `${subject}${space}: ${count} seront détruits${files > 0 ? ', fichiers compris' : ''}.`,
    irreversible: 'Une purge ne s’annule pas. Les sauvegardes antérieures sont détruites aussi, et une seule, vérifiée, les remplace.',
    lost: 'Ce qui sera perdu',
    stays: 'Ce qui reste',
    reason: 'Motif',
    reasonHint: 'Écrit dans la preuve de purge, gardée sans limite. N’y mettez le nom de personne.',
    reasonMissing: 'Écrivez le motif de cette purge.',
    pin: 'Code du responsable pour cette session',
    passphrase: 'Phrase de passe de vos données',
    secretMissing: 'Saisissez-le pour confirmer.',
    act: 'Détruire définitivement',
    done: (count: string): string => `Purge faite${space}: ${count} détruits.`,
    doneText: 'Une sauvegarde vérifiée a été faite et les précédentes ont été détruites. La preuve est sous « Preuves de purge ».'
      .replace('« ', `«${narrow}`)
      .replace(' »', `${narrow}»`),
    notBackedUp:
      'Les données sont détruites, mais la sauvegarde n’a pas pu être vérifiée : les sauvegardes antérieures sont encore là. Fermez puis rouvrez Délibéré pour terminer.'.replace(
        ' :',
        `${space}:`,
      ),
  },
  hold: {
    open: 'Noter un recours…',
    lift: 'Lever le recours…',
    openLabel: (session: string): string => `Noter un recours, ${session}`,
    liftLabel: (session: string): string => `Lever le recours, ${session}`,
    title: (session: string): string => `Recours en cours, session ${session}`,
    liftTitle: (session: string): string => `Fin du recours, session ${session}`,
    text: 'Tant qu’un recours est noté, aucune donnée de cette session n’arrive à son terme.',
    liftText: 'Les termes comptés depuis la clôture reprennent aussitôt.',
    reason: 'Motif',
    reasonHint: 'Référence du recours ou de la décision, sans le nom de personne.',
    act: 'Noter le recours',
    liftAct: 'Lever le recours',
  },
  proofs: {
    none: `Aucune purge n’a été faite. Chacune laissera ici sa preuve${space}: ce qui est parti, quand, et sur quel fondement.`,
    column: { at: 'Faite le', what: 'Données', session: 'Session', count: 'Détruit', reason: 'Motif', acts: 'Actions' },
    at: (at: string): string => formatInstant(at, 'Europe/Paris'),
    again: 'appliquée de nouveau après une restauration',
    save: 'Attestation…',
    saveLabel: (at: string): string => `Attestation de la purge du ${at}`,
    directory: 'Annuaire',
  },
  second: {
    none: 'Aucun second dossier. Choisissez-en un sur un autre disque : chaque sauvegarde vérifiée y sera copiée, et chaque purge l’atteindra.'.replace(
      ' :',
      `${space}:`,
    ),
    reached: (path: string, count: number): string => `${path}${space}: à portée, ${countOf(count, 'sauvegarde', 'sauvegardes')}.`,
    unreachable: (path: string): string =>
      `${path}${space}: hors de portée. Rien n’est bloqué ; la copie se fera quand il sera revenu.`.replace(' ;', `${narrow};`),
    choose: 'Choisir un dossier…',
    change: 'Changer de dossier…',
    forget: 'Ne plus y copier',
    role: `Chaque sauvegarde vérifiée y est copiée${narrow}; chaque purge l’atteint.`,
    former: (paths: number): string => (paths < 2 ? 'Des copies restent dans un ancien dossier' : 'Des copies restent dans d’anciens dossiers'),
    formerText: 'Le programme ne les suit plus, et aucune purge ne les atteindra. Détruisez-les vous-même.',
  },
  left: {
    text: 'Ces copies échappent au programme et peuvent contenir ce qui a été purgé. Détruisez-les vous-même, puis dites-le ici.',
    retry: 'Réessayer',
    secondFolder: (path: string): string => `Second dossier de sauvegarde, hors de portée${space}: ${path}. Rebranchez-le, puis réessayez.`,
    formerFolder: (path: string): string => `Ancien second dossier de sauvegarde, qui n’est plus suivi${space}: ${path}.`,
    backup: (name: string): string => `Sauvegarde qui n’a pas pu être détruite${space}: ${name}.`,
    aside: (name: string): string => `Données mises de côté par une restauration${space}: ${name}.`,
    exported: (what: keyof typeof departed, session: string, file: string | null, at: string): string =>
      `${departed[what]}, session ${session}, le ${formatInstant(at, 'Europe/Paris')}${file === null ? '' : `${space}: ${quote(file)}`}.`,
    destroyed: 'Je l’ai détruit…',
    destroyedOf: (sentence: string): string => `Je l’ai détruit${space}: ${sentence}`,
    confirm: 'Noter que c’est détruit',
    confirmText: (sentence: string): string =>
      `${sentence} Le registre gardera que vous l’avez détruit ou fait détruire${narrow}; le logiciel ne peut pas le vérifier.`,
    confirmVerb: 'Noter',
    pending: (session: string, what: string): string =>
      `Session ${session}, ${what.toLowerCase()}${space}: la purge sera appliquée de nouveau une fois le procès-verbal scellé.`,
  },
  csv: ['Session ou personne', 'Intitulé', 'Données', 'Gardées jusqu’au', 'Fondement', 'État', 'Éléments', 'Fichiers', 'Ce qui sera perdu', 'Ce qui reste'],
  csvStates: {
    due: 'arrivé au terme',
    kept: 'conservé',
    notSealed: 'procès-verbal non scellé',
    rectifying: 'rectification en cours',
    held: 'recours en cours',
    undeclared: 'déclaration des titulaires en cours',
  },
} as const;

/** The certificate of destruction: what one purge took, when and why. */
export const purgeProofWords = {
  title: 'Attestation de destruction',
  subject: 'Preuve de la purge de données à la fin de leur conservation',
  demonstration: 'Démonstration : personnes et données fictives.'.replace(' :', `${space}:`),
  author: 'Délibéré',
  text: 'Les données désignées ci-dessous sont arrivées au terme de leur conservation et ont été détruites. Leurs lignes ont été effacées de la base et leurs fichiers écrasés puis supprimés.',
  copies: {
    none: 'Les sauvegardes antérieures à portée du programme ont été remplacées par une seule sauvegarde vérifiée.',
    second:
      'Les sauvegardes antérieures de l’espace de travail ont été remplacées par une seule sauvegarde vérifiée. Un second dossier, hors de portée ou que le programme ne suit plus, peut garder des copies d’avant la purge : elles restent à détruire.'.replace(
        ' :',
        `${space}:`,
      ),
    backups: 'À l’édition de cette attestation, des sauvegardes d’avant la purge sont encore dans l’espace de travail : elles restent à détruire.'.replace(
      ' :',
      `${space}:`,
    ),
  },
  labels: {
    what: 'Données détruites',
    session: 'Session',
    at: 'Détruites le',
    due: 'À conserver jusqu’au',
    ground: 'Fondement',
    rows: 'Éléments',
    files: 'Fichiers',
    reason: 'Motif',
    entry: 'Entrée du registre',
  },
  entry: (seq: number): string => `n°${space}${seq}`,
  directory: 'annuaire des membres de jury',
  again: 'Ces données avaient été ramenées par la restauration d’une sauvegarde ; la purge a été appliquée de nouveau.'.replace(' ;', `${narrow};`),
  stays: 'Ce qui reste',
  limits:
    'Cette attestation décrit ce que le programme a fait. Elle ne dit rien des copies faites hors de sa portée : exports, dossiers mis de côté, disques débranchés.'.replace(
      ' :',
      `${space}:`,
    ),
  made: (at: string): string => `Éditée le ${at}.`,
} as const;
