import { french } from './french.ts';
import { accessPathWords } from './referential.ts';
import { countOf, formatDay, space } from './typography.ts';

/** The sections of a preparation. */
export const prepareWords = {
  sections: {
    session: 'Session',
    jury: 'Jury',
    candidates: 'Candidats',
    dossiers: 'Dossiers',
    schedule: 'Déroulé',
    accommodations: 'Aménagements',
    readiness: 'Ce qui manque',
  },
  blocking: (count: number): string => (count === 1 ? 'point bloquant' : 'points bloquants'),
  nav: 'Parties de la préparation',
  frozenTitle: 'La préparation est close',
  frozen: 'La session a été ouverte : ce qui est préparé se lit encore, mais ne change plus.'.replace(' :', `${space}:`),
  sessionTitle: 'La session',
  certificationTitle: 'Certification',
  ficheVersion: (version: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(version) ? `fiche du ${formatDay(version)}` : `fiche ${version}`),
  level: (level: number | null): string => (level === null ? 'niveau non communiqué' : `niveau ${level}`),
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
    ties: { presidentCasts: 'voix prépondérante de la présidence', refusal: 'le bloc n’est pas validé', anotherRound: 'un autre tour' },
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
  addTitle: 'Nouveau candidat',
  editTitle: 'Candidat',
  emptyTitle: 'Aucun candidat',
  register: 'Inscrire des candidats',
  emptyText:
    'Importez la liste depuis un tableau XLSX ou CSV, ou inscrivez les candidats un par un. Chaque fiche dit la voie d’accès, les blocs présentés et ceux déjà acquis : le jury et son dossier en découlent.'.replace(
      ' :',
      `${space}:`,
    ),
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
  employer: 'Employeur ou entreprise d’accueil',
  employerHint: french('Pour repérer avant le jour les liens avec le jury ; jamais imprimé.'),
  mentor: 'Mentor ou accompagnateur',
  mentorHint: 'La personne qui l’a suivi en formation ou accompagné en VAE.',
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
  /** What the codes of a list stand for, those alone that it holds. */
  pathsMet: (paths: readonly (keyof typeof accessPathWords)[]): string =>
    Object.entries(accessPathWords)
      .filter(([path]) => paths.some((met) => met === path))
      .map(([path, said]) => `${path}${space}: ${said.toLocaleLowerCase('fr')}`)
      .join(' · '),
  brings: (blocks: string): string => `${blocks} acquis`,
  outside: 'hors période',
  pieces: (count: number): string => countOf(count, 'pièce', 'pièces'),
  dossier: 'Dossier',
  removeTitle: (name: string): string => `Retirer ${name}`,
  removeText: 'Sa fiche et les pièces de son dossier quitteront cette session. Vous pourrez annuler ce retrait juste après.',
  removeAct: 'Retirer ce candidat',
} as const;
