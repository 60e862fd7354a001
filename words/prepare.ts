import { french } from './french.ts';
import { countOf, formatDay, joinList, narrow, space } from './typography.ts';
import { shortCompetency } from './dossier.ts';
import { accessPathWords } from './referential.ts';

/** The sections of a preparation. */
export const prepareWords = {
  sections: {
    session: 'Session',
    jury: 'Jury',
    candidates: 'Candidats',
    dossiers: 'Dossiers',
    accommodations: 'Aménagements',
    readiness: 'Ce qui manque',
  },
  blocking: 'points bloquants',
  nav: 'Parties de la préparation',
  frozenTitle: 'La préparation est close',
  frozen: 'La session a été ouverte : ce qui est préparé se lit encore, mais ne change plus.'.replace(' :', `${space}:`),
  sessionTitle: 'La session',
  certificationTitle: 'Certification',
  ficheVersion: (version: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(version) ? `fiche du ${formatDay(version)}` : `fiche ${version}`),
  level: (level: number): string => `niveau ${level}`,
  registration: (from: string, to: string): string => `Enregistrée du ${formatDay(from)} au ${formatDay(to)}.`,
  blocks: (count: number, competencies: number): string => `${countOf(count, 'bloc', 'blocs')}, ${countOf(competencies, 'compétence', 'compétences')}`,
  acknowledgedOn: (when: string): string => `Reconnue le ${when}`,
  remarks: 'Autres remarques sur la fiche',
  acknowledge: 'Reconnaître cette contradiction',
  reason: 'Ce qui est retenu, et pourquoi',
  reasonHint: 'Imprimé au procès-verbal.',
  regulationsTitle: 'Règlement du jury',
  regulationsIntro: 'Les règles du certificateur qui ne sont ni la loi ni la fiche. Leur version est imprimée au procès-verbal.',
  regulations: {
    version: 'Version',
    quorum: 'Quorum',
    quorumValue: (count: number): string => `${countOf(count, 'membre présent', 'membres présents')}`,
    abstention: 'Abstention',
    abstentions: { forbidden: 'non permise', allowed: 'permise' },
    opinions: 'Avis',
    opinionsValues: { individual: 'individuels et scellés, puis révélés ensemble', collegialOnly: 'pas d’avis individuel' },
    decision: 'Décision',
    decisions: { collegial: 'collégiale', majority: 'à la majorité des avis' },
    tie: 'Partage des avis',
    ties: { presidentCasts: 'voix prépondérante du président', refusal: 'le bloc n’est pas validé', anotherRound: 'un autre tour' },
    rounds: 'Tours d’avis',
    roundsValue: (count: number): string => `${count} au plus`,
    refusal: 'Bloc non validé',
    appeal: 'Voies de recours',
    appealNone: 'texte non renseigné : rien n’est imprimé'.replace(' :', `${space}:`),
    vae: 'Notification VAE',
    vaeValue: (days: number): string => `sous ${countOf(days, 'jour', 'jours')}`,
  },
} as const;

/** The candidates of a preparation. */
export const candidateWords = {
  title: 'Candidats',
  add: 'Ajouter un candidat',
  import: 'Importer un fichier CSV…',
  addTitle: 'Nouveau candidat',
  editTitle: 'Candidat',
  emptyTitle: 'Aucun candidat',
  emptyText: 'Importez la liste depuis un fichier CSV, ou inscrivez les candidats un par un.',
  number: 'Numéro',
  numberHint: 'Unique dans la session.',
  givenName: 'Prénom',
  familyName: 'Nom de naissance',
  usageName: 'Nom d’usage',
  birthDate: 'Date de naissance',
  email: 'Courriel',
  accessPath: 'Voie d’accès',
  closedPath: 'fermée pour cette certification',
  entryDate: 'Date d’entrée en formation',
  entryDateVae: 'Date de recevabilité de la VAE',
  entryProof: 'Justificatif de cette date',
  entryProofHint: 'Contrat, convention ou décision, et où il est conservé.',
  entryOutside: (from: string, to: string): string =>
    french(`Hors de l’enregistrement (${formatDay(from)} – ${formatDay(to)}) : la décision de ce candidat ne pourra pas être prise.`),
  blocks: 'Blocs',
  blockStates: { presents: 'Présenté', earlier: 'Acquis à une session antérieure', equivalence: 'Acquis par équivalence', none: 'Non présenté' },
  minute: 'Procès-verbal de référence',
  acquiredOn: 'Date',
  from: 'Bloc d’origine',
  reference: 'Référence de la décision',
  authority: 'Autorité',
  save: 'Enregistrer le candidat',
  column: { number: 'N°', name: 'Nom', path: 'Voie', blocks: 'Blocs présentés', entry: 'Entrée', dossier: 'Dossier', acts: 'Actions' },
  brings: (blocks: string): string => `${blocks} acquis`,
  outside: 'hors période',
  pieces: (count: number): string => countOf(count, 'pièce', 'pièces'),
  dossier: 'Dossier',
  removeTitle: (name: string): string => `Retirer ${name}`,
  removeText: 'Sa fiche et les pièces de son dossier seront effacées de cette session.',
  removeAct: 'Retirer ce candidat',
  importTitle: 'Importer des candidats',
  importReady: (count: number, file: string): string =>
    `${countOf(count, 'candidat lu', 'candidats lus')} dans «${narrow}${file}${narrow}», sans erreur. Rien n’est encore inscrit.`,
  importApply: (count: number): string => `Inscrire ${countOf(count, 'candidat', 'candidats')}`,
  importAgain: 'Choisir le fichier corrigé…',
  importDone: (count: number): string => `${countOf(count, 'candidat inscrit', 'candidats inscrits')}.`,
  importLine: 'Ligne',
} as const;

type Names = readonly string[];

/** What is missing in a preparation, one sentence a code; `who` is the candidate’s or the member’s name. */
export const readinessSentences: Readonly<Record<string, (who: string, names: Names) => string>> = {
  leadMissing: () => 'Le nom du responsable pédagogique n’est pas renseigné.',
  placeMissing: () => 'Le lieu de la session n’est pas renseigné.',
  jurorsMissing: (_who, [have = '0', need = '3']) =>
    french(`Il faut ${need} membres titulaires : ${have === '0' ? 'aucun n’est inscrit' : have === '1' ? 'un seul est inscrit' : `${have} sont inscrits`}.`),
  pinMissing: (who) => `${who} n’a pas choisi son code personnel.`,
  candidatesMissing: () => 'Aucun candidat n’est inscrit.',
  presentsNothing: (who) => `${who} ne présente aucun bloc.`,
  remarkUnacknowledged: () => 'La contradiction de la fiche n’est pas reconnue.',
  entryOutside: (who, [entry = '', end = '']) =>
    french(`${who} : date d’entrée (${formatDay(entry)}) hors de l’enregistrement, qui finit le ${formatDay(end)}.`),
  closedPath: (who) => french(`${who} : voie d’accès fermée pour cette certification.`),
  competencyWithoutEvidence: (who, codes) => french(`${who} : ${countOf(codes.length, 'compétence', 'compétences')} sans preuve (${listSome(codes)}).`),
  reportMissing: (who, [project = '']) => french(`${who} : le rapport du projet « ${project} » manque.`),
  defenceUnplanned: (who, [project = '']) => french(`${who} : la soutenance du projet « ${project} » n’est pas planifiée.`),
  gridMissing: (who, [project = '']) => french(`${who} : la grille du projet « ${project} » est vide.`),
  recevabilityMissing: (who) => french(`${who} : la recevabilité de la VAE n’est pas renseignée.`),
  validationFileMissing: (who) => french(`${who} : le dossier de validation de la VAE manque.`),
  compositionAtRisk: (_who, [path = '']) =>
    french(`La composition du jury ne répond pas encore à la voie « ${(accessPathWords as Readonly<Record<string, string>>)[path] ?? path} ».`),
  parity: () => 'La représentation équilibrée des femmes et des hommes n’est pas atteinte.',
};

const listSome = (codes: Names): string => {
  const shown = codes.slice(0, 4).map(shortCompetency);
  return codes.length > 4 ? `${shown.join(', ')} et ${codes.length - 4} autres` : joinList(shown);
};

/** The list of what is missing. */
export const readinessWords = {
  title: 'Ce qui manque',
  blocking: 'Bloque l’ouverture',
  warning: 'À vérifier',
  warningIntro: 'La session peut s’ouvrir sans cela, mais le jury doit le savoir.',
  ready: 'Rien ne bloque l’ouverture',
  readyText: 'Vous pouvez passer à l’étape suivante le jour de la session.',
  goOpen: 'Passer à l’ouverture',
  complete: 'La préparation est complète.',
  lead: 'Y aller',
} as const;
