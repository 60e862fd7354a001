import { expect, test } from 'vitest';
import { Branch, decisionAct, opinionAct } from '../tests/fixtures/branch.ts';
import { bc01, candidateOf, jury, people, sittingOf } from '../tests/fixtures/sitting.ts';
import type { JurorId } from './ids.ts';
import { counted, opinionOf, opinionTable, roundTable, tieRules } from './tables/opinions.ts';
import { deputies, gapOf, roomTable, seatOrders } from './tables/rooms.ts';

type Letter = 'P' | 'A' | 'L' | 'S';
type Row = (typeof roomTable)[number];
type Cell = Row[3 | 4 | 5];
type Rule = 'collegial' | 'majority';

const anna = candidateOf('anna');
const idOf: Readonly<Record<Letter, JurorId>> = { P: people.first, A: people.second, L: people.lead, S: people.substitute };
const lettersOf = (text: string) => [...text] as Letter[];
const jurorOf = (letter: Letter) => jury.filter((juror) => juror.id === idOf[letter]);
const rules: readonly Rule[] = ['collegial', 'majority'];

/** One room of the table, with its seats laid in the order given. */
const layRoom = ([recused, replaced]: Row, deputy: '' | Letter, order: (typeof seatOrders)[number], tie: (typeof tieRules)[number], rule: Rule): Branch => {
  const sitting = sittingOf([anna], { regulations: { tie, decisionRule: rule, abstention: 'allowed' } });
  const play = new Branch({ ...sitting, jurors: [...lettersOf(order).flatMap(jurorOf), ...jurorOf('S')] });
  for (const letter of ['P', 'A', 'L', 'S'] as const) {
    const links = recused.includes(letter) ? [{ candidateId: anna.id, kind: 'professional' as const, note: '' }] : [];
    play.do({ kind: 'attendance', jurorId: idOf[letter], present: true });
    play.do({ kind: 'declaration', jurorId: idOf[letter], links }, { kind: 'juror', jurorId: idOf[letter] });
  }
  play.do({ kind: 'presidentDesignated', jurorId: people.first, rank: 'president' });
  if (deputy !== '') play.do({ kind: 'presidentDesignated', jurorId: idOf[deputy], rank: 'deputy' });
  if (replaced !== '') play.do({ kind: 'substitution', candidateIds: [anna.id], replaced: idOf[replaced], substitute: people.substitute });
  return play.do({ kind: 'opened' }).present(anna) as Branch;
};

/** What the row says of a room, in the order of its seats. */
const expectedRoom = (row: Row, cell: Cell, order: string) => {
  const [presides = '-', lacks = ''] = cell.split(':');
  const bySeat = new Map(lettersOf('PAL').map((seat, index) => [seat, row[2].charAt(index)]));
  return {
    sitting: lettersOf(order).flatMap((seat) => (bySeat.get(seat) === '-' ? [] : idOf[bySeat.get(seat) as Letter])),
    president: presides === '-' ? null : idOf[presides as Letter],
    gaps: [...lacks].map((letter) => gapOf[letter as keyof typeof gapOf]).sort(),
  };
};

const roomIn = (play: Branch) => {
  const { sitting, president, gaps } = play.of(anna).composition;
  return { sitting, president, gaps: gaps.map((gap) => gap.kind).sort() };
};

const opinionBy = (jurorId: JurorId, value: 'validate' | 'refuse' | 'abstain', round = 1) => opinionAct(jurorId, anna.id, bc01, value, round);
const by = (jurorId: JurorId) => ({ kind: 'juror', jurorId }) as const;
const reveal = (round: number) => ({ kind: 'reveal', candidateId: anna.id, block: bc01, round }) as const;
const decisionsOn = (play: Branch) => ({
  validated: decisionAct(play.sitting, anna.id, bc01, 'validated'),
  notValidated: decisionAct(play.sitting, anna.id, bc01, 'notValidated'),
});

/** The acts of the table that an invalid jury lets pass: none is the promise. */
const passedByInvalid = (play: Branch, triple: string): string[] => {
  const seats = play.of(anna).composition.sitting;
  const values = [...triple].map((letter) => opinionOf[letter as keyof typeof opinionOf]);
  const acts = [...values.map((value, index) => opinionBy(seats[index] ?? people.first, value)), reveal(1), ...Object.values(decisionsOn(play))];
  return acts
    .map((act) => [act.kind, play.answer(act, act.kind === 'opinion' ? by(act.jurorId) : undefined)].join(' '))
    .filter((line) => !line.endsWith('composition-invalid'));
};

/** What the record keeps of a decision: the outcome, the rule by its name alone, who sat and who presided. */
const keptOf = (play: Branch, outcome: 'validated' | 'notValidated') => {
  const state = play.fork().do(decisionsOn(play)[outcome]).of(anna).blocks[0]?.state;
  if (state?.kind !== outcome) return state?.kind;
  const { rule, members, president } = state.decision;
  return { rule, members, president };
};

/** Who may take a decision again, of the four people in the room. */
const mayReopen = (play: Branch): JurorId[] => {
  const decided = play.fork().do(decisionsOn(play).validated) as Branch;
  return Object.values(idOf).filter(
    (id) => decided.answer({ kind: 'reopening', candidateId: anna.id, block: bc01, reason: 'Pièce oubliée' }, by(id)) === 'accepted',
  );
};

/** What differs from the table once three opinions have been revealed. */
const differences = (play: Branch, code: keyof typeof counted): string[] => {
  const found: string[] = [];
  const mustBe = (what: string, told: unknown, expected: unknown): void => {
    if (JSON.stringify(told) !== JSON.stringify(expected)) found.push(`${what}: ${JSON.stringify(told)}, not ${JSON.stringify(expected)}`);
  };
  const round = play.of(anna).blocks[0]?.rounds[0];
  const expected = counted[code];
  mustBe('count', round?.kind === 'revealed' && round.result, expected);
  const { validated, notValidated } = decisionsOn(play);
  const { sitting: members, president } = play.of(anna).composition;
  const kept = { rule: play.sitting.regulations.decisionRule, members, president };
  if (play.sitting.regulations.decisionRule === 'collegial') {
    mustBe('validated together', play.answer(validated), 'accepted');
    mustBe('refused together', play.answer(notValidated), 'accepted');
    for (const outcome of ['validated', 'notValidated'] as const) mustBe(`${outcome}, as kept`, keptOf(play, outcome), kept);
    mustBe('taken again by', mayReopen(play), [president]);
    return found;
  }
  if (!('value' in expected)) {
    for (const decision of [validated, notValidated]) mustBe(`${decision.outcome} without a result is refused`, play.answer(decision) !== 'accepted', true);
    const again = play.fork();
    again.do({ kind: 'round', candidateId: anna.id, block: bc01, round: 2, reason: 'Discussion' });
    for (const decision of [validated, notValidated]) mustBe(`${decision.outcome} in the second round`, again.answer(decision), 'round-not-revealed');
    for (const id of again.of(anna).composition.sitting) again.do(opinionBy(id, 'validate', 2), by(id));
    again.do(reveal(2));
    mustBe('validated after another round', again.answer(validated), 'accepted');
    mustBe('refused after another round', again.answer(notValidated), 'decision-differs-from-count');
    return found;
  }
  const [bound, other] = expected.value === 'validate' ? [validated, notValidated] : [notValidated, validated];
  mustBe('what the count binds to', play.answer(bound), 'accepted');
  mustBe('what the count binds to, as kept', keptOf(play, bound.outcome), kept);
  mustBe('the contrary', play.refusal(other), { code: 'decision-differs-from-count', facts: { rule: expected.kind } });
  return found;
};

/** The 27 ways of three opinions, each given alone and then revealed; the president's is the first letter. */
const giveEvery = (play: Branch, members: readonly JurorId[], given: string, check: (revealed: Branch, triple: string) => void): void => {
  const next = members[given.length];
  if (next === undefined) return check(play.fork().do(reveal(1)) as Branch, given);
  if (play.answer(reveal(1)) !== 'round-not-complete') throw new Error(`revealed after ${given.length} opinions`);
  for (const letter of ['v', 'r', 'a'] as const)
    giveEvery(play.fork().do(opinionBy(next, opinionOf[letter]), by(next)) as Branch, members, given + letter, check);
};

test('every combination of opinions, recusals, president, substitute, deputy, seat and tie rule gives what the tables say', () => {
  const faults: string[] = [];
  let walked = 0;
  for (const order of seatOrders)
    for (const [column, tie] of tieRules.entries())
      for (const rule of rules)
        for (const row of roomTable)
          for (const [rank, deputy] of deputies.entries()) {
            const play = layRoom(row, deputy, order, tie, rule);
            const cell = row[(3 + rank) as 3 | 4 | 5];
            const where = `${order} ${tie} ${rule} recused ${row[0]} for ${row[1]} deputy ${deputy}`;
            const expected = expectedRoom(row, cell, order);
            expect(roomIn(play), where).toEqual(expected);
            if (expected.gaps.length === 0) {
              const codes = new Map(opinionTable.map((line) => [line[0] as string, line[(1 + column) as 1 | 2 | 3]]));
              const members = [...expected.sitting].sort((one, other) => Number(other === expected.president) - Number(one === expected.president));
              giveEvery(play, members, '', (revealed, triple) => {
                const code = codes.get(triple);
                walked += 1;
                faults.push(...(code ? differences(revealed, code) : ['not in the table']).map((fault) => `${where} ${triple}: ${fault}`));
              });
              continue;
            }
            for (const [triple] of opinionTable) {
              walked += 1;
              faults.push(...passedByInvalid(play, triple).map((fault) => `${where} ${triple}: ${fault}`));
            }
            play.do({ kind: 'postponement', candidateId: anna.id, cause: 'composition', note: 'Jury incomplet' });
            expect(play.of(anna).outcome, where).toMatchObject({ kind: 'postponed', cause: 'composition' });
          }
  expect(faults).toEqual([]);
  // 27 ways of three opinions × 23 rooms × 3 deputies × 3 orders of the seats × 3 tie rules × 2 decision rules:
  // 27 × 23 = 621, × 3 = 1863, × 3 = 5589, × 3 = 16 767, × 2 = 33 534.
  expect(walked).toBe(33_534);
});

test('where abstention is forbidden it is refused at the opinion, whoever abstains and in whatever company', () => {
  let refused = 0;
  for (const [triple] of opinionTable) {
    const play = new Branch(sittingOf([anna])).open().present(anna) as Branch;
    const seats = play.of(anna).composition.sitting;
    const answers = [...triple].map((letter, index) => {
      const act = opinionBy(seats[index] ?? people.first, opinionOf[letter as keyof typeof opinionOf]);
      const answer = play.answer(act, by(act.jurorId));
      if (answer === 'accepted') play.do(act, by(act.jurorId));
      return answer;
    });
    expect(answers, triple).toEqual([...triple].map((letter) => (letter === 'a' ? 'abstention-forbidden' : 'accepted')));
    expect(play.answer(reveal(1)), triple).toBe(triple.includes('a') ? 'round-not-complete' : 'accepted');
    if (triple.includes('a')) refused += 1;
  }
  // 27 triples less the 2 × 2 × 2 without an abstention.
  expect(refused).toBe(19);
});

test('another round is held within the number of the regulations, or because the jury has changed', () => {
  for (const [rounds, revealed, changed, may] of roundTable) {
    const play = new Branch(sittingOf([anna], { regulations: { rounds } }));
    play.open([people.lead, people.first, people.second, people.substitute]).present(anna);
    for (let round = 1; round <= revealed; round += 1) {
      if (round > 1) play.do({ kind: 'round', candidateId: anna.id, block: bc01, round, reason: 'Discussion' });
      play.round(anna, bc01, ['refuse']);
    }
    if (changed) {
      play.do({ kind: 'attendance', jurorId: people.second, present: false });
      play.do({ kind: 'substitution', candidateIds: [anna.id], replaced: people.second, substitute: people.substitute });
    }
    const next = play.answer({ kind: 'round', candidateId: anna.id, block: bc01, round: revealed + 1, reason: 'Discussion' });
    expect(next, `${revealed} of ${rounds}, changed ${changed}`).toBe(may ? 'accepted' : 'round-not-allowed');
  }
});
