import { french } from './french.ts';
import { countOf } from './typography.ts';

const short: Readonly<Record<string, string>> = {
  admission: 'admission',
  experience: 'expérience',
  cv: 'CV',
  motivation: 'motivation',
  positioning: 'positionnement',
  english: 'anglais',
  french: 'français',
};

/** A condition of entry in a list: "anglais". */
export const requirementShort = (code: string): string => short[code] ?? code;

/** The required pieces of a dossier. */
export const requirementWords = {
  tab: 'Pièces exigées',
  /** The words of the fiche, less what linked them to the next ones. */
  quoted: (text: string): string => french(`« ${text.replace(/[\s;,]+$/, '')} »`),
  intro: french(
    'Ce que la fiche demande à l’entrée, et ce qui l’établit. Ces conditions se vérifient avant le jury : elles ne sont jamais un critère de délibération, et ne figurent pas au procès-verbal.',
  ),
  told: 'Ce que dit la fiche des conditions d’entrée',
  entry: 'Conditions d’entrée',
  projects: 'Pièces des projets',
  noProject:
    'Aucun projet dans ce dossier pour l’instant. Ajoutez-en un sous l’onglet Projets et soutenances : ses pièces attendues seront vérifiées ici.'.replace(
      ' :',
      '\u00a0:',
    ),
  blocks: 'Preuves par bloc',
  name: {
    admission: 'Base de l’admission',
    experience: 'Deux ans d’expérience professionnelle',
    cv: 'CV',
    motivation: 'Éléments de motivation',
    positioning: 'Test de positionnement',
    english: 'Anglais, niveau B1-B2',
    french: 'Français, niveau B2 (si ce n’est pas la langue maternelle)',
    recevability: 'Décision de recevabilité',
    validationFile: 'Dossier de validation',
  },
  proofHint: {
    admission: 'Copie du diplôme ou du titre',
    experience: 'Attestation de l’employeur',
    cv: '',
    motivation: '',
    positioning: '',
    english: 'Test, diplôme ou attestation, avec sa date',
    french: 'Test, diplôme ou attestation, avec sa date',
    recevability: 'Référence de la décision',
    validationFile: '',
  },
  state: { provided: 'Fourni', exempted: 'Dispensé', notConcerned: 'Non concerné' },
  missing: 'À fournir',
  unproven: 'À compléter',
  complete: 'Complet',
  lacking: (count: number): string => `${countOf(count, 'pièce manque', 'pièces manquent')}`,
  basis: { level6: 'Certification de niveau 6', level5: 'Certification de niveau 5 et deux ans d’expérience' },
  basisLabel: 'Admis sur la base de',
  stateLabel: 'Situation',
  piece: 'Pièce du dossier',
  proof: 'Autre justificatif',
  verifiedOn: 'Vérifié le',
  verifiedBy: 'Vérifié par',
  note: 'Observation',
  fill: (name: string): string => `Renseigner ${name}`,
  fillShort: 'Renseigner',
  clear: 'Effacer',
  clearOf: (name: string): string => `Effacer ${name}`,
  save: 'Enregistrer',
  checked: (on: string, by: string): string => [on === '' ? '' : `vérifié le ${on}`, by === '' ? '' : `par ${by}`].filter((part) => part !== '').join(' '),
  inVae: french('Voir l’onglet VAE : la date de recevabilité ou le dossier y est renseigné.'),
  lacks: { report: 'Rapport', deliverables: 'Livrables', support: 'Support de soutenance' },
  present: 'Présent',
  absent: 'Manque',
  proven: 'Au moins une preuve',
  notProven: 'Aucune preuve',
} as const;
