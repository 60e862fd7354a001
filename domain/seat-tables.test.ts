import { expect, test } from 'vitest';
import { Branch, opinionAct } from '../tests/fixtures/branch.ts';
import { bc01, candidateOf, jury, people, seedReferential, sittingOf } from '../tests/fixtures/sitting.ts';
import { jurorId, type JurorId } from './ids.ts';
import { juror as jurorSchema, type AccessPath, type Juror } from './jury.ts';
import { gapOf, namedTwice, pathTable, seatConditions, seatTable } from './tables/rooms.ts';

const anna = candidateOf('anna');
const by = (id: JurorId) => ({ kind: 'juror', jurorId: id }) as const;
const quiet = { kind: 'professional', note: '' } as const;

/** A room where A and the substitute are each here or not, declared or not, recused or not; the two others sit. */
const layRoom = (titular: (typeof seatConditions)[number], substitute: (typeof seatConditions)[number], named: boolean): Branch => {
  const play = new Branch(sittingOf([anna], { regulations: { quorum: 2 } }));
  for (const id of [people.first, people.lead]) {
    play.do({ kind: 'attendance', jurorId: id, present: true });
    play.do({ kind: 'declaration', jurorId: id, links: [] }, by(id));
  }
  play.do({ kind: 'presidentDesignated', jurorId: people.first, rank: 'president' }).do({ kind: 'opened' }).present(anna);
  for (const [id, [here, declared, recused]] of [
    [people.second, titular],
    [people.substitute, substitute],
  ] as const) {
    if (here) play.do({ kind: 'attendance', jurorId: id, present: true });
    if (declared) play.do({ kind: 'declaration', jurorId: id, links: [] }, by(id));
    if (recused) play.do({ kind: 'recusal', jurorId: id, candidateId: anna.id, reason: 'Déport' }, by(id));
  }
  if (named) play.do({ kind: 'substitution', candidateIds: [anna.id], replaced: people.second, substitute: people.substitute });
  return play;
};

test('a member sits only when here, declared and not recused, and a named substitute takes the seat on the same terms', () => {
  let walked = 0;
  for (const titular of seatConditions)
    for (const substitute of seatConditions)
      for (const named of [true, false]) {
        const play = layRoom(titular, substitute, named);
        const who = seatTable.find((row) => row[0] === titular[3] && row[1] === substitute[3] && row[2] === named)?.[3];
        const seat = who === 'A' ? [people.second] : who === 'S' ? [people.substitute] : [];
        const where = `A ${titular.join()} S ${substitute.join()} named ${named}`;
        expect(play.of(anna).composition.sitting, where).toEqual([people.lead, people.first, ...seat]);
        for (const id of [people.second, people.substitute]) {
          const seated = seat.includes(id);
          const refusal = seat.length === 0 ? 'composition-invalid' : 'not-sitting';
          expect(play.answer(opinionAct(id, anna.id, bc01, 'validate'), by(id)), `${where} opinion of ${id}`).toBe(seated ? 'accepted' : refusal);
        }
        walked += 1;
      }
  // 8 states of A × 8 of the substitute × named or not.
  expect(walked).toBe(128);
});

test('a substitute named for several seats takes one of them only', () => {
  const letters = { P: people.first, A: people.second, L: people.lead, S: people.substitute };
  for (const [recused, replaced, sits] of namedTwice) {
    const play = new Branch(sittingOf([anna]));
    for (const [letter, id] of Object.entries(letters)) {
      play.do({ kind: 'attendance', jurorId: id, present: true });
      play.do({ kind: 'declaration', jurorId: id, links: recused.includes(letter) ? [{ ...quiet, candidateId: anna.id }] : [] }, by(id));
    }
    for (const [letter, id] of Object.entries(letters))
      if (replaced.includes(letter)) play.do({ kind: 'substitution', candidateIds: [anna.id], replaced: id, substitute: people.substitute });
    play.do({ kind: 'presidentDesignated', jurorId: people.first, rank: 'president' });
    const seated = new Set<JurorId>(play.of(anna).composition.sitting);
    expect(play.of(anna).composition.sitting, recused).toHaveLength(seated.size);
    expect(
      Object.entries(letters)
        .filter(([, id]) => seated.has(id))
        .map(([letter]) => letter)
        .sort()
        .join(''),
      recused,
    ).toBe(sits);
  }
});

const traits: Readonly<Record<string, Partial<Juror>>> = {
  x: { membership: 'external', itProfessional: true, qualified: true, pedagogicalLead: false },
  y: { membership: 'external', itProfessional: true, qualified: false, pedagogicalLead: false },
  o: { membership: 'external', itProfessional: false, qualified: false, pedagogicalLead: false },
  l: { membership: 'internal', itProfessional: false, qualified: false, pedagogicalLead: true },
  i: { membership: 'internal', itProfessional: false, qualified: true, pedagogicalLead: false },
};

/** The fiche as shipped, one whose compositions nobody has put as data, and one that forgets what the law asks of a VAE jury (D6412-6). */
const fiches = (['shipped', 'wordsOnly', 'forgetsTheLaw'] as const).map((which) => {
  const referential = seedReferential();
  const accessPaths = referential.accessPaths.map((terms) => {
    if (which === 'wordsOnly') return { ...terms, requires: null };
    if (which === 'shipped' || terms.path !== 'VAE') return terms;
    return { ...terms, requires: { members: 3, externals: 2, sector: true, pedagogicalLead: false, qualified: 0 } };
  });
  return [which, { ...referential, accessPaths }] as const;
});

test.each(fiches)('each access path asks for its own jury, and a path that the fiche closes has none (fiche %s)', (_, referential) => {
  const columns: readonly (readonly [AccessPath, 1 | 2 | 3 | 4])[] = [
    ['FI', 1],
    ['CA', 2],
    ['FC', 2],
    ['CQ', 2],
    ['VAE', 3],
    ['CL', 4],
  ];
  for (const row of pathTable)
    for (const [path, column] of columns) {
      const candidate = candidateOf('voie', { accessPath: path });
      const members = [...row[0]].map((letter, index) => jurorSchema.parse({ ...jury[0], ...traits[letter], id: jurorId.parse(`m${index}`) }));
      const play = new Branch({ ...sittingOf([candidate], { regulations: { quorum: 2 } }), referential, jurors: members });
      for (const { id } of members) play.do({ kind: 'attendance', jurorId: id, present: true }).do({ kind: 'declaration', jurorId: id, links: [] }, by(id));
      play.do({ kind: 'presidentDesignated', jurorId: jurorId.parse('m0'), rank: 'president' });
      const gaps = play.of(candidate).composition.gaps.map((gap) => gap.kind);
      const lacks = [...row[column]].map((letter) => gapOf[letter as keyof typeof gapOf]);
      if (path === 'CL') expect(gaps, `${row[0]} ${path}`).toEqual(expect.arrayContaining(lacks));
      else expect([...gaps].sort(), `${row[0]} ${path}`).toEqual(lacks.sort());
    }
});
