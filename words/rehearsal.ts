import { french } from './french.ts';
import { countOf, formatDay, formatInstant, formatNumber } from './typography.ts';

type State = 'same' | 'different' | 'earlier' | 'absent' | 'none' | 'other' | 'notIntact' | 'notBag' | 'noted';

/** One point compared, in the shape of the domain. */
export type ToldPoint =
  | { readonly part: 'session'; readonly state: State; readonly number: string }
  | { readonly part: 'minute' | 'record' | 'receipt' | 'certificates' | 'regulations' | 'referential' | 'namedBag' | 'bag'; readonly state: State }
  | { readonly part: 'earlier'; readonly state: State; readonly rank: number }
  | { readonly part: 'chain'; readonly state: State; readonly links: number; readonly place: number | null }
  | { readonly part: 'later'; readonly state: State; readonly links: number | null; readonly since: string | null }
  | {
      readonly part: 'pieces';
      readonly state: State;
      readonly pieces: number;
      readonly different: number;
      readonly missing: number;
      readonly added: number;
    }
  | { readonly part: 'purgedPieces'; readonly state: State; readonly pieces: number; readonly on: string };

type ToldBackup =
  | { readonly kind: 'none' }
  | { readonly kind: 'unusable'; readonly at: string }
  | {
      readonly kind: 'read';
      readonly at: string;
      readonly sessions: number;
      readonly different: number;
      readonly since: number;
      readonly samePassphrase: boolean;
    };

const sentences: Readonly<
  Record<'minute' | 'record' | 'receipt' | 'certificates' | 'regulations' | 'referential' | 'namedBag' | 'bag', Partial<Record<State, string>>>
> = {
  minute: {
    same: 'Le procès-verbal signé est celui d’ici, à l’octet près.',
    earlier: french('Le procès-verbal signé est celui d’ici avant sa rectification, à l’octet près ; le rectificatif n’y est pas.'),
    different: 'Le procès-verbal n’est pas celui d’ici.',
  },
  record: { same: 'Le relevé est celui d’ici, à l’octet près.', different: 'Le relevé n’est pas celui d’ici.' },
  receipt: { same: 'Le reçu des signatures est celui d’ici.', different: 'Le reçu des signatures n’est pas celui d’ici.' },
  certificates: {
    same: 'Le certificat de l’organisme et ceux des signataires sont ceux d’ici.',
    different: 'Un certificat n’est pas celui d’ici.',
  },
  regulations: { same: 'Le règlement est celui d’ici.', different: 'Le règlement n’est pas celui d’ici.' },
  referential: { same: 'La fiche de la certification est celle d’ici.', different: 'La fiche de la certification n’est pas celle d’ici.' },
  namedBag: {
    same: 'Le fichier des dossiers que nomme l’archive est bien le dernier écrit ici.',
    earlier: 'L’archive nomme un fichier des dossiers plus ancien que le dernier écrit ici.',
    absent: 'L’archive ne nomme aucun fichier des dossiers, et aucun n’a été écrit ici.',
    none: 'L’archive a été écrite avant le fichier des dossiers, et ne le nomme pas.',
    different: 'L’archive nomme un fichier des dossiers qui n’a jamais été écrit ici.',
  },
  bag: {
    same: 'Le fichier des dossiers est entier, et c’est celui que nomme l’archive.',
    other: 'Le fichier des dossiers est entier et a été écrit ici, mais l’archive en nomme un autre.',
    different: 'Le fichier des dossiers n’a été écrit ni avec cette archive, ni ici.',
    notIntact: 'Le fichier des dossiers est abîmé ou modifié.',
    notBag: 'Le fichier donné pour les dossiers n’en est pas un.',
  },
};

const piecesDiffer = ({ different, missing, added }: Extract<ToldPoint, { part: 'pieces' }>): string =>
  [
    different === 0 ? '' : countOf(different, 'pièce diffère', 'pièces diffèrent'),
    missing === 0 ? '' : countOf(missing, 'pièce d’ici n’y est pas', 'pièces d’ici n’y sont pas'),
    added === 0 ? '' : countOf(added, 'pièce n’est pas ici', 'pièces ne sont pas ici'),
  ]
    .filter((part) => part !== '')
    .join(', ');

/** What a point of the comparison says, as one French sentence. */
export const pointSentence = (point: ToldPoint): string => {
  switch (point.part) {
    case 'session':
      return point.state === 'same'
        ? `C’est l’archive de cette session (${point.number}).`
        : `C’est l’archive d’une autre session${point.number === '' ? '' : ` (${point.number})`}.`;
    case 'earlier': {
      const which = point.rank === 0 ? 'Le premier procès-verbal' : `Le rectificatif R${point.rank}`;
      return point.state === 'same' ? `${which}, que celui-ci rectifie, est celui d’ici.` : `${which} n’est pas celui d’ici, ou manque.`;
    }
    case 'chain':
      if (point.state === 'same') return french(`La chaîne du journal est celle d’ici : ${countOf(point.links, 'maillon', 'maillons')}, chacun à sa place.`);
      return point.place === null
        ? 'La chaîne du journal manque.'
        : `La chaîne du journal s’écarte de celle d’ici à partir du maillon ${formatNumber(point.place)}.`;
    case 'later':
      if (point.links === null) return french('Une rectification est en cours ici : ses actes seront dans une nouvelle archive, une fois scellée.');
      return `${countOf(point.links, 'acte a été enregistré', 'actes ont été enregistrés')} ici après ceux de l’archive${point.since === null ? '' : `, depuis le ${formatInstant(point.since, 'Europe/Paris')}`}.`;
    case 'pieces':
      return point.state === 'same'
        ? french(`Les pièces des candidats sont celles d’ici : ${countOf(point.pieces, 'pièce', 'pièces')}, à l’octet près.`)
        : french(`Les pièces des candidats ne sont pas toutes celles d’ici : ${piecesDiffer(point)}.`);
    case 'purgedPieces':
      return french(
        `Les pièces ont été détruites ici le ${formatDay(point.on)}, à leur terme : il n’y a plus rien à comparer. Ce fichier en garde ${formatNumber(point.pieces)} : il est à détruire aussi.`,
      );
    case 'namedBag':
    case 'minute':
    case 'record':
    case 'receipt':
    case 'certificates':
    case 'regulations':
    case 'referential':
    case 'bag':
      return sentences[point.part][point.state] ?? '';
  }
};

/** How a point is marked. */
export const pointMark = ({ part, state }: ToldPoint): 'same' | 'noted' | 'different' => {
  if (state === 'same') return 'same';
  if (state === 'noted' || state === 'none' || state === 'absent' || state === 'other') return 'noted';
  return state === 'earlier' && (part === 'minute' || part === 'namedBag') ? 'noted' : 'different';
};

/** What opening the last backup gave, as French sentences. */
export const backupSentence = (backup: ToldBackup): string => {
  if (backup.kind === 'none') return french('Aucune sauvegarde automatique n’existe encore : la prochaine se fera à l’ouverture.');
  const when = formatInstant(backup.at, 'Europe/Paris');
  if (backup.kind === 'unusable')
    return french(`La dernière sauvegarde automatique (${when}) ne s’ouvre pas : la prochaine se fera à l’ouverture. Les données d’ici sont intactes.`);
  const opened = `La dernière sauvegarde automatique (${when}) s’ouvre et se relit entière`;
  const key = backup.samePassphrase ? '' : ' Elle s’ouvre avec la phrase de passe qui valait ce jour-là.';
  const since = backup.since === 0 ? '' : ` ${countOf(backup.since, 'session a été créée', 'sessions ont été créées')} depuis.`;
  const chains =
    backup.different === 0
      ? `${countOf(backup.sessions, 'session', 'sessions')}, dont chaque acte est aussi ici.`
      : `${countOf(backup.different, 'session n’est', 'sessions ne sont')} plus ici comme dans la sauvegarde, sur ${formatNumber(backup.sessions)}.`;
  return french(`${opened} : ${chains}${since}${key}`);
};

const outcomes = {
  conform: {
    short: 'conforme',
    title: 'Cette archive pourrait remplacer ce qui est ici',
    safe: 'Elle est entière, vient de l’organisme, et chaque point comparé est celui d’ici.',
    next: 'Gardez-la où elle est. Rien d’autre à faire.',
  },
  outdated: {
    short: 'antérieure à la rectification',
    title: 'Cette archive date d’avant la rectification',
    safe: french('Elle est entière et vient de l’organisme, mais le procès-verbal rectificatif n’y est pas. Ce qui est ici est intact.'),
    next: french('Écrivez une nouvelle archive ; gardez celle-ci, elle reste une preuve de ce qui valait alors.'),
  },
  differs: {
    short: 'différente',
    title: 'Cette archive diffère de ce qui est ici',
    safe: 'Rien n’a été modifié ici. Les points qui s’accordent et ceux qui s’écartent sont dits ci-dessous.',
    next: french('Ne détruisez aucun des deux. Écrivez une nouvelle archive, et demandez d’où vient ce fichier.'),
  },
  otherSession: {
    short: 'archive d’une autre session',
    title: 'C’est l’archive d’une autre session',
    safe: french('Elle est entière et vient de l’organisme ; elle n’a simplement rien à voir avec cette session.'),
    next: 'Choisissez l’archive de cette session, ou répétez depuis la session de ce fichier.',
  },
  otherOrganism: {
    short: 'fichier d’une autre origine',
    title: 'Cette archive ne vient pas de cet organisme',
    safe: 'Elle est entière, mais ses signatures remontent à un autre certificat que celui d’ici. Rien n’a été modifié ici.',
    next: french('Choisissez l’archive que cet organisme a scellée ; à défaut, écrivez-en une nouvelle.'),
  },
  notIntact: {
    short: 'fichier abîmé',
    title: 'Ce fichier n’est pas intact',
    safe: 'Il ne pourrait rien remplacer. Ce qui est ici est intact.',
    next: french('Écrivez une nouvelle archive sur un autre support ; vérifiez les autres copies de celle-ci.'),
  },
  notArchive: {
    short: 'pas une archive',
    title: 'Ce fichier n’est pas une archive que ce logiciel sait lire',
    safe: 'Rien n’a été modifié, ni dans ce fichier ni ici.',
    next: french('Choisissez un fichier « Archive ….zip » ou « Archive ….zip.age ».'),
  },
} as const;

/** The rehearsal of a restore, on the screen of the archive. */
export const rehearsalWords = {
  title: 'Répétition de restauration',
  intro: french(
    'Prenez une copie de l’archive là où elle est gardée (clé, serveur) : le logiciel vérifie qu’elle pourrait remplacer ce qui est ici, sans rien y changer, et note la date.',
  ),
  run: 'Répéter avec un fichier…',
  never: 'Aucune répétition n’a encore été faite.',
  last: (on: string, outcome: keyof typeof outcomes): string => french(`Dernière répétition : ${formatDay(on)} (${outcomes[outcome].short}).`),
  backupOn: (on: string): string => french(`Dernière sauvegarde automatique vérifiée : ${formatDay(on)}.`),
  due: (archivedOn: string): string =>
    french(`L’archive a été écrite le ${formatDay(archivedOn)}. Une répétition par an suffit à savoir que sa copie se relit toujours.`),
  dialog: 'Répéter la restauration',
  archive: 'Archive',
  dossiers: 'Fichier des dossiers',
  noDossiers: french('aucun : les pièces ne seront pas comparées'),
  addDossiers: 'Ajouter le fichier des dossiers…',
  removeDossiers: 'Ne pas comparer les dossiers',
  archiveSecret: 'Phrase ou clé qui ouvre l’archive',
  dossiersSecret: 'Phrase ou clé qui ouvre les dossiers',
  secretMissing: 'Donnez la phrase de passe ou la clé secrète de ce fichier.',
  verb: 'Répéter',
  result: 'Ce que dit la répétition',
  file: 'Fichier',
  digest: 'Empreinte SHA-256',
  writtenOn: (on: string): string => `C’est le fichier écrit ici le ${formatDay(on)}.`,
  whole: (checks: number): string => french(`Le fichier est entier et vient de l’organisme : ${countOf(checks, 'contrôle passé', 'contrôles passés')}.`),
  marks: { same: 'conforme', noted: 'à savoir', different: 'différent', faulty: 'en défaut' },
  outcomes,
  faults: 'Ce qui n’est pas intact',
} as const;
