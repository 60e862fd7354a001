import { beforeAll, describe, expect, test } from 'vitest';
import type { Result } from '../../domain/errors.ts';
import type { RecordCandidate, SessionRecord } from '../../domain/minute.ts';
import { instant } from '../../domain/time.ts';
import { filler } from '../../tests/fixtures/extreme.ts';
import { fixtureFonts } from '../../tests/fixtures/fonts.ts';
import { drawPlayed, playDay, playedCandidates } from '../../tests/fixtures/played.ts';
import { playRectified } from '../../tests/fixtures/rectified.ts';
import { hasReaders, readWith } from '../../tests/fixtures/readers.ts';
import { buildRecord } from '../../tests/fixtures/record.ts';
import { bc01 } from '../../tests/fixtures/sitting.ts';
import { hasVeraPDF, validate } from '../../tests/fixtures/verapdf.ts';
import { drawAttestation, drawAward } from './attestation.ts';
import { drawCompanionNotice, drawNotice } from './notice.ts';
import { drawOutcomeList, drawSummary } from './summary.ts';

const played = drawPlayed(playDay()).record;
const rectified = drawPlayed(playRectified()).record;
const { full, partial, none, absent, excused, late } = playedCandidates;
const companion = { name: 'Camille Boussole', email: '', address: '12 rue Fictive\n99999 Ville-Fictive' };
const facts = (record: SessionRecord) => ({ record, madeAt: instant.parse('2026-03-19T09:00:00.000Z'), fonts: fixtureFonts() });
const of = (record: SessionRecord, id: string): RecordCandidate => {
  const found = record.candidates.find((each) => each.id === id);
  if (!found) throw new Error(id);
  return found;
};
const bytes = async (drawn: Promise<Result<Uint8Array>>): Promise<Uint8Array> => {
  const result = await drawn;
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const appealing: SessionRecord = {
  ...played,
  regulations: { ...played.regulations, appealText: 'Un recours peut être adressé au certificateur.', appealDelayDays: 45 },
};
/** The clock of the played day runs on the 16th, though the session is announced for the 17th: an act is dated by its own day. One VAE candidate who acquired two blocks of three, one refused: what R6412-7 speaks of. */
const vae: SessionRecord = {
  ...played,
  candidates: played.candidates.map((each) => (each.id === none.id ? { ...each, accessPath: 'VAE' as const } : each)),
};
const vaePartial = (): SessionRecord => {
  const done = of(played, full.id);
  const refused = of(played, none.id).blocks.find(({ state }) => state.kind === 'notValidated')?.state;
  const [one, two, three] = done.blocks;
  if (!one || !two || !three || !refused) throw new Error('three blocks');
  const outcome = { kind: 'partial' as const, acquired: [one.code, two.code], today: [one.code, two.code], remaining: [three.code] };
  const candidate = { ...done, accessPath: 'VAE' as const, blocks: [one, two, { code: three.code, state: refused }], outcome };
  return { ...played, candidates: played.candidates.map((each) => (each.id === full.id ? candidate : each)) };
};

describe.skipIf(!hasReaders())('the papers that follow a session, as a reader finds them (skipped without poppler-utils)', () => {
  const read = async (drawn: Promise<Result<Uint8Array>>): Promise<string> =>
    readWith('pdftotext', ['-layout', 'FILE', '-'], await bytes(drawn)).replace(/\s+/g, ' ');
  const notice = (record: SessionRecord, id: string) => read(drawNotice(facts(record), of(record, id)));

  test('a refusal is notified with its reason, the competencies it cites and the recommendation', async () => {
    const state = of(played, none.id).blocks.find(({ code }) => code === bc01)?.state;
    if (state?.kind !== 'notValidated') throw new Error('refused');
    const text = await notice(played, none.id);
    expect(text).toContain('Notification de résultat');
    for (const part of [state.decision.reason, state.decision.recommendation, 'Non validé', 'Non présenté', played.session.number])
      expect(text).toContain(part);
    const known = played.certification.blocks.find(({ code }) => code === bc01)?.competencies ?? [];
    for (const code of state.decision.competencies) expect(text).toContain(known.find((each) => each.code === code)?.text.slice(0, 40));
  });

  test('a block brought is told with its reference, and never loses to a later refusal', async () => {
    const text = await notice(played, partial.id);
    for (const part of ['Acquis antérieurement', 'PV 2025-007', '12 mars 2025', 'Un bloc acquis l’est définitivement.', 'les blocs BC02 et BC03'])
      expect(text).toContain(part);
  });

  test('absent, excused and postponed have letters of their own; why someone was excused is not in it', async () => {
    expect(await notice(played, absent.id)).toContain('Notification d’absence');
    const text = await notice(played, excused.id);
    expect(text).toContain('Notification d’absence excusée');
    expect(text).not.toContain('médical');
    const put = await notice(played, late.id);
    for (const part of ['Notification de report', 'la date de votre entrée', 'Entrée après la fin de l’enregistrement']) expect(put).toContain(part);
  });

  test('no letter names another candidate, a member, an opinion, a count, a link or an arrangement', async () => {
    for (const candidate of played.candidates) {
      const text = await notice(played, candidate.id);
      for (const other of played.candidates) if (other.id !== candidate.id) expect(text).not.toContain(other.name);
      for (const member of played.members) expect(text).not.toContain(member.name);
      expect(text).not.toMatch(/unanim|\bvoix\b|majorit|\bavis\b|vote|collégial|aménag|secret|note privée|handicap/i);
    }
  });

  test('the appeal is printed where the regulations fill it in, with its delay, and not a word of it otherwise', async () => {
    const text = await notice(appealing, none.id);
    for (const part of ['Recours', 'Un recours peut être adressé au certificateur.', '45 jours']) expect(text).toContain(part);
    expect(await notice(played, none.id)).not.toMatch(/recours/i);
  });

  test('a partial VAE names the blocks acquired, by R6412-7; others than a VAE hear nothing of it', async () => {
    const record = vaePartial();
    expect(await notice(record, full.id)).toMatch(/R6412-7 .* précise les blocs de compétences acquis : BC01 et BC02\./);
    expect(await notice(vae, none.id)).toContain('en application de l’article R6412-7');
    expect(await notice(played, none.id)).not.toContain('R6412');
  });

  test('who accompanied a VAE receives the result and the blocks acquired, never reasons, recommendations, birth date nor a block refused', async () => {
    const record = vaePartial();
    const state = of(record, full.id).blocks.find(({ state: each }) => each.kind === 'notValidated')?.state;
    if (state?.kind !== 'notValidated') throw new Error('refused');
    const text = await read(drawCompanionNotice(facts(record), of(record, full.id), companion));
    for (const part of ['Camille Boussole', '99999 Ville-Fictive', 'validation partielle', 'BC01', 'BC02', 'R6412-7', of(record, full.id).name])
      expect(text).toContain(part);
    for (const part of [state.decision.reason, state.decision.recommendation, 'BC03', 'Non validé', 'Date de naissance']) expect(text).not.toContain(part);
  });

  test('after a rectification the letter says what the latest minute says, under its number', async () => {
    const text = await notice(rectified, none.id);
    expect(text).toContain('procès-verbal rectificatif n° 2026-JOUE-01-R1');
    expect(text).toContain('validation partielle');
    expect(text).not.toContain('aucun bloc de compétences à l’issue');
  });

  test('an attestation names what a parchment names, and says that it is none', async () => {
    const { certification } = played;
    const text = await read(drawAttestation(facts(played), of(played, full.id), bc01));
    for (const part of [
      'Attestation de bloc de compétences',
      'n’est pas le diplôme',
      certification.code,
      bc01,
      certification.title,
      'OPENCLASSROOMS',
      '493 861 363 00080',
    ])
      expect(text).toContain(part);
    for (const part of [
      'Décision du 29 septembre 2022',
      'jusqu’au 29 septembre 2025',
      'Niveau 7',
      '326t',
      'Acquis le 16 mars 2026',
      'Fait le 19 mars 2026',
      'Exempleville',
      'Signature',
    ])
      expect(text).toContain(part);
    expect(text).not.toMatch(/sous réserve|France Compétences|BC02/i);
    expect(
      readWith('pdfimages', ['-list', 'FILE'], await bytes(drawAttestation(facts(played), of(played, full.id), bc01)))
        .trim()
        .split('\n'),
    ).toHaveLength(2);
  });

  test('the announcement of a full award does not stand for the parchment', async () => {
    const text = await read(drawAward(facts(played), of(played, full.id)));
    for (const part of ['Annonce de la délivrance', 'ne tient pas lieu de parchemin', 'BC01', 'BC02', 'BC03', 'Délivrée le 17 mars 2026'])
      expect(text).toContain(part);
  });

  test('the summary counts every candidate once, by outcome and by path, and gives the deadline of a VAE', async () => {
    const text = await read(drawSummary(facts(vae)));
    for (const candidate of vae.candidates) expect(text.split(candidate.name)).toHaveLength(2);
    expect(text).toContain('mercredi 1er avril 2026');
    expect(text).toMatch(/Inscrits 7/);
    expect(await read(drawSummary(facts(played)))).toContain('aucun délai de notification');
    expect(await read(drawOutcomeList(facts(played)))).toContain('à usage interne');
  });

  test('the list says what each candidate holds, whoever holds every block or none too', async () => {
    const list = await read(drawOutcomeList(facts(played)));
    expect(list).toMatch(new RegExp(`${full.id} .{0,60}FC Tous acquis`));
    expect(list).toMatch(new RegExp(`${absent.id} .{0,60}FC Aucun acquis`));
    const before = of(played, partial.id).blocks.find(({ state }) => state.kind === 'brought');
    if (!before) throw new Error('a block brought');
    const withOne = { ...of(played, full.id), blocks: of(played, full.id).blocks.map((each) => (each.code === before.code ? before : each)) };
    const record = { ...played, candidates: played.candidates.map((each) => (each.id === full.id ? withOne : each)) };
    expect(await read(drawSummary(facts(record)))).toContain('Tous acquis, dont BC01 antérieurement');
  });
});

test('a companion whom no font can write is refused with the character', async () => {
  const drawn = await drawCompanionNotice(facts(vae), of(vae, none.id), { ...companion, name: '𓀀' });
  expect(drawn).toEqual({ ok: false, error: { code: 'glyph-missing', facts: { character: '𓀀' } } });
});

test('the same facts give the same bytes', async () => {
  const one = await bytes(drawNotice(facts(played), of(played, none.id)));
  expect(Buffer.from(one).equals(Buffer.from(await bytes(drawNotice(facts(played), of(played, none.id)))))).toBe(true);
});

/** Twelve blocks, long names, reasons over several pages. */
const heavy = (): SessionRecord => {
  const built = buildRecord({ candidates: 6, blocks: 12 });
  const blocks = built.candidates.flatMap((each) => each.blocks).flatMap(({ state }) => (state.kind === 'notValidated' ? [state] : []));
  const [refused] = blocks;
  if (!refused) throw new Error('a refusal');
  return {
    ...built,
    regulations: { ...built.regulations, appealText: filler(3000) },
    candidates: built.candidates.map((each) => ({
      ...each,
      name: 'Zoé Aquarelle-Esquisse-Croquis-Gouache-Pastel-Fusain-Sanguine-Lavis-Encre-Aquatinte-Mine-de-Plomb',
      blocks: each.blocks.map(({ code }) => ({
        code,
        state: { ...refused, decision: { ...refused.decision, reason: filler(1800), recommendation: filler(900) } },
      })),
    })),
  };
};

describe.skipIf(!hasVeraPDF())('the papers that follow a session, as veraPDF judges them (skipped without Java)', () => {
  const long = heavy();
  const [first] = long.candidates;
  if (!first) throw new Error('a candidate');
  const cases: readonly (readonly [string, () => Promise<Result<Uint8Array>>])[] = [
    ...[full, partial, none, absent, late].map(({ id }) => [`notice ${id}`, () => drawNotice(facts(appealing), of(appealing, id))] as const),
    ['notice after a rectification', () => drawNotice(facts(rectified), of(rectified, none.id))],
    ['long notice', () => drawNotice(facts({ ...long, demonstration: true }), first)],
    ['companion', () => drawCompanionNotice(facts(vaePartial()), of(vaePartial(), full.id), companion)],
    ['attestation', () => drawAttestation(facts(played), of(played, full.id), bc01)],
    ['long attestation', () => drawAttestation(facts(long), first, first.blocks[0]?.code ?? bc01)],
    ['award', () => drawAward(facts(played), of(played, full.id))],
    ['summary', () => drawSummary(facts(vae))],
    ['long summary', () => drawSummary(facts(long))],
    ['list', () => drawOutcomeList(facts(played))],
  ];
  const flavours = ['3a', 'ua1'] as const;
  let verdicts: Awaited<ReturnType<typeof validate>> = [];
  beforeAll(async () => {
    const drawn = await Promise.all(cases.map(([, draw]) => bytes(draw())));
    verdicts = await validate(drawn.flatMap((pdf) => flavours.map((flavour) => ({ pdf, flavour }))));
  }, 180_000);
  test.each(cases.flatMap(([name], rank) => flavours.map((flavour, place) => [name, flavour, rank * 2 + place] as const)))(
    '%s conforms to %s',
    (_name, _flavour, place) => {
      expect(verdicts[place]?.failed).toEqual([]);
      expect(verdicts[place]?.checks).toBeGreaterThan(150);
    },
  );
});
