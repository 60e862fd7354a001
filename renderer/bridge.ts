import type { RequestInput, RequestName, RequestOutput } from '../domain/contract.ts';
import type { Result } from '../domain/errors.ts';
import { harmlessAll } from '../domain/harmless.ts';
import { noteAsked } from './store/last-read.ts';

/** What the preload exposes: the names of the contract, and events without content of their own. */
export interface Bridge {
  readonly ask: (name: RequestName, input: unknown) => Promise<Result<unknown>>;
  readonly on: (event: string, callback: (detail: unknown) => void) => () => void;
}

declare global {
  interface Window {
    readonly delibere: Bridge;
  }
}

/**
 * Asks one line of the contract; an expected failure is a value, with its code and facts. No text of an answer turns or hides what is around it on any screen, whoever
 * wrote it: a file of strangers, a carried session, an archive being read.
 */
export const ask = async <Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<Result<RequestOutput<Name>>> => {
  const answered = noteAsked(name, input);
  const answer = harmlessAll(await window.delibere.ask(name, input)) as Result<RequestOutput<Name>>;
  answered(answer.ok ? answer.value : undefined);
  return answer;
};

/** Listens to an event of the machine ("file-dropped", "menu"); the returned function stops it. */
export const listen = (event: string, callback: (detail: unknown) => void): (() => void) =>
  window.delibere.on(event, (detail) => callback(harmlessAll(detail)));
