import { french } from './french.ts';
import { joinList } from './typography.ts';

/** The rule that a count follows, as the regulations name it. */
export type RuleKind = 'majority' | 'castingVote' | 'tieRefused';

const outcome = (value: 'validate' | 'refuse'): string => (value === 'validate' ? 'le bloc est validé' : 'le bloc n’est pas validé');

/** What a count of opinions says and gives, on the jury's own screen. */
export const resultWords = {
  /** "2 pour valider, 1 contre"; what nobody said is left out. */
  count: ({ validate, refuse, abstain }: { readonly validate: number; readonly refuse: number; readonly abstain: number }): string => {
    const said = [
      ...(validate > 0 ? [`${validate} pour valider`] : []),
      ...(refuse > 0 ? [`${refuse} contre`] : []),
      ...(abstain > 0 ? [abstain === 1 ? '1 abstention' : `${abstain} abstentions`] : []),
    ];
    return said.length === 0 ? 'aucun avis' : said.join(', ');
  },
  rule: {
    majority: 'Règle de majorité',
    castingVote: 'Voix prépondérante',
    tieRefused: 'Partage valant refus',
  },
  /** What the regulations make of the count, where they bind the jury to it. */
  gives: (kind: RuleKind, value: 'validate' | 'refuse', president: string): string => {
    const why = kind === 'castingVote' ? `les avis sont à égalité, celui de ${president}, qui préside, l’emporte` : 'les avis sont à égalité';
    return french(`${resultWords.rule[kind]} : ${kind === 'majority' ? '' : `${why} ; `}${outcome(value)}.`);
  },
  bound: 'Le règlement lie la décision à ce résultat ; le jury la prononce et la motive.'.replace(' ;', '\u202f;'),
  differs: (again: boolean): string => (again ? 'Décidez selon les avis, ou ouvrez un nouveau tour.' : 'Décidez selon les avis, ou reportez la décision.'),
  /** A casting vote told where the jury remains free. */
  casting: (president: string): string => french(`Avis à égalité : celui de ${president}, qui préside, est prépondérant. Le jury décide ensemble.`),
  tieFree: french('Avis à égalité : le jury en discute, puis décide ensemble.'),
  tie: french('Avis à égalité : le règlement ne tranche pas, aucune décision ne peut encore être prise.'),
  none: 'Aucun avis exprimé',
  noneFree: 'Le jury en discute, puis décide ensemble.',
  noneExpressed: 'Rien ne permet encore de décider.',
  changed: (names: readonly string[], again: boolean): string => {
    const who =
      names.length === 0
        ? 'la décision repose sur les avis de ceux qui siègent'
        : `${joinList(names)} ${names.length === 1 ? 'siège et n’y a pas donné d’avis' : 'siègent et n’y ont pas donné d’avis'}`;
    return french(`Le jury a changé depuis ce tour : ${who}.${again ? ' Un nouveau tour est nécessaire.' : ''}`);
  },
  lost: 'Le jury a changé depuis le premier avis de ce tour : il ne sera pas révélé.'.replace(' :', '\u00A0:'),
  lostText: 'Les avis donnés restent scellés, personne ne les verra. Ouvrez un nouveau tour, où chaque membre qui siège donne le sien.',
  stuck: 'Le dernier tour prévu par le règlement ne donne pas de décision. Elle peut être reportée, avec sa cause.',
  anotherPossible: french('Un autre tour est possible ; celui-ci restera visible du jury.'),
  noMoreRounds: 'Le règlement ne prévoit pas d’autre tour.',
} as const;
