import { describe, expect, test } from 'vitest';
import { drawPlayed, playDay, playedCandidates } from '../tests/fixtures/played.ts';
import {
  comeBack,
  decideAgain,
  firstMinute,
  nameCorrection,
  openRectification,
  playRectified,
  playSealed,
  refusedBlock,
  sealPlay,
} from '../tests/fixtures/rectified.ts';
import { bc01, bc03, people, Play } from '../tests/fixtures/sitting.ts';
import type { Act } from './act.ts';
import { minuteNumber } from './minute.ts';
import { replayRecord } from './replay.ts';
import { replayWorking } from './replay-working.ts';
import { toldRecord } from './told.ts';

const { full, partial, none } = playedCandidates;
const first = { kind: 'juror', jurorId: people.first } as const;
const code = (play: Play, act: Act, author?: Parameters<Play['try']>[1]): string => {
  const tried = play.try(act, author);
  return tried.ok ? 'allowed' : tried.error.code;
};
const opening = { kind: 'rectificationOpened', rank: 1, reason: 'Erreur', original: firstMinute, previous: firstMinute } as const;
const reopening = { kind: 'reopening', candidateId: none.id, block: bc01, reason: 'Livrable retrouvé' } as const;

describe('a rectification', () => {
  test('opens on a sealed minute alone, with a reason, the next rank, the same first minute', () => {
    const play = playSealed();
    expect(code(play, { ...opening, reason: '' })).toBe('reason-missing');
    expect(code(play, { ...opening, rank: 2 })).toBe('forbidden');
    expect(code(play, { ...opening, previous: { ...firstMinute, sha256: 'f'.repeat(64) } })).toBe('forbidden');
    expect(code(play, opening, first)).toBe('forbidden');
    openRectification(play);
    expect(code(play, { ...opening, rank: 2 })).toBe('rectification-running');
    expect(play.state.phase).toBe('open');
    decideAgain(comeBack(play)).do({ kind: 'closed' });
    expect(code(play, { ...opening, rank: 2 })).toBe('minute-not-sealed');
    sealPlay(play, 2);
    expect(code(play, { ...opening, rank: 2, original: { ...firstMinute, sha256: 'f'.repeat(64) } })).toBe('forbidden');
    expect(code(play, { ...opening, rank: 2 })).toBe('allowed');
  });

  test('puts a name right, says what stood and what to read, and everything shows the latest', () => {
    const play = openRectification(playSealed()).do(nameCorrection);
    expect(play.of(full).candidate.familyName).toBe('Complète');
    expect(play.state.rectification?.changes).toMatchObject([{ kind: 'text', before: 'COMPLETE', after: 'Complète', reason: 'Accent et casse oubliés' }]);
    play.do({ ...nameCorrection, before: 'Complète', after: 'Complète-Exemple' });
    expect(play.state.rectification?.changes).toMatchObject([{ before: 'COMPLETE', after: 'Complète-Exemple' }]);
    play.do({ ...nameCorrection, before: 'Complète-Exemple', after: 'COMPLETE' });
    expect(play.state.rectification?.changes).toEqual([]);
    expect(code(play, { kind: 'closed' })).toBe('rectification-empty');
  });

  test('takes no correction that is stale, empty of sense, unfit, without reason, about nobody, or outside a rectification', () => {
    expect(code(playSealed(), nameCorrection)).toBe('rectification-absent');
    const play = openRectification(playSealed());
    expect(code(play, { ...nameCorrection, before: 'Autre' })).toBe('correction-stale');
    expect(code(play, { ...nameCorrection, after: 'COMPLETE' })).toBe('correction-changes-nothing');
    expect(code(play, { ...nameCorrection, reason: '' })).toBe('reason-missing');
    const born = { of: 'candidate', candidateId: full.id, field: 'birthDate' } as const;
    expect(code(play, { ...nameCorrection, where: born, before: '', after: '31/02/1990' })).toBe('correction-unfit');
    expect(code(play, { ...nameCorrection, where: { of: 'candidate', candidateId: full.id, field: 'givenName' }, before: 'Personne', after: '' })).toBe(
      'correction-unfit',
    );
    expect(code(play, { ...nameCorrection, where: { of: 'candidate', candidateId: full.id, field: 'number' }, before: full.number, after: none.number })).toBe(
      'duplicate-candidate',
    );
    const stranger = { ...nameCorrection.where, candidateId: 'inconnu' as typeof full.id };
    expect(code(play, { ...nameCorrection, where: stranger })).toBe('not-found');
    expect(code(play, nameCorrection, first)).toBe('forbidden');
  });

  test('takes a decision again only after a new round, by those who came back, on that block alone', () => {
    const play = openRectification(playSealed());
    expect(play.state.members.filter((member) => member.present)).toEqual([]);
    expect(code(play, reopening, first)).toBe('composition-invalid');
    comeBack(play).do(reopening, first);
    expect(code(play, { kind: 'closed' })).toBe('block-undecided');
    const decision = {
      kind: 'decision',
      candidateId: none.id,
      block: bc01,
      outcome: 'validated',
      reason: '',
      recommendation: '',
      competencies: [],
    } satisfies Act;
    expect(code(play, decision)).toBe('round-not-revealed');
    play.do({ kind: 'round', candidateId: none.id, block: bc01, round: 2, reason: 'Relecture' }).round(none, bc01, ['validate']).do(decision);
    expect(play.of(none).outcome.kind).toBe('partial');
    expect(play.state.rectification?.changes.map(({ kind }) => kind)).toEqual(['block', 'outcome', 'total', 'total']);
    expect(
      code(play, { kind: 'decision', candidateId: partial.id, block: refusedBlock, outcome: 'validated', reason: '', recommendation: '', competencies: [] }),
    ).toBe('rectification-only');
  });

  test('has as many rounds as the regulations allow, not counting those of the session', () => {
    const play = openRectification(playSealed({ regulations: { rounds: 2 } }));
    comeBack(play).do(reopening, first);
    play.do({ kind: 'round', candidateId: none.id, block: bc01, round: 2, reason: 'Relecture' }).round(none, bc01, ['refuse']);
    play.do({ kind: 'round', candidateId: none.id, block: bc01, round: 3, reason: 'Encore' }).round(none, bc01, ['refuse']);
    expect(code(play, { kind: 'round', candidateId: none.id, block: bc01, round: 4, reason: 'Encore' })).toBe('round-not-allowed');
  });

  test('touches nothing else: no presence, postponement, equivalence, nor another candidate', () => {
    const play = openRectification(playSealed());
    const on = { candidateId: partial.id } as const;
    for (const act of [
      { kind: 'presence', ...on, presence: 'present', note: '' },
      { kind: 'postponement', ...on, cause: 'other', note: 'Note' },
      { kind: 'blockAbsence', ...on, block: bc03, absent: false, note: '' },
      { kind: 'recusal', ...on, jurorId: people.substitute, reason: 'Lien' },
      { kind: 'substitution', candidateIds: [partial.id], replaced: people.second, substitute: people.substitute },
    ] as const satisfies readonly Act[])
      expect([act.kind, code(play, act)]).toEqual([act.kind, 'rectification-only']);
  });

  test('leaves the juries and recusals of the other candidates as they were at the closing', () => {
    const sealed = playSealed();
    const before = sealed.state.candidates.map(({ composition, recusals }) => ({ composition, recusals }));
    const play = decideAgain(comeBack(openRectification(sealed))).do({ kind: 'closed' });
    const after = play.state.candidates.map(({ composition, recusals }) => ({ composition, recusals }));
    const place = play.state.candidates.findIndex(({ candidate }) => candidate.id === none.id);
    expect(after.toSpliced(place, 1)).toEqual(before.toSpliced(place, 1));
  });

  test('is given up with a reason while nothing was decided again, and nothing of it stays', () => {
    const sealed = playSealed();
    const before = drawPlayed(sealed).record;
    const play = openRectification(sealed).do(nameCorrection).do({ kind: 'incident', text: 'Noté par erreur.' });
    expect(code(play, { kind: 'rectificationWithdrawn', reason: '' })).toBe('reason-missing');
    play.do({ kind: 'rectificationWithdrawn', reason: 'Rien à rectifier' });
    expect(play.state.phase).toBe('sealed');
    // The acts and the chain go on, and the members who were there at the closing have left since.
    const told = ({ acts: _, chain: __, ...rest }: typeof before) => ({ ...rest, members: rest.members.map(({ attendance: ___, ...member }) => member) });
    expect(told(drawPlayed(play).record)).toEqual(told(before));
    comeBack(openRectification(play)).do(reopening, first);
    expect(code(play, { kind: 'rectificationWithdrawn', reason: 'Trop tard' })).toBe('rectification-decides');
  });

  test('a link found since recuses a member who decided: the decision is taken again by others, or the rectification given up', () => {
    const recusal = { kind: 'recusal', jurorId: people.first, candidateId: none.id, reason: 'Lien découvert' } as const;
    const play = comeBack(openRectification(playSealed())).do({ kind: 'attendance', jurorId: people.substitute, present: true }).do(nameCorrection);
    play.do(recusal, first);
    expect(code(play, { kind: 'closed' })).toBe('decision-by-recused');
    const given = new Play(play.sitting);
    given.acts.push(...play.acts);
    given.do({ kind: 'rectificationWithdrawn', reason: 'Le jury ne peut se réunir' });
    expect(given.of(none).recusals).toEqual([]);
    expect(code(play, { ...recusal, candidateId: partial.id, jurorId: people.substitute }, { kind: 'juror', jurorId: people.substitute })).toBe(
      'rectification-only',
    );
    expect(code(play, reopening, first)).toBe('composition-invalid');
    play.do({ kind: 'substitution', candidateIds: [none.id], replaced: people.first, substitute: people.substitute });
    play.do({ kind: 'presidentDesignated', jurorId: people.second, rank: 'deputy' });
    const second = { kind: 'juror', jurorId: people.second } as const;
    expect(code(play, reopening, first)).toBe('not-president');
    play.do(reopening, second).do({ kind: 'round', candidateId: none.id, block: bc01, round: 2, reason: 'Autre jury' });
    play.round(none, bc01, ['refuse']).refuse(none, bc01).do({ kind: 'closed' });
    expect(play.of(none).blocks[0]?.state).toMatchObject({ decision: { members: [people.lead, people.substitute, people.second], president: people.second } });
  });

  test('a link told by mistake and taken back leaves the jury of the closing', () => {
    const play = comeBack(openRectification(playSealed())).do(nameCorrection);
    const before = play.of(none).composition;
    const recusal = { jurorId: people.first, candidateId: none.id, reason: 'Homonyme' } as const;
    play.do({ kind: 'recusal', ...recusal }, first).do({ kind: 'recusalWithdrawn', ...recusal }, first);
    play.do({ kind: 'attendance', jurorId: people.second, present: false }).do({ kind: 'closed' });
    expect(play.of(none).composition).toEqual(before);
  });

  test('whoever presides now reopens, where the one who presided does not come back', () => {
    const play = openRectification(playSealed());
    for (const jurorId of [people.lead, people.second, people.substitute]) play.do({ kind: 'attendance', jurorId, present: true });
    expect(code(play, reopening, first)).toBe('composition-invalid');
    comeBack(play);
    expect(code(play, reopening, { kind: 'juror', jurorId: people.second })).toBe('not-president');
    expect(code(play, reopening, first)).toBe('allowed');
  });

  test('erases no decision: nothing is reopened that could not be decided, of a candidate postponed since', () => {
    const day = playDay();
    const closing = day.acts.pop();
    day.do({ kind: 'blockAbsence', candidateId: partial.id, block: bc03, absent: false, note: '' });
    day.do({ kind: 'postponement', candidateId: partial.id, cause: 'other', note: 'Dossier à compléter' });
    if (closing) day.do(closing.act);
    const play = comeBack(openRectification(sealPlay(day, 1)));
    expect(code(play, { ...reopening, candidateId: partial.id, block: refusedBlock }, first)).toBe('candidate-postponed');
  });

  test('gives nobody the number that was another candidate’s, even through a third one', () => {
    const play = openRectification(playSealed());
    const number = { ...nameCorrection, where: { of: 'candidate', candidateId: full.id, field: 'number' } } as const;
    play.do({ ...number, before: full.number, after: 'provisoire' });
    const other = { ...number, where: { ...number.where, candidateId: none.id }, before: none.number };
    expect(code(play, { ...other, after: full.number })).toBe('duplicate-candidate');
    expect(code(play, { kind: 'presidentDesignated', jurorId: people.second, rank: 'deputy' })).toBe('rectification-only');
  });

  test('given up, leaves its words in no record, and the sealed minute with its signatures', () => {
    const sealed = playSealed();
    const { printing } = sealed.state;
    const play = openRectification(sealed).do({ kind: 'incident', text: 'Phrase à ne garder nulle part.' });
    play.do({ ...nameCorrection, after: 'Erreur-Passagère' }).do({ kind: 'rectificationWithdrawn', reason: 'Ouverte par erreur' });
    expect(play.state.printing).toEqual(printing);
    openRectification(play).do(nameCorrection).do({ kind: 'closed' });
    const { text } = drawPlayed(play);
    for (const words of ['Phrase à ne garder', 'Erreur-Passagère']) expect(text).not.toContain(words);
    expect(replayRecord(toldRecord.parse(JSON.parse(text))).differences).toEqual([]);
    expect(replayWorking(toldRecord.parse(JSON.parse(text)), play.acts)).toMatchObject({ refused: [], sameActs: true });
  });

  test('is signed anew by every member who decided, a refusal of the first minute forgotten', () => {
    const play = playRectified();
    expect(play.state.unable).toEqual([]);
    const signers = play.state.members.filter((member) => member.decided).map((member) => member.juror.id);
    expect(signers).toEqual([people.lead, people.first, people.second, people.substitute]);
    sealPlay(play, 2);
    expect(play.state.phase).toBe('sealed');
  });
});

describe('the record of a rectified session', () => {
  const replay = (text: string) => replayRecord(toldRecord.parse(JSON.parse(text))).differences;

  test('bears the number of its rank and tells every change, those that follow included', () => {
    const { record } = drawPlayed(playRectified());
    expect(minuteNumber(record)).toBe('2026-JOUE-01-R1');
    expect(record.rectification).toMatchObject({ rank: 1, original: firstMinute, reason: 'Erreurs relevées après la session' });
    expect(record.rectification?.changes.map((change) => (change.kind === 'text' ? `${change.where.of} ${change.where.field}` : change.kind))).toEqual([
      'candidate familyName',
      'candidate birthDate',
      'member quality',
      'session place',
      'block',
      'outcome',
      'incident',
      'total',
      'total',
    ]);
    const totals = record.rectification?.changes.flatMap((change) => (change.kind === 'total' ? [[change.figure, change.before, change.after]] : []));
    expect(totals).toEqual([
      ['partial', 0, 1],
      ['none', 2, 1],
    ]);
  });

  test('is replayed without a difference, and each lie in it is one', () => {
    const { text, record } = drawPlayed(playRectified());
    expect(replay(text)).toEqual([]);
    const lie = (change: (value: typeof record) => void): string[] => {
      const value = structuredClone(record);
      change(value);
      return replay(JSON.stringify(value)).map((difference) => JSON.stringify(difference));
    };
    const told = (value: typeof record) => value.rectification ?? expect.unreachable('rectified');
    expect(lie((value) => void told(value).changes.pop())).toEqual(['{"kind":"session","part":"rectification"}']);
    expect(lie((value) => void ((told(value) as { reason: string }).reason = 'Autre'))).toEqual(['{"kind":"session","part":"rectification"}']);
    expect(lie((value) => void ((value.candidates[0] as { familyName: string }).familyName = 'Autre'))).not.toEqual([]);
    expect(lie((value) => void ((value.session as { place: string }).place = 'Ailleurs'))).toEqual(['{"kind":"session","part":"header"}']);
    expect(
      lie((value) =>
        value.acts.splice(
          value.acts.findIndex(({ act }) => act.kind === 'rectificationOpened'),
          1,
        ),
      ),
    ).not.toEqual([]);
  });

  test('holds against the whole journal: each decision on the opinions of its own final round, the one taken again on its new one', () => {
    const play = playRectified();
    const { text } = drawPlayed(play);
    const told = toldRecord.parse(JSON.parse(text));
    const { decisions, refused, sameActs } = replayWorking(told, play.acts);
    expect([refused, sameActs]).toEqual([[], true]);
    expect(decisions.filter(({ fault }) => fault !== null)).toEqual([]);
    const again = play.acts.findLastIndex(({ act }) => act.kind === 'round');
    const without = play.acts.filter(({ act }, rank) => rank < again || !['round', 'opinion', 'reveal'].includes(act.kind));
    expect(replayWorking(told, without).decisions.at(-1)).toMatchObject({ number: none.number, block: bc01, fault: 'round-not-revealed' });
  });
});
