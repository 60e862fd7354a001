import { ageErrors } from './age-errors.ts';
import { french } from './french.ts';
import { holderErrors } from './holder-errors.ts';
import { intakeErrors } from './intake.ts';
import { keyErrors } from './key-errors.ts';
import { notificationErrors } from './notification-errors.ts';
import { peopleErrors } from './people-errors.ts';
import { rectificationErrors } from './rectification-errors.ts';
import { retentionErrors } from './retention-errors.ts';
import { sittingErrors } from './sitting-errors.ts';
import { storeErrors } from './store-errors.ts';
import { storeKeyErrors } from './store-key-errors.ts';
import { transferErrors } from './transfer-errors.ts';
import { workErrors } from './work-errors.ts';

/** The facts of a failure: plain data. */
export type Facts = Readonly<Record<string, unknown>>;

/** A failure said to a person: what happened, what is safe, what to do next. */
export interface FailureWords {
  readonly happened: string;
  readonly safe: string;
  readonly next: string;
}

/** The sentence of one failure, from its facts. */
export type Say = (facts: Facts) => readonly [happened: string, safe: string, next: string];

/** The sentences of every code of the closed list. */
export const errorSentences: Readonly<Record<string, Say>> = {
  ...storeErrors,
  ...storeKeyErrors,
  ...workErrors,
  ...intakeErrors,
  ...peopleErrors,
  ...sittingErrors,
  ...rectificationErrors,
  ...retentionErrors,
  ...keyErrors,
  ...holderErrors,
  ...notificationErrors,
  ...ageErrors,
  ...transferErrors,
};

const unknown: Say = () => [
  'L’opération n’a pas abouti.',
  'Ce qui était enregistré le reste ; rien d’autre n’a été modifié.',
  'Recommencez. Si cela se reproduit, fermez puis rouvrez Délibéré.',
];

/** A failure said in three parts, in French typography. */
export const errorWords = (code: string, facts: Facts): FailureWords => {
  const say = Object.hasOwn(errorSentences, code) ? (errorSentences[code] ?? unknown) : unknown;
  const [happened, safe, next] = say(facts);
  return { happened: french(happened), safe: french(safe), next: french(next) };
};
