import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verifyFile } from '../documents/archive/verify-file.ts';
import type { RequestOutput } from '../domain/contract.ts';
import { blockCode, type BlockCode, type CandidateId, type JurorId, type SessionId } from '../domain/ids.ts';
import { day } from '../domain/time.ts';
import { archived } from '../tests/fixtures/archived.ts';
import { accessXml, el, ficheParts, ficheXml, fluxXml } from '../tests/fixtures/flux.ts';
import { askOf, openTestDesk } from '../tests/fixtures/desk.ts';

let bench: ReturnType<typeof openTestDesk>;
const ask = askOf(() => bench.desk);
const siretless = ficheParts.certifiers.replace('11122233300014', '');
const contradictory = el('OBJECTIFS_CONTEXTE', 'Elle se compose de quatre blocs.');
const five = { certifiers: siretless, texts: contradictory, level: '', paths: accessXml('FC', true, 'Trois membres.') };
const blocks = [1, 2, 3, 4, 5].map((rank) => blockCode.parse(`RNCP90001BC0${rank}`));

beforeEach(async () => {
  bench = openTestDesk();
  await ask('store.create', { passphrase: 'phrase d’essai assez longue' });
});
afterEach(() => bench.dispose());

const settle = async (work: string): Promise<RequestOutput<'work.get'>> => {
  for (;;) {
    const state = await ask('work.get', { work });
    if (state.kind !== 'running') return state;
    await new Promise((resolve) => setImmediate(resolve));
  }
};
const choose = async (flux: string): Promise<string> => {
  bench.dialogs.offer('export-fiches.xml', flux);
  const { work } = await ask('fiche.choose', {});
  await settle(work);
  return work;
};
const openFiche = async (flux: string, code = 'RNCP90001'): Promise<string> => {
  const { work } = await ask('fiche.open', { work: await choose(flux), code });
  expect(await settle(work)).toEqual({ kind: 'done' });
  return work;
};
const bring = async (flux: string): Promise<{ code: string; version: string }> => ask('fiche.confirm', { work: await openFiche(flux), splits: {} });
const header = (certification = 'RNCP90001') => ({
  number: 'F-1',
  title: 'Session fictive',
  certification,
  heldOn: day.parse('2026-03-17'),
  place: 'Phare fictif',
  mode: 'onSite' as const,
  timeZone: 'Europe/Paris',
  lead: { givenName: 'Aline', familyName: 'Fictive', quality: 'Responsable pédagogique' },
});

describe('the import of a fiche', () => {
  test('a flux is searched by code and by title, accents and capitals apart; what is in force comes first', async () => {
    const ended = ficheXml({ number: el('NUMERO_FICHE', 'RNCP90000'), title: el('INTITULE', 'Régisseur d’autrefois'), active: el('ACTIF', 'Non') });
    const work = await choose(fluxXml([ended, ficheXml()]));
    const find = async (query: string): Promise<string[]> => (await ask('fiche.search', { work, query })).lines.map(({ code }) => code);
    expect(await find('REGISSEUR')).toEqual(['RNCP90001', 'RNCP90000']);
    expect(await find('balise phare')).toEqual(['RNCP90001']);
    expect(await find('90000')).toEqual(['RNCP90000']);
    expect(await find('boulanger')).toEqual([]);
    expect(await ask('fiche.search', { work, query: '' })).toMatchObject({ fileName: 'export-fiches.xml', fiches: 2, found: 2 });
  });

  test('a confirmed fiche is in the list beside the one of the program, and stays after a restart', async () => {
    expect(await bring(fluxXml([ficheXml()]))).toEqual({ code: 'RNCP90001', version: '2024-05-02' });
    bench.reopen();
    await ask('store.unlock', { passphrase: 'phrase d’essai assez longue' });
    const list = await ask('fiche.list', {});
    expect(list.map(({ code, version, blocks: count, competencies, imported }) => [code, version, count, competencies, imported?.fileName ?? null])).toEqual([
      ['RNCP36912', '2023-04-01', 3, 28, null],
      ['RNCP90001', '2024-05-02', 5, 15, 'export-fiches.xml'],
    ]);
  });

  test('the split that a person confirms is kept; one that changes a word is refused, and nothing is kept', async () => {
    const work = await openFiche(fluxXml([ficheXml()]));
    const [first = ''] = blocks;
    const refused = await bench.desk.ask('fiche.confirm', { work, splits: { [first]: ['Veiller au feu 1 Tenir le journal 1', 'Alerter les terres 1'] } });
    expect(refused).toMatchObject({ ok: false, error: { code: 'fiche-split-altered', facts: { block: first } } });
    expect(await ask('fiche.list', {})).toHaveLength(1);
    await ask('fiche.confirm', { work, splits: { [first]: ['Veiller au feu 1 Tenir le journal 1', 'Alerter le large 1'] } });
    const { sessionId } = await ask('session.create', header());
    const { referential } = await ask('session.get', { sessionId });
    expect(referential.blocks[0]?.competencies).toEqual([
      { code: `${first}-C1`, text: 'Veiller au feu 1 Tenir le journal 1' },
      { code: `${first}-C2`, text: 'Alerter le large 1' },
    ]);
  });

  test('a flux that was dropped is read as one that a dialog gave, and no dialog opens', async () => {
    bench.dialogs.offer('export-fiches.xml', fluxXml([ficheXml()]));
    const [given] = await bench.dialogs.openFiles('fiches');
    const { work, fileName } = await ask('fiche.choose', { given });
    expect(fileName).toBe('export-fiches.xml');
    expect(await settle(work)).toEqual({ kind: 'done' });
    expect(await ask('fiche.search', { work, query: '' })).toMatchObject({ fileName: 'export-fiches.xml', fiches: 1 });
  });

  test('a fiche that no session can be held on is shown, and refused with what it lacks', async () => {
    const work = await openFiche(fluxXml([ficheXml({ blocks: '', end: '' })]));
    expect((await ask('fiche.get', { work })).obstacles).toEqual(['no-blocks', 'no-end']);
    expect(await bench.desk.ask('fiche.confirm', { work, splits: {} })).toMatchObject({
      ok: false,
      error: { code: 'fiche-unusable', facts: { obstacles: ['no-blocks', 'no-end'] } },
    });
  });

  test('the same fiche twice is one version, another text of the same day is another, and both stay', async () => {
    await bring(fluxXml([ficheXml()]));
    expect(await bring(fluxXml([ficheXml()]))).toEqual({ code: 'RNCP90001', version: '2024-05-02' });
    expect(await bring(fluxXml([ficheXml({ title: el('INTITULE', 'Régisseuse ou régisseur') })]))).toEqual({ code: 'RNCP90001', version: '2024-05-02-2' });
    expect((await ask('fiche.list', {})).map(({ version }) => version).sort()).toEqual(['2023-04-01', '2024-05-02', '2024-05-02-2']);
  });

  test('an unreadable flux is told with its reason, and nothing is kept', async () => {
    bench.dialogs.offer('export.xml', '<FICHES><FICHE>');
    const { work } = await ask('fiche.choose', {});
    expect(await settle(work)).toMatchObject({ kind: 'failed', error: { code: 'fiches-unreadable', facts: { reason: 'xml' } } });
    expect(await bench.desk.ask('fiche.search', { work, query: '' })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  test('locking the store forgets the flux that was being read', async () => {
    const work = await choose(fluxXml([ficheXml()]));
    await ask('store.lock', {});
    await ask('store.unlock', { passphrase: 'phrase d’essai assez longue' });
    expect(await bench.desk.ask('fiche.search', { work, query: '' })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});

describe('a session keeps its own version of the fiche', () => {
  test('another version imported, or its own removed, changes nothing until the lead takes it', async () => {
    const own = await bring(fluxXml([ficheXml()]));
    const { sessionId } = await ask('session.create', header());
    const newer = await bring(fluxXml([ficheXml({ title: el('INTITULE', 'Gardienne ou gardien de phare') })]));
    await ask('fiche.remove', own);
    await ask('session.update', { sessionId, fields: { ...header(), place: 'Ailleurs' } });
    expect((await ask('session.get', { sessionId })).referential.title).toBe('Régisseur de phare & balises');
    expect(await ask('fiche.compare', { sessionId, version: newer.version })).toEqual([{ what: 'title', of: '' }]);
    await ask('session.update', { sessionId, fields: header(), version: newer.version });
    expect((await ask('session.get', { sessionId })).referential.title).toBe('Gardienne ou gardien de phare');
  });

  test('a version that a session still holds keeps its name to itself, even taken out of the list', async () => {
    const own = await bring(fluxXml([ficheXml()]));
    await ask('session.create', header());
    await ask('fiche.remove', own);
    expect(await bring(fluxXml([ficheXml({ title: el('INTITULE', 'Gardienne ou gardien de phare') })]))).toEqual({ ...own, version: `${own.version}-2` });
  });

  test('a version without a block that a candidate presents is refused, and the session is as it was', async () => {
    await bring(fluxXml([ficheXml()]));
    const { sessionId } = await ask('session.create', header());
    await candidateIn(sessionId, blocks);
    const fewer = await bring(fluxXml([ficheXml({ blocks: ficheParts.blocks.slice(0, ficheParts.blocks.lastIndexOf('<BLOC_COMPETENCES>')) })]));
    expect(await ask('fiche.compare', { sessionId, version: fewer.version })).toEqual([{ what: 'blockGone', of: 'RNCP90001BC05' }]);
    expect(await bench.desk.ask('session.update', { sessionId, fields: header(), version: fewer.version })).toMatchObject({
      ok: false,
      error: { code: 'unknown-block', facts: { block: 'RNCP90001BC05' } },
    });
    expect((await ask('session.get', { sessionId })).referential.blocks).toHaveLength(5);
  });
});

const candidateIn = async (sessionId: SessionId, presents: readonly BlockCode[]): Promise<CandidateId> =>
  (
    await ask('candidate.save', {
      sessionId,
      candidateId: null,
      fields: {
        ...{ number: 'C-01', familyName: 'Esquisse', usageName: '', givenName: 'Zoé', birthDate: null, email: '', accessPath: 'FC' },
        ...{ entryDate: day.parse('2025-01-06'), entryProof: 'Contrat fictif', employer: '', mentor: '', presents: [...presents], brings: [] },
      },
    })
  ).candidateId;

const juryIn = async (sessionId: SessionId): Promise<JurorId[]> => {
  const members: JurorId[] = [];
  for (const [rank, familyName] of ['Maquette', 'Croquis', 'Ébauche'].entries()) {
    const { jurorId } = await ask('juror.save', {
      sessionId,
      jurorId: null,
      fields: {
        ...{ civility: '', givenName: 'Membre', familyName, quality: 'Professionnel', employer: `Employeur ${rank}`, qualified: true, seat: 'titular' },
        ...{ membership: rank === 0 ? 'internal' : 'external', itProfessional: rank > 0, pedagogicalLead: rank === 0 },
      },
    });
    members.push(jurorId);
    await ask('pin.set', { sessionId, holder: jurorId, pin: `1${rank}34`, current: null });
  }
  await ask('pin.set', { sessionId, holder: 'lead', pin: '4321', current: null });
  return members;
};

test('a whole day is held on an imported fiche of five blocks that leaves its SIRET and level unsaid, to a minute that verifies', async () => {
  await bring(fluxXml([ficheXml({ ...five, texts: el('OBJECTIFS_CONTEXTE', 'Elle se compose de six blocs.') })]));
  const { sessionId } = await ask('session.create', header());
  // What was acknowledged of another version is not acknowledged of this one, and is no part of its minute.
  for (const remark of ['block-count', 'composition-rule']) await ask('session.acknowledge', { sessionId, remark, reason: 'Vu pour six blocs.' });
  await ask('session.update', { sessionId, fields: header(), version: (await bring(fluxXml([ficheXml(five)]))).version });
  const members = await juryIn(sessionId);
  const candidateId = await candidateIn(sessionId, blocks);
  const missing = async (): Promise<string[]> =>
    (await ask('session.readiness', { sessionId })).filter(({ weight }) => weight === 'blocking').flatMap(({ names }) => names);
  expect(await missing()).toEqual(expect.arrayContaining(['block-count', 'composition-rule']));
  for (const remark of ['block-count', 'composition-rule']) await ask('session.acknowledge', { sessionId, remark, reason: `Retenu pour ${remark}.` });
  for (const [rank, jurorId] of members.entries()) {
    await ask('room.attendance', { sessionId, jurorId, present: true });
    if (rank === 0) await ask('room.designate', { sessionId, jurorId, rank: 'president' });
  }
  for (const [rank, jurorId] of members.entries()) await ask('room.declare', { sessionId, jurorId, pin: `1${rank}34`, links: [] });
  await ask('session.open', { sessionId, pin: '4321' });
  await ask('sitting.presence', { sessionId, candidateId, presence: 'present', note: '' });
  for (const block of blocks) {
    for (const [rank, jurorId] of members.entries()) {
      const { turn } = await ask('turn.begin', { sessionId, candidateId, block, jurorId, pin: `1${rank}34` });
      await ask('turn.record', { turn, value: 'validate', note: '' });
    }
    await ask('round.reveal', { sessionId, candidateId, block });
    await ask('decision.record', {
      sessionId,
      candidateId,
      block,
      decision: { outcome: 'validated', reason: 'Acquis.', recommendation: '', competencies: [] },
    });
  }
  expect((await ask('session.get', { sessionId })).acknowledged.map(({ reason }) => reason)).toEqual([
    'Retenu pour block-count.',
    'Retenu pour composition-rule.',
  ]);
  await ask('session.close', { sessionId, pin: '4321' });
  await ask('minute.print', { sessionId });
  const appearance = { kind: 'typed', text: 'Signature' } as const;
  for (const [rank, signer] of members.entries()) await ask('minute.sign', { sessionId, signer, capacity: 'member', pin: `1${rank}34`, appearance });
  await ask('minute.sign', { sessionId, signer: 'lead', capacity: 'lead', pin: '4321', appearance });
  const { fileName } = await ask('minute.save', { sessionId });
  const pdf = bench.dialogs.written.get(fileName);
  if (pdf === undefined) throw new Error('the minute is written');
  expect(await verifyFile(Buffer.from(pdf), { name: fileName })).toMatchObject({ level: 'whole', faults: [] });
  const { verdict } = await archived(ask, sessionId);
  expect(verdict.level).toBe('established');
  const [line] = (await ask('sitting.get', { sessionId })).candidates;
  expect(line?.outcome.kind).toBe('full');
});
