import { french } from './french.ts';
import { shortBlock } from './outcome.ts';
import { entrySentence, type ToldEntry } from './register.ts';
import { countOf, dayOf, formatDay, formatInstant, formatNumber, formatTime, ofName } from './typography.ts';

interface Person {
  readonly number: string;
  readonly name: string;
}
type OnCandidate = { readonly candidate: Person };
type OnBlock = OnCandidate & { readonly block: string };

/** What the journal tells of an act, in the shape of the domain. */
export type ToldAct =
  | { readonly kind: 'prepared'; readonly what: keyof typeof preparations }
  | { readonly kind: 'contradictionAcknowledged'; readonly reason: string }
  | { readonly kind: 'attendance'; readonly member: string; readonly present: boolean }
  | { readonly kind: 'presidentDesignated'; readonly member: string; readonly rank: 'president' | 'deputy' }
  | { readonly kind: 'declaration'; readonly member: string; readonly links: number }
  | ({ readonly kind: 'recusal' | 'recusalWithdrawn'; readonly member: string } & OnCandidate)
  | { readonly kind: 'substitution'; readonly member: string; readonly substitute: string; readonly candidates: number }
  | { readonly kind: 'opened' | 'closed' | 'archived' }
  | ({ readonly kind: 'presence'; readonly presence: 'expected' | 'present' | 'absent' | 'excused' } & OnCandidate)
  | ({ readonly kind: 'blockAbsence'; readonly absent: boolean } & OnBlock)
  | ({ readonly kind: 'equivalence'; readonly from: string; readonly reference: string; readonly authority: string } & OnBlock)
  | ({ readonly kind: 'equivalenceWithdrawn' | 'reopening'; readonly reason: string } & OnBlock)
  | ({ readonly kind: 'opinionsRevealed' } & OnBlock)
  | ({ readonly kind: 'decision'; readonly outcome: 'validated' | 'notValidated'; readonly reason: string } & OnBlock)
  | ({ readonly kind: 'postponement' | 'postponementLifted'; readonly reason: string } & OnCandidate)
  | { readonly kind: 'incident'; readonly text: string }
  | { readonly kind: 'printed'; readonly printing: number }
  | { readonly kind: 'signed'; readonly member: string; readonly capacity: 'member' | 'lead' }
  | { readonly kind: 'signatureRefused'; readonly member: string; readonly reason: string }
  | { readonly kind: 'rectificationOpened'; readonly rank: number; readonly reason: string }
  | { readonly kind: 'correction'; readonly before: string; readonly after: string; readonly reason: string }
  | { readonly kind: 'rectificationWithdrawn'; readonly reason: string }
  | { readonly kind: 'registered'; readonly entry: ToldEntry };

const preparations = {
  session: 'La session a été créée ou modifiée.',
  candidate: 'Un candidat a été inscrit ou modifié.',
  candidateRemoved: 'Un candidat a été retiré.',
  removalUndone: 'Ce qui venait d’être retiré a été remis.',
  juror: 'Un membre du jury a été inscrit ou modifié.',
  jurorRemoved: 'Un membre du jury a été retiré.',
  regulations: 'Le règlement de la session a été modifié.',
  certification: 'La certification de la session a été changée.',
  import: 'Des candidats ont été importés d’un tableau.',
  importUndone: 'Un import a été annulé.',
  other: 'La préparation a été complétée.',
} as const;

const presences = { expected: 'présence à noter', present: 'présence', absent: 'absence', excused: 'absence excusée' } as const;

/** The kinds of lines of the journal, as its filter names them. */
export const journalKinds: Readonly<Record<ToldAct['kind'], string>> = {
  prepared: 'Préparation',
  contradictionAcknowledged: 'Remarque sur la fiche',
  attendance: 'Émargement',
  presidentDesignated: 'Présidence',
  declaration: 'Déclaration de liens',
  recusal: 'Déport',
  recusalWithdrawn: 'Déport retiré',
  substitution: 'Suppléance',
  opened: 'Ouverture',
  presence: 'Présence d’un candidat',
  blockAbsence: 'Absence à un bloc',
  equivalence: 'Équivalence',
  equivalenceWithdrawn: 'Équivalence retirée',
  opinionsRevealed: 'Avis révélés',
  decision: 'Décision',
  reopening: 'Décision rouverte',
  postponement: 'Report',
  postponementLifted: 'Report levé',
  incident: 'Incident',
  closed: 'Clôture',
  printed: 'Procès-verbal établi',
  signed: 'Signature',
  signatureRefused: 'Signature refusée',
  archived: 'Archive',
  rectificationOpened: 'Rectification',
  correction: 'Correction',
  rectificationWithdrawn: 'Rectification abandonnée',
  registered: 'Registre',
};

const nameOf = ({ number, name }: Person): string => (name === '' ? 'un candidat retiré depuis' : `${name} (${number})`);
const member = (name: string): string => (name === '' ? 'Un membre retiré depuis' : name);

const sentence = (told: ToldAct): string => {
  switch (told.kind) {
    case 'prepared':
      return preparations[told.what];
    case 'contradictionAcknowledged':
      return 'Une remarque sur la fiche a été prise en compte.';
    case 'attendance':
      return `${told.present ? 'Arrivée' : 'Départ'} : ${member(told.member)}.`;
    case 'presidentDesignated':
      return `${told.rank === 'president' ? 'Présidence' : 'Suppléance de la présidence'} : ${member(told.member)}.`;
    case 'declaration':
      return `${member(told.member)} a déclaré ${told.links === 0 ? 'n’avoir aucun lien' : countOf(told.links, 'lien', 'liens')}.`;
    case 'recusal':
      return `Déport pour ${nameOf(told.candidate)} : ${member(told.member)}.`;
    case 'recusalWithdrawn':
      return `Déport retiré pour ${nameOf(told.candidate)} : ${member(told.member)}.`;
    case 'substitution':
      return `${member(told.substitute)} supplée ${member(told.member)} pour ${countOf(told.candidates, 'candidat', 'candidats')}.`;
    case 'opened':
      return 'La session a été ouverte.';
    case 'presence':
      return `${nameOf(told.candidate)} : ${presences[told.presence]}.`;
    case 'blockAbsence':
      return `Absence ${ofName(nameOf(told.candidate))} à ${shortBlock(told.block)} ${told.absent ? 'notée' : 'retirée'}.`;
    case 'equivalence':
      return `Équivalence pour ${nameOf(told.candidate)}, ${shortBlock(told.block)} : ${told.from}, ${told.reference}, ${told.authority}.`;
    case 'equivalenceWithdrawn':
      return `Équivalence retirée pour ${nameOf(told.candidate)}, ${shortBlock(told.block)}.`;
    case 'opinionsRevealed':
      return `Des avis individuels ont été déposés puis révélés sur ${shortBlock(told.block)} ${ofName(nameOf(told.candidate))}.`;
    case 'decision':
      return `${shortBlock(told.block)} ${ofName(nameOf(told.candidate))} : ${told.outcome === 'validated' ? 'validé' : 'non validé'}.`;
    case 'reopening':
      return `La décision sur ${shortBlock(told.block)} ${ofName(nameOf(told.candidate))} a été rouverte.`;
    case 'postponement':
      return `La décision sur ${nameOf(told.candidate)} a été reportée.`;
    case 'postponementLifted':
      return `Le report ${ofName(nameOf(told.candidate))} a été levé.`;
    case 'incident':
      return `Incident : ${told.text}`;
    case 'closed':
      return 'La session a été close.';
    case 'printed':
      return `Le procès-verbal a été établi (tirage ${formatNumber(told.printing)}).`;
    case 'signed':
      return told.capacity === 'lead' ? `${member(told.member)} a scellé le procès-verbal.` : `${member(told.member)} a signé le procès-verbal.`;
    case 'signatureRefused':
      return `${member(told.member)} n’a pas signé.`;
    case 'archived':
      return 'La session a été archivée.';
    case 'rectificationOpened':
      return `La rectification ${formatNumber(told.rank)} a été ouverte.`;
    case 'correction':
      return `Au lieu de « ${told.before} », lire « ${told.after} ».`;
    case 'rectificationWithdrawn':
      return 'La rectification a été abandonnée.';
    case 'registered':
      return entrySentence(told.entry);
  }
};

/** What a line of the journal says, as one French sentence. */
export const journalSentence = (told: ToldAct): string => french(sentence(told));

/** What lines alike say as one: the sentence they share and how many times, or their kind and how many. */
export const runSentence = (tolds: readonly ToldAct[]): string => {
  const said = new Set(tolds.map(journalSentence));
  const [first = ''] = said;
  const [told] = tolds;
  if (said.size === 1) return french(`${first.replace(/\.$/, '')}, ${formatNumber(tolds.length)} fois.`);
  return french(`${told === undefined ? '' : journalKinds[told.kind]} : ${countOf(tolds.length, 'ligne', 'lignes')}.`);
};

/** From when to when lines alike run: one instant, two hours of a day, or two instants. */
export const runSpan = (from: string, to: string, timeZone: string): string => {
  const [begin, end] = [formatInstant(from, timeZone), formatInstant(to, timeZone)];
  if (begin === end) return begin;
  const day = dayOf(from, timeZone);
  return day === dayOf(to, timeZone) ? `${formatDay(day)}, ${formatTime(from, timeZone)} – ${formatTime(to, timeZone)}` : `${begin} – ${end}`;
};

/** The reason that an act gives, or the empty text. */
export const journalReason = (told: ToldAct): string => {
  const from = told.kind === 'registered' ? told.entry : told;
  return 'reason' in from ? from.reason : '';
};

/** Who did it. */
export const journalWho = (who: { readonly kind: 'lead' | 'juror' | 'officer' | 'jury'; readonly name: string }): string =>
  who.kind === 'jury' ? 'Le jury' : who.kind === 'officer' ? 'Référent handicap' : who.name === '' ? 'Personne retirée depuis' : who.name;

/** The journal on paper. */
export const journalSheetWords = {
  title: 'Journal de la session',
  subject: 'Ce qui a été fait dans une session de jury, ligne par ligne',
  session: (number: string, title: string) => `${title} (${number})`,
  edited: (at: string, count: number) => french(`Édité le ${at}. ${countOf(count, 'ligne', 'lignes')}, dans l’ordre du temps.`),
  running: (number: string) => `Journal de la session ${number}`,
  foot: (number: string, day: string) => `Session ${number} · journal édité le ${day}`,
  page: (rank: number, count: number) => `Page ${formatNumber(rank)} sur ${formatNumber(count)}`,
  demonstration: french('DÉMONSTRATION : les personnes nommées ici sont fictives.'),
} as const;

/** The screen of the journal and its file. */
export const journalWords = {
  title: 'Journal',
  intro: french(
    'Ce qui a été fait, par qui, quand et pourquoi. Rien ne s’y modifie ni ne s’y efface. Il dit sur quels blocs des avis ont été révélés, jamais ce qu’ils disaient ; aucune note du jury, aucun aménagement n’y figure.',
  ),
  search: 'Chercher',
  kind: 'Nature',
  allKinds: 'Toutes',
  person: 'Auteur',
  allPersons: 'Tous',
  candidate: 'Candidat',
  allCandidates: 'Tous',
  day: 'Jour',
  hour: 'Heure',
  when: 'Quand',
  who: 'Qui',
  what: 'Quoi',
  reason: 'Motif',
  none: 'Aucune ligne ne répond à ces critères.',
  empty: 'Le journal est encore vide.',
  emptyText: french('Chaque acte s’y inscrit de lui-même : qui, quand, quoi et pourquoi. Il n’y a rien à remplir.'),
  found: (count: number) => countOf(count, 'ligne', 'lignes'),
  gathered: french('Celles qui se suivent et se ressemblent sont réunies ; une recherche et les fichiers enregistrés les donnent une à une.'),
  reasonIs: (reason: string) => french(`Motif : ${reason}`),
  check: 'Vérifier la chaîne',
  export: 'Enregistrer en CSV…',
  exportLines: 'Enregistrer en JSON Lines…',
  exportPdf: 'Enregistrer en PDF…',
  exported: (name: string) => french(`Journal enregistré : ${name}`),
  holds: (links: number | null) => french(links === null ? 'La chaîne se vérifie.' : `La chaîne se vérifie : ${countOf(links, 'maillon', 'maillons')}.`),
  destroyed: french('Des contenus ont été détruits au terme de leur conservation : leurs maillons se vérifient encore.'),
  broken: (rank: number | null) => french(`La chaîne est rompue au maillon ${formatNumber(rank ?? 0)}.`),
  brokenMeans: 'Ce qui est écrit à cet endroit n’est plus ce que le programme avait enregistré.',
  registerHolds: (links: number) => french(`Le registre se vérifie : ${countOf(links, 'entrée', 'entrées')}.`),
  registerBroken: (rank: number) => french(`Le registre est rompu à l’entrée ${formatNumber(rank)}.`),
  safe: french(
    'Rien n’a été modifié par cette vérification. Un procès-verbal déjà signé et une archive déjà écrite portent leur propre preuve, que cette rupture ne touche pas ; les autres sessions ont chacune leur chaîne.',
  ),
  next: french(
    'N’ajoutez plus rien à cette session ici. Fermez Délibéré, mettez de côté une copie du dossier de données tel qu’il est, puis remettez en place une copie plus ancienne et vérifiez-y la chaîne. Le procès-verbal signé se vérifie depuis l’accueil, « Vérifier un document ».',
  ),
} as const;
