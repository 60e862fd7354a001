import { french } from './french.ts';

/** What one column of a template is for: its title, whether it is needed, what is written in it. */
export interface TemplateColumn {
  readonly title: string;
  readonly needed: string;
  readonly how: string;
}

const column = (title: string, needed: string, how: string): TemplateColumn => ({ title, needed, how: french(how) });

/** The columns of the template of candidates, by field, in the order of the file. */
export const candidateTemplate: Readonly<Record<string, TemplateColumn>> = {
  numero: column('Numéro', 'oui', 'Le numéro du candidat, unique dans la session. Au second import, il retrouve le même candidat.'),
  nom: column('Nom de naissance', 'oui', 'Pour une personne qui n’a pas de nom de famille : un tiret.'),
  nom_usage: column('Nom d’usage', 'non', 'S’il diffère du nom de naissance.'),
  prenom: column('Prénom', 'oui', 'Un ou plusieurs prénoms.'),
  naissance: column('Date de naissance', 'oui', 'jj/mm/aaaa.'),
  courriel: column('Courriel', 'non', 'Une seule adresse.'),
  voie: column('Voie d’accès', 'oui', 'FI, CA, FC, CQ, VAE ou CL, selon ce que la fiche ouvre, ou le nom de la voie en toutes lettres.'),
  entree: column('Date d’entrée en formation', 'sauf VAE', 'jj/mm/aaaa.'),
  recevabilite: column('Date de recevabilité', 'VAE', 'jj/mm/aaaa, pour la VAE seulement.'),
  justificatif: column('Justificatif d’entrée', 'non', 'Contrat, convention ou décision, et où il est conservé.'),
  blocs: column('Blocs présentés', 'oui', 'BC01+BC02, ou « tous » pour tous les blocs que le candidat n’a pas déjà.'),
  acquis: column('Blocs acquis', 'non', 'bloc:procès-verbal:date, plusieurs séparés par une barre verticale : BC01:PV 2025-007:2025-03-12'),
  equivalence: column('Équivalences', 'non', 'bloc:bloc d’origine:référence:date:autorité, plusieurs séparées par une barre verticale.'),
  employeur: column('Employeur', 'non', 'Employeur ou entreprise d’accueil, pour repérer avant le jour les liens avec le jury ; jamais imprimé.'),
  accompagnateur: column('Accompagnateur', 'non', 'Mentor, tuteur ou accompagnateur VAE, pour la même raison ; jamais imprimé.'),
};

/** The columns of the template of grids, by field. */
export const gridTemplate: Readonly<Record<string, TemplateColumn>> = {
  numero: column('Numéro', 'oui', 'Le numéro du candidat dans la session.'),
  projet: column('Projet', 'si plusieurs', 'L’intitulé du projet, tel qu’il est dans le dossier ; inutile quand le candidat n’en a qu’un.'),
  competence: column('Compétence', 'oui', 'Son code, BC01-C3.'),
  niveau: column('Niveau', 'oui', 'Un niveau de l’échelle du règlement, par son nom. Une case vide ne change rien.'),
  remarque: column('Remarque', 'non', 'Ce que l’évaluateur a noté.'),
};

/** The rest of a template: file names, sheets, the example, the heads of the explanation. */
export const templateWords = {
  fileName: { candidates: 'Modèle candidats', grids: 'Modèle grilles des évaluateurs' },
  sheet: { candidates: 'Candidats', grids: 'Grilles' },
  guide: 'Mode d’emploi',
  heads: ['Colonne', 'Nécessaire', 'Ce qui s’écrit'],
  example: { familyName: 'Exemple', givenName: 'Camille', proof: 'Convention fictive n° 0', number: 'EX-01', project: 'Projet fictif' },
  exampleNote: french('La ligne EX-01 est un exemple fictif : remplacez-la.'),
  wideNote: french(
    'Autre forme acceptée pour les grilles : une ligne par candidat et par projet, une colonne par compétence, titrée de son code (BC01-C1, BC01-C2…).',
  ),
  levels: (labels: readonly string[]): string => french(`Niveaux du règlement : ${labels.join(', ')}.`),
  correctionHead: 'À corriger',
} as const;
