import { createHash } from 'node:crypto';
import { done, failed, type Result } from '../domain/errors.ts';
import type { RequestOutput } from '../domain/contract.ts';
import { fullName } from '../domain/candidate.ts';
import { minuteNumber, record as recordSchema, recordText, signersOf, type SessionRecord } from '../domain/minute.ts';
import { mayRecord } from '../domain/permission.ts';
import { drawRecord } from '../domain/record.ts';
import { numberOfMinute } from '../domain/rectification.ts';
import type { SessionId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import { readChain } from '../db/journal.ts';
import { insertOrganism, insertPrinting, readOrganism, readPrinting, updatePrinting } from '../db/minute.ts';
import type { Store } from '../db/open.ts';
import { checkPin } from '../db/pin.ts';
import { drawMinute } from '../documents/minute/draw.ts';
import { createRoot, type Root } from '../documents/signature/certificate.ts';
import { createReceipt } from '../documents/signature/receipt.ts';
import { signMinute } from '../documents/signature/sign.ts';
import { openCertificate } from './certificate.ts';
import type { Handlers } from './desk.ts';
import { checkWords, fontsOf } from './printable.ts';
import { fileNameOf } from './rectification.ts';
import { writeChosen } from './file.ts';
import { commitAct, keepView, loadSession, requireStore, type Office } from './office.ts';

type SigningView = RequestOutput<'minute.signing'>;

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** The organism's root, created on first use and kept in the store. */
export const requireRoot = (office: Office, store: Store, organism: string, at: Instant): Root => {
  const known = readOrganism(store.db, store.key);
  if (known) return known;
  const root = createRoot({ organism, at, random: office.tools.ids.random });
  insertOrganism(store.db, store.key, root, at);
  return root;
};

/** The record of a closed session; its chain is that of the closing, so that later acts do not change it. Error: session-not-open. */
export const recordOf = (office: Office, sessionId: SessionId): Result<SessionRecord> => {
  const session = loadSession(office, sessionId);
  const store = requireStore(office);
  if (!session.ok) return session;
  if (!store.ok) return store;
  const { stored, sitting, state, acts } = session.value;
  if (state.phase === 'preparing' || state.phase === 'open') return failed('session-not-closed');
  const closing = acts.findLast(({ act }) => act.kind === 'closed');
  const link = closing && readChain(store.value.db, sessionId).find((entry) => entry.seq === closing.seq);
  if (!link) return failed('session-not-open');
  return drawRecord({ id: sessionId, fields: stored.fields, demonstration: office.demonstration, sitting, acts, state, head: link.digest });
};

const draw = (office: Office, record: SessionRecord, kind: 'provisional' | 'toSign', printedAt: SessionRecord['session']['closedAt']) =>
  drawMinute({ record, recordText: recordText(record), fonts: fontsOf(office), printedAt, kind });

const signingView = (office: Office, sessionId: SessionId): Result<SigningView> => {
  const session = loadSession(office, sessionId);
  if (!session.ok) return session;
  const { state, stored, acts } = session.value;
  const signedAt = (signer: string, capacity: 'member' | 'lead') =>
    state.printing?.signed.find((entry) => entry.signer === signer && entry.capacity === capacity)?.at ?? null;
  const last = acts.findLast(({ act }) => act.kind === 'archived' || act.kind === 'rectificationOpened')?.act;
  const rank = state.rectification?.rank ?? 0;
  return done({
    phase: state.phase,
    number: numberOfMinute(stored.fields.number, rank),
    rank,
    printing: state.printing?.number ?? null,
    base: state.printing?.base ?? null,
    signers: [
      ...state.members
        .filter((member) => member.decided)
        .map(({ juror }) => ({
          signer: juror.id,
          name: [juror.civility, fullName(juror)].filter((part) => part !== '').join(' '),
          quality: juror.quality,
          capacity: 'member' as const,
          signedAt: signedAt(juror.id, 'member'),
          unable: state.unable.find((entry) => entry.jurorId === juror.id)?.reason ?? null,
        })),
      {
        signer: 'lead',
        name: fullName(stored.fields.lead),
        quality: stored.fields.lead.quality,
        capacity: 'lead' as const,
        signedAt: signedAt('lead', 'lead'),
        unable: null,
      },
    ],
    archivedSha256: last?.kind === 'archived' ? last.sha256 : null,
  });
};

const view = (office: Office, bytes: Uint8Array) => done({ view: keepView(office, () => bytes) });

/** The minute: read it again, print it to sign, sign it, save it. */
export const minuteRequests = {
  'minute.preview': async (office, { sessionId }) => {
    const record = recordOf(office, sessionId);
    if (!record.ok) return record;
    const drawn = await draw(office, record.value, 'provisional', office.tools.clock.now());
    return drawn.ok ? view(office, drawn.value) : drawn;
  },
  'minute.print': async (office, { sessionId }) => {
    const record = recordOf(office, sessionId);
    const store = requireStore(office);
    if (!record.ok) return record;
    if (!store.ok) return store;
    const number = (readPrinting(store.value.db, sessionId)?.number ?? 0) + 1;
    const at = office.tools.clock.now();
    const drawn = await draw(office, record.value, 'toSign', at);
    if (!drawn.ok) return drawn;
    const base = sha256(drawn.value);
    const printed = commitAct(office, sessionId, { kind: 'lead' }, { kind: 'printed', base, printing: number }, (db) =>
      insertPrinting(db, sessionId, { number, at, record: recordText(record.value), baseSha256: base, base: drawn.value }),
    );
    return printed.ok ? signingView(office, sessionId) : printed;
  },
  'minute.signing': (office, { sessionId }) => signingView(office, sessionId),
  'minute.view': (office, { sessionId }) => {
    const store = requireStore(office);
    if (!store.ok) return store;
    const printing = readPrinting(store.value.db, sessionId);
    return printing ? view(office, printing.current) : failed('minute-absent');
  },
  'minute.sign': async (office, { sessionId, signer, capacity, pin, appearance, certificate }): Promise<Result<SigningView>> => {
    const session = loadSession(office, sessionId);
    const store = requireStore(office);
    if (!session.ok) return session;
    if (!store.ok) return store;
    const { db } = store.value;
    // The seal answers to the lead's own PIN: a member's PIN never seals.
    if ((capacity === 'lead') !== (signer === 'lead')) return failed('forbidden', { act: 'signed' });
    const printing = readPrinting(db, sessionId);
    if (!printing) return failed('minute-absent');
    const at = office.tools.clock.now();
    const checked = checkPin(db, sessionId, signer, pin, at);
    if (!checked.ok) return checked;
    const { sitting, state } = session.value;
    const author =
      capacity === 'lead'
        ? ({ kind: 'lead' } as const)
        : sitting.jurors.filter((juror) => juror.id === signer).map((juror) => ({ kind: 'juror', jurorId: juror.id }) as const)[0];
    if (!author) return failed('not-found', { what: 'juror' });
    const act = { kind: 'signed', signer, capacity, fingerprint: '0'.repeat(64), printing: printing.number } as const;
    const may = mayRecord(sitting, state, act, author);
    if (!may.ok) return may;
    const record = recordSchema.parse(JSON.parse(printing.record));
    const member = signersOf(record).find((entry) => entry.id === signer);
    const person = capacity === 'lead' ? record.lead : member;
    if (!person) return failed('forbidden', { act: 'signed' });
    if (capacity === 'lead' && certificate) return failed('certificate-seal');
    const own = certificate ? await openCertificate(office, certificate, at) : done(undefined);
    if (!own.ok) return own;
    const root = requireRoot(office, store.value, record.certification.certifier.name, at);
    const field = capacity === 'lead' ? 'sceau' : `membre-${signer}`;
    const signed = signMinute({
      pdf: printing.current,
      field,
      signer: { name: person.name, quality: person.quality, capacity },
      appearance,
      root,
      at,
      random: office.tools.ids.random,
      fonts: fontsOf(office),
      timeZone: record.session.timeZone,
      own: own.value,
    });
    if (!signed.ok) return signed;
    const certificates = [...(JSON.parse(printing.certificates) as { field: string; pem: string }[]), { field, pem: signed.value.certificatePem }];
    const receipt = capacity === 'lead' ? createReceipt({ record, base: printing.base, certificates, root, recordText: printing.record, at }) : null;
    const recorded = commitAct(office, sessionId, author, { ...act, fingerprint: signed.value.fingerprint }, (writable) =>
      updatePrinting(writable, sessionId, printing.number, { current: signed.value.pdf, certificates: JSON.stringify(certificates), receipt }),
    );
    return recorded.ok ? signingView(office, sessionId) : recorded;
  },
  'minute.refuse': (office, { sessionId, jurorId, reason }) => {
    const session = loadSession(office, sessionId);
    if (!session.ok) return session;
    const printable = checkWords(office, reason);
    if (!printable.ok) return printable;
    const printing = session.value.state.printing?.number ?? 0;
    const recorded = commitAct(office, sessionId, { kind: 'lead' }, { kind: 'signatureRefused', jurorId, reason, printing });
    return recorded.ok ? signingView(office, sessionId) : recorded;
  },
  'minute.save': async (office, { sessionId }) => {
    const session = loadSession(office, sessionId);
    const store = requireStore(office);
    if (!session.ok) return session;
    if (!store.ok) return store;
    const printing = readPrinting(store.value.db, sessionId);
    if (!printing || printing.receipt === null) return failed('minute-not-sealed');
    const file = await office.tools.dialogs.saveFile(fileNameOf(minuteNumber(recordSchema.parse(JSON.parse(printing.record)))));
    if (!file) return failed('cancelled');
    const written = await writeChosen(office, file, printing.current);
    return written.ok ? done({ fileName: file.name }) : written;
  },
} satisfies Handlers;
