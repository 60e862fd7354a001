import { createHash } from 'node:crypto';
import { fullName } from '../domain/candidate.ts';
import { done, failed } from '../domain/errors.ts';
import { harmlessLine } from '../domain/harmless.ts';
import type { CandidateId } from '../domain/ids.ts';
import { familyKey, foldWords } from '../domain/name-key.ts';
import { dueOf, type PersonFound } from '../domain/retention.ts';
import { checkPassphrase, type Store } from '../db/open.ts';
import { readAccommodationsOf, readDeclaredOf, readNotesAbout } from '../db/access.ts';
import { readEvidence, readProjects, readVaeFiles } from '../db/dossier.ts';
import { readCompanions, readSendings } from '../db/notification.ts';
import { readPieceBytes, readPieces } from '../db/piece.ts';
import { readRegister } from '../db/register.ts';
import { readRequirements } from '../db/requirement.ts';
import { readSessions } from '../db/session.ts';
import { bundleAccess, type AccessMember } from '../documents/access/bundle.ts';
import { drawAccessLetter, type HeldInSession } from '../documents/access/letter.ts';
import { maskValue } from '../documents/access/mask.ts';
import { accessWords } from '../documents/access/vocabulary.ts';
import type { Handlers } from './desk.ts';
import { writeChosen } from './file.ts';
import { loadSession, requireStore, type Office, type OpenSession } from './office.ts';
import { fontsOf } from './printable.ts';
import { register } from './register.ts';
import { factsOf } from './retention-calendar.ts';

/** Pieces beyond this many bytes in all are named in the data and handed over apart: the zip is made in memory. */
const mostBytes = 300 * 2 ** 20;

const isClosed = ({ state }: OpenSession): boolean => state.phase !== 'preparing' && state.phase !== 'open';

/** The texts about a candidate: revealed or not, a closed session's opinions are no longer sealed; in an order that tells no author. */
const opinionsAbout = ({ acts }: OpenSession, id: CandidateId): unknown[] =>
  acts
    .flatMap(({ act }) =>
      act.kind === 'opinion' && act.candidateId === id
        ? [{ by: accessWords.oneMember, block: act.block, round: act.round, value: act.value, note: act.note }]
        : [],
    )
    .sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));

const decisionsAbout = (session: OpenSession, id: CandidateId): unknown => {
  const found = session.state.candidates.find(({ candidate }) => candidate.id === id);
  if (!found) return null;
  const { presence, presenceNote, outcome, postponed, blocks } = found;
  const withoutMembers = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value, (key, each: unknown) => (['members', 'by', 'president', 'reopener'].includes(key) ? undefined : each)));
  return withoutMembers({ presence, presenceNote, outcome, postponed, blocks: blocks.map(({ code, state, superseded }) => ({ code, state, superseded })) });
};

interface Gathered {
  readonly data: unknown;
  readonly held: HeldInSession;
  readonly members: readonly AccessMember[];
  /** Pieces named and not joined: too heavy for a file made in memory, or damaged. */
  readonly apart: number;
  readonly unreadable: number;
}

const gather = (office: Office, store: Store, session: OpenSession, id: CandidateId, accommodations: boolean, room: number): Gathered => {
  const { db, folder, key } = store;
  const { stored, sitting, state } = session;
  const mine = <Row extends { readonly candidateId: CandidateId }>(rows: readonly Row[]): Row[] => rows.filter((row) => row.candidateId === id);
  const pieces = mine(readPieces(db, stored.id));
  let left = room;
  const [apart, unreadable] = [new Set<string>(), new Set<string>()];
  const members = pieces.flatMap((piece): AccessMember[] => {
    if (piece.bytes > left) {
      apart.add(piece.id);
      return [];
    }
    const bytes = readPieceBytes(db, folder, key, piece.id);
    if (bytes === null) {
      unreadable.add(piece.id);
      return [];
    }
    left -= piece.bytes;
    return [
      {
        name: `pieces/${stored.fields.number.replaceAll(/[^\p{L}\p{N} ._-]/gu, '-')}/${harmlessLine(piece.fileName).replaceAll(/[/\\:\p{Cc}]/gu, '-')}`,
        bytes,
      },
    ];
  });
  const notes = readNotesAbout(db, stored.id, id);
  const opinions = opinionsAbout(session, id);
  const masks = [
    {
      by: accessWords.other,
      names: sitting.candidates.filter((other) => other.id !== id).flatMap((other) => [fullName(other), other.familyName, other.usageName]),
    },
    { by: accessWords.member, names: state.members.flatMap(({ juror }) => [fullName(juror), juror.familyName]) },
  ];
  const own = state.candidates.find(({ candidate }) => candidate.id === id)?.candidate;
  const declared = readDeclaredOf(db, id);
  const free = { decisions: decisionsAbout(session, id), opinions, notes, ...(accommodations ? { accommodations: readAccommodationsOf(db, id) } : {}) };
  const dossier = {
    projects: mine(readProjects(db, stored.id)),
    evidence: mine(readEvidence(db, stored.id)),
    vae: mine(readVaeFiles(db, stored.id)),
    requirements: mine(readRequirements(db, stored.id)),
    pieces: pieces.map(({ id: piece, title, fileName, bytes, sha256, kind }) => ({
      title,
      fileName,
      bytes,
      sha256,
      kind,
      joined: apart.has(piece) ? 'apart' : unreadable.has(piece) ? 'unreadable' : 'joined',
    })),
  };
  const companion = readCompanions(db, stored.id).get(id) ?? null;
  const letters = mine(readSendings(db, stored.id)).map(({ recipient, sent, reason, notedAt }) => ({ recipient, sent, reason, notedAt }));
  const facts = factsOf(office, stored, readRegister(db));
  const { number, title, heldOn } = stored.fields;
  return {
    data: {
      session: { number, title, heldOn, certification: stored.referential.code },
      identity: own,
      declaration: declared,
      dossier: maskValue(dossier, masks),
      companion,
      letters: maskValue(letters, masks),
      ...(maskValue(free, masks) as object),
    },
    held: {
      number,
      heldOn,
      pieces: pieces.length,
      texts: opinions.length + notes.length,
      declared: declared.identities.length > 0,
      due: {
        minute: dueOf('minute', facts),
        dossiers: dueOf('dossiers', facts),
        opinions: dueOf('opinions', facts),
        accommodations: dueOf('accommodations', facts),
        holders: dueOf('holders', facts),
      },
    },
    members,
    apart: apart.size,
    unreadable: unreadable.size,
  };
};

/** The right of access of a candidate (RGPD, article 15): found by name, everything held in one file. */
export const accessRequests = {
  'access.find': (office, { name }) => {
    const store = requireStore(office);
    if (!store.ok) return store;
    const typed = foldWords(name);
    if (typed.length === 0) return done([]);
    const found = readSessions(store.value.db).flatMap((stored): PersonFound[] => {
      const session = loadSession(office, stored.id);
      if (!session.ok) return [];
      return session.value.state.candidates.flatMap(({ candidate }) => {
        const words = foldWords(`${candidate.givenName} ${candidate.familyName} ${candidate.usageName}`);
        if (!typed.every((word) => words.some((own) => own.startsWith(word)))) return [];
        const { id, number, birthDate } = candidate;
        const refused = !isClosed(session.value);
        return [
          { sessionId: stored.id, candidateId: id, name: fullName(candidate), number, birthDate: birthDate ?? '', session: stored.fields.number, refused },
        ];
      });
    });
    return done(found.slice(0, 200));
  },
  'access.export': async (office, { people, accommodations, encryptUnder, passphrase }) => {
    const store = requireStore(office);
    if (!store.ok) return store;
    const checked = checkPassphrase(store.value, passphrase);
    if (!checked.ok) return checked;
    const gathered: Gathered[] = [];
    const names = new Set<string>();
    let first: OpenSession | null = null;
    let [name, number] = ['', ''];
    for (const { sessionId, candidateId } of people) {
      const session = loadSession(office, sessionId);
      if (!session.ok) return session;
      const own = session.value.state.candidates.find(({ candidate }) => candidate.id === candidateId)?.candidate;
      if (!own) return failed('not-found', { what: 'candidate' });
      if (!isClosed(session.value)) return failed('access-sealed', { session: session.value.stored.fields.number });
      names.add(`${familyKey(own.familyName) ?? ''} ${familyKey(own.givenName) ?? ''} ${own.birthDate ?? ''}`);
      if (names.size > 1) return failed('access-several-people');
      [first, name, number] = [first ?? session.value, fullName(own), own.number];
      const used = gathered.reduce((sum, { members }) => sum + members.reduce((all, { bytes }) => all + bytes.length, 0), 0);
      gathered.push(gather(office, store.value, session.value, candidateId, accommodations, mostBytes - used));
    }
    if (first === null) return failed('not-found', { what: 'candidate' });
    const { fields, referential } = first.stored;
    const apart = gathered.reduce((sum, each) => sum + each.apart, 0);
    const unreadable = gathered.reduce((sum, each) => sum + each.unreadable, 0);
    const madeAt = office.tools.clock.now();
    const letter = await drawAccessLetter({
      name,
      organism: referential.certifier.name,
      lead: { name: `${fields.lead.givenName} ${fields.lead.familyName}`.trim(), quality: fields.lead.quality },
      sessions: gathered.map(({ held }) => held),
      accommodations,
      apart,
      unreadable,
      madeAt,
      timeZone: fields.timeZone,
      demonstration: office.demonstration,
      fonts: fontsOf(office),
    });
    if (!letter.ok) return letter;
    const data = JSON.stringify({ format: 'delibere-access', version: 1, madeAt, sessions: gathered.map((each) => each.data) }, null, 2);
    const members = [
      { name: 'Lettre.pdf', bytes: letter.value },
      { name: 'donnees.json', bytes: Buffer.from(`${data}\n`, 'utf8') },
      ...gathered.flatMap((each) => each.members),
    ];
    const bytes = await bundleAccess(members, encryptUnder);
    const file = await office.tools.dialogs.saveFile(accessWords.file(number, encryptUnder !== null));
    if (!file) return failed('cancelled');
    const written = await writeChosen(office, file, bytes);
    if (!written.ok) return written;
    const { db } = store.value;
    const entry = {
      kind: 'accessGiven',
      sessionId: first.stored.id,
      candidateIds: people.map(({ candidateId }) => candidateId),
      accommodations,
      encrypted: encryptUnder !== null,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    } as const;
    db.transaction(() => register(office, db, entry))();
    return done({ fileName: file.name, files: members.length });
  },
} satisfies Handlers;
