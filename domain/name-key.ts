/** Words of a text, folded: no accent, no case, no punctuation; "S.A.R.L." and "S A R L" are one word. */
export const foldWords = (text: string): string[] => {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae').replace(/ß/g, 'ss').replace(/&/g, ' et ');
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const joined: string[] = [];
  let spelt = false;
  for (const word of words) {
    const letter = /^\p{L}$/u.test(word);
    if (letter && spelt) joined[joined.length - 1] += word;
    else joined.push(word);
    spelt = letter;
  }
  return joined;
};

const legalForms = new Set(
  [
    'sa',
    'sas',
    'sasu',
    'sarl',
    'eurl',
    'earl',
    'snc',
    'scop',
    'scic',
    'sci',
    'selarl',
    'selas',
    'scp',
    'sca',
    'scs',
    'gie',
    'ei',
    'eirl',
    'ste',
    'societe',
  ].concat(['gmbh', 'ltd', 'plc', 'inc', 'llc', 'bv', 'nv', 'spa', 'srl', 'ag', 'se']),
);

/** What a person writes who has no employer that somebody else could share. */
const nobody = new Set(
  ['', 'sans', 'sans emploi', 'aucun', 'neant', 'n a', 'na', 'nc', 'independant', 'independante', 'freelance', 'auto entrepreneur', 'autoentrepreneur'].concat(
    ['auto entrepreneuse', 'micro entrepreneur', 'micro entreprise', 'travailleur independant', 'profession liberale', 'demandeur d emploi', 'retraite'],
    [
      'demandeuse d emploi',
      'en recherche d emploi',
      'travailleuse independante',
      'retraitee',
      'sans objet',
      'non renseigne',
      'a son compte',
      'etudiant',
      'etudiante',
    ],
  ),
);

/**
 * What two spellings of one company have in common: the folded words, without the legal form at either end ("Exemplia SAS", "S.A.S. Exemplia").
 * A name made of legal forms alone keeps its last word. Null for somebody without an employer to share: "indépendant" is no company.
 */
export const companyKey = (text: string): string | null => {
  const words = foldWords(text);
  if (nobody.has(words.join(' '))) return null;
  let [from, to] = [0, words.length];
  while (to - from > 1 && legalForms.has(words[to - 1] ?? '')) to -= 1;
  while (to - from > 1 && legalForms.has(words[from] ?? '')) from += 1;
  const kept = words.slice(from, to).join(' ');
  return nobody.has(kept) ? null : kept;
};

const civilities = new Set(['m', 'mr', 'mme', 'mlle', 'monsieur', 'madame', 'dr', 'pr', 'me']);

/** What two spellings of one person's whole name have in common, whatever comes first: "DURAND Zoé" and "Mme Zoë Durand". Null when nothing is left. */
export const personKey = (text: string): string | null => {
  const words = foldWords(text);
  const kept = words.length > 1 && civilities.has(words[0] ?? '') ? words.slice(1) : words;
  return kept.length === 0 ? null : kept.sort().join(' ');
};

/** What two spellings of one family name have in common: "Le Goff" and "LEGOFF" are one. Null when nothing is left. */
export const familyKey = (text: string): string | null => foldWords(text).join('') || null;
