import { expect, test } from 'vitest';
import { recordApp } from '../../tests/fixtures/machine.ts';
import { refuseCredentials } from './credentials.ts';

test('no password, no certificate of the person and no pardon for a faulty one is given', () => {
  const { part, emit } = recordApp();
  refuseCredentials(part);
  const asked = (event: string, ...before: unknown[]): { prevented: boolean; given: readonly unknown[] } => {
    let given: readonly unknown[] = ['unanswered'];
    const { prevented } = emit(event, {}, ...before, (...answer: unknown[]) => void (given = answer));
    return { prevented, given };
  };
  expect(asked('login', null, {}, { isProxy: true })).toEqual({ prevented: true, given: [] });
  expect(asked('select-client-certificate', null, 'https://example.org', [{ subjectName: 'one' }])).toEqual({ prevented: true, given: [] });
  expect(asked('certificate-error', null, 'https://example.org', 'net::ERR', {})).toEqual({ prevented: true, given: [false] });
});
