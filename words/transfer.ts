import { french } from './french.ts';
import { countOf, formatDay, quote } from './typography.ts';

const actsSince = (count: number): string => (count === 0 ? 'aucun acte depuis' : `${countOf(count, 'acte', 'actes')} depuis`);

/** A session carried to another laptop and back. */
export const transferWords = {
  leave: 'Emporter…',
  leaveOf: (number: string): string => `Emporter la session ${number}…`,
  leaveTitle: 'Emporter la session',
  leaveText: french(
    'La session entière part dans un fichier chiffré : préparation, dossiers et pièces, aménagements, codes, actes et avis sous scellé, avec la racine de l’organisme qui scelle le procès-verbal. La phrase de passe protège tout cela : choisissez-la longue, et ne la gardez pas avec le fichier.',
  ),
  leaveThen: french('Dès que le fichier est écrit, la session ne s’écrit plus ici : elle s’y lit seulement, jusqu’à son retour.'),
  giveBack: 'Rendre…',
  giveBackOf: (number: string): string => `Rendre la session ${number}…`,
  giveBackTitle: 'Rendre la session',
  giveBackThen: french(
    'Rendre, c’est emporter à son tour : le fichier écrit ici se reçoit sur l’ordinateur d’où la session est partie, et dès qu’il est écrit, elle se lit seulement ici.',
  ),
  bannerTitle: (to: string, at: string): string => `Session emportée sur ${quote(to)} le ${formatDay(at.slice(0, 10))}`,
  bannerText: french('Elle se lit ici, et ne s’y écrit plus : recevez depuis l’accueil le fichier qui en revient. S’il ne doit pas revenir, reprenez-la ici.'),
  to: french('Où part-elle ?'),
  toHint: 'Par exemple « Portable du jury » : ce nom s’affichera ici tant qu’elle est partie.'
    .replaceAll(' :', '\u00A0:')
    .replace('« ', '«\u202F')
    .replace(' »', '\u202F»'),
  secret: 'Phrase de passe du fichier',
  secretMissing: 'Tapez la phrase de passe du fichier.',
  secretHint: 'Au moins douze caractères.',
  again: 'Phrase de passe, une seconde fois',
  toMissing: 'Dites où part la session.',
  againMissing: 'Tapez la phrase de passe une seconde fois.',
  differ: 'Les deux phrases de passe diffèrent.',
  short: 'Il faut douze caractères au moins.',
  pin: 'Code personnel du responsable pédagogique',
  doLeave: 'Écrire le fichier…',
  writing: 'Le fichier s’écrit, puis il est relu en entier.',
  away: 'Emportée',
  awayLine: (to: string, at: string): string => `Sur ${quote(to)} depuis le ${formatDay(at.slice(0, 10))}`,
  takeBack: 'Reprendre ici…',
  takeBackOf: (number: string): string => `Reprendre ici la session ${number}…`,
  takeBackTitle: 'Reprendre la session ici, sans son fichier',
  takeBackText: (to: string): string =>
    french(
      `La session sera de nouveau écrite ici, telle qu’elle en est partie. Ce qui a été fait sur ${quote(to)} n’y sera pas, et un fichier qui en reviendrait serait montré comme un conflit, jamais fusionné.`,
    ),
  reason: 'Motif',
  reasonHint: 'Il est écrit au registre, gardé sans limite. N’y mettez le nom de personne.',
  doTakeBack: 'Reprendre ici',
  receive: 'Recevoir une session…',
  receiveTitle: 'Recevoir une session',
  receiveText: french('Donnez le fichier, puis tapez sa phrase de passe. Il est lu en entier avant que rien ne change.'),
  place: 'Déposez ici la session emportée',
  placeText: 'Le fichier .delibere écrit sur l’autre ordinateur.',
  otherText: 'Un autre fichier .delibere se dépose ici, ou se choisit.',
  choose: 'Choisir le fichier…',
  file: (name: string): string => `Fichier${'\u00A0'}: ${name}`,
  doReceive: 'Recevoir',
  reading: 'Le fichier est lu et vérifié.',
  adopted: (number: string): string =>
    french(
      `La session ${number} est reçue. C’est ici qu’elle s’écrit maintenant ; pour la rendre à l’ordinateur d’où elle vient, choisissez « Rendre… » sur sa ligne.`,
    ),
  returned: (number: string, acts: number): string =>
    french(`La session ${number} est de retour, avec ${countOf(acts, 'acte', 'actes')} de plus. Elle s’écrit de nouveau ici.`),
  replaced: (number: string): string => french(`La session ${number} est celle du fichier. Ce qui était ici reste dans une sauvegarde vérifiée.`),
  conflictTitle: 'Conflit : rien n’a été fusionné'.replace(' :', '\u00A0:'),
  why: {
    diverged: french('La session a été écrite ici et sur l’autre ordinateur depuis leur dernier acte commun.'),
    older: french('Ce fichier est plus ancien que la session qui est ici.'),
    notAwaited: french('La session n’attend pas ce fichier ici : elle a été reprise, ou elle est partie ailleurs depuis.'),
  },
  sides: { here: 'Ici', file: 'Dans le fichier' },
  side: ({ head, since, lastAt }: { readonly head: { readonly seq: number }; readonly since: number; readonly lastAt: string | null }): string =>
    `${countOf(head.seq, 'acte', 'actes')} en tout, ${actsSince(since)} le dernier acte commun${lastAt === null ? '' : `, enregistrée le ${formatDay(lastAt.slice(0, 10))}`}`,
  keep: 'Garder celle d’ici',
  replaceText: french('Pour prendre celle du fichier à la place de celle d’ici, dites pourquoi. Une sauvegarde vérifiée est faite d’abord.'),
  doReplace: 'Remplacer par celle du fichier',
} as const;
