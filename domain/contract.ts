import { z } from 'zod';
import { givenFile } from './given-file.ts';
import { candidateFields, presence } from './candidate.ts';
import { consent, officerAccess, officerLine, officerRecord } from './accommodation.ts';
import { after } from './contract-after.ts';
import { newPassphrase, none, ok, passphrase, pin, read, recoveryCode, token, words, write } from './contract-shape.ts';
import { correctionFields } from './correction.ts';
import { decisionFields, postponementCause } from './decision.ts';
import { pieceKind } from './dossier.ts';
import { ficheDifference, ficheFound, ficheKey, ficheLine, ficheProposal, ficheSearch, ficheSplits } from './fiche-view.ts';
import { evidenceFields, vaeFile } from './evidence.ts';
import { healthFlag } from './health-flag.ts';
import { blockCode, candidateId, evidenceId, jurorFileId, jurorId, jurorProofId, pieceId, projectId, sessionId } from './ids.ts';
import { importDone, importKind, importMapping, importRows, importState, importView } from './import.ts';
import { jurorFileFields, jurorFileLine } from './juror-file.ts';
import { keysSpread } from './keys.ts';
import { declaredLink, jurorFields, letterKind } from './jury.ts';
import { linkCheckFields, linkHint } from './link-hints.ts';
import { notesView, typedNote } from './note.ts';
import { intakeAssign, intakeNamed, intakePage, intakeView } from './intake.ts';
import { opinionValue } from './opinion.ts';
import { organismView, rootBackupView } from './organism.ts';
import { certificateView, chosenCertificate, ownCertificate } from './own-certificate.ts';
import { projectFields } from './project.ts';
import { regulationsGiven } from './regulations.ts';
import { rectificationView, signingView } from './minute-view.ts';
import { storeView } from './store.ts';
import { scheduleFields } from './schedule.ts';
import { scheduleLaid, scheduleReader, scheduleView } from './schedule-view.ts';
import { requirementCode, requirementRecord } from './requirements.ts';
import { day } from './time.ts';
import { candidateLine, deliberationView, dossierView, readinessLine, sessionFields, sessionSummary, sessionView, sittingView } from './view.ts';
import { workHandle, workStarted, workView } from './work.ts';

const inSession = { sessionId };
const undoable = ok.extend({ undo: z.string() });
const onImport = { sessionId, handle: workHandle };
const onBlock = { sessionId, candidateId, block: blockCode };
const stroke = z.array(z.strictObject({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) })).max(4000);

/** THE ONE LIST of what a screen may ask: name, kind, what goes in, what comes out. */
export const contract = {
  // the store
  'store.status': read(none, storeView),
  /** Makes the store with its recovery key; `sheet` is the view that bears it, shown this once, null where no store was made. */
  'store.create': write(z.strictObject({ passphrase: newPassphrase }), storeView.extend({ sheet: token.nullable() })),
  'store.unlock': write(z.strictObject({ passphrase }), storeView),
  /** Opens the store with its recovery key, under a passphrase chosen at once. */
  'store.recover': write(z.strictObject({ code: recoveryCode, passphrase: newPassphrase }), storeView),
  'store.openDemonstration': write(none, z.strictObject({ sessionId })),
  'store.lock': write(none, storeView),
  /** With `code`, the recovery key of the backup opens it and the passphrase is the new one. */
  'store.restoreBackup': write(z.strictObject({ backupId: z.string().min(1).max(120), passphrase, code: recoveryCode.optional() }), storeView),
  // the passphrase and the recovery key of the open store
  'keys.changePassphrase': write(z.strictObject({ current: passphrase, passphrase: newPassphrase }), keysSpread),
  'keys.makeRecovery': write(z.strictObject({ passphrase }), keysSpread.extend({ sheet: token })),
  /** The last two groups of the sheet that was just shown, or the whole key at any time. */
  'keys.confirmRecovery': write(z.strictObject({ code: recoveryCode }), keysSpread),
  'keys.saveSheet': write(none, z.strictObject({ fileName: z.string() })),
  // long works
  'work.get': read(z.strictObject({ work: workHandle }), workView),
  'work.cancel': write(z.strictObject({ work: workHandle }), ok),
  // sessions
  'session.list': read(none, z.array(sessionSummary)),
  'session.certifications': read(none, z.array(z.strictObject({ code: z.string(), title: z.string(), version: z.string() }))),
  'session.create': write(sessionFields.extend({ version: ficheKey.shape.version.optional() }), z.strictObject({ sessionId })),
  'session.get': read(z.strictObject(inSession), sessionView),
  'session.update': write(z.strictObject({ ...inSession, fields: sessionFields, version: ficheKey.shape.version.optional() }), ok),
  'session.setRegulations': write(z.strictObject({ ...inSession, regulations: regulationsGiven }), ok),
  'session.acknowledge': write(z.strictObject({ ...inSession, remark: words(80).min(1), reason: words(1000).min(1) }), ok),
  'session.readiness': read(z.strictObject(inSession), z.array(readinessLine)),
  // certifications, and their import
  'fiche.list': read(none, z.array(ficheLine)),
  'fiche.choose': write(z.strictObject({ given: givenFile.optional() }), workStarted.extend({ fileName: z.string() })),
  'fiche.search': read(ficheSearch, ficheFound),
  'fiche.open': write(z.strictObject({ work: workHandle, code: ficheKey.shape.code }), workStarted),
  'fiche.get': read(z.strictObject({ work: workHandle }), ficheProposal),
  'fiche.confirm': write(z.strictObject({ work: workHandle, splits: ficheSplits }), ficheKey),
  'fiche.remove': write(ficheKey, ok),
  'fiche.compare': read(z.strictObject({ ...inSession, version: ficheKey.shape.version }), z.array(ficheDifference)),
  // members of the jury
  'juror.save': write(
    z.strictObject({ ...inSession, jurorId: jurorId.nullable(), fields: jurorFields, fileId: jurorFileId.optional() }),
    z.strictObject({ jurorId }),
  ),
  'juror.remove': write(z.strictObject({ ...inSession, jurorId }), undoable),
  'juror.links': read(z.strictObject(inSession), z.array(linkHint)),
  'juror.checkLink': write(z.strictObject({ ...inSession, ...linkCheckFields.shape }), ok),
  'letter.save': write(z.strictObject({ ...inSession, jurorId, kind: letterKind }), z.strictObject({ fileName: z.string(), letters: z.number() })),
  'letter.saveAll': write(z.strictObject({ ...inSession, kind: letterKind }), z.strictObject({ fileName: z.string(), letters: z.number() })),
  // the directory of jury members, kept from session to session
  'jurorFile.list': read(none, z.array(jurorFileLine)),
  'jurorFile.unfiled': read(none, z.strictObject({ members: z.number() })),
  'jurorFile.adopt': write(none, z.strictObject({ added: z.number() })),
  'jurorFile.save': write(z.strictObject({ fileId: jurorFileId.nullable(), fields: jurorFileFields }), z.strictObject({ fileId: jurorFileId })),
  'jurorFile.updateSeats': write(z.strictObject({ fileId: jurorFileId, sessionIds: z.array(sessionId).min(1).max(200) }), ok),
  'jurorFile.archive': write(z.strictObject({ fileId: jurorFileId, archived: z.boolean() }), ok),
  'jurorFile.remove': write(z.strictObject({ fileId: jurorFileId }), z.strictObject({ undo: z.string() })),
  'jurorFile.restore': write(z.strictObject({ undo: z.string().min(1).max(120) }), z.strictObject({ fileId: jurorFileId })),
  'jurorProof.add': write(z.strictObject({ fileId: jurorFileId }), z.strictObject({ added: z.array(jurorProofId) })),
  'jurorProof.remove': write(z.strictObject({ fileId: jurorFileId, proofId: jurorProofId }), ok),
  'jurorProof.view': read(z.strictObject({ fileId: jurorFileId, proofId: jurorProofId }), z.strictObject({ view: z.string(), title: z.string() })),
  // candidates and dossiers
  'candidate.list': read(z.strictObject(inSession), z.array(candidateLine)),
  'candidate.save': write(z.strictObject({ ...inSession, candidateId: candidateId.nullable(), fields: candidateFields }), z.strictObject({ candidateId })),
  'candidate.remove': write(z.strictObject({ ...inSession, candidateId }), undoable),
  // candidates and grids from a table
  'import.choose': write(z.strictObject({ ...inSession, kind: importKind, given: givenFile.optional() }), workStarted.extend({ fileName: z.string() })),
  'import.map': write(z.strictObject({ ...onImport, sheet: z.number().int().min(0).max(9999), mapping: importMapping.nullable() }), workStarted),
  'import.get': read(z.strictObject(onImport), importView),
  'import.rows': read(z.strictObject({ ...onImport, show: z.union([z.literal('all'), importState]), page: z.number().int().min(0).max(9999) }), importRows),
  'import.apply': write(z.strictObject({ ...onImport, only: z.enum(['all', 'valid']) }), importDone),
  'import.undo': write(z.strictObject(inSession), ok),
  'import.saveFaulty': write(z.strictObject(onImport), z.strictObject({ fileName: z.string() })),
  'import.saveTemplate': write(z.strictObject({ ...inSession, kind: importKind, format: z.enum(['csv', 'xlsx']) }), z.strictObject({ fileName: z.string() })),
  'dossier.get': read(z.strictObject({ ...inSession, candidateId }), dossierView),
  'piece.add': write(z.strictObject({ ...inSession, candidateId, kind: pieceKind, given: givenFile.optional() }), workStarted),
  'piece.remove': write(z.strictObject({ ...inSession, pieceId }), undoable),
  /** Puts back what was just taken out of a preparation. */
  'removal.undo': write(z.strictObject({ ...inSession, undo: z.string().min(1).max(120) }), ok),
  'piece.view': read(z.strictObject({ ...inSession, pieceId }), z.strictObject({ view: z.string(), title: z.string() })),
  'intake.choose': write(z.strictObject({ ...inSession, from: z.enum(['folder', 'zip']), given: givenFile.optional() }), workStarted),
  'intake.preview': read(intakePage, intakeView),
  'intake.assign': write(intakeAssign, ok),
  'intake.apply': write(intakeNamed, workStarted),
  'intake.leave': write(intakeNamed, ok),
  'requirement.list': read(z.strictObject({ ...inSession, candidateId }), z.array(requirementRecord)),
  'requirement.save': write(z.strictObject({ ...inSession, record: requirementRecord }), ok),
  'requirement.remove': write(z.strictObject({ ...inSession, candidateId, code: requirementCode }), undoable),
  'project.save': write(z.strictObject({ ...inSession, projectId: projectId.nullable(), fields: projectFields }), z.strictObject({ projectId })),
  'project.remove': write(z.strictObject({ ...inSession, projectId }), undoable),
  'evidence.save': write(z.strictObject({ ...inSession, evidenceId: evidenceId.nullable(), fields: evidenceFields }), z.strictObject({ evidenceId })),
  'evidence.remove': write(z.strictObject({ ...inSession, evidenceId }), undoable),
  'vaeFile.save': write(z.strictObject({ ...inSession, file: vaeFile }), ok),
  // the schedule of the day
  'schedule.get': read(z.strictObject(inSession), scheduleView),
  'schedule.preview': read(z.strictObject({ ...inSession, fields: scheduleFields }), scheduleLaid),
  'schedule.draw': write(z.strictObject({ ...inSession, order: scheduleFields.shape.order }), z.strictObject({ order: scheduleFields.shape.order })),
  'schedule.save': write(z.strictObject({ ...inSession, fields: scheduleFields }), ok),
  'schedule.sheet': read(z.strictObject({ ...inSession, reader: scheduleReader }), z.strictObject({ view: z.string() })),
  'schedule.saveSheet': write(z.strictObject({ ...inSession, reader: scheduleReader }), z.strictObject({ fileName: z.string() })),
  // the disability officer, behind the officer's own PIN
  'officer.open': write(z.strictObject({ ...inSession, pin }), z.strictObject({ key: z.string(), pinCreated: z.boolean() })),
  'officer.close': write(z.strictObject({ key: token }), ok),
  'officer.list': read(z.strictObject({ ...inSession, key: token }), z.array(officerLine)),
  'officer.log': read(z.strictObject({ ...inSession, key: token }), z.array(officerAccess)),
  'officer.save': write(z.strictObject({ ...inSession, key: token, record: officerRecord }), ok),
  'officer.remove': write(z.strictObject({ ...inSession, key: token, candidateId }), ok),
  'officer.setConsent': write(z.strictObject({ ...inSession, key: token, candidateId, consent }), ok),
  // opening
  'pin.set': write(z.strictObject({ ...inSession, holder: z.union([jurorId, z.literal('lead')]), pin, current: pin.nullable() }), ok),
  'room.attendance': write(z.strictObject({ ...inSession, jurorId, present: z.boolean() }), ok),
  'room.designate': write(z.strictObject({ ...inSession, jurorId, rank: z.enum(['president', 'deputy']) }), ok),
  'room.declare': write(z.strictObject({ ...inSession, jurorId, pin, links: z.array(declaredLink).max(600) }), ok),
  'room.recuse': write(z.strictObject({ ...inSession, jurorId, candidateId, reason: words(1000).min(1) }), ok),
  'room.withdrawRecusal': write(z.strictObject({ ...inSession, jurorId, candidateId, reason: words(1000).min(1), pin }), ok),
  'room.substitute': write(z.strictObject({ ...inSession, candidateIds: z.array(candidateId).min(1).max(600), replaced: jurorId, substitute: jurorId }), ok),
  'session.open': write(z.strictObject({ ...inSession, pin }), ok),
  // the sitting
  'sitting.get': read(z.strictObject(inSession), sittingView),
  'sitting.candidate': read(z.strictObject({ ...inSession, candidateId }), deliberationView),
  'sitting.presence': write(z.strictObject({ ...inSession, candidateId, presence, note: words(500) }), ok),
  'sitting.blockAbsence': write(z.strictObject({ ...onBlock, absent: z.boolean(), note: words(500) }), ok),
  'sitting.postpone': write(z.strictObject({ ...inSession, candidateId, cause: postponementCause, note: words(1000).min(1) }), ok),
  'sitting.liftPostponement': write(z.strictObject({ ...inSession, candidateId, reason: words(1000).min(1) }), ok),
  'sitting.equivalence': write(
    z.strictObject({ ...onBlock, from: words(120).min(1), reference: words(160).min(1), on: day, authority: words(160).min(1) }),
    ok,
  ),
  'sitting.withdrawEquivalence': write(z.strictObject({ ...onBlock, reason: words(1000).min(1) }), ok),
  'sitting.incident': write(z.strictObject({ ...inSession, text: words(4000).min(1) }), ok),
  'sitting.timer': write(z.strictObject({ ...inSession, candidateId, projectId, move: z.enum(['start', 'pause', 'resume', 'stop']), note: words(300) }), ok),
  'sitting.accommodationRead': write(z.strictObject({ ...inSession, candidateId, jurorId, pin, note: words(2000) }), ok),
  // a member's turn: opened by the PIN, closed by recording or leaving
  'turn.begin': write(
    z.strictObject({ ...onBlock, jurorId, pin }),
    z.strictObject({ turn: z.string(), round: z.number(), mine: z.strictObject({ value: opinionValue, note: z.string() }).nullable(), draft: z.string() }),
  ),
  'turn.draft': write(z.strictObject({ turn: token, text: z.string().max(10_000) }), ok),
  'turn.record': write(z.strictObject({ turn: token, value: opinionValue, note: words(10_000) }), ok),
  'turn.leave': write(z.strictObject({ turn: token }), ok),
  // a member's private notes, behind the member's own PIN
  'note.open': write(z.strictObject({ ...inSession, candidateId, jurorId, pin }), z.strictObject({ key: z.string() })),
  'note.list': read(z.strictObject({ key: token }), notesView),
  'note.save': write(z.strictObject({ key: token, note: typedNote }), ok),
  'note.close': write(z.strictObject({ key: token }), ok),
  'round.reveal': write(z.strictObject(onBlock), ok),
  'round.another': write(z.strictObject({ ...onBlock, reason: words(1000) }), ok),
  'decision.record': write(z.strictObject({ ...onBlock, decision: decisionFields }), ok),
  'decision.reopen': write(z.strictObject({ ...onBlock, reason: words(1000).min(1), pin }), ok),
  'draft.get': read(z.strictObject({ ...inSession, key: z.string().min(1).max(200) }), z.strictObject({ text: z.string() })),
  'draft.save': write(z.strictObject({ ...inSession, key: z.string().min(1).max(200), text: z.string().max(60_000) }), ok),
  'review.flags': read(z.strictObject(inSession), z.array(healthFlag)),
  'session.close': write(z.strictObject({ ...inSession, pin }), ok),
  // the minute
  'minute.preview': read(z.strictObject(inSession), z.strictObject({ view: z.string() })),
  'minute.print': write(z.strictObject(inSession), signingView),
  'minute.signing': read(z.strictObject(inSession), signingView),
  'minute.view': read(z.strictObject(inSession), z.strictObject({ view: z.string() })),
  'minute.sign': write(
    z.strictObject({
      ...inSession,
      signer: z.string().min(1).max(64),
      capacity: z.enum(['member', 'lead']),
      pin,
      appearance: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('typed'), text: words(120).min(1) }),
        z.strictObject({ kind: z.literal('drawn'), strokes: z.array(stroke).min(1).max(200) }),
      ]),
      /** A member's own certificate, in the place of a one-time one. */
      certificate: ownCertificate.optional(),
    }),
    signingView,
  ),
  'certificate.choose': write(none, chosenCertificate),
  'certificate.open': write(ownCertificate, certificateView),
  'minute.refuse': write(z.strictObject({ ...inSession, jurorId, reason: words(1000).min(1) }), signingView),
  'minute.save': write(z.strictObject(inSession), z.strictObject({ fileName: z.string() })),
  // the rectification of a sealed minute
  'rectification.get': read(z.strictObject(inSession), rectificationView),
  'rectification.open': write(z.strictObject({ ...inSession, reason: words(1000).min(1), pin }), ok),
  'rectification.correct': write(z.strictObject({ ...inSession, ...correctionFields.shape, reason: words(1000).min(1) }), ok),
  'rectification.withdraw': write(z.strictObject({ ...inSession, reason: words(1000).min(1), pin }), ok),
  'rectification.saveMinute': write(z.strictObject({ ...inSession, rank: z.number().int().min(0).max(99) }), z.strictObject({ fileName: z.string() })),
  // the organism's root: its backup, its recovery sheet, its certificate
  'organism.status': read(z.strictObject(inSession), organismView),
  'organism.backup': write(z.strictObject({ ...inSession, passphrase }), z.strictObject({ fileName: z.string(), view: z.string(), organism: organismView })),
  'organism.saveSheet': write(none, z.strictObject({ fileName: z.string() })),
  'organism.chooseBackup': write(none, rootBackupView),
  'organism.restore': write(z.strictObject({ ...inSession, handle: z.string().min(1).max(120), code: z.string().min(1).max(200) }), organismView),
  'organism.saveCertificate': write(none, z.strictObject({ fileName: z.string() })),
  ...after,
} as const;

/** The one list, as a type. */
export type Contract = typeof contract;
/** The name of a request. */
export type RequestName = keyof Contract;
/** What goes into a request. */
export type RequestInput<Name extends RequestName> = z.infer<Contract[Name]['in']>;
/** What comes out of a request. */
export type RequestOutput<Name extends RequestName> = z.infer<Contract[Name]['out']>;
