import type { Act, Author } from '../../domain/act.ts';
import type { Beat } from './beat.ts';
import { blockOf, candidateOf, jurorOf, pinOf, type Cast } from './cast.ts';
import { Script } from './script.ts';

const juror = (cast: Cast, key: string) => ({ jurorId: jurorOf(cast, key), author: { kind: 'juror', jurorId: jurorOf(cast, key) } satisfies Author });

/** An absence at a block, taken back, and then an equivalence; another block gets an equivalence, taken back, and then an absence. */
const changeBlocks = (script: Script, cast: Cast, number: string): void => {
  const { sessionId } = cast;
  const candidateId = candidateOf(cast, number);
  const stateOf = (view: { readonly blocks: readonly { readonly code: string; readonly state: { readonly kind: string } }[] }, code: string) =>
    view.blocks.find((entry) => entry.code === code)?.state.kind;
  const absence = (rank: 2 | 3, absent: boolean): Act & { kind: 'blockAbsence' } => ({
    kind: 'blockAbsence',
    candidateId,
    block: blockOf(rank),
    absent,
    note: absent ? 'Sorti avant ce bloc.' : '',
  });
  const equivalence = (rank: 2 | 3): Act & { kind: 'equivalence' } => ({
    kind: 'equivalence',
    candidateId,
    block: blockOf(rank),
    from: 'RNCP34979BC01',
    reference: 'EQ-2026-001',
    on: '2026-01-15' as (Act & { kind: 'equivalence' })['on'],
    authority: 'Commission fictive',
  });
  const notAbsent = absence(3, false);
  const withdrawal: Act = { kind: 'equivalenceWithdrawn', candidateId, block: blockOf(2), reason: 'Mauvais bloc.' };
  const play =
    ({ kind, ...act }: Act & { kind: 'blockAbsence' }) =>
    ({ ask }: Parameters<Beat['play']>[0]) =>
      ask('sitting.blockAbsence', { sessionId, ...act });
  const bring =
    ({ kind, ...act }: Act & { kind: 'equivalence' }) =>
    ({ ask }: Parameters<Beat['play']>[0]) =>
      ask('sitting.equivalence', { sessionId, ...act } as Parameters<typeof ask<'sitting.equivalence'>>[1]);
  script.other(absence(3, true), play(absence(3, true)), (view) => stateOf(view, blockOf(3)) === 'absent');
  script.incident('Le candidat est revenu dans la salle.');
  script.undone(notAbsent, play(notAbsent), (view) => stateOf(view, blockOf(3)) !== 'absent');
  script.other(equivalence(3), bring(equivalence(3)), (view) => stateOf(view, blockOf(3)) === 'brought');
  script.other(equivalence(2), bring(equivalence(2)), (view) => stateOf(view, blockOf(2)) === 'brought');
  script.incident('Une équivalence a été notée sur un autre bloc.');
  script.undone(
    withdrawal,
    ({ ask }) => ask('sitting.withdrawEquivalence', { sessionId, candidateId, block: blockOf(2), reason: 'Mauvais bloc.' }),
    (view) => stateOf(view, blockOf(2)) !== 'brought',
  );
  script.other(absence(2, true), play(absence(2, true)), (view) => stateOf(view, blockOf(2)) === 'absent');
};

/** A recusal taken back, and a postponement lifted. */
const changeMinds = (script: Script, cast: Cast, number: string): void => {
  const { sessionId } = cast;
  const candidateId = candidateOf(cast, number);
  const { jurorId, author } = juror(cast, 'J3');
  const [reason, withdrawn] = ['Ancien collègue.', 'Un homonyme.'];
  script.other(
    { kind: 'recusal', jurorId, candidateId, reason },
    ({ ask }) => ask('room.recuse', { sessionId, jurorId, candidateId, reason }),
    ({ line }) => line.recusals.some((entry) => entry.jurorId === jurorId),
  );
  script.incident('Un membre s’est récusé par erreur.');
  script.undone(
    { kind: 'recusalWithdrawn', jurorId, candidateId, reason: withdrawn },
    ({ ask }) => ask('room.withdrawRecusal', { sessionId, jurorId, candidateId, reason: withdrawn, pin: pinOf(cast, jurorId) }),
    ({ line }) => !line.recusals.some((entry) => entry.jurorId === jurorId),
    author,
  );
  script.other(
    { kind: 'postponement', candidateId, cause: 'dossier', note: 'Une pièce manque.' },
    ({ ask }) => ask('sitting.postpone', { sessionId, candidateId, cause: 'dossier', note: 'Une pièce manque.' }),
    ({ postponed }) => postponed !== null,
  );
  script.incident('La pièce manquante a été apportée.');
  script.undone(
    { kind: 'postponementLifted', candidateId, reason: 'Pièce reçue.' },
    ({ ask }) => ask('sitting.liftPostponement', { sessionId, candidateId, reason: 'Pièce reçue.' }),
    ({ postponed }) => postponed === null,
  );
};

/** The scripted sitting: opening, defences, sealed opinions, two rounds, a reopening, changes of mind, closing, signatures, archive. */
export const writeSitting = (cast: Cast): readonly Beat[] => {
  const script = new Script(cast);
  const place = (number: string, rank: 1 | 2 | 3): void =>
    void script.draft('place', JSON.stringify({ candidateId: candidateOf(cast, number), block: blockOf(rank), away: [], at: '2026-03-17T09:00:00.000Z' }));
  for (const key of ['J1', 'J2', 'J3', 'S1']) script.attendance(key, true);
  script.designate('J2', 'president').designate('J3', 'deputy').declare('J1', []).declare('J2', []);
  script.declare('J3', [{ candidateId: candidateOf(cast, 'D-04'), kind: 'professional', note: 'Ancien encadrant.' }]).declare('S1', []);
  script.substitute('J3', 'S1', 'D-04').open();
  for (const number of ['D-06', 'D-07', 'D-08', 'D-09', 'D-11', 'D-13', 'D-14']) script.presence(number, 'absent', 'Appelé deux fois.');
  script.presence('D-12', 'excused', 'Justificatif reçu.').presence('D-01', 'present');
  for (const move of ['start', 'pause', 'resume', 'stop'] as const) script.timer('D-01', move);
  place('D-01', 1);
  script.opinion(['D-01', 1], 'J1', 1, 'validate', 'scellé-01 Ombeline doute').opinion(['D-01', 1], 'J2', 1, 'validate', 'scellé-02 Barnabé hésite');
  script.opinion(['D-01', 1], 'J3', 1, 'refuse', 'scellé-03 Capucine refuse').reveal(['D-01', 1], 1).decide(['D-01', 1], 'validated', 'Preuves suffisantes.');
  place('D-01', 2);
  script.opinion(['D-01', 2], 'J1', 1, 'validate', 'scellé-04 Donatien attend').opinion(['D-01', 2], 'J1', 1, 'refuse', 'scellé-05 Donatien change', true);
  script.opinion(['D-01', 2], 'J2', 1, 'refuse', 'scellé-06 Églantine note').opinion(['D-01', 2], 'J3', 1, 'validate', 'scellé-07 Fulbert pèse');
  script.reveal(['D-01', 2], 1).another(['D-01', 2], 2, 'Une pièce relue ensemble.');
  script.opinion(['D-01', 2], 'J1', 2, 'refuse', 'scellé-08 Gontran tranche').opinion(['D-01', 2], 'J2', 2, 'refuse', 'scellé-09 Hermine suit');
  script
    .opinion(['D-01', 2], 'J3', 2, 'refuse', 'scellé-10 Isidore cède')
    .reveal(['D-01', 2], 2)
    .decide(['D-01', 2], 'notValidated', 'Le plan n’est pas établi.');
  script.reopen(['D-01', 2], 'J2', 'Une compétence citée par erreur.').decide(['D-01', 2], 'validated', 'Après relecture.', 1);
  const { sessionId } = cast;
  const absent = { candidateId: candidateOf(cast, 'D-01'), block: blockOf(3), absent: true, note: 'Parti avant ce bloc.' };
  script.other(
    { kind: 'blockAbsence', ...absent },
    ({ ask }) => ask('sitting.blockAbsence', { sessionId, ...absent }),
    (view) => view.blocks[2]?.state.kind === 'absent',
  );
  script.presence('D-02', 'present');
  changeBlocks(script, cast, 'D-02');
  place('D-02', 1);
  script.opinion(['D-02', 1], 'J1', 1, 'validate', 'scellé-11 Jacinthe loue').opinion(['D-02', 1], 'J2', 1, 'validate', 'scellé-12 Léopold loue');
  script.attendance('J3', false).attendance('J3', true);
  script.opinion(['D-02', 1], 'J3', 1, 'validate', 'scellé-13 Mélisande loue').reveal(['D-02', 1], 1).decide(['D-02', 1], 'validated', 'Très bien.');
  script.presence('D-05', 'present');
  changeMinds(script, cast, 'D-05');
  place('D-05', 3);
  for (const [rank, key] of (['J1', 'J2', 'J3'] as const).entries()) script.opinion(['D-05', 3], key, 1, 'refuse', `scellé-${14 + rank} Norbert juge`);
  script.reveal(['D-05', 3], 1).decide(['D-05', 3], 'notValidated', 'Le budget manque.');
  script.presence('D-04', 'present');
  place('D-04', 1);
  for (const [rank, key] of (['J1', 'J2', 'S1'] as const).entries()) script.opinion(['D-04', 1], key, 1, 'validate', `scellé-${17 + rank} Ophélie juge`);
  script.reveal(['D-04', 1], 1).decide(['D-04', 1], 'validated', 'Conforme.');
  postpone(script, cast, 'D-04', 'other');
  script.presence('D-10', 'present');
  postpone(script, cast, 'D-10', 'entry');
  script.presence('D-03', 'present').reading('D-03', 'J1', 'Lu.').reading('D-03', 'J2', '').reading('D-03', 'J3', '');
  place('D-03', 1);
  // These opinions are never revealed: they stay sealed to the end of the session and after.
  script.opinion(['D-03', 1], 'J1', 1, 'refuse', 'scellé-20 Philémon réserve').opinion(['D-03', 1], 'J2', 1, 'validate', 'scellé-21 Quitterie réserve');
  postpone(script, cast, 'D-03', 'dossier');
  script.incident('Coupure de courant.').incident('Coupure de courant.').close().print();
  for (const key of ['J2', 'J1', 'J3', 'S1']) script.sign(key);
  return script.sign(null).archive().beats;
};

const postpone = (script: Script, cast: Cast, number: string, cause: 'other' | 'entry' | 'dossier'): void => {
  const { sessionId } = cast;
  const fields = { candidateId: candidateOf(cast, number), cause, note: 'La décision attendra.' };
  script.other(
    { kind: 'postponement', ...fields },
    ({ ask }) => ask('sitting.postpone', { sessionId, ...fields }),
    ({ postponed }) => postponed !== null,
  );
};
