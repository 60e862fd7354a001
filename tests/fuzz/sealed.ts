import { drawBase, sealMinute, type SealedMinute } from '../fixtures/signed.ts';

let made: Promise<readonly [SealedMinute, SealedMinute]> | null = null;

/** Two sealed minutes of two sessions, drawn once for every target that begins from them. */
export const sealedMinutes = (): Promise<readonly [SealedMinute, SealedMinute]> => {
  made ??= (async () =>
    [
      sealMinute(await drawBase(1)),
      sealMinute(await drawBase(1, (record) => ({ ...record, session: { ...record.session, number: '2026-JURY-08' } }))),
    ] as const)();
  return made;
};
