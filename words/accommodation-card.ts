import { french } from './french.ts';
import { formatDuration, joinList } from './typography.ts';

/** The accommodation as the jury may see it. */
export const accommodationCardWords = {
  title: 'Aménagement porté à la connaissance du jury',
  instead: (minutes: number, standard: number, breaks: boolean) =>
    `soutenance de ${formatDuration(minutes)} au lieu de ${formatDuration(standard)}${breaks ? ', pauses non décomptées' : ''}`,
  confirmBy: french('Lecture à confirmer par :'),
  readTitle: 'Aménagement, lu par tous les membres',
  toRead: (names: readonly string[]) => french(`Reste à lire : ${joinList(names)}.`),
  confirm: 'Confirmer la lecture',
  confirmAs: (name: string) => `${name} confirme avoir lu`,
  dialogTitle: (name: string) => `Lecture par ${name}`,
  pledge: 'J’ai pris connaissance de cet aménagement et j’en tiens compte dans mon avis.',
  note: 'Note de travail',
  noteHint: 'Comment il en est tenu compte. Elle reste dans les notes de travail du jury.',
} as const;
