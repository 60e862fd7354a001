import { french } from './french.ts';
import { consequenceLine, outcomeWords, shortBlock, type OutcomeShape } from './outcome.ts';
import { countOf, formatDay, formatDuration, joinList, ofName } from './typography.ts';

/** An outcome with the blocks already acquired, as the consequence line needs it. */
export type Consequence = OutcomeShape | { readonly kind: 'undecided'; readonly acquired: readonly string[]; readonly pending: readonly string[] };

/** Codes of blocks in few words: four or more that follow one another are said as a run, "BC04 à BC12". */
export const blockRuns = (codes: readonly string[]): string => {
  const runs: string[][] = [];
  for (const code of codes) {
    const last = runs.at(-1);
    const before = Number(last?.at(-1)?.match(/\d+$/)?.[0]);
    if (last !== undefined && Number(code.match(/\d+$/)?.[0]) === before + 1) last.push(code);
    else runs.push([code]);
  }
  return runs
    .map((run) => (run.length > 3 ? `${shortBlock(run[0] ?? '')} à${'\u00A0'}${shortBlock(run.at(-1) ?? '')}` : run.map(shortBlock).join(', ')))
    .join(', ');
};

/** What a choice would give: "BC01, BC02 acquis · BC03 à décider", or the whole consequence once nothing is pending. */
export const consequenceOf = (outcome: Consequence): string => {
  // The explanation of a postponement is read beside the block: here it would push everything else out of sight.
  if (outcome.kind === 'postponed') return consequenceLine({ kind: outcome.kind, cause: outcome.cause });
  if (outcome.kind !== 'undecided') return consequenceLine(outcome);
  const acquired = 'acquired' in outcome && outcome.acquired.length > 0 ? `${blockRuns(outcome.acquired)} acquis` : '';
  return [acquired, `${blockRuns(outcome.pending)} à décider`].filter((part) => part !== '').join(' · ');
};

/** What the candidate’s line says under the name. */
export const lineWords = (outcome: OutcomeShape, presence: keyof typeof presenceWords): string => {
  if (outcome.kind === 'undecided') return presence === 'expected' ? 'À appeler' : `${blockRuns(outcome.pending)} à décider`;
  return outcomeWords[outcome.kind];
};

/** Whether the candidate came. */
export const presenceWords = { expected: 'À venir', present: 'Présence', absent: 'Absence', excused: 'Absence excusée' } as const;

/** What is heard after it beside a name, where one word alone would sound like a label. */
export const presenceHeard = { expected: '', present: ' constatée', absent: ' constatée', excused: '' } as const;

/** The value of an individual opinion. */
export const opinionWords = { validate: 'Valider', refuse: 'Ne pas valider', abstain: 'Abstention' } as const;

const minuteOf = (reference: string): string => (/^(PV|procès-verbal)\b/i.test(reference) ? reference : `PV${'\u00A0'}${reference}`);

const ordinal = (round: number): string =>
  round === 1 ? 'Premier tour' : round === 2 ? 'Deuxième tour' : round === 3 ? 'Troisième tour' : `${round}e${'\u00A0'}tour`;

/** The screen of the deliberation. */
export const deliberateWords = {
  title: 'Délibération',
  candidates: 'Candidats',
  candidateList: (count: number) => `Liste des candidats (${count})`,
  blocks: 'Blocs',
  block: 'Bloc à décider',
  noCandidate: 'Aucun candidat n’est inscrit à cette session.',
  noCandidateText: 'La préparation a été close sans candidat : il n’y a personne sur qui délibérer. La session peut être relue et close telle quelle.'.replace(
    ' :',
    '\u00A0:',
  ),
  notOpen: 'La session n’est pas encore ouverte.',
  notOpenText: french('Les candidats apparaîtront ici quand le jury sera réuni, déclaré et présidé : cela se fait à l’étape Ouvrir.'),
  goOpen: 'Aller à l’étape Ouvrir',
  mustLeave: (names: readonly string[]) => french(`Doit sortir : ${joinList(names)}`),
  path: (path: string) => path,
  presents: (codes: readonly string[]) => (codes.length === 0 ? 'ne présente aucun bloc' : `présente ${codes.length > 4 ? blockRuns(codes) : joinList(codes)}`),
  acquired: (code: string) => `${code} acquis`,
  byMinute: (minute: string) => `par le ${minuteOf(minute)}`,
  byEquivalence: (reference: string) => `par équivalence (${reference})`,
  recevable: (day: string) => `recevable le ${formatDay(day)}`,
  entered: (day: string) => `entrée le ${formatDay(day)}`,
  presence: 'Présence',
  presenceMissing: french('Choisissez : présence, absence ou absence excusée.'),
  presenceNote: 'Précision',
  presenceNoteHint: french('Par exemple : justificatif reçu le matin même.'),
  present: 'Noter la présence',
  absentOrExcused: 'Noter une absence…',
  awaited: 'Le jury attend ce candidat.',
  compositionInvalid: 'La composition du jury ne permet pas de délibérer sur ce candidat',
  changePresence: 'Modifier',
  changePresenceOf: (name: string) => `Modifier la présence ${ofName(name)}`,
  presenceTitle: (name: string) => `Présence ${ofName(name)}`,
  next: (name: string) => `Candidat suivant${'\u00A0'}: ${name}`,
  nextBlock: (code: string) => `Passer à ${code}`,
  goReview: 'Relire et clore',
  closed: 'La délibération est close. Ce qui a été décidé reste lisible, rien n’y change plus.',
  matrix: 'Matrice',
  shortcuts: 'Raccourcis',
  outcome: 'Résultat',
  candidate: 'Candidat',
  /** What is seen comes first, then the whole word where what is seen is short. */
  goTo: (name: string, code: string, word: string, seen: string | null) =>
    french(`${name}, ${code} : ${seen === null || seen === word ? word : `${seen}, ${word.toLocaleLowerCase('fr')}`}`),
  matrixTitle: 'Candidats et blocs',
  legend: 'Légende des marques',
  inState: french('En l’état : '),
  ifValidated: french('Si ce bloc est validé : '),
  ifRefused: french('Si ce bloc n’est pas validé : '),
} as const;

/** The tabs of the dossier. */
export const dossierWords = {
  tabs: 'Dossier du candidat',
  career: 'Parcours',
  pieces: (count: number) => (count === 0 ? 'Dossier' : `Dossier · ${countOf(count, 'pièce', 'pièces')}`),
  grids: 'Grilles',
  interview: 'Entretien',
  defence: 'Soutenance',
  chooseTitle: 'Choisissez une pièce',
  choose: 'Elle s’affiche ici, page par page, sans quitter la délibération.',
  noPieces: 'Ce dossier ne contient aucune pièce.',
  noPiecesText: french('Les pièces se déposent à l’étape Préparer ; le jury peut délibérer sans elles si le règlement le permet.'),
  unreadable: 'Cette pièce n’est ni un PDF lisible, ni une image, ni un texte. Elle est conservée telle qu’elle a été remise, sans pouvoir être affichée.',
  unreadableShort: 'illisible',
  pieceList: 'Pièces du dossier',
  reader: (title: string) => french(`Lecture de la pièce : ${title}`),
  noGrid: 'Aucune grille n’a été remplie pour ce candidat.',
  noGridText: french('Une grille dit le niveau relevé par l’évaluateur, compétence par compétence. Elle éclaire le jury, qui peut décider sans elle.'),
  gridOf: (title: string) => french(`Grille : ${title}`),
  competency: 'Compétence',
  level: 'Niveau',
  remark: 'Remarque',
  noProject: 'Aucun projet n’est enregistré pour ce candidat.',
  noProjectText: 'Un projet porte le rapport, la soutenance et sa minuterie. Sans lui, le jury décide sur les pièces du dossier.',
  report: 'Rapport',
  deliverables: 'Livrables',
  competencies: (count: number) => countOf(count, 'compétence', 'compétences'),
  covers: (codes: readonly string[]) => `couvre ${joinList(codes)}`,
  evaluator: (name: string) => french(`évaluateur : ${name}`),
  plannedAt: (when: string) => `prévue le ${when}`,
  interviewAt: (when: string, minutes: number) => `prévu le ${when}, ${formatDuration(minutes)}`,
  plannedLength: (minutes: number) => `durée prévue ${formatDuration(minutes)}`,
  vaeRecevable: 'Recevabilité',
  vaeInterview: 'Entretien avec le jury',
  noVae: 'Le dossier de VAE n’est pas renseigné.',
  evidence: 'Preuves',
  entry: 'Entrée dans le parcours',
  entryInside: 'dans la période',
  entryOutside: 'hors de la période',
  period: (from: string, to: string) => `Enregistrement du ${formatDay(from)} au ${formatDay(to)}`,
  proof: 'Justificatif',
  blocksBrought: 'Blocs acquis avant cette session',
  noneBrought: 'Aucun.',
  earlier: (minute: string, on: string | null) => `${minuteOf(minute)}${on === null ? '' : `, ${formatDay(on)}`}`,
  equivalence: (from: string, reference: string, authority: string, on: string) => `équivalence de ${from}, ${reference}, ${authority}, ${formatDay(on)}`,
  jury: 'Jury de ce candidat',
  president: 'préside',
  composition: 'Texte appliqué',
  compositionValid: 'Composition conforme',
  compositionInvalid: 'Composition non conforme',
  view: (title: string) => `Consulter ${title}`,
} as const;

/** The kinds of pieces, as a jury reads them. */
export const pieceWords = {
  report: 'Rapport',
  deliverable: 'Livrable',
  support: 'Support',
  grid: 'Grille',
  cv: 'CV',
  motivation: 'Motivation',
  positioning: 'Positionnement',
  english: 'Anglais',
  french: 'Français',
  diploma: 'Diplôme',
  attestation: 'Attestation',
  validationFile: 'Dossier de validation',
  recevability: 'Recevabilité',
  evidence: 'Preuve',
  other: 'Autre pièce',
} as const;

/** The room changes between two candidates. */
export const roomWords = {
  title: 'Avant de continuer',
  leaves: (names: readonly string[]) => (names.length === 1 ? `${joinList(names)} doit sortir de la salle` : `${joinList(names)} doivent sortir de la salle`),
  returns: (names: readonly string[]) => (names.length === 1 ? `${joinList(names)} peut revenir` : `${joinList(names)} peuvent revenir`),
  sits: (name: string) => `${name} siège à sa place`,
  why: (candidate: string) => french(`Candidat suivant : ${candidate}`),
  done: 'C’est fait, continuer',
  explain: 'Un membre récusé n’assiste ni à l’examen du dossier ni à la délibération.',
} as const;

/** A block: its competencies, seats, rounds and decision. */
export const blockPanelWords = {
  competencies: (count: number, proven: number) => `${countOf(count, 'compétence', 'compétences')} · ${proven} avec preuve`,
  noProof: 'sans preuve au dossier',
  seats: 'Avis individuels',
  sealed: 'Avis enregistré, scellé',
  waiting: 'En attente',
  giveOpinion: 'Donner son avis',
  reviseOpinion: 'Revoir son avis',
  readFirst: 'Lire d’abord',
  passTo: (name: string) => `Passer l’ordinateur à ${name}`,
  recorded: (count: number, seats: number) => `${count}/${seats} enregistrés`,
  recordedSaid: (count: number, seats: number) => `${countOf(count, 'avis enregistré', 'avis enregistrés')} sur ${seats}`,
  reveal: 'Révéler les avis',
  revealedAt: (round: number, time: string) => `${ordinal(round)}, révélés ensemble à ${time}.`,
  divergent: 'Avis divergents',
  unanimous: 'Avis concordants',
  revealSaid: (opinions: readonly string[]) => french(`Avis révélés : ${opinions.join(' ; ')}.`),
  opinionSaid: (name: string, value: string) => `${name}, ${value.toLocaleLowerCase('fr')}`,
  note: 'Note de travail',
  noteBy: (name: string) => french(`${name} :`),
  anotherShort: (round: number, most: number) => (round === 2 && most === 2 ? 'Second tour' : ordinal(round)),
  another: 'Nouveau tour',
  anotherTitle: 'Ouvrir un nouveau tour',
  anotherText: 'Chaque membre redonne son avis, seul. Le tour précédent reste visible du jury.',
  anotherReason: 'Motif',
  anotherReasonHint: french('Par exemple : une pièce relue ensemble pendant la discussion.'),
  openRound: 'Ouvrir le tour',
  roundName: ordinal,
  rounds: 'Les tours de ce bloc',
  member: 'Membre',
  roundReason: (reason: string) => french(`Motif du tour : ${reason}`),
  collegialOnly: french('Le règlement ne prévoit pas d’avis individuels : le jury décide ensemble.'),
  stateNotPresented: 'Ce bloc n’est pas présenté par ce candidat.',
  broughtBy: (source: string) => french(`Ce bloc est acquis définitivement : ${source}.`),
  stateAbsent: 'Une absence est notée pour ce bloc.',
} as const;
