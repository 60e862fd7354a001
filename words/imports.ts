/** What a sentence about a refused import needs: the same shape as the problems of an import. */
interface Problem {
  readonly line: number;
  readonly column: string;
  readonly code: string;
  readonly value: string;
  readonly first: number | null;
}

const quoted = (text: string): string => `«\u202f${text}\u202f»`;

const already = ({ first }: Problem): string => (first === null ? 'déjà inscrit à cette session' : `déjà à la ligne ${first}`);

/** Why each fault of a file of candidates is one, and what to do: without the place, which `importProblemSentence` adds. */
export const importReasons: Readonly<Record<string, (problem: Problem) => string>> = {
  'not-text': () => 'ce fichier n’est pas un texte\u00a0: depuis le tableur, enregistrez-le au format CSV.',
  'empty-file': () => 'le fichier est vide.',
  'no-row': () => 'le fichier a des titres de colonnes, mais aucun candidat.',
  'unclosed-quote': () => 'un guillemet s’ouvre ici et ne se ferme pas\u00a0: la suite du fichier ne peut pas être lue.',
  'misplaced-quote': () => 'un guillemet est mal placé\u00a0: la suite du fichier ne peut pas être lue.',
  'missing-column': ({ value }) => `la colonne ${quoted(value)} manque.`,
  'unknown-column': ({ value }) => (value === '' ? 'une colonne remplie n’a pas de titre.' : `la colonne ${quoted(value)} n’est pas connue.`),
  'repeated-column': ({ value }) => `la colonne ${quoted(value)} figure deux fois.`,
  'extra-cells': ({ value }) => `la ligne a plus de cases que de colonnes\u00a0: ${quoted(value)} est de trop.`,
  'missing-number': () => 'le numéro du candidat manque.',
  'missing-name': ({ column }) => (column === 'nom' ? 'le nom manque. Pour une personne qui n’en a pas, écrivez un tiret.' : 'le prénom manque.'),
  'unreadable-text': ({ value }) => `des caractères de ${quoted(value.replaceAll(/\p{Cc}/gu, '\uFFFD'))} ne sont pas lisibles.`,
  'too-long': () => 'le texte est trop long.',
  'impossible-date': ({ value }) => `la date ${quoted(value)} n’existe pas ou n’est pas écrite jj/mm/aaaa.`,
  'missing-entry-date': () => 'la date d’entrée en formation manque.',
  'birth-after-entry': ({ value }) => `la naissance (${value}) ne peut pas suivre l’entrée.`,
  'missing-path': () => 'la voie d’accès manque.',
  'unknown-path': ({ value }) => `la voie d’accès ${quoted(value)} n’est pas connue\u00a0: FI, CA, FC, CQ, VAE ou CL.`,
  'closed-access-path': ({ value }) => `la voie d’accès ${quoted(value)} est fermée pour cette certification\u00a0: ce candidat ne peut pas être inscrit.`,
  'recevability-missing': () => 'un candidat par VAE doit avoir sa date de recevabilité.',
  'recevability-unexpected': () => 'seule la VAE a une date de recevabilité\u00a0: vérifiez la voie d’accès.',
  'malformed-email': ({ value }) => `${quoted(value)} n’est pas une adresse électronique.`,
  'missing-block': () => 'aucun bloc n’est présenté.',
  'unknown-block': ({ value }) => `le bloc ${quoted(value)} n’est pas dans cette certification.`,
  'repeated-block': ({ value }) => `le bloc ${value} est déjà acquis par une autre mention.`,
  'block-already-acquired': ({ value }) => `le bloc ${value} est acquis antérieurement\u00a0: il ne peut pas être présenté.`,
  'malformed-acquired': ({ value }) => `${quoted(value)} devrait s’écrire bloc:référence:date, par exemple BC01:PV 2025-007:2025-03-12.`,
  'malformed-equivalence': ({ value }) => `${quoted(value)} devrait s’écrire bloc:bloc d’origine:référence:date:autorité.`,
  'duplicate-number': (problem) => `le numéro ${quoted(problem.value)} est ${already(problem)}.`,
  'cell-error': ({ value }) => `la case montre ${quoted(value)} au lieu d’une valeur\u00a0: recalculez la formule dans le tableur, puis enregistrez.`,
  'number-of-another': ({ value }) => `ce numéro est celui de ${value}, qui n’est pas cette personne\u00a0: corrigez le numéro, ou le nom et la naissance.`,
  'unknown-candidate': ({ value }) => `aucun candidat de la session ne porte le numéro ${quoted(value)}.`,
  'unknown-project': ({ value }) => `ce candidat n’a pas de projet ${quoted(value)}\u00a0: créez-le dans son dossier, ou corrigez l’intitulé.`,
  'project-needed': () => 'ce candidat n’a pas un projet et un seul\u00a0: l’intitulé du projet est nécessaire.',
  'unknown-competency': ({ value }) => `la compétence ${quoted(value)} n’est pas dans cette certification.`,
  'competency-foreign': ({ value }) => `la compétence ${value} n’est pas d’un bloc que couvre ce projet.`,
  'missing-competency': () => 'la compétence manque.',
  'unknown-level': ({ value }) => `le niveau ${quoted(value)} n’est pas dans l’échelle du règlement.`,
  'missing-level': () => 'une remarque sans niveau ne peut pas être reprise\u00a0: donnez le niveau.',
  'duplicate-competency': ({ value, first }) => `la compétence ${value} de ce projet est déjà notée à la ligne ${first ?? '?'}.`,
  'grid-forms-mixed': () =>
    'les deux formes sont mêlées\u00a0: une colonne par compétence, ou une ligne par compétence avec sa compétence, son niveau et sa remarque.',
  'duplicate-candidate': (problem) => `${problem.value} est ${already(problem)}, avec la même date de naissance.`,
};

/** Why one fault is one, without its place. */
export const importReason = (problem: Problem): string => importReasons[problem.code]?.(problem) ?? 'cette case n’est pas acceptée.';

/** One fault as a person reads it: "Ligne 7, colonne « naissance » : la date « 31/02/1990 » n’existe pas…". */
export const importProblemSentence = (problem: Problem): string => {
  const structural = problem.column === '' || problem.code.endsWith('-column');
  const place = structural ? `Ligne ${problem.line}` : `Ligne ${problem.line}, colonne ${quoted(problem.column)}`;
  return `${place}\u00a0: ${importReason(problem)}`;
};
