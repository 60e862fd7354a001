import { z } from 'zod';
import type { Candidate } from './candidate.ts';
import { candidateId, sessionId } from './ids.ts';
import { accessPath } from './jury.ts';
import { day, instant, type Day } from './time.ts';

const text = (most: number) => z.string().trim().max(most);

/** A birth date as far as it is known: "1988-04-05", "1988-04", "1988", or empty. */
const birthDate = z.string().regex(/^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?)?$/);

/** Where a holder was born: a French commune by its INSEE code, or abroad by its country, with a postal code where one is known. */
export const birthplace = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unknown') }),
  z.strictObject({ kind: z.literal('france'), insee: text(20), town: text(120) }),
  z.strictObject({ kind: z.literal('abroad'), postalCode: text(20), town: text(120), country: text(120) }),
]);
/** Where a holder was born. */
export type Birthplace = z.infer<typeof birthplace>;

/** How a holder is named to the Caisse des dépôts: by civil identity, or by the number of a training file. Doubtful values are kept and told, never refused. */
export const holderIdentity = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('person'),
    birthName: text(120),
    usageName: text(120),
    firstName: text(120),
    secondName: text(120),
    thirdName: text(120),
    birthDate,
    sex: z.enum(['F', 'M', '']),
    birthplace,
  }),
  z.strictObject({ kind: z.literal('file'), fileNumber: text(40), familyName: text(120), firstName: text(120) }),
]);
/** How a holder is named to the Caisse des dépôts. */
export type HolderIdentity = z.infer<typeof holderIdentity>;

/** What the Caisse des dépôts gave the organism: the account that sends, the one that certifies, its contract. */
export const declarationSettings = z.strictObject({
  sender: text(40),
  certifier: text(40),
  contract: text(60),
  depositor: z.enum(['CERTIFICATEUR', 'TIERS_CONFIANCE']),
});
/** What the Caisse des dépôts gave the organism. */
export type DeclarationSettings = z.infer<typeof declarationSettings>;

/** What a batch asks: that its lines be created, or suppressed. */
export const declarationAction = z.enum(['CREATION', 'SUPPRESSION']);
/** What a batch asks. */
export type DeclarationAction = z.infer<typeof declarationAction>;

/** The key of one declaration, and of the report that answers it; a retry keeps it, a creation after a suppression takes another. */
export const idTechnique = z.string().min(1).max(64);

const inBatch = { at: instant, batch: z.number().int() };

/** Where the declaration of one holder stands. */
export const holderStatus = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('toDeclare') }),
  z.strictObject({ kind: z.literal('declared'), ...inBatch }),
  z.strictObject({ kind: z.literal('accepted'), ...inBatch }),
  z.strictObject({ kind: z.literal('refused'), message: z.string(), ...inBatch }),
  z.strictObject({ kind: z.literal('toCorrect'), cause: z.enum(['identity', 'award']), ...inBatch }),
  z.strictObject({ kind: z.literal('suppressing'), ...inBatch }),
  z.strictObject({ kind: z.literal('suppressionRefused'), message: z.string(), ...inBatch }),
  z.strictObject({ kind: z.literal('suppressed'), ...inBatch }),
]);
/** Where the declaration of one holder stands. */
export type HolderStatus = z.infer<typeof holderStatus>;

/** The action that a status asks for, or null where nothing is to be written. */
export const actionFor = ({ kind }: HolderStatus, again = false): DeclarationAction | null => {
  switch (kind) {
    case 'toDeclare':
    case 'refused':
      return 'CREATION';
    case 'toCorrect':
    case 'suppressionRefused':
      return 'SUPPRESSION';
    case 'declared':
      return again ? 'CREATION' : null;
    case 'suppressing':
      return again ? 'SUPPRESSION' : null;
    case 'accepted':
    case 'suppressed':
      return null;
  }
};

/** One line of a batch with what its reports said, as the store keeps it. */
export interface DeclaredLine {
  readonly idTechnique: string;
  readonly batch: number;
  readonly action: DeclarationAction;
  readonly at: z.infer<typeof instant>;
  /** What was declared no longer says what is known now. */
  readonly changed: boolean;
  readonly answer: { readonly accepted: boolean; readonly message: string; readonly at: z.infer<typeof instant> } | null;
}

/** Where a declaration stands, from its lines in order and from whether the candidate holds the full certification now. */
export const statusOf = (lines: readonly DeclaredLine[], holds: boolean): HolderStatus => {
  const last = lines.at(-1);
  if (last === undefined) return { kind: 'toDeclare' };
  const { batch, answer } = last;
  if (answer === null) return { kind: last.action === 'CREATION' ? 'declared' : 'suppressing', at: last.at, batch };
  const place = { at: answer.at, batch };
  if (last.action === 'SUPPRESSION') {
    if (!answer.accepted) return { kind: 'suppressionRefused', message: answer.message, ...place };
    return holds ? { kind: 'toDeclare' } : { kind: 'suppressed', ...place };
  }
  if (!answer.accepted) return { kind: 'refused', message: answer.message, ...place };
  if (!holds) return { kind: 'toCorrect', cause: 'award', ...place };
  return last.changed ? { kind: 'toCorrect', cause: 'identity', ...place } : { kind: 'accepted', ...place };
};

/** The idTechnique that a holder's next line bears: the last one, unless its suppression was accepted; null asks for a new one. */
export const nextIdTechnique = (lines: readonly DeclaredLine[]): string | null => {
  const last = lines.at(-1);
  return last === undefined || (last.action === 'SUPPRESSION' && last.answer?.accepted === true) ? null : last.idTechnique;
};

/** The last day of the declaration: three months after the award, or the last day of that month. Source: R6113-17-2. */
export const deadlineOf = (awardedOn: Day): Day => {
  const [year = 0, month = 0, date = 0] = awardedOn.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + 3, 0)).getUTCDate();
  return day.parse(new Date(Date.UTC(year, month + 2, Math.min(date, last))).toISOString().slice(0, 10));
};

/** What the minute already knows of a holder: the rest is asked. */
export const identityFrom = (candidate: Candidate): HolderIdentity => ({
  kind: 'person',
  birthName: candidate.familyName,
  usageName: candidate.usageName,
  firstName: candidate.givenName,
  secondName: '',
  thirdName: '',
  birthDate: candidate.birthDate ?? '',
  sex: '',
  birthplace: { kind: 'unknown' },
});

/** One thing that is missing or doubtful, where it is, and whether a file can be written all the same. */
export const holderRemark = z.strictObject({
  weight: z.enum(['blocking', 'doubtful']),
  code: z.enum([
    'settings-sender',
    'settings-certifier',
    'settings-contract',
    'birth-name-missing',
    'name-too-long',
    'usage-same',
    'first-name-missing',
    'first-name-initial',
    'name-characters',
    'sex-missing',
    'birth-date-missing',
    'birth-date-impossible',
    'birth-date-future',
    'birth-date-age',
    'birth-date-partial',
    'birthplace-missing',
    'insee-missing',
    'insee-malformed',
    'insee-country',
    'insee-corsica',
    'insee-department',
    'town-missing',
    'town-too-long',
    'country-missing',
    'country-too-long',
    'country-france',
    'postal-too-long',
    'postal-doubtful',
    'file-missing',
    'file-too-long',
    'file-doubtful',
    'path-open',
    'differs-from-minute',
  ]),
  /** The value at fault, shown with the sentence. */
  value: z.string().max(200),
});
/** One thing that is missing or doubtful. */
export type HolderRemark = z.infer<typeof holderRemark>;

/** One holder as the screen shows it. */
export const holderLine = z.strictObject({
  candidateId,
  number: z.string(),
  name: z.string(),
  accessPath,
  /** The candidate holds the full certification by the minute in force; false where a rectification took it away. */
  holds: z.boolean(),
  awardedOn: day.nullable(),
  deadline: day.nullable(),
  identity: holderIdentity,
  /** When the identity was last kept; null while only the minute speaks. */
  keptAt: instant.nullable(),
  status: holderStatus,
  remarks: z.array(holderRemark),
});
/** One holder as the screen shows it. */
export type HolderLine = z.infer<typeof holderLine>;

/** One file of the declaration. */
export const declarationBatch = z.strictObject({
  batch: z.number().int(),
  action: declarationAction,
  at: instant,
  fileName: z.string(),
  sha256: z.string(),
  lines: z.number(),
  answered: z.number(),
  refused: z.number(),
});
/** One file of the declaration. */
export type DeclarationBatch = z.infer<typeof declarationBatch>;

/** The declaration of a session's holders. */
export const holdersView = z.strictObject({
  /** Nothing is declared before the seal, nor while the minute is being rectified. */
  stage: z.enum(['unsealed', 'rectifying', 'ready']),
  today: day,
  certification: z.strictObject({ code: z.string(), title: z.string() }),
  settings: declarationSettings.nullable(),
  settingsRemarks: z.array(holderRemark),
  holders: z.array(holderLine),
  batches: z.array(declarationBatch),
});
/** The declaration of a session's holders. */
export type HoldersView = z.infer<typeof holdersView>;

/** What a report would change, before anything is adopted. */
export const reportPreview = z.strictObject({
  handle: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  batch: z.number().int(),
  known: z.boolean(),
  /** The batch for which a report of the same bytes was adopted: a person says whether this one answers another. */
  sameAs: z.number().int().nullable(),
  lines: z.array(z.strictObject({ number: z.string(), name: z.string(), accepted: z.boolean(), message: z.string() })),
  silent: z.number(),
});
/** What a report would change. */
export type ReportPreview = z.infer<typeof reportPreview>;

/** A session whose holders are still to be declared, and by when. */
export const holdersDue = z.strictObject({ sessionId, number: z.string(), holders: z.number(), deadline: day, late: z.boolean() });
/** A session whose holders are still to be declared. */
export type HoldersDue = z.infer<typeof holdersDue>;
