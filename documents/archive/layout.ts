/** The payload of a session's archive, beside one certificate per signer. */
export const payload = {
  minute: 'data/minute.pdf',
  record: 'data/session.json',
  schema: 'data/session.schema.json',
  receipt: 'data/receipt.json',
  root: 'data/organisme.pem',
  chain: 'data/journal/chaine.jsonl',
  regulations: 'data/reglement.json',
  referential: 'data/fiche.json',
  attendance: 'data/annexes/emargement.pdf',
} as const;

/** Where an archive names the bag of its dossiers, when one was written. */
export const dossiersPath = 'data/dossiers.json';

/** The format of archives that this program writes and reads. */
export const archiveVersion = 1;

/** The name of the archive's one folder, from the minute's number: letters, figures and hyphens. */
export const folderName = (number: string): string =>
  `session-${
    number
      .normalize('NFD')
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'jury'
  }`;

/** The tag files of the bag. */
export const tagFiles = { declaration: 'bagit.txt', info: 'bag-info.txt', readMe: 'LISEZMOI.txt' } as const;

/** The two digests of every manifest. */
export const algorithms = ['sha256', 'sha512'] as const;

/** The exact declaration of BagIt 1.0 (RFC 8493, 2.1.1). */
export const declaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** The places of a minute that the archived one rectifies: 0 for the first of the session, 1 for -R1… */
export const earlierPaths = (rank: number): { readonly minute: string; readonly receipt: string } => ({
  minute: `data/rectifies/${rank}/minute.pdf`,
  receipt: `data/rectifies/${rank}/receipt.json`,
});

/** The place of a signer's certificate. */
export const certificatePath = (field: string): string => `data/certificates/${field}.pem`;

/** One line of the chain as the archive keeps it. */
export interface ChainLine {
  readonly seq: number;
  readonly previous: string;
  readonly contentDigest: string;
  readonly digest: string;
}

/** The text of the chain: one JSON object a line, only its number and digests. */
export const chainText = (chain: readonly ChainLine[]): string =>
  chain.map(({ seq, previous, contentDigest, digest }) => `${JSON.stringify({ seq, previous, contentDigest, digest })}\n`).join('');

/** JSON as the archive writes it. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
