import { french } from './french.ts';
import { outcomeWords, type OutcomeShape } from './outcome.ts';
import { capitalise, countOf, formatDay, formatSiret, formatWeekday, joinList, quote, space } from './typography.ts';

type Kind = OutcomeShape['kind'];

/** The certification as a letter names it. */
const certification = (title: string, code: string, level: number | null): string =>
  `${quote(title)} (${level === null ? code : `${code}, niveau${space}${level}`})`;

/** The town that an address ends with, after its postal code or its street; empty where a place is no address. */
const townOf = (place: string): string => {
  const parts = place.split(/[,\n]/).map((part) => part.trim());
  const coded = parts.map((part) => /^\d{5} (\D+?)(?: cedex.*)?$/iu.exec(part)?.[1]).find((town) => town !== undefined);
  const last = parts.length > 1 && /^\d/.test(parts[0] ?? '') ? (parts.at(-1) ?? '') : '';
  return coded ?? (/^\p{Lu}[\p{L} ’'-]*$/u.test(last) ? last : '');
};

/** What is shared by the papers that follow a session. */
export const followingWords = {
  certification,
  siret: (siret: string): string => `SIRET ${formatSiret(siret)}`,
  demonstration: french('Démonstration : ce document n’engage personne.'),
  to: 'À l’attention de',
  done: (day: string, place: string): string => {
    const town = townOf(place);
    if (town !== '') return `Fait à ${town}, le ${formatDay(day)}`.replace('à Le ', 'au ').replace('à Les ', 'aux ');
    return `Fait le ${formatDay(day)}${place.trim() === '' ? '' : `\nLieu du jury${space}: ${place.trim()}`}`;
  },
  page: (page: number, pages: number): string => `Page ${page}${space}/${space}${pages}`,
  signature: 'Signature',
  minute: (number: string): string => `N°${space}${number}`,
  labels: {
    candidate: 'Candidat',
    holder: 'Titulaire',
    birth: 'Date de naissance',
    number: 'Numéro',
    path: 'Voie d’accès',
    certification: 'Certification',
    code: 'Code RNCP',
    level: 'Niveau',
    nsf: 'Spécialité (NSF)',
    block: 'Bloc',
    registration: 'Enregistrement',
    certifier: 'Certificateur',
    session: 'Session du jury',
    minute: 'Procès-verbal',
    acquiredOn: 'Acquis le',
    grantedOn: 'Délivrée le',
  },
  day: (day: string): string => capitalise(formatWeekday(day)),
} as const;

const outcomes: Readonly<Record<Exclude<Kind, 'undecided'>, string>> = {
  full: 'Le jury vous délivre la certification : tous ses blocs de compétences sont acquis.',
  partial: 'Le jury prononce une validation partielle : vous avez acquis une partie des blocs de la certification.',
  none: 'Le jury n’a validé aucun bloc de compétences à l’issue de cette session.',
  absent: 'Votre absence à cette session a été constatée : le jury ne s’est donc prononcé sur aucun bloc.',
  excused: 'Votre absence à cette session a été excusée : le jury ne s’est donc prononcé sur aucun bloc.',
  postponed: 'Le jury a reporté sa décision : votre candidature n’est ni acceptée ni refusée.',
};

const causes = {
  composition: 'la composition du jury ne lui permettait pas de délibérer sur votre candidature',
  entry: 'la date de votre entrée en formation, ou de votre recevabilité, reste à établir',
  dossier: 'votre dossier est à compléter',
  other: 'un autre motif, indiqué ci-dessous',
} as const;

/** The letter that notifies a result to the candidate. */
export const noticeWords = {
  titles: {
    full: 'Notification de résultat',
    partial: 'Notification de résultat',
    none: 'Notification de résultat',
    absent: 'Notification d’absence',
    excused: 'Notification d’absence excusée',
    postponed: 'Notification de report',
    undecided: 'Notification de résultat',
  } satisfies Readonly<Record<Kind, string>>,
  subject: 'Notification du résultat d’un jury de certification professionnelle',
  greeting: 'Madame, Monsieur,',
  intro: (heldOn: string, name: string, path: string): string =>
    french(
      `Le jury de la certification professionnelle ${name} s’est réuni le ${formatWeekday(heldOn)}. Votre inscription relevait de la voie suivante : ${path.toLocaleLowerCase('fr')}.`,
    ),
  result: 'Résultat',
  outcome: (kind: Kind): string => (kind === 'undecided' ? outcomeWords.undecided : french(outcomes[kind])),
  cause: (cause: keyof typeof causes): string => french(`Motif du report : ${causes[cause]}.`),
  blocks: 'Vos blocs de compétences',
  columns: { block: 'Bloc', state: 'Résultat' },
  kept: 'Un bloc acquis l’est définitivement.',
  source: french('Origine des blocs acquis antérieurement'),
  reasons: 'Motifs et recommandations',
  reason: 'Motif',
  competencies: 'Compétences visées',
  recommendation: 'Recommandation du jury',
  block: (code: string, label: string): string => `${code} · ${label}`,
  remaining: (codes: readonly string[]): string =>
    codes.length === 1
      ? `Pour obtenir la certification, il vous reste à acquérir le bloc ${joinList(codes)}.`
      : `Pour obtenir la certification, il vous reste à acquérir les blocs ${joinList(codes)}.`,
  attestations: (count: number): string =>
    count === 1 ? 'Une attestation vous est remise pour le bloc validé ce jour.' : 'Une attestation vous est remise pour chacun des blocs validés ce jour.',
  vae: {
    title: 'Validation des acquis de l’expérience',
    partial: (blocks: readonly string[]): string =>
      french(`Conformément à l’article${space}R6412-7 du code du travail, cette notification précise les blocs de compétences acquis : ${joinList(blocks)}.`),
    other: french(`Ce résultat vous est notifié en application de l’article${space}R6412-7 du code du travail.`),
    companion: 'Le résultat est également notifié, le cas échéant, à la personne qui vous a accompagné.',
  },
  rectified: (number: string): string =>
    french(
      `Cette lettre suit le procès-verbal rectificatif n°${space}${number}. Elle remplace, le cas échéant, la lettre qui vous a déjà été adressée pour cette session.`,
    ),
  appeal: 'Recours',
  appealDelay: (days: number): string => `Délai de recours${space}: ${countOf(days, 'jour', 'jours')} à compter de la notification.`,
  closing: 'Nous vous prions d’agréer, Madame, Monsieur, nos salutations distinguées.',
} as const;

/** The copy of who accompanied a VAE: the result, and nothing else. */
export const companionWords = {
  title: 'Notification de résultat à l’accompagnateur',
  subject: 'Notification d’un résultat de VAE à la personne qui a accompagné le candidat',
  intro: (heldOn: string, name: string, candidate: string): string =>
    `Vous avez accompagné ${candidate} dans sa démarche de validation des acquis de l’expérience pour la certification professionnelle ${name}. Le jury s’est réuni le ${formatWeekday(heldOn)}.`,
  outcomes: {
    full: 'La certification est délivrée.',
    partial: 'Le jury prononce une validation partielle.',
    none: 'Le jury n’a validé aucun bloc de compétences à l’issue de cette session.',
    absent: 'L’absence à la session a été constatée.',
    excused: 'L’absence à la session a été excusée.',
    postponed: 'Le jury a reporté sa décision.',
    undecided: outcomeWords.undecided,
  } satisfies Readonly<Record<Kind, string>>,
  acquired: 'Blocs de compétences acquis',
  law: french(`Ce résultat vous est notifié en application de l’article${space}R6412-7 du code du travail.`),
  only: 'Les motifs et les recommandations du jury sont adressés au candidat seul.',
} as const;

/** The attestation of a block, and the announcement of a full award. */
export const attestationWords = {
  titles: { block: 'Attestation de bloc de compétences', award: 'Annonce de la délivrance de la certification' },
  subjects: {
    block: 'Attestation d’un bloc de compétences d’une certification professionnelle',
    award: 'Annonce de la délivrance d’une certification professionnelle',
  },
  block: (holder: string): string => `Le certificateur atteste que ${holder} a acquis le bloc de compétences désigné ci-dessous, sur décision du jury.`,
  award: (holder: string): string => `Le certificateur annonce que le jury a délivré à ${holder} la certification professionnelle désignée ci-dessous.`,
  of: (label: string, title: string): string => `Bloc ${quote(label)} de la certification ${quote(title)}`,
  competencies: 'Compétences du bloc',
  notDiploma: 'Cette attestation porte sur un seul bloc de compétences. Elle n’est pas le diplôme et ne vaut pas délivrance de la certification.',
  notParchment: 'Cette annonce ne tient pas lieu de parchemin : celui-ci est établi séparément.'.replace(' :', `${space}:`),
  everyBlock: 'Blocs acquis',
} as const;

/** The papers for the administration. */
export const summaryWords = {
  titles: { summary: 'Synthèse de la session', list: 'Liste par résultat' },
  subject: 'Synthèse d’une session de jury, à usage interne',
  internal: 'Document à usage interne : il nomme les candidats et ne s’affiche pas.'.replace(' :', `${space}:`),
  totals: 'Totaux',
  figures: { label: 'Nombre', count: 'Candidats' },
  registered: 'Inscrits',
  paths: 'Par voie d’accès',
  columns: { path: 'Voie d’accès', registered: 'Inscrits', full: 'Certifiés', partial: 'Partielles', none: 'Aucun bloc', other: 'Sans décision' },
  blocks: 'Par bloc',
  blockColumns: { block: 'Bloc', validated: 'Validés', refused: 'Non validés', brought: 'Acquis avant', other: 'Autres' },
  byOutcome: 'Candidats par résultat',
  group: (kind: Kind, count: number): string => `${outcomeWords[kind]} (${count})`,
  listColumns: { number: 'N°', name: 'Candidat', path: 'Voie', detail: 'Blocs' },
  allAcquired: (brought: readonly string[]): string => (brought.length === 0 ? 'Tous acquis' : `Tous acquis, dont ${joinList(brought)} antérieurement`),
  noneAcquired: 'Aucun acquis',
  deadlines: 'Échéances',
  noVae: 'Aucun candidat par la voie de la VAE : aucun délai de notification n’est imposé.'.replace(' :', `${space}:`),
  vae: (count: number, days: number, heldOn: string, due: string): string =>
    french(
      `${countOf(count, 'candidat', 'candidats')} par la voie de la VAE : résultat à notifier dans les ${countOf(days, 'jour', 'jours')} du jury du ${formatDay(heldOn)}, soit le ${formatWeekday(due)} au plus tard, ainsi qu’à l’accompagnateur s’il y en a un.`,
    ),
} as const;
