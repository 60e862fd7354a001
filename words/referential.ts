/** Why a field of a certification's file is refused, said to the person who gave the file. */
export const referentialFaultWords: Readonly<Record<string, string>> = {
  missing: 'Ce champ manque.',
  unexpected: 'Ce champ n’est pas connu.',
  'wrong-type': 'Ce champ n’est pas de la forme attendue.',
  'not-allowed': 'Cette valeur n’est pas dans la liste permise.',
  empty: 'Ce champ est vide.',
  'out-of-bounds': 'Ce nombre est hors des limites permises.',
  malformed: 'Cette valeur est mal écrite ou n’existe pas.',
  duplicate: 'Ce code figure deux fois.',
  'foreign-competency': 'Le code de cette compétence n’est pas celui de son bloc.',
  'dates-out-of-order': 'Cette date devrait venir après celle qui la précède.',
  'composition-missing': 'La voie d’accès est ouverte, mais la composition de son jury n’est pas donnée.',
  'composition-on-closed-path': 'La voie d’accès est fermée\u00a0: elle ne peut pas porter de composition de jury.',
  'contradiction-unrecorded': 'Le nombre de blocs annoncé n’est pas celui des blocs listés, et aucune remarque ne le signale.',
};

/** The sentence for a refused referential: what happened, where, what is safe, what to do next. */
export const referentialRefused = (field: string, reason: string): string =>
  `La fiche de certification est refusée. Champ «\u202f${field}\u202f»\u00a0: ${
    referentialFaultWords[reason] ?? 'Cette valeur n’est pas acceptée.'
  } Rien n’a été enregistré\u00a0: corrigez le fichier puis donnez-le de nouveau.`;

/** The six access paths in full, by their codes. */
export const accessPathWords = {
  FI: 'Formation initiale (élève ou étudiant)',
  CA: 'Contrat d’apprentissage',
  FC: 'Formation continue',
  CQ: 'Contrat de professionnalisation',
  VAE: 'Validation des acquis de l’expérience',
  CL: 'Candidature individuelle',
} as const;

/** The kinds of remarks on a fiche. */
export const remarkKindWords = {
  contradiction: 'Contradiction de la fiche',
  check: 'À vérifier',
  wording: 'Différence de rédaction',
  history: 'Historique',
} as const;

/** What the lead acknowledges when a fiche contradicts itself, or where its text is not the rule applied. */
export const contradictionWords = {
  title: 'La fiche se contredit',
  checkTitle: 'À comparer avec la fiche',
  checkExplain: 'Le jury peut se tenir, mais le responsable pédagogique doit avoir comparé\u00a0; ce qu’il retient est imprimé au procès-verbal.',
  explain: 'Le jury peut se tenir, mais la contradiction doit être reconnue par le responsable pédagogique\u00a0; elle est imprimée au procès-verbal.',
  acknowledge: 'J’ai lu et je reconnais cette contradiction',
  reasonLabel: 'Ce qui est retenu, et pourquoi',
} as const;
