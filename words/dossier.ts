import { french } from './french.ts';
import { countOf, formatNumber, narrow, space } from './typography.ts';

/** What a file of a dossier is. */
export const pieceKindWords = {
  report: 'Rapport de projet',
  deliverable: 'Livrable',
  support: 'Support de soutenance',
  grid: 'Grille d’évaluation',
  cv: 'CV',
  motivation: 'Lettre de motivation',
  diploma: 'Diplôme',
  attestation: 'Attestation',
  positioning: 'Test de positionnement',
  english: 'Justificatif d’anglais',
  french: 'Justificatif de français',
  validationFile: 'Dossier de validation (VAE)',
  recevability: 'Décision de recevabilité (VAE)',
  evidence: 'Preuve (VAE)',
  other: 'Autre pièce',
} as const;

/** The size of a file: "1,4 Mo", "2,0 Go". */
export const fileSize = (bytes: number): string => {
  if (bytes < 1024) return `${bytes}${space}o`;
  if (bytes < 1024 * 1024) return `${formatNumber(Math.round(bytes / 1024))}${space}Ko`;
  const [unit, size] = bytes < 1024 ** 3 ? ['Mo', bytes / 1024 ** 2] : ['Go', bytes / 1024 ** 3];
  return `${size.toFixed(1).replace('.', ',')}${space}${unit}`;
};

/** The code of a competency without its fiche: "BC01-C7". */
export const shortCompetency = (code: string): string => code.replace(/^RNCP\d+(?=\D)/, '');

/** The dossier of one candidate in the preparation. */
export const dossierWords = {
  title: 'Dossiers',
  choose: 'Candidat',
  emptyText: french('Chaque candidat inscrit a son dossier : ses pièces, ses projets et ce qui prouve chaque compétence.'),
  tabs: { pieces: 'Pièces', projects: 'Projets et soutenances', vae: 'VAE', coverage: 'Couverture' },
  presented: (path: string, blocks: string): string => (blocks === '' ? `${path} · ne présente aucun bloc` : `${path} · présente ${blocks}`),
  proven: 'Chaque compétence présentée est couverte',
  unproven: (count: number): string => `${countOf(count, 'compétence', 'compétences')} sans preuve`,
  pieceKind: 'Nature des fichiers à ajouter',
  addPieces: 'Ajouter des fichiers…',
  noPiece: 'Aucune pièce dans ce dossier',
  noPieceText: 'Choisissez ce que sont les fichiers, puis donnez-les. Ils sont copiés et chiffrés dans l’espace de travail.',
  unreadable: french('Ne peut pas être affichée : conservée telle quelle'),
  pieceColumn: { title: 'Pièce', kind: 'Nature', file: 'Fichier', size: 'Taille', acts: 'Actions' },
  removePieceTitle: (title: string): string => `Retirer ${title}`,
  removePieceText: 'Le fichier sera effacé de l’espace de travail ; l’original n’est pas touché.'.replace(' ;', `${narrow};`),
  removePieceAct: 'Retirer cette pièce',
  viewing: (title: string): string => french(`Pièce du dossier : ${title}`),
  noProject: 'Aucun projet dans ce dossier',
  noProjectText: 'Un projet couvre un ou plusieurs blocs ; il a un rapport, des livrables et une soutenance.'.replace(' ;', `${narrow};`),
  addProject: 'Ajouter un projet',
  projectTitle: 'Intitulé du projet',
  blocks: 'Blocs couverts',
  blocksMissing: 'Choisissez au moins un bloc.',
  report: 'Rapport',
  noFile: 'Aucun fichier',
  deliverables: 'Livrables',
  addDeliverable: 'Ajouter un livrable',
  deliverable: (rank: number): string => `Livrable ${rank}`,
  deliverableTitle: 'Intitulé',
  deliverableFile: 'Fichier',
  competencies: 'Compétences',
  competenciesChosen: (count: number): string => (count === 0 ? 'Relier à des compétences' : countOf(count, 'compétence reliée', 'compétences reliées')),
  competenciesMissing: 'Reliez cette preuve à au moins une compétence.',
  defence: 'Soutenance',
  defenceDay: 'Jour prévu',
  defenceTime: 'Heure prévue',
  defenceMinutes: 'Durée prévue, en minutes',
  evaluator: 'Évaluateur',
  grid: 'Grille par compétence',
  gridIntro: 'Le niveau relevé par l’évaluateur pour chaque compétence des blocs couverts. Il éclaire le jury, il ne le lie pas.',
  level: 'Niveau',
  noLevel: 'Non relevé',
  levelLost: (code: string): string => `${code} (hors de l’échelle)`,
  levelLostShort: 'Ce niveau n’est plus dans l’échelle.',
  levelsLost: (count: number): string =>
    french(`${countOf(count, 'ligne porte', 'lignes portent')} un niveau que le règlement n’a plus : choisissez-le de nouveau dans l’échelle.`),
  remark: 'Observation',
  saveProject: 'Enregistrer le projet',
  removeProject: 'Retirer ce projet',
  removeProjectText:
    'Le projet, ses livrables et sa grille seront effacés ; les fichiers restent parmi les pièces. Vous pourrez annuler ce retrait juste après.'.replace(
      ' ;',
      `${narrow};`,
    ),
  projectLine: (deliverables: number, grid: number): string =>
    `${countOf(deliverables, 'livrable', 'livrables')} · ${countOf(grid, 'compétence évaluée', 'compétences évaluées')}`,
  unplanned: 'Soutenance à planifier',
  recevability: 'Recevabilité',
  recevableOn: 'Déclarée recevable le',
  recevabilityReference: 'Référence de la décision',
  validationFile: 'Dossier de validation',
  interview: 'Entretien avec le jury',
  interviewDay: 'Jour de l’entretien',
  interviewTime: 'Heure',
  interviewMinutes: 'Durée, en minutes',
  saveVae: 'Enregistrer',
  evidence: 'Preuves',
  evidenceIntro: 'En VAE, chaque bloc se prouve : reliez chaque preuve aux compétences qu’elle établit.'.replace(' :', `${space}:`),
  addEvidence: 'Ajouter une preuve',
  evidenceTitle: 'Intitulé de la preuve',
  saveEvidence: 'Enregistrer la preuve',
  removeEvidence: 'Retirer cette preuve',
  removeEvidenceText: 'Le lien avec les compétences sera effacé ; le fichier reste parmi les pièces. Vous pourrez annuler ce retrait juste après.'.replace(
    ' ;',
    `${narrow};`,
  ),
  noEvidence:
    'Aucune preuve reliée pour l’instant. En VAE, chaque compétence s’établit par une preuve au moins ; ajoutez-en une, puis dites lesquelles elle montre.'.replace(
      ' ;',
      `${narrow};`,
    ),
  coverageIntro: 'Chaque compétence des blocs présentés, et ce qui la couvre dans le dossier.',
  wording: 'Énoncé',
  uncovered: 'Rien ne la couvre',
  noBlock: 'Ce candidat ne présente aucun bloc. Choisissez-les sur sa fiche, dans la partie Candidats : leurs compétences paraîtront ici.'.replace(
    ' :',
    `${space}:`,
  ),
} as const;
