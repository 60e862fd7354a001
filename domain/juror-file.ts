import { z } from 'zod';
import { piece } from './dossier.ts';
import { phase } from './view.ts';
import { jurorFileId, jurorId, jurorProofId, sessionId } from './ids.ts';
import { jurorFields, type JurorFields } from './jury.ts';
import { companyKey, personKey } from './name-key.ts';
import { day, instant } from './time.ts';

/** A certification that a person is qualified for: since when, and the proof among the files kept. Source: Code du travail D6412-6. */
export const qualification = z.strictObject({ certification: z.string().trim().min(1).max(40), on: day, proof: jurorProofId.nullable() });
/** A certification that a person is qualified for. */
export type Qualification = z.infer<typeof qualification>;

/** What a session copies from the directory, and what is compared with that copy. */
const copied = jurorFields.pick({
  civility: true,
  givenName: true,
  familyName: true,
  quality: true,
  employer: true,
  membership: true,
  itProfessional: true,
});

/** What the directory says of a jury member, kept from session to session. */
export const jurorFileFields = copied.extend({ trade: z.string().trim().max(160), qualifications: z.array(qualification).max(40) });
/** What the directory says of a jury member. */
export type JurorFileFields = z.infer<typeof jurorFileFields>;

/** A proof kept in the file of a jury member: a diploma, a mission letter, an attestation. */
export const jurorProof = z.strictObject({
  id: jurorProofId,
  fileName: z.string(),
  bytes: z.number().int().nonnegative(),
  sha256: piece.shape.sha256,
  reading: piece.shape.reading,
  addedAt: instant,
});
/** A proof kept in the file of a jury member. */
export type JurorProof = z.infer<typeof jurorProof>;

/** Largest proof accepted, in bytes: an attestation or a diploma, read whole on its way in. */
export const largestProof = 200 * 1024 * 1024;

/** A jury member of the directory. */
export const jurorFile = jurorFileFields.extend({ id: jurorFileId, archivedAt: instant.nullable(), proofs: z.array(jurorProof) });
/** A jury member of the directory. */
export type JurorFile = z.infer<typeof jurorFile>;

/** A field of the session's copy that says something else than the directory. */
export const fileDifference = z.strictObject({ field: copied.keyof(), here: z.string(), directory: z.string() });
/** A field of the session's copy that says something else than the directory. */
export type FileDifference = z.infer<typeof fileDifference>;

/** One session where a person of the directory is a member. */
export const seatOfFile = z.strictObject({
  sessionId,
  jurorId,
  number: z.string(),
  title: z.string(),
  heldOn: day,
  certification: z.string(),
  phase,
  seat: jurorFields.shape.seat,
  /** Whether the person came to a session that has been closed: never typed, told by the acts. */
  sat: z.boolean(),
  /** What a session still in preparation says otherwise; empty once it is open, since its copy is frozen. */
  differences: z.array(fileDifference),
});
/** One session where a person of the directory is a member. */
export type SeatOfFile = z.infer<typeof seatOfFile>;

/** One line of the directory. */
export const jurorFileLine = jurorFile.extend({ seats: z.array(seatOfFile) });
/** One line of the directory. */
export type JurorFileLine = z.infer<typeof jurorFileLine>;

/** What a new member of a session takes from the directory; whether this member is qualified for the certification stays to be confirmed. */
export const copyOf = (file: JurorFileFields): z.infer<typeof copied> => {
  const { civility, givenName, familyName, quality, employer, membership, itProfessional } = file;
  return { civility, givenName, familyName, quality, employer, membership, itProfessional };
};

/** What a person newly entered in a session brings to the directory. */
export const fileOf = (fields: JurorFields): JurorFileFields => {
  const { civility, givenName, familyName, quality, employer, membership, itProfessional } = fields;
  return { civility, givenName, familyName, quality, employer, membership, itProfessional, trade: '', qualifications: [] };
};

/** The fields in which a session's copy differs from the directory. */
export const differencesWith = (here: JurorFields, file: JurorFileFields): FileDifference[] =>
  copied
    .keyof()
    .options.filter((field) => here[field] !== file[field])
    .map((field) => ({ field, here: String(here[field]), directory: String(file[field]) }));

type Named = Pick<JurorFields, 'givenName' | 'familyName' | 'employer'>;

/** Whether two entries are taken for one person without asking: the same whole name and the same employer, however they are typed. */
export const isSamePerson = (one: Named, other: Named): boolean =>
  personKey(`${one.givenName} ${one.familyName}`) === personKey(`${other.givenName} ${other.familyName}`) &&
  (companyKey(one.employer) ?? '') === (companyKey(other.employer) ?? '');
