import { french } from './french.ts';
import { countOf, formatInstant, formatNumber, joinList, space } from './typography.ts';

/** What happened, what is safe, what to do: the three parts of a screen of trouble. */
export interface TroubleWords {
  readonly title: string;
  readonly happened: string;
  readonly safe: string;
  readonly next: string;
}

const megabyte = 1024 * 1024;
/** A size of disk, in whole megabytes, or in gigabytes with one decimal: "34 Mo", "1,2 Go". */
export const formatRoom = (bytes: number): string =>
  bytes < 1000 * megabyte ? `${formatNumber(Math.floor(bytes / megabyte))}${space}Mo` : `${(bytes / 1024 / megabyte).toFixed(1).replace('.', ',')}${space}Go`;

/** The screens of a store that cannot be used, and of its repair. */
export const troubleWords = {
  happened: 'Ce qui s’est passé',
  safe: 'Ce qui est en sûreté',
  next: 'Ce que vous pouvez faire',
  damaged: {
    title: 'L’espace de travail est abîmé',
    happened: french('Son contrôle a échoué : un de ses fichiers est abîmé ou manque. Délibéré ne l’ouvre pas, et ne le remplace pas par un espace vide.'),
    safe: 'Ses fichiers sont laissés tels quels, et les sauvegardes sont à part. Une restauration met les fichiers abîmés de côté sans rien effacer, et peut être annulée.',
    next: french('Faites contrôler les sauvegardes : Délibéré ouvre chacune et dit ce qu’elle contient, puis vous choisissez.'),
  },
  noBackup: french(
    'Aucune sauvegarde n’a été trouvée sur cet ordinateur. Si vous aviez choisi un second dossier de sauvegarde, gardez-le à l’abri ; remettez en place une copie de votre dossier de données, puis réessayez.',
  ),
  newer: {
    title: 'Cet espace a été écrit par une version plus récente',
    happened: 'Une version plus récente de Délibéré a changé le format de l’espace de travail. Celle-ci ne sait pas le lire.',
    safe: 'Il n’a été ni ouvert ni modifié.',
    next: 'Installez la version récente de Délibéré sur cet ordinateur, puis rouvrez-le.',
  },
  unmigrated: {
    title: 'La mise à jour de l’espace de travail a échoué',
    happened: french(
      'Cette version de Délibéré change le format de l’espace de travail, et n’y est pas parvenue. C’est un défaut du programme : vos données n’y sont pour rien.',
    ),
    safe: french(
      'L’espace est tel qu’il était avant la mise à jour : elle se fait en entier ou pas du tout. Une sauvegarde contrôlée a été faite juste avant, et reste.',
    ),
    next: french('Ne supprimez rien. Rouvrez l’espace avec la version précédente de Délibéré, qui le lit toujours, ou installez une version corrigée.'),
  },
  newerStore: 'Format de l’espace de travail',
  newerProgram: 'Format que lit cette version',
  inUse: {
    title: 'L’espace de travail est déjà ouvert',
    happened: 'Un autre Délibéré l’utilise en ce moment sur cet ordinateur.',
    safe: 'Ce qui y est enregistré l’est. Rien n’a été modifié d’ici.',
    next: 'Revenez à cette autre fenêtre, ou fermez-la, puis réessayez.',
  },
  readOnly: {
    title: 'L’espace de travail ne peut pas être écrit',
    happened: french('Le dossier ou le disque est en lecture seule : rien de ce que vous saisiriez ne pourrait être enregistré.'),
    safe: 'Tout ce qui était enregistré est intact sur le disque.',
    next: 'Rendez le dossier ou le disque modifiable, puis réessayez.',
  },
  full: {
    title: 'Le disque est plein',
    happened: 'La place manque pour la sauvegarde que Délibéré fait avant chaque ouverture.',
    safe: 'Tout ce qui était enregistré est intact sur le disque, et les sauvegardes précédentes aussi.',
    next: 'Libérez de la place (corbeille, téléchargements, vidéos), puis réessayez.',
  },
  failing: {
    title: 'Le disque ne répond pas',
    happened: french(
      'L’ordinateur n’a pas pu lire ou écrire l’espace de travail. Cela vient du disque ou de sa connexion : rien ne dit que l’espace soit abîmé.',
    ),
    safe: 'Délibéré n’a rien modifié, et ne propose aucune restauration tant que le disque ne répond pas.',
    next: french(
      'Si le disque est externe, vérifiez son branchement. Réessayez ; si cela se répète, redémarrez l’ordinateur, puis copiez le dossier de données sur un autre disque avant toute réparation.',
    ),
  },
  roomFree: 'Place libre',
  roomNeeded: 'Place nécessaire',
  backupsFound: (count: number, last: string, zone: string): string =>
    count < 2
      ? `Une sauvegarde trouvée, du ${formatInstant(last, zone)}.`
      : `${countOf(count, 'sauvegarde trouvée', 'sauvegardes trouvées')}, la dernière du ${formatInstant(last, zone)}.`,
  passphrase: 'Phrase de passe de l’espace de travail',
  check: 'Contrôler les sauvegardes',
  checkedTitle: 'Sauvegardes contrôlées, entières',
  causes: {
    ouverture: 'faite à une ouverture',
    migration: 'faite avant une mise à jour du format',
    cloture: 'faite à la clôture d’une session',
    'avant-restauration': 'faite avant une restauration',
    purge: 'faite après une purge',
    transfert: 'faite avant le retour d’une session emportée',
  } as Readonly<Record<string, string>>,
  backup: (at: string, cause: string | undefined, zone: string): string =>
    cause === undefined ? formatInstant(at, zone) : `${formatInstant(at, zone)}, ${cause}`,
  holds: (sessions: number, lastActAt: string | null, zone: string): string =>
    sessions === 0 || lastActAt === null
      ? 'Aucune session.'
      : french(`${countOf(sessions, 'session', 'sessions')} ; dernier enregistrement le ${formatInstant(lastActAt, zone)}.`),
  loses: (lastWrittenAt: string | null, at: string, zone: string): string =>
    lastWrittenAt === null
      ? `Ce qui a été enregistré après le ${formatInstant(at, zone)} serait à refaire.`
      : lastWrittenAt <= at
        ? 'L’espace abîmé n’a plus été écrit depuis : rien ne serait à refaire.'.replace(' :', `${space}:`)
        : french(`À refaire : ce qui a été enregistré ensuite, jusqu’au ${formatInstant(lastWrittenAt, zone)}.`),
  refused: (count: { readonly damaged: number; readonly otherPassphrase: number; readonly newer: number }): string =>
    `Non proposées${space}: ${joinList([
      ...(count.damaged === 0 ? [] : [countOf(count.damaged, 'sauvegarde abîmée', 'sauvegardes abîmées')]),
      ...(count.otherPassphrase === 0 ? [] : [`${countOf(count.otherPassphrase, 'protégée', 'protégées')} par une autre phrase de passe`]),
      ...(count.newer === 0 ? [] : [`${countOf(count.newer, 'écrite', 'écrites')} par une version plus récente`]),
    ])}.`,
  noneWhole: {
    title: 'Aucune sauvegarde ne s’ouvre entière avec cette phrase de passe',
    text: french('Rien n’a été modifié. Vérifiez la phrase de passe, ou essayez celle qui protégeait l’espace auparavant.'),
  },
  restore: 'Restaurer cette sauvegarde',
  undo: 'Annuler la restauration…',
  restored: {
    title: (backupAt: string | null, zone: string): string =>
      backupAt === null ? 'Espace de travail restauré' : `Espace de travail restauré depuis la sauvegarde du ${formatInstant(backupAt, zone)}`,
    text: french('Vérifiez vos sessions. Les fichiers d’avant la restauration sont de côté, rien n’en est effacé.'),
    keep: 'Garder cet espace',
    undoTitle: 'Annuler la restauration',
    undoText: french(
      'Les fichiers d’avant reprennent leur place, abîmés s’ils l’étaient. L’espace restauré, avec ce que vous y avez enregistré depuis, est mis de côté : rien n’est effacé.',
    ),
    undo: 'Remettre les fichiers d’avant',
  },
  clock: {
    title: 'L’horloge de l’ordinateur a reculé',
    text: (latest: string, zone: string): string =>
      french(
        `Le dernier acte de cette session est daté du ${formatInstant(latest, zone)}, et l’ordinateur indique une heure antérieure. Rien n’est perdu : les actes gardent leur ordre. Remettez l’ordinateur à l’heure avant de continuer ; le procès-verbal imprimera ces heures, et la clôture attend.`,
      ),
  },
  place: {
    networkTitle: 'L’espace de travail est sur un disque du réseau',
    network: french(
      'Une coupure du réseau pendant la séance peut interrompre l’enregistrement, et deux ordinateurs pourraient l’ouvrir à la fois. Les données y restent chiffrées. Préférez un dossier de cet ordinateur.',
    ),
    synchronisedTitle: (service: string): string => `L’espace de travail est dans un dossier que ${service} synchronise`,
    synchronised: (service: string): string =>
      french(
        `${service} peut remplacer un fichier pendant que Délibéré l’écrit, et garder ailleurs d’anciennes copies qu’aucune purge n’atteint. Les données y restent chiffrées. Excluez ce dossier de la synchronisation, ou quittez ${service} pendant la séance.`,
      ),
    secondNetwork: french('Ce dossier est sur le réseau : c’est permis, les copies y sont chiffrées. Une purge ne l’atteint que lorsqu’il répond.'),
    secondSynchronised: (service: string): string =>
      french(
        `${service} synchronise ce dossier : c’est permis, les copies y sont chiffrées. Mais le service peut garder d’anciennes versions et une corbeille : après une purge, videz-les vous-même.`,
      ),
  },
} as const;
