/** What makes the quality of a seat: civility, belonging, function. */
export interface Seated {
  readonly civility: 'Mme' | 'M.' | '';
  readonly membership: 'internal' | 'external';
  readonly pedagogicalLead: boolean;
  readonly seat: 'titular' | 'substitute';
}

const belonging = (juror: Seated): string => {
  if (juror.pedagogicalLead) return 'Responsable pédagogique';
  return juror.membership === 'external' ? 'Externe' : 'Interne';
};

/** The quality of a member in the room: "Présidente · externe", "Responsable pédagogique", "Suppléant · externe". */
export const rankWords = (juror: Seated, presides: boolean): string => {
  const woman = juror.civility === 'Mme';
  const rank = presides ? (woman ? 'Présidente' : 'Président') : juror.seat === 'substitute' ? (woman ? 'Suppléante' : 'Suppléant') : '';
  const own = belonging(juror);
  return rank === '' ? own : `${rank} · ${own.toLocaleLowerCase('fr')}`;
};
