import { french } from './french.ts';
import { space } from './typography.ts';

/** The recovery sheet of the organism's root, printed once and kept away from the backup. */
export const recoveryWords = {
  documentTitle: 'Fiche de secours de la racine de l’organisme',
  subject: 'Code qui ouvre la sauvegarde chiffrée de la racine des procès-verbaux de jury',
  title: 'Fiche de secours',
  subtitle: 'Racine des procès-verbaux de jury',
  demonstration: 'Démonstration : cette racine n’engage personne.'.replace(' :', `${space}:`),
  codeHeading: 'Code de secours',
  codeHint: french(
    'Ni I, ni L, ni O, ni U dans ce code : 0 est un zéro, 1 est un un. Le dernier groupe contrôle les autres ; un code mal recopié est signalé avant tout essai.',
  ),
  facts: {
    heading: 'La racine',
    organism: 'Organisme',
    created: 'Racine créée le',
    saved: 'Sauvegarde du',
    fingerprint: 'Empreinte SHA-256',
  },
  why: {
    heading: 'À quoi elle sert',
    text: french(
      'La racine est la clé de l’organisme : elle certifie les signatures de chaque procès-verbal. Les procès-verbaux déjà signés se vérifient sans elle, avec le seul certificat. Mais si l’ordinateur est perdu ou remplacé, il faut le fichier de sauvegarde et ce code, l’un et l’autre, pour signer de nouveau sous la même racine.',
    ),
  },
  how: {
    heading: 'Comment s’en servir',
    steps: [
      french('Sur le nouvel ordinateur, ouvrez l’étape Signer d’une session, puis « Racine de l’organisme ».'),
      french('Choisissez « Restaurer une racine… », puis le fichier de sauvegarde.'),
      'Comparez l’empreinte affichée à celle de cette fiche, puis saisissez le code.',
    ],
  },
  where: {
    heading: 'Où la garder',
    rules: [
      french('Sur papier, sous clé, par exemple dans le coffre de l’organisme : qui a le fichier et ce code peut signer au nom de l’organisme.'),
      french('Jamais à côté du fichier de sauvegarde, ni sur le même ordinateur, ni dans le même courriel.'),
      french('Une nouvelle sauvegarde donne un nouveau code ; celui-ci n’ouvre que le fichier écrit avec lui.'),
    ],
  },
  /** How a screen reader says the code: letter by letter, group by group. */
  spoken: (groups: readonly string[]): string => groups.map((group) => [...group].join(' ')).join(', '),
} as const;
