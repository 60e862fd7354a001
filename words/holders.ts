import { french } from './french.ts';
import { countOf, formatDay, formatShortDay, ofName, quote } from './typography.ts';

/** The screen that declares the holders. */
export const holderWords = {
  title: 'Déclaration des titulaires',
  intro: french(
    'Chaque titulaire de la certification complète se déclare à la Caisse des dépôts dans les trois mois de la décision. Les validations partielles ne se déclarent pas.',
  ),
  unsealed: 'Les titulaires ne sont connus qu’une fois le procès-verbal scellé',
  unsealedText: french('Faites signer puis scellez le procès-verbal : les titulaires de la certification complète apparaîtront ici.'),
  goSign: 'Aller à la signature',
  rectifying: 'Une rectification est en cours',
  rectifyingText: french(
    'Les issues peuvent changer : rien ne se déclare avant que le procès-verbal rectificatif soit scellé, ou la rectification abandonnée.',
  ),
  goReview: 'Aller à la relecture',
  nobody: 'Aucun titulaire à déclarer',
  nobodyText: french('Personne n’a obtenu la certification complète à cette session : il n’y a rien à déclarer.'),
  settings: {
    title: 'Identifiants de l’organisme',
    text: french('Ceux de la convention signée avec la Caisse des dépôts ; ils servent à toutes les sessions.'),
    edit: 'Modifier…',
    fill: 'Renseigner…',
    missing: french('À renseigner avant d’écrire un fichier : '),
    sender: 'Identifiant client de l’émetteur (idClient)',
    certifier: 'Identifiant client du certificateur (idClient)',
    eight: '8 caractères, lettres ou chiffres',
    eightMissing: 'Écrivez exactement 8 lettres ou chiffres.',
    contractMissing: 'Écrivez le numéro de contrat, en 20 caractères au plus.',
    contract: 'Numéro de contrat (idContrat)',
    contractHint: '20 caractères au plus',
    depositor: 'L’organisme dépose',
    depositors: { CERTIFICATEUR: 'En tant que certificateur', TIERS_CONFIANCE: 'En tant que tiers de confiance' },
    save: 'Enregistrer',
    lines: { sender: 'Émetteur', certifier: 'Certificateur', contract: 'Contrat', depositor: 'Dépôt' },
  },
  list: {
    title: 'Titulaires',
    holder: 'Titulaire',
    deadline: 'À déclarer avant le',
    status: 'Déclaration',
    identity: 'Identité',
    edit: 'Identité…',
    editOf: (name: string) => `Identité ${ofName(name)}`,
    ready: 'Complète',
    blocking: (count: number) => countOf(count, 'champ manquant', 'champs manquants'),
    doubtful: (count: number) => countOf(count, 'point à vérifier', 'points à vérifier'),
    late: 'Délai dépassé',
    noSettings: 'Aucun fichier ne peut être écrit sans les identifiants de l’organisme.',
    noIdentity: french('Aucun fichier ne peut être écrit : complétez d’abord l’identité d’au moins un titulaire.'),
    allDone: french('Toutes les déclarations sont acceptées : il n’y a plus rien à écrire.'),
  },
  groups: { due: 'À faire', awaited: 'Compte rendu attendu', settled: 'Terminées' },
  preflight: {
    missing: 'Il manque quelque chose',
    onlyDoubtful: 'Seulement à vérifier',
    title: 'Avant d’écrire le fichier',
    text: french('Ce qui manque empêche d’inscrire le titulaire ; ce qui est douteux n’empêche rien, mais se relit.'),
    clear: 'Rien ne manque, rien n’est douteux.',
    blocking: 'Manque',
    doubtful: 'Douteux',
  },
  write: {
    CREATION: (count: number) => `Écrire le fichier de déclaration (${count})…`,
    SUPPRESSION: (count: number) => `Écrire le fichier de suppression (${count})…`,
    title: { CREATION: 'Écrire le fichier de déclaration', SUPPRESSION: 'Écrire le fichier de suppression' },
    text: {
      CREATION: (count: number) =>
        french(`Le fichier déclarera ${countOf(count, 'titulaire', 'titulaires')}. Déposez-le ensuite vous-même sur le portail : Délibéré n’envoie rien.`),
      SUPPRESSION: (count: number) =>
        french(
          `Le fichier demandera le retrait de ${countOf(count, 'déclaration acceptée', 'déclarations acceptées')}. Une nouvelle déclaration s’écrira une fois ce retrait accepté.`,
        ),
    },
    personal: french('Il contient des données personnelles : gardez-le le temps du dépôt, puis supprimez-le.'),
    again: french('Réécrire aussi les déclarations sans compte rendu (même identifiant) : si le fichier a été perdu ou n’a pas été déposé'),
    act: 'Écrire le fichier…',
    done: (file: string, count: number) =>
      french(`${file} est écrit : ${countOf(count, 'titulaire', 'titulaires')}. Déposez-le, puis importez son compte rendu.`),
    none: 'Cochez au moins un titulaire dont l’identité est complète.',
  },
  batches: {
    title: 'Fichiers écrits',
    text: french('Un lot par fichier. Le compte rendu que rend le portail se lit ici, lot par lot ; il peut être partiel.'),
    number: 'Lot',
    action: 'Objet',
    actions: { CREATION: 'Déclaration', SUPPRESSION: 'Suppression' },
    at: 'Écrit le',
    file: 'Fichier',
    answers: 'Compte rendu',
    answered: (answered: number, lines: number, refused: number) =>
      answered === 0 ? 'Attendu' : `${answered}/${lines}${refused === 0 ? '' : `, ${countOf(refused, 'refus', 'refus')}`}`,
    read: 'Lire le compte rendu…',
    readOf: (batch: number) => `Lire le compte rendu du lot ${batch}`,
  },
  report: {
    title: (batch: number) => `Compte rendu du lot ${batch}`,
    text: (accepted: number, refused: number) =>
      french(`${countOf(accepted, 'déclaration acceptée', 'déclarations acceptées')}, ${countOf(refused, 'refusée', 'refusées')}.`),
    silent: (count: number) =>
      french(`${countOf(count, 'titulaire du lot n’y figure pas', 'titulaires du lot n’y figurent pas')} : leur déclaration reste en attente.`),
    known: french('Ce compte rendu a déjà été adopté : il ne change rien.'),
    sameAs: (batch: number) => french(`Ce fichier est identique au compte rendu du lot ${batch}. Rien, dans son contenu, ne dit à quel fichier il répond.`),
    confirmSame: (batch: number) => `J’ai vérifié sur le portail que ce compte rendu répond bien au lot ${batch}.`,
    confirmMissing: 'Vérifiez sur le portail, puis cochez cette case.',
    holder: 'Titulaire',
    result: 'Résultat',
    accepted: 'Acceptée',
    refused: 'Refusée',
    adopt: 'Adopter ce compte rendu',
    adopted: (accepted: number, refused: number) =>
      french(`Compte rendu adopté : ${countOf(accepted, 'acceptée', 'acceptées')}, ${countOf(refused, 'refusée', 'refusées')}.`),
  },
  statuses: {
    toDeclare: 'À déclarer',
    declared: 'Déclarée, compte rendu attendu',
    accepted: 'Acceptée',
    refused: 'Refusée',
    toCorrect: 'À corriger',
    suppressing: 'Suppression demandée',
    suppressionRefused: 'Suppression refusée',
    suppressed: 'Supprimée',
  },
  correct: {
    identity: french('L’identité a changé depuis l’acceptation : écrivez une suppression, puis une nouvelle déclaration.'),
    award: french('Une rectification a retiré la certification complète : écrivez une suppression.'),
  },
  statusAt: (at: string, batch: number) => `${formatShortDay(at.slice(0, 10))}, lot ${batch}`,
  home: (number: string, holders: number, deadline: string, late: boolean) =>
    french(
      late
        ? `Session ${number} : ${countOf(holders, 'titulaire', 'titulaires')} sans déclaration acceptée, délai dépassé depuis le ${formatDay(deadline)}.`
        : `Session ${number} : ${countOf(holders, 'titulaire à déclarer', 'titulaires à déclarer')} avant le ${formatDay(deadline)}.`,
    ),
  homeOpen: 'Ouvrir la déclaration',
  homeOpenOf: (number: string) => `Ouvrir la déclaration des titulaires de la session ${number}`,
  homeTitle: 'Déclaration des titulaires',
  value: quote,
} as const;
