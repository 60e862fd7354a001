import type { ReactNode } from 'react';
import { idleMinutes } from '../../domain/lock.ts';
import { lockWords } from '../../words/lock.ts';
import { useRead, useWrite } from '../store/request.ts';
import { Select } from './choice.tsx';
import { FailureNotice } from './notice.tsx';

const offered = idleMinutes.options.map(({ value }) => value);

/** The choice of the time without a key or a pointer after which the store locks itself. */
export const LockSelect = (): ReactNode => {
  const { reading, reload } = useRead('lock.setting', {});
  const { run, failure } = useWrite();
  if (reading.kind !== 'ready') return null;
  const choose = async (text: string): Promise<void> => {
    const minutes = idleMinutes.safeParse(Number(text));
    if (minutes.success && (await run('lock.set', { minutes: minutes.data })).ok) await reload();
  };
  return (
    <>
      <Select
        label={lockWords.setting}
        value={`${reading.value.minutes}`}
        options={offered.map((minutes) => ({ value: `${minutes}`, label: lockWords.after(minutes) }))}
        onChange={(text) => void choose(text)}
      />
      <FailureNotice failure={failure} />
    </>
  );
};
