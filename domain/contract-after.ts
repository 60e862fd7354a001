import { z } from 'zod';
import { givenFile } from './given-file.ts';
import { theme } from './theme.ts';
import { archiveState, archiveWritten, dossiersView } from './archive.ts';
import { ageLock } from './age-lock.ts';
import { none, ok, passphrase, pin, read, recoveryCode, token, words, write } from './contract-shape.ts';
import { idleMinutes, keptPlace, lockView } from './lock.ts';
import { declarationAction, declarationSettings, holderIdentity, holdersDue, holdersView, reportPreview } from './holder.ts';
import { identitiesView } from './holder-import.ts';
import { candidateId, sessionId } from './ids.ts';
import { journalCheck, journalView } from './journal-view.ts';
import { companionFields, lettersDue, notificationView, paper, recipient, sendingId, sendingWay } from './notification.ts';
import { rehearsalState, rehearsalView } from './rehearsal.ts';
import { personFound, purgeKind, retentionCount, retentionSubject, retentionView, secondFolder } from './retention.ts';
import { dossiersRead } from './reading-dossiers.ts';
import { readingDocument, readingView } from './reading.ts';
import { backupChecked, storeView } from './store.ts';
import { insertionFields, statisticsFilter, statisticsView } from './statistics.ts';
import { day, instant } from './time.ts';
import { rootView, verdictView } from './verdict.ts';
import { sessionAway, transferDone } from './transfer.ts';
import { workStarted } from './work.ts';

const inSession = { sessionId };
const rehearsed = z.strictObject({ handle: token, name: z.string().max(400), secret: passphrase.nullable() });

/** The part of the one list that follows a session: archive, verification, declaration, letters, journal, retention, statistics. */
export const after = {
  // the store that must be repaired
  /** Opens each backup with a passphrase or a recovery key, and tells which are whole; nothing changes. */
  'store.checkBackups': read(z.union([z.strictObject({ passphrase }), z.strictObject({ code: recoveryCode })]), z.array(backupChecked)),
  /** Puts back what the last restore moved aside. */
  'store.undoRestore': write(z.strictObject({ passphrase }), storeView),
  /** The restored store is the good one: its undoing is offered no more. */
  'store.keepRestored': write(none, storeView),
  // the archive, and documents from elsewhere
  /** A long work: the file is read back from the disk before it takes its name; null leaves it in the clear. */
  'archive.write': write(z.strictObject({ ...inSession, lock: ageLock.nullable() }), workStarted.extend({ fileName: z.string() })),
  /** What a work of `archive.write` that is done has written. */
  'archive.written': read(workStarted, archiveWritten),
  'archive.state': read(z.strictObject(inSession), archiveState),
  /** A long work: the bag of the dossiers, always encrypted. */
  'dossiers.write': write(z.strictObject({ ...inSession, lock: ageLock }), workStarted.extend({ fileName: z.string() })),
  'dossiers.state': read(z.strictObject(inSession), dossiersView),
  /** The working part of a closed session, encrypted under a passphrase of its own. */
  'working.export': write(z.strictObject({ ...inSession, passphrase: z.string().min(12).max(400), pin }), z.strictObject({ fileName: z.string() })),
  // the rehearsal of a restore: the file is read, nothing changes but the register
  'rehearsal.choose': write(none, z.strictObject({ handle: token, name: z.string(), encrypted: z.boolean() })),
  /** A long work: the full check of a file, its comparison with the store, and the last backup opened. */
  'rehearsal.run': write(z.strictObject({ ...inSession, archive: rehearsed, dossiers: rehearsed.nullable() }), workStarted),
  /** What a work of `rehearsal.run` that is done has given. */
  'rehearsal.get': read(workStarted, rehearsalView),
  'rehearsal.last': read(z.strictObject(inSession), rehearsalState),
  /** A file dropped or chosen (null asks), with a root certificate given for this time; the handle lets it be verified again. */
  'document.verify': write(
    z.strictObject({
      handle: z.string().max(120).nullable(),
      name: z.string().max(400).nullable(),
      root: z.string().max(120).nullable(),
      /** The passphrase, or the secret key, of an encrypted file. */
      secret: passphrase.nullable().optional(),
      /** The bag of the dossiers that an archive names, with what opens it. */
      dossiers: z
        .strictObject({ handle: z.string().min(1).max(120), secret: passphrase.nullable() })
        .nullable()
        .optional(),
    }),
    workStarted.extend({ handle: z.string(), name: z.string() }),
  ),
  /** What a work of `document.verify` that is done has concluded. */
  'document.verdict': read(workStarted, z.strictObject({ handle: z.string(), verdict: verdictView })),
  'document.chooseDossiers': write(none, z.strictObject({ handle: z.string(), name: z.string() })),
  'document.chooseRoot': write(none, rootView.extend({ handle: z.string() })),
  'trust.list': read(none, z.array(rootView.extend({ addedAt: instant }))),
  'trust.add': write(z.strictObject({ handle: z.string().min(1).max(120) }), z.array(rootView.extend({ addedAt: instant }))),
  'trust.remove': write(z.strictObject({ fingerprint: z.string().length(64) }), z.array(rootView.extend({ addedAt: instant }))),
  // an archive read again
  /** A long work: the full check of a file dropped or chosen (null asks); what it gave is asked for under its name, whatever the verdict. */
  'reading.open': write(
    z.strictObject({
      handle: z.string().max(120).nullable(),
      name: z.string().max(400).nullable(),
      root: z.string().max(120).nullable(),
      secret: passphrase.nullable(),
    }),
    workStarted.extend({ fileName: z.string() }),
  ),
  /** What a work of `reading.open` that is done has read; not-found once it was closed. */
  'reading.get': read(workStarted, readingView),
  /** Shows a PDF of the archive in the reader. */
  'reading.view': read(workStarted.extend({ document: readingDocument }), z.strictObject({ view: z.string(), fileName: z.string() })),
  /** A long work: the encrypted bag of the dossiers opened beside the archive that names it (null asks for the file). */
  'reading.openDossiers': write(
    workStarted.extend({ handle: z.string().max(120).nullable(), name: z.string().max(400).nullable(), secret: passphrase.nullable() }),
    workStarted.extend({ fileName: z.string() }),
  ),
  'reading.dossiers': read(workStarted, dossiersRead),
  /** Shows a piece of a dossier in the reader. */
  'reading.viewPiece': read(workStarted.extend({ path: z.string().max(400) }), z.strictObject({ view: z.string(), fileName: z.string() })),
  /** A long work: a copy of a piece where a person chooses, read back from the disk. */
  'reading.savePiece': write(workStarted.extend({ path: z.string().max(400) }), workStarted.extend({ fileName: z.string() })),
  /** Closes the archive that is read, and empties the memory of it. */
  'reading.close': write(none, ok),
  // the declaration of holders
  'holder.list': read(z.strictObject(inSession), holdersView),
  'holder.due': read(none, z.array(holdersDue)),
  'holder.saveSettings': write(z.strictObject({ settings: declarationSettings }), ok),
  'holder.saveIdentity': write(z.strictObject({ ...inSession, candidateId, identity: holderIdentity }), ok),
  /** Writes one file; `again` lets holders whose file is still unanswered be written once more, under the same key. */
  'holder.write': write(
    z.strictObject({ ...inSession, action: declarationAction, candidateIds: z.array(candidateId).min(1).max(2000), again: z.boolean() }),
    z.strictObject({ fileName: z.string(), batch: z.number(), lines: z.number(), sha256: z.string() }),
  ),
  /** A file of identities: read and shown, nothing is kept; then the rows that a person ticked are. */
  'holder.chooseIdentities': write(z.strictObject(inSession), identitiesView),
  'holder.keepIdentities': write(
    z.strictObject({ ...inSession, handle: token, lines: z.array(z.number().int().min(1)).min(1).max(2000) }),
    z.strictObject({ kept: z.number() }),
  ),
  'holder.saveIdentityTemplate': write(z.strictObject(inSession), z.strictObject({ fileName: z.string() })),
  'holder.chooseReport': write(z.strictObject({ ...inSession, batch: z.number().int().min(1).max(99_999) }), reportPreview),
  'holder.adoptReport': write(
    z.strictObject({
      ...inSession,
      batch: z.number().int().min(1).max(99_999),
      handle: token,
      sha256: z.string().length(64),
      /** The other batch whose report has the same bytes, once a person has said that this one answers it too. */
      sameAs: z.number().int().min(1).max(99_999).nullable(),
    }),
    z.strictObject({ accepted: z.number(), refused: z.number(), known: z.boolean() }),
  ),
  // notifications and results, once the minute is sealed
  'notification.due': read(none, z.array(lettersDue)),
  'notification.get': read(z.strictObject(inSession), notificationView),
  /** Draws one paper for the reader. */
  'notification.view': read(z.strictObject({ ...inSession, paper }), z.strictObject({ view: z.string(), fileName: z.string() })),
  'notification.save': write(z.strictObject({ ...inSession, paper }), z.strictObject({ fileName: z.string() })),
  /** Every paper in one zip: a long work, which writes the file once all is drawn. */
  'notification.saveAll': write(z.strictObject(inSession), workStarted.extend({ fileName: z.string() })),
  'notification.note': write(
    z.strictObject({ ...inSession, candidateIds: z.array(candidateId).min(1).max(2000), recipient, on: day, way: sendingWay }),
    notificationView,
  ),
  /** Replaces what was noted; `sent` null says that it never took place. */
  'notification.correct': write(
    z.strictObject({ ...inSession, id: sendingId, sent: z.strictObject({ on: day, way: sendingWay }).nullable(), reason: words(1000).min(1) }),
    notificationView,
  ),
  'notification.companion': write(z.strictObject({ ...inSession, candidateId, fields: companionFields.nullable() }), notificationView),
  'notification.results': write(z.strictObject({ ...inSession, format: z.enum(['csv', 'xlsx']) }), z.strictObject({ fileName: z.string() })),
  // the journal of a session
  'journal.get': read(z.strictObject(inSession), journalView),
  'journal.check': read(z.strictObject(inSession), journalCheck),
  'journal.export': write(z.strictObject({ ...inSession, format: z.enum(['pdf', 'csv', 'lines']) }), z.strictObject({ fileName: z.string() })),
  // how long data are kept, their purge, and a person's own data
  'retention.get': read(none, retentionView),
  'retention.due': read(none, z.strictObject({ due: z.number() })),
  'retention.purge': write(
    z.strictObject({ subject: retentionSubject, what: purgeKind, reason: words(400).min(1), secret: passphrase, expected: retentionCount }),
    retentionCount.extend({ backedUp: z.boolean() }),
  ),
  'retention.hold': write(z.strictObject({ ...inSession, held: z.boolean(), reason: words(400).min(1), pin }), ok),
  'retention.setFolder': write(z.strictObject({ choose: z.boolean() }), secondFolder),
  'retention.retry': write(none, ok),
  /** A person says that what a purge could not reach was destroyed by hand: a file by its entry in the register, or a former second folder. */
  'retention.destroyed': write(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('exported'), seq: z.number().int().min(1) }),
      z.strictObject({ kind: z.literal('formerFolder'), path: z.string().min(1).max(4096) }),
    ]),
    ok,
  ),
  'retention.saveCalendar': write(none, z.strictObject({ fileName: z.string() })),
  'retention.saveProof': write(z.strictObject({ seq: z.number().int().min(1) }), z.strictObject({ fileName: z.string() })),
  'access.find': read(z.strictObject({ name: words(120) }), z.array(personFound)),
  'access.export': write(
    z.strictObject({
      people: z.array(z.strictObject({ sessionId, candidateId })).min(1).max(40),
      accommodations: z.boolean(),
      /** The phrase under which the zip is encrypted, when it is asked for. */
      encryptUnder: z.string().min(12).max(400).nullable(),
      passphrase,
    }),
    z.strictObject({ fileName: z.string(), files: z.number() }),
  ),
  // the lock: what the locked screen says, the time without a key before it, and the place that the window comes back to
  'lock.state': read(none, lockView),
  'lock.setting': read(none, z.strictObject({ minutes: idleMinutes })),
  'lock.set': write(z.strictObject({ minutes: idleMinutes }), ok),
  'place.keep': write(keptPlace, ok),
  'place.take': write(none, z.strictObject({ text: z.string().nullable() })),
  // statistics over the sealed sessions
  'statistics.get': read(statisticsFilter, statisticsView),
  'statistics.recordInsertion': write(insertionFields, ok),
  'statistics.export': write(
    z.strictObject({ what: z.enum(['internal', 'public', 'chart']), filter: statisticsFilter }),
    z.strictObject({ fileName: z.string() }),
  ),
  // a session carried to another laptop and back, as one encrypted file
  'transfer.status': read(z.strictObject(inSession), z.strictObject({ away: sessionAway.nullable(), received: z.boolean(), pinNeeded: z.boolean() })),
  /** Checks the session out, then writes and reads back its file: a long work; stopped, nothing is left and the session stays here. */
  'transfer.leave': write(
    z.strictObject({ ...inSession, to: words(80).min(1), secret: z.string().min(12).max(400), pin: pin.nullable() }),
    workStarted.extend({ fileName: z.string() }),
  ),
  'transfer.takeBack': write(z.strictObject({ ...inSession, reason: words(400).min(1), pin: pin.nullable() }), ok),
  'transfer.choose': write(none, z.strictObject({ handle: z.string(), fileName: z.string() })),
  /** Reads the file to its end, then adopts it or tells the conflict: a long work; stopped, nothing has changed. */
  'transfer.receive': write(
    z.strictObject({
      handle: z.string().min(1).max(400),
      secret: z.string().min(1).max(400),
      /** Said only once the conflict was shown: what is here gives way to the file. */
      replace: z.strictObject({ reason: words(400).min(1), pin: pin.nullable() }).nullable(),
    }),
    workStarted,
  ),
  /** What a leaving or a receiving has done, once its work has ended. */
  'transfer.done': read(workStarted, transferDone),
  // how the window is shown on this computer
  /** A file opened from the file manager, once: null when there is none. */
  'file.take': write(none, givenFile.nullable()),
  'theme.choose': write(z.strictObject({ theme }), ok),
} as const;
