/** The closed list of what can go wrong, as codes; the sentence is chosen at the edge (words/errors.ts). */
export const errorCodes = [
  // the store
  'store-absent',
  'store-locked',
  'store-exists',
  'store-in-use',
  'store-newer',
  'store-damaged',
  'store-read-only',
  'store-full',
  'passphrase-wrong',
  'passphrase-too-short',
  'backup-unusable',
  // requests
  'request-unknown',
  'request-malformed',
  'not-found',
  'forbidden',
  'cancelled',
  'file-unreadable',
  'file-not-written',
  // preparation
  'referential-malformed',
  'import-refused',
  'import-stale',
  'table-refused',
  'undo-too-late',
  'fiches-unreadable',
  'fiche-unusable',
  'fiche-split-altered',
  'session-frozen',
  'session-not-ready',
  'number-taken',
  'regulations-version-taken',
  'closed-access-path',
  'unknown-block',
  'duplicate-candidate',
  'recevability-missing',
  'piece-too-large',
  'intake-refused',
  'demonstration-only',
  'schedule-past-midnight',
  'juror-file-sat',
  'juror-already-seated',
  // people
  'pin-wrong',
  'pin-wait',
  'pin-malformed',
  'pin-missing',
  'turn-over',
  'consent-missing',
  // the sitting
  'session-not-open',
  'session-already-open',
  'session-closed',
  'session-not-closed',
  'not-sitting',
  'composition-invalid',
  'entry-outside-registration',
  'candidate-not-present',
  'candidate-postponed',
  'block-not-presented',
  'block-already-acquired',
  'block-absent',
  'block-decided',
  'block-undecided',
  'accommodation-unread',
  'round-revealed',
  'round-not-complete',
  'round-not-revealed',
  'round-void',
  'round-not-allowed',
  'abstention-forbidden',
  'opinions-not-individual',
  'reason-missing',
  'recommendation-missing',
  'competencies-missing',
  'competency-foreign',
  'decision-differs-from-count',
  'decision-by-recused',
  'nothing-to-reopen',
  'not-president',
  'president-missing',
  'quorum-missing',
  'declaration-missing',
  'substitute-unfit',
  'equivalence-later',
  'not-recused',
  'not-postponed',
  'president-frozen',
  'timer-not-running',
  'timer-running',
  // the minute
  'minute-absent',
  'minute-sealed',
  'already-signed',
  'signature-missing',
  'glyph-missing',
  'archive-not-verified',
  'minute-not-sealed',
  // a rectification
  'rectification-absent',
  'rectification-running',
  'rectification-only',
  'rectification-empty',
  'rectification-decides',
  'correction-stale',
  'correction-changes-nothing',
  'correction-unfit',
  'clock-set-back',
  // a member's own certificate
  'certificate-passphrase-wrong',
  'certificate-not-pkcs12',
  'certificate-protection',
  'certificate-without-key',
  'certificate-key-other',
  'certificate-expired',
  'certificate-not-yet',
  'certificate-usage',
  'certificate-weak',
  'certificate-too-big',
  'certificate-of-organism',
  'certificate-seal',
  // the organism's root
  'root-absent',
  'root-other',
  'root-unreadable',
  'root-backup-not-verified',
  'root-backup-unreadable',
  'recovery-code-mistyped',
  'recovery-code-wrong',
  // the declaration of holders
  'holder-nir',
  'holder-control',
  'holder-none',
  'holder-not-due',
  'holder-incomplete',
  'holder-unwritable',
  'declaration-settings-missing',
  'report-unreadable',
  'report-contradictory',
  'report-foreign',
  'report-other-batch',
  'report-changed',
  // letters
  'sending-day',
  'sending-replaced',
  'companion-vae',
  // how long data are kept
  'purge-not-due',
  'purge-changed',
  'hold-unchanged',
  'folder-unfit',
  'copies-still-there',
  'access-sealed',
  'access-several-people',
  // a file closed in the age format
  'age-not-age',
  'age-passphrase-wrong',
  'age-key-wrong',
  'age-key-other-kind',
  'age-key-unfit',
  'age-recipient-unfit',
  'age-damaged',
  // the bag of the dossiers
  'piece-damaged',
  'piece-not-shown',
  'dossiers-purged',
  'written-otherwise',
  // the rehearsal of a restore
  'rehearsal-locked',
  // a session carried to another laptop
  'session-checked-out',
  'session-here',
  'transfer-not-ours',
  'transfer-newer',
  'transfer-older',
  'transfer-damaged',
  'transfer-own',
  'transfer-received',
  'transfer-demonstration',
  'transfer-organism',
  'transfer-piece-missing',
] as const;

/** A code of the closed list. */
export type ErrorCode = (typeof errorCodes)[number];

/** What a fact about a failure may hold: plain data for the sentence, never the sentence. */
export type Fact = string | number | boolean | null | readonly Fact[] | { readonly [name: string]: Fact };

/** An expected failure: a code and the facts that its sentence needs. */
export interface Failure {
  readonly code: ErrorCode;
  readonly facts: Readonly<Record<string, Fact>>;
}

/** A value, or the failure that kept it from being. */
export type Result<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Failure };

/** A success. */
export const done = <Value>(value: Value): Result<Value> => ({ ok: true, value });

/** A failure with its facts. */
export const failed = (code: ErrorCode, facts: Readonly<Record<string, Fact>> = {}): { readonly ok: false; readonly error: Failure } => ({
  ok: false,
  error: { code, facts },
});
