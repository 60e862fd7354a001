import type { RequestInput, RequestName, RequestOutput } from '../../domain/contract.ts';
import type { Desk } from '../../requests/desk.ts';

/** Asks a desk, and throws when it refuses: a bench measures what was done. */
export const ask = async <Name extends RequestName>(desk: Desk, name: Name, input: RequestInput<Name>): Promise<RequestOutput<Name>> => {
  const answer = await desk.ask(name, input);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code} ${JSON.stringify(answer.error.facts)}`);
  return answer.value;
};

/** Waits for the end of a long work, asking again every so many milliseconds. */
export const waitFor = async (desk: Desk, work: string, pause: number): Promise<void> => {
  for (;;) {
    const state = await ask(desk, 'work.get', { work });
    if (state.kind === 'done') return;
    if (state.kind === 'failed') throw new Error(`${state.error.code} ${JSON.stringify(state.error.facts)}`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
};
