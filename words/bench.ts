// What `npm run bench` says on standard output, and the plainly fictitious people it measures with.
import { formatNumber, narrow, space } from './typography.ts';

const decimal = (value: number, digits: number): string => value.toFixed(digits).replace('.', ',');
const duration = (milliseconds: number): string =>
  milliseconds >= 100 ? `${formatNumber(Math.round(milliseconds))}${space}ms` : `${decimal(milliseconds, milliseconds >= 10 ? 1 : 3)}${space}ms`;

const kilobytes = (bytes: number): string => `${formatNumber(Math.round(bytes / 1000))}${space}ko`;

/** The figures of one comparison, in milliseconds unless said. */
export interface BenchFigures {
  readonly ours: number;
  readonly theirs: number;
  readonly ratio: number;
  readonly measures: number;
  /** The ratio that the design asks not to exceed, or null when it gives none. */
  readonly bound: number | null;
}

const bound = (value: number | null): string =>
  value === null ? 'borne non chiffrée dans la demande' : `borne${space}: au plus ${decimal(value, 2)}${space}×`;

const compare = (title: string, ours: string, theirs: string, write: (value: number) => string, figures: BenchFigures): string =>
  [
    title,
    `  ${ours}${space}: ${write(figures.ours)}`,
    `  ${theirs}${space}: ${write(figures.theirs)}`,
    `  rapport${space}: ${decimal(figures.ratio, 2)}${space}× (${bound(figures.bound)}${narrow}; médianes de ${figures.measures} mesures de chaque, en alternance)`,
  ].join('\n');

/** The parts of a sitting whose price is told apart. */
const encryptionParts = {
  preparation: '300 candidats inscrits un à un',
  copy: '40 pièces de 2 Mo copiées au dossier',
  opening: 'ouverture : contrôle entier, sauvegarde, contrôle de la sauvegarde'.replace(' :', `${space}:`),
  listing: '300 candidats listés, trois fois',
  opinions: 'avis rendus',
  decisions: 'avis révélés et décisions inscrites',
  reading: '40 pièces relues',
} as const;

/** What a person does, and what answers. */
const fluencyActs = {
  candidate: 'candidat suivant, jusqu’à sa ligne choisie',
  opened: 'candidat suivant, lu et ouvert, jusqu’à son nom en titre (sans borne en millisecondes)',
  hurried: 'candidat suivant, pendant que le précédent s’ouvre encore',
  block: 'bloc suivant',
  typing: 'une lettre du motif',
  decide: 'décision, jusqu’au premier signe',
  decided: 'décision, écrite sur le disque et relue, jusqu’à son heure affichée (sans borne en millisecondes)',
  matrix: 'matrice des candidats et des blocs',
  review: 'étape Relire',
  deliberate: 'étape Délibérer',
} as const;

/** The sentences of the benchmark. */
export const benchWords = {
  machine: (facts: {
    readonly cpu: string;
    readonly cores: number;
    readonly memory: number;
    readonly system: string;
    readonly node: string;
    readonly load: number;
  }): string =>
    [
      `Machine${space}: ${facts.cpu}, ${facts.cores}${space}cœurs, ${decimal(facts.memory, 1)}${space}Gio de mémoire, ${facts.system}`,
      `Node ${facts.node}${narrow}; charge au départ${space}: ${decimal(facts.load, 2)} (à lire avec prudence au-dessus de 0,5)`,
    ].join('\n'),
  electron: (version: string, kind: 'official' | 'stand-in'): string => `Electron ${version} (${kind === 'official' ? 'officiel' : 'moteur d’essai'})`,
  start: (figures: BenchFigures): string =>
    compare(
      '1. Démarrage à froid, dossier utilisateur neuf',
      'application, jusqu’au premier écran utilisable',
      'fenêtre Electron vide, jusqu’à sa page chargée',
      duration,
      figures,
    ),
  memory: (figures: BenchFigures): string =>
    compare(
      '   Mémoire des processus une fois démarrés',
      'application',
      'fenêtre Electron vide',
      (value) => `${formatNumber(Math.round(value))}${space}Mio`,
      figures,
    ),
  opinion: (figures: BenchFigures): string =>
    compare('2. Un avis enregistré durablement', 'chemin de l’application', 'insertion nue des mêmes octets, mêmes réglages', duration, figures),
  opinionGrowth: (first: number, last: number): string =>
    `  chemin de l’application, cent premiers avis puis cent derniers${space}: ${duration(first)}, ${duration(last)}`,
  minute: (candidates: number, figures: BenchFigures): string =>
    compare(
      `3. Procès-verbal de ${candidates} candidats, à chaud`,
      'dessiné par l’application',
      'même texte imprimé en PDF par Chromium, sans structure',
      duration,
      figures,
    ),
  taggedMinute: (figures: BenchFigures): string =>
    compare(
      '   Le même, contre un PDF balisé comme le procès-verbal',
      'dessiné par l’application',
      'même texte imprimé en PDF balisé par Chromium',
      duration,
      figures,
    ),
  signature: (signatures: number, figures: BenchFigures): string =>
    compare(
      `4. Signature visible du même procès-verbal, moyenne de ses ${signatures} signatures, sceau compris (temps de processeur)`,
      'signature visible, ajoutée au fichier relu',
      'même fichier sans rien de visible : empreinte, clé neuve, certificat, CMS'.replace(' :', `${space}:`),
      duration,
      figures,
    ),
  verification: (figures: BenchFigures): string =>
    compare(
      '5. Vérification du même procès-verbal scellé, avec son reçu et la racine (temps de processeur)',
      'vérification entière, jusqu’au meilleur verdict',
      'une seule empreinte SHA-256 du fichier',
      duration,
      figures,
    ),
  verificationShare: (facts: {
    readonly record: number;
    readonly base: number;
    readonly hash: number;
    readonly recordSize: number;
    readonly fileSize: number;
  }): string =>
    [
      `  dont chaque objet de la première révision, lu et comparé à ce que le programme écrit${space}: ${duration(facts.base)}, ${decimal(facts.base / facts.hash, 1)}${space}×`,
      `  et le seul relevé, lu, contrôlé champ par champ et récrit à l’octet près${space}: ${duration(facts.record)}, ${decimal(facts.record / facts.hash, 1)}${space}×`,
      `  (relevé de ${kilobytes(facts.recordSize)}, fichier de ${kilobytes(facts.fileSize)})`,
    ].join('\n'),
  intake: (files: number, bytes: number, figures: BenchFigures): string =>
    compare(
      `6. Entrée d’une archive de dossiers, ${files} fichiers, ${decimal(bytes / 1e9, 2)}${space}Go`,
      'application : lue, vérifiée, rattachée, chaque fichier chiffré avec son empreinte, inscrite en une fois'.replace(' :', `${space}:`),
      'à la main : unzip, puis sha256sum de chaque fichier'.replace(' :', `${space}:`),
      duration,
      figures,
    ),
  intakeMemory: (ours: number, theirs: number): string =>
    `  mémoire au plus haut${space}: ${formatNumber(Math.round(ours))}${space}Mio pour l’application entière, ${formatNumber(Math.round(theirs))}${space}Mio pour le plus gros des deux programmes`,
  archive: (files: number, bytes: number, figures: BenchFigures): string =>
    compare(
      `7. Sac des dossiers, ${files} fichiers, ${decimal(bytes / 1e9, 2)}${space}Go`,
      'application : chaque pièce contrôlée, trois empreintes, un zip, puis relu et vérifié en entier'.replace(' :', `${space}:`),
      'à la main : sha512sum de chaque pièce, puis zip -0'.replace(' :', `${space}:`),
      duration,
      figures,
    ),
  archiveEncrypted: (milliseconds: number, memory: number): string =>
    `  au format age (destinataire)${space}: écrit en ${duration(milliseconds)}, mémoire au plus haut ${formatNumber(Math.round(memory))}${space}Mio`,
  encryption: (figures: BenchFigures): string =>
    compare(
      '8. Chiffrement au repos : tout le travail d’une séance de 300 candidats'.replace(' :', `${space}:`),
      'espace de travail chiffré',
      'le même code, sans aucun chiffre',
      duration,
      figures,
    ),
  encryptionPart: (work: keyof typeof encryptionParts, figures: BenchFigures, processor: number): string =>
    `  ${encryptionParts[work]}${space}: ${duration(figures.ours)} et ${duration(figures.theirs)}, rapport ${decimal(figures.ratio, 2)}${space}× (processeur ${decimal(processor, 2)}${space}×)`,
  encryptionProcessor: (figures: BenchFigures): string =>
    `  en temps de processeur : ${duration(figures.ours)} et ${duration(figures.theirs)}, rapport ${decimal(figures.ratio, 2)}${space}×`.replace(
      ' :',
      `${space}:`,
    ),
  derivation: (milliseconds: number): string =>
    `  à part, des deux côtés : ${duration(milliseconds)} pour dériver la phrase de passe et les codes, lents à dessein`.replace(' :', `${space}:`),
  fluency: (): string =>
    `9. Fluidité${space}: chaque geste, de la touche à la première image qui répond, après une seconde de repos, avec 300 candidats, 12 blocs et un dossier de 500 pages, puis avec 3 candidats (borne${space}: 100${space}ms, et 1,50${space}×)`,
  fluencyAct: (act: keyof typeof fluencyActs, figures: BenchFigures): string =>
    `  ${fluencyActs[act]}${space}: ${duration(figures.ours)} et ${duration(figures.theirs)}, rapport ${decimal(figures.ratio, 2)}${space}× (médianes de ${figures.measures} mesures)`,
  pages: (ours: number, theirs: number): string => `  pages${space}: ${ours} et ${theirs}`,
} as const;

/** What the invented sittings of the benchmark are made of. */
export const benchPeople = {
  givenNames: ['Zoé', 'Anaïs', 'Björn', 'Élodie', 'Inès', 'Octave', 'Søren', 'Chloé', 'Łukasz', 'Ève', 'Basile'],
  familyNames: ['Exemple', 'Imaginaire', 'Fictif-Dupré', 'Modèle', 'de la Maquette', 'Échantillon', 'Prototype'],
  entryProof: 'Convention de formation fictive',
  note: 'Le dossier répond aux attendus du bloc ; la justification des choix techniques pourrait être plus précise.'.replace(' ;', `${narrow};`),
  reason: 'Les choix techniques ne sont ni comparés ni mesurés, et le plan de tests ne couvre pas la persistance des données.',
  recommendation: 'Reprendre le dossier d’architecture avec un tuteur, puis présenter de nouveau ce seul bloc.',
} as const;
