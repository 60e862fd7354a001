import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { demonstrationCodes, demonstrationPassphrase } from '../words/demonstration.ts';

interface Name {
  readonly civility?: string;
  readonly givenName: string;
  readonly familyName: string;
}

interface Scenario {
  readonly passphrase: string;
  readonly leadPin: string;
  readonly officer: Name & { readonly pin: string };
  readonly jurors: readonly { readonly pin: string; readonly fields: Name }[];
}

const say = (person: Name, code: string): string => [person.civility, person.givenName, person.familyName, code].filter(Boolean).join(' ');

test('the codes told to whoever tries the demonstration are those that it is played with', () => {
  const day = JSON.parse(readFileSync(new URL('../assets/demo/scenario.json', import.meta.url), 'utf8')) as Scenario;
  const played = [...day.jurors.map((juror) => say(juror.fields, juror.pin)), `Responsable pédagogique ${day.leadPin}`, say(day.officer, day.officer.pin)];
  expect(demonstrationCodes.map(({ name, code }) => `${name} ${code}`)).toEqual(played);
  expect(demonstrationPassphrase).toBe(day.passphrase);
});
