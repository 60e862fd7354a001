import { french } from './french.ts';
import { countOf, formatDay, formatNumber, formatShortDay, joinList, ofName, space } from './typography.ts';

/** The names of the papers that follow a session. */
export const followingNames = {
  all: 'Courriers',
  papers: {
    notice: 'Notification',
    companion: 'Notification accompagnateur',
    award: 'Annonce',
    attestation: 'Attestation',
    summary: 'Synthèse',
    list: 'Liste par résultat',
  },
  folders: { notice: 'Notifications', companion: 'Accompagnateurs', award: 'Annonces', attestation: 'Attestations' },
} as const;

type Way = 'post' | 'mail' | 'hand';
type To = 'candidate' | 'companion';

const ways: Readonly<Record<Way, string>> = { post: 'courrier', mail: 'courriel', hand: 'remise en main propre' };

/** A few names, and how many more there are. */
const someOf = (names: readonly string[]): string =>
  names.length <= 4 ? joinList(names) : joinList([...names.slice(0, 3), countOf(names.length - 3, 'autre', 'autres')]);

const left = (days: number): string => {
  if (days < 0) return `en retard de ${countOf(-days, 'jour', 'jours')}`;
  return days === 0 ? 'aujourd’hui' : `dans ${countOf(days, 'jour', 'jours')}`;
};

/** The minute that a letter follows, by its rank. */
const minuteOf = (rank: number): string => (rank === 0 ? 'le procès-verbal initial' : `le procès-verbal rectificatif R${rank}`);

/** The screen of letters and results. */
export const notificationWords = {
  title: 'Lettres et résultats',
  intro: french(
    'Tout ce qui part de la session : une lettre pour chaque candidat, les attestations, la synthèse, les résultats. Rien n’est envoyé par Délibéré.',
  ),
  notSealed: 'Les lettres viennent après le sceau',
  notSealedText: french('Elles disent ce que dit le procès-verbal : tant qu’il n’est ni signé ni scellé, aucun résultat n’est communicable.'),
  goSign: 'Aller à l’étape Signer',
  rectifying: 'Une rectification est en cours',
  rectifyingText: french('Les lettres suivront le procès-verbal rectificatif, une fois scellé. Ce qui a déjà été noté reste enregistré.'),
  follows: (number: string): string => `Ces documents suivent le procès-verbal n°${space}${number}.`,
  nobody: 'Aucun candidat n’était inscrit à cette session.',
  files: 'Documents à enregistrer',
  letters: 'Courriers',
  all: 'Enregistrer tous les courriers…',
  allText: french('Un seul fichier ZIP : notifications, annonces, attestations, copies aux accompagnateurs, synthèse et liste.'),
  allSaved: (name: string): string => `Courriers enregistrés : ${name}`.replace(' :', `${space}:`),
  summary: 'Consulter la synthèse',
  list: 'Consulter la liste',
  results: 'Tableau des résultats',
  resultsText: french(
    'Une ligne par candidat, une colonne par bloc. Le classeur garde chaque numéro tel qu’il est écrit ; un tableur peut transformer ceux d’un CSV.',
  ),
  book: 'Enregistrer en XLSX…',
  csv: 'Enregistrer en CSV…',
  resultsSaved: (name: string): string => `Résultats enregistrés : ${name}`.replace(' :', `${space}:`),
  saved: (name: string): string => `Enregistré : ${name}`.replace(' :', `${space}:`),
  again: (count: number): string => (count === 1 ? 'Une lettre est à envoyer de nouveau' : `${count} lettres sont à envoyer de nouveau`),
  againText: (names: readonly string[]): string => french(`La rectification change ce qu’elles disaient : ${someOf(names)}.`),
  late: (count: number): string => (count === 1 ? 'Une notification de VAE a dépassé son délai' : `${count} notifications de VAE ont dépassé leur délai`),
  lateOf: (name: string, to: To): string => (to === 'candidate' ? name : `${name} (accompagnateur)`),
  lateText: (names: readonly string[], days: number, heldOn: string): string =>
    french(
      `À envoyer : ${someOf(names)}. Chaque résultat de VAE est notifié dans les ${countOf(days, 'jour', 'jours')} du jury, tenu le ${formatDay(heldOn)}.`,
    ),
  who: 'À notifier',
  caption: 'Les candidats et leurs lettres',
  columns: { candidate: 'Candidat', outcome: 'Résultat', due: 'Échéance', state: 'Envoi', papers: 'Documents' },
  number: (number: string): string => `N°${space}${number}`,
  noDue: 'Aucune',
  due: (day: string): string => formatShortDay(day),
  left,
  leftOf: { candidate: `candidat${space}:`, companion: `accompagnateur${space}:` } satisfies Readonly<Record<To, string>>,
  to: { candidate: 'Candidat', companion: 'Accompagnateur' } satisfies Readonly<Record<To, string>>,
  states: {
    toSend: 'À envoyer',
    sent: (on: string, way: Way): string => `Le ${formatShortDay(on)}, ${ways[way]}`,
    again: 'À envoyer de nouveau',
    before: (on: string, way: Way, rank: number): string => `partie le ${formatShortDay(on)}, ${ways[way]}, d’après ${minuteOf(rank)}`,
  },
  open: 'Ouvrir…',
  openFor: (name: string): string => `Ouvrir le suivi ${ofName(name)}`,
  choose: (name: string): string => `Choisir ${name}`,
  selected: (count: number): string => `${countOf(count, 'candidat choisi', 'candidats choisis')}`,
  groups: { again: 'À envoyer de nouveau', toSend: 'À envoyer', sent: 'Envoyées' },
  selectWaiting: (count: number): string => (count === 0 ? 'Personne n’attend' : `Choisir ceux qui attendent (${formatNumber(count)})`),
  clear: 'Ne rien choisir',
  note: 'Noter l’envoi…',
  detail: (name: string): string => `Lettres ${ofName(name)}`,
  papers: {
    notice: 'Notification',
    companion: 'Notification à l’accompagnateur',
    award: 'Annonce de certification',
    attestation: (block: string): string => `Attestation ${block}`,
  },
  view: 'Consulter',
  viewOf: (what: string): string => `Consulter : ${what}`.replace(' :', `${space}:`),
  save: 'Enregistrer…',
  saveOf: (what: string): string => `Enregistrer : ${what}`.replace(' :', `${space}:`),
  reading: (title: string): string => `Lecture de ${title}`,
  noting: {
    title: 'Noter l’envoi',
    text: (names: readonly string[]): string =>
      names.length <= 3
        ? `Lettre ${ofName(joinList(names))}.`
        : `Lettres ${ofName(joinList([...names.slice(0, 2), countOf(names.length - 2, 'autre candidat', 'autres candidats')]))}.`,
    to: 'Destinataire',
    toMissing: 'Choisissez le destinataire.',
    waiting: (letters: number): string => (letters === 0 ? 'Aucune lettre à envoyer' : `${countOf(letters, 'lettre', 'lettres')} à envoyer`),
    on: 'Date de l’envoi ou de la remise',
    onMissing: 'Indiquez la date.',
    way: 'Moyen',
    wayMissing: 'Choisissez le moyen.',
    ways: { post: 'Courrier', mail: 'Courriel', hand: 'Remise en main propre' } satisfies Readonly<Record<Way, string>>,
    save: 'Noter',
  },
  history: 'Ce qui a été noté',
  noHistory: french('Rien n’a encore été noté. Quand une lettre est partie, notez-le : la date et le moyen restent ici.'),
  entry: (to: To, on: string, way: Way): string => `${{ candidate: 'Candidat', companion: 'Accompagnateur' }[to]}${space}: le ${formatDay(on)}, ${ways[way]}`,
  followed: (rank: number): string => `d’après ${minuteOf(rank)}`,
  takenBack: (to: To): string => `${{ candidate: 'Candidat', companion: 'Accompagnateur' }[to]}${space}: envoi retiré, il n’a pas eu lieu`,
  replaced: 'remplacé',
  because: (reason: string): string => (reason === '—' ? 'motif purgé' : french(`Motif : ${reason}`)),
  correct: 'Corriger…',
  correcting: {
    title: 'Corriger ce qui a été noté',
    text: 'Ce qui avait été noté reste dans l’historique, avec le motif.',
    what: 'Correction',
    other: 'La date ou le moyen était faux',
    never: 'La lettre n’est pas partie',
    whatMissing: 'Choisissez la correction.',
    reason: 'Motif',
    reasonHint: 'Gardé avec l’envoi, purgé avec les dossiers. N’y mettez le nom de personne.',
    reasonMissing: 'Le motif manque.',
    save: 'Corriger',
  },
  companion: {
    title: 'Accompagnateur de la VAE',
    text: 'Le résultat d’une VAE est aussi notifié à la personne qui a accompagné le candidat, s’il y en a une. Elle ne reçoit ni motif ni recommandation.',
    none: 'Aucun accompagnateur n’est indiqué.',
    edit: 'Indiquer l’accompagnateur…',
    change: 'Modifier…',
    name: 'Nom',
    nameMissing: 'Le nom manque.',
    email: 'Courriel',
    address: 'Adresse postale',
    remove: 'Retirer',
  },
} as const;

/** The line of the home screen that says which VAE results are still to be sent. */
export const notificationReminder = {
  title: 'Résultats de VAE à notifier',
  said: (number: string, letters: number, due: string, late: boolean) =>
    french(
      late
        ? `Session ${number} : ${countOf(letters, 'lettre de VAE reste à envoyer', 'lettres de VAE restent à envoyer')}, délai dépassé depuis le ${formatDay(due)}.`
        : `Session ${number} : ${countOf(letters, 'lettre de VAE à envoyer', 'lettres de VAE à envoyer')} au plus tard le ${formatDay(due)}.`,
    ),
  open: 'Ouvrir les lettres',
  openOf: (number: string) => `Ouvrir les lettres de la session ${number}`,
} as const;
