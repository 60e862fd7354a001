import { french } from './french.ts';
import { countOf, joinList, quote } from './typography.ts';

/** The question put where a text may speak of somebody's health or disability. */
export const healthWords = {
  question: (words: readonly string[]): string => french(`${joinList(words.map(quote))} : est-ce la santé ou le handicap d’une personne ?`),
  printed: french('Le procès-verbal n’en dit jamais rien. S’il s’agit du sujet du projet, laissez tel quel.'),
  kept: 'Ce texte reste dans les notes de travail de la session ; il vaut mieux ne rien y dire de la santé de personne.'.replace(' ;', '\u202F;'),
  title: 'Textes à relire',
  intro: french(
    'Ces textes parlent peut-être de la santé ou du handicap d’une personne. Le procès-verbal n’en dit rien : corrigez-les, ou laissez-les s’il s’agit du sujet du projet.',
  ),
  closing: (count: number): string =>
    french(`${countOf(count, 'texte parle', 'textes parlent')} peut-être de santé ou de handicap. La clôture les fige tels quels.`),
  places: {
    reason: 'motif de la décision',
    recommendation: 'recommandation',
    presence: 'note de présence',
    blockAbsence: 'note d’absence au bloc',
    postponement: 'note du report',
    incident: 'incident',
    interruption: 'motif d’une interruption',
  },
  asks: (words: readonly string[]): string => joinList(words.map(quote)),
  correct: 'Corriger',
  correctOf: (where: string, name: string): string => `Corriger, ${where}, ${name}`,
  final: 'Une fois noté, un incident ne s’efface pas : il sera imprimé.'.replace(' :', '\u00A0:'),
  working: 'Reste dans les notes de travail, n’est pas imprimé.',
} as const;
