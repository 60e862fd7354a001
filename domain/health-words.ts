/**
 * French words of health or disability, folded (no accent, lower case, œ as oe). A match is a question put to the writer, never a refusal:
 * the subject of a competency may be accessibility itself. Source: domain.md "Disability", "Nothing about disability on the collective minute".
 */
const words: readonly RegExp[] = [
  // disability and its procedures
  /handicap(?:e|ee|es|ees|ant|ants|s)?/,
  /rqth|mdph|cdaph|aah|pps/,
  /invalid(?:e|es|ite|ites)/,
  /infirm(?:e|es|ite|ites)/,
  /(?:mal|non[- ])(?:voyant|entendant)(?:e|s|es)?|malvoyance|malentendance|aveugles?|daltonien(?:s|ne|nes)?|daltonisme/,
  /cecite|surdite|sourd(?:e|s|es)?|mutisme|begaiement|begu[ei]s?/,
  /dys(?:lexi|praxi|orthographi|calculi|phasi|graphi)(?:e|es|que|ques)/,
  /tdah?|tsa|autis(?:me|te|tes|tique|tiques)|asperger/,
  /hyperactif(?:s)?|hyperactive(?:s)?|hyperactivite|hypersensib(?:le|les|ilite)/,
  /troubles? (?:de l'|de la |du |des |d')?(?:attention|langage|apprentissages?|comportement|sommeil|spectre|vision|vue|audition|memoire|anxieux|psychiques?|cognitifs?|neuro\w*|moteurs?|alimentaires?|visuels?|auditifs?)/,
  /fauteuils? roulants?|lsf|lfpc|langue des signes|appareils? auditifs?|protheses?|bequilles?|canne blanche|chiens? (?:guide|d'assistance)s?/,
  // arranged tests
  /tiers[- ]temps|temps (?:majore|supplementaire|additionnel)|majoration (?:de|du) temps/,
  /amenagements? (?:des?|d'|de l'|pour) ?(?:epreuves?|examens?|soutenances?|passages?|temps|horaires?)|(?:epreuve|soutenance)s? amenagees?/,
  /benefici\w+ (?:d'un |d'|des? |de l')amenagements?|amenagements? (?:raisonnables?|accordes?|particuliers?)|tierces? personnes?|preneu(?:r|rs|se|ses) de notes|secretaires? (?:lecteur|scripteur)s?/,
  /referente? handicap/,
  // illness
  /maladies?|malades?|pathologies?|syndromes?|symptomes?/,
  /cancers?|tumeurs?|chimiotherapies?|diabet(?:e|ique|iques)|epilep(?:sie|sies|tique|tiques)|asthm(?:e|atique|atiques)|migraines?/,
  /depress(?:ion|ions|if|ive|ifs|ives)|burn[- ]?outs?|anxie(?:te|ux|use|uses)|bipolaires?|schizophren(?:ie|e|es)|phobies?|psychiatr(?:e|ie|ique|iques)|psychologues?/,
  /fibromyalgie|endometriose|sclerose|parkinson|vih|sida|covid|avc/,
  /addictions?|alcoolisme|toxicoman(?:e|es|ie)/,
  // care
  /hopita(?:l|ux)|hospitalis(?:e|ee|es|ees|ation|ations)|urgences medicales|chirurgi(?:e|es|cal|cale)|operation chirurgicale/,
  /medeci(?:n|ns|ne)|medica(?:l|le|les|ux|ment|ments)|infirmie(?:r|re|rs|res)|ordonnance medicale|diagnosti(?:c|cs) medica(?:l|ux)/,
  /arrets? (?:de travail|maladie|de maladie)|conges? (?:maladie|maternite|paternite|parental)|accidents? du travail/,
  /grossesses?|enceinte|accouchements?|maternite/,
  /raisons? de sante|problemes? de sante|etat de sante|soucis? de sante|(?:sa|ma|votre|leur) sante|souffran(?:t|te|ts|tes)|sante (?:mentale|fragile)|blessures?|blesse(?:e|s|es)?|malaises?/,
];

/** What reads the same and is of another trade: data that is processed, code that is arranged, a virus of a machine. */
const friends: readonly RegExp[] = [
  /enceinte (?:de|du|des|d'|connectee|acoustique|securisee)/,
  /(?:depression|depressions) (?:atmospherique|meteorologique|economique)s?/,
  /sourds? aux? (?:demande|alerte|remarque)s?/,
  /tumeur de code|maladies? du code|fauteuil de bureau/,
  /(?:logiciel|application|secteur|domaine|imagerie|dossier|cabinet|donnees?|prise de rendez-vous) (?:de |du |d'|pour )?(?:medica(?:l|le|les|ux)|medecine|sante)/,
  /syndromes? (?:de la page blanche|nih|du code)/,
];

interface Folded {
  readonly text: string;
  /** Where each folded letter stands in the text. */
  readonly at: readonly number[];
}

/** A text without accents, capitals, typographic signs nor doubled spaces, and the way back to it. */
const fold = (text: string): Folded => {
  const at: number[] = [];
  let folded = '';
  let place = 0;
  for (const letter of text) {
    const plain = letter
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace('œ', 'oe')
      .replace('’', "'")
      .replace(/[\u2010\u2011\u2013]/, '-')
      .replace(/\s/, folded.endsWith(' ') ? '' : ' ');
    for (let rank = 0; rank < plain.length; rank += 1) at.push(place);
    folded += plain;
    place += letter.length;
  }
  return { text: folded, at: [...at, text.length] };
};

const whole = (patterns: readonly RegExp[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.map(({ source }) => source).join('|')})(?![\\p{L}\\p{N}])`, 'gu');
const asked = whole(words);
const excused = whole(friends);

/** The words of a text that may speak of somebody's health or disability, as they are written, each once; empty when there are none. */
export const findHealthWords = (text: string): string[] => {
  const { text: folded, at } = fold(text);
  const left = folded.replaceAll(excused, (friend) => ' '.repeat(friend.length));
  const found = new Map([...left.matchAll(asked)].map((match) => [match[0], text.slice(at[match.index], at[match.index + match[0].length])]));
  return [...found.values()];
};
