import { createHash } from 'node:crypto';
import { done, failed } from '../domain/errors.ts';
import { numberOfMinute } from '../domain/rectification.ts';
import { readChain, readEntries } from '../db/journal.ts';
import { readOrganism, readPrinting, readSealed } from '../db/minute.ts';
import { checkPin } from '../db/pin.ts';
import { verifyFile } from '../documents/archive/verify-file.ts';
import { writeArchive } from '../documents/archive/write.ts';
import { pemOf } from '../documents/signature/certificate.ts';
import { sealWorking } from '../documents/working/envelope.ts';
import type { Handlers } from './desk.ts';
import { writeChosen } from './file.ts';
import { commitAct, loadSession, requireStore } from './office.ts';

const safeName = (number: string): string => number.replaceAll(/[^\p{L}\p{N} ._-]/gu, '-');

/** The archive of a sealed session, verified before it is called archived; and the working part, apart. */
export const archiveRequests = {
  'archive.write': async (office, { sessionId }) => {
    const session = loadSession(office, sessionId);
    const store = requireStore(office);
    if (!session.ok) return session;
    if (!store.ok) return store;
    const { db, key } = store.value;
    const { stored, state } = session.value;
    if (state.phase === 'open') return failed(state.rectification === null ? 'minute-not-sealed' : 'rectification-running');
    const printing = readPrinting(db, sessionId);
    const organism = readOrganism(db, key);
    if (!printing || printing.receipt === null || !organism) return failed('minute-not-sealed');
    const bytes = await writeArchive({
      minute: printing.current,
      recordText: printing.record,
      receipt: printing.receipt,
      earlier: readSealed(db, sessionId)
        .slice(0, -1)
        .map(({ current, receipt }) => ({ minute: current, receipt: receipt ?? '' })),
      root: organism.certificate,
      chain: readChain(db, sessionId),
      referential: stored.referential,
      at: printing.at,
    });
    const name = `Archive ${safeName(numberOfMinute(stored.fields.number, state.rectification?.rank ?? 0))}.zip`;
    const verdict = await verifyFile(bytes, { name, root: pemOf(organism.certificate) });
    if (verdict.level !== 'established') return failed('archive-not-verified', { faults: verdict.faults.map((fault) => fault.rule) });
    const file = await office.tools.dialogs.saveFile(name);
    if (!file) return failed('cancelled');
    const written = await writeChosen(office, file, bytes);
    if (!written.ok) return written;
    const archived = commitAct(office, sessionId, { kind: 'lead' }, { kind: 'archived', sha256: createHash('sha256').update(bytes).digest('hex') });
    return archived.ok ? done({ fileName: file.name, verdict: { ...verdict, fileName: file.name } }) : archived;
  },
  'working.export': async (office, { sessionId, passphrase, pin }) => {
    const session = loadSession(office, sessionId);
    const store = requireStore(office);
    if (!session.ok) return session;
    if (!store.ok) return store;
    const checked = checkPin(store.value.db, sessionId, 'lead', pin, office.tools.clock.now());
    if (!checked.ok) return checked;
    const { stored, acts } = session.value;
    const closing = acts.findLast(({ act }) => act.kind === 'closed');
    if (!closing) return failed('session-not-closed');
    const { number } = stored.fields;
    const journal = readEntries(store.value.db, sessionId, closing.seq);
    const text = sealWorking({ format: 'delibere-working', version: 1, session: { id: sessionId, number }, journal }, passphrase);
    const file = await office.tools.dialogs.saveFile(`Partie de travail ${safeName(number)}.json`);
    if (!file) return failed('cancelled');
    const written = await writeChosen(office, file, Buffer.from(text, 'utf8'));
    return written.ok ? done({ fileName: file.name }) : written;
  },
} satisfies Handlers;
