import { french } from './french.ts';
import { countOf, formatDay, formatNumber, joinList, ofName, quote } from './typography.ts';

/** What was found between a member and a candidate. */
export interface SaidHint {
  readonly kind: 'employer' | 'mentor' | 'familyName' | 'earlierSession';
  readonly member: string;
  readonly candidate: string;
  readonly sessions: readonly { readonly number: string; readonly heldOn: string }[];
}

/** A link to check, said as a hint and never as a fact. */
export const hintSentence = ({ kind, member, candidate, sessions }: SaidHint): string => {
  switch (kind) {
    case 'employer':
      return member === candidate ? `Même employeur (${quote(candidate)}).` : `Même employeur (${quote(member)} et ${quote(candidate)}).`;
    case 'mentor':
      return `Nommé mentor ou accompagnateur de cette personne (${quote(candidate)}).`;
    case 'familyName':
      return french(`Même nom de famille (${quote(candidate)}) : à vérifier, ce n’est peut-être qu’une homonymie.`);
    case 'earlierSession':
      return french(
        `A déjà siégé pour cette personne : ${joinList(sessions.map(({ number, heldOn }) => `${number}, le ${formatDay(heldOn)}`))}. Pour information.`,
      );
  }
};

/** The same hints, reminded to a member who declares links. */
export const reminderSentence = (hints: readonly SaidHint[]): string =>
  french(
    `À vérifier : ${hints
      .map(hintSentence)
      .map((sentence) => sentence.charAt(0).toLocaleLowerCase('fr') + sentence.slice(1))
      .join(' ')}`,
  );

/** The links to check before the day. */
export const linkHintWords = {
  title: 'Liens à vérifier',
  intro: french(
    'Des rapprochements entre le jury et les candidats, trouvés dans ce qui a été saisi. Ce ne sont pas des liens déclarés : chaque membre déclare les siens le jour venu.',
  ),
  none: 'Aucun rapprochement trouvé.',
  noneText: french('L’employeur et le mentor d’un candidat se saisissent dans sa fiche ; un lien peut exister sans que rien ne le montre.'),
  pair: (member: string, candidate: string): string => `${member} et ${candidate}`,
  left: (count: number): string => (count === 0 ? 'Tout est vérifié' : `${countOf(count, 'lien', 'liens')} à vérifier`),
  check: 'Noter la vérification',
  checkOf: (member: string, candidate: string): string => `Noter la vérification : ${member} et ${candidate}`.replace(' :', '\u00a0:'),
  checkTitle: 'Vérification faite',
  note: 'Ce qui en ressort',
  noteHint: french('Par exemple : deux sites qui ne travaillent pas ensemble ; ou : un suppléant est prévu.'),
  checkAct: 'Marquer comme vérifié',
  checked: (when: string, note: string): string => (note === '' ? `Vérifié le ${when}.` : french(`Vérifié le ${when} : ${note}`)),
  badge: { open: 'À vérifier', done: 'Vérifié' },
  undo: 'Revenir dessus',
  whole: (count: number): string => `Afficher les ${formatNumber(count)} rapprochements`,
} as const;

/** The letters to the members, in the preparation. */
export const letterButtonWords = {
  title: 'Invitations et convocations',
  intro: french('Une lettre par personne, à imprimer et à signer. La convocation est celle qu’un employeur peut demander : elle ne dit rien des candidats.'),
  caption: 'Lettres de chaque membre',
  name: 'Nom',
  acts: 'Lettres',
  one: { invitation: 'Invitation', summons: 'Convocation' },
  oneOf: (kind: 'invitation' | 'summons', name: string): string => `${kind === 'invitation' ? 'Invitation' : 'Convocation'} ${ofName(name)}`,
  all: { invitation: 'Toutes les invitations…', summons: 'Toutes les convocations…' },
  saved: (file: string, letters: number): string =>
    letters === 1 ? `${quote(file)} est enregistré.` : `${letters}\u00a0lettres sont enregistrées dans ${quote(file)}.`,
} as const;
