import { describe, expect, it } from 'vitest';
import { recordText } from '../../domain/minute.ts';
import { buildRecord } from '../../tests/fixtures/record.ts';
import { attempt } from './refusal.ts';
import { readRecord } from './verify.ts';

const record = buildRecord({ candidates: 2, familyName: 'Mar\uFFFDchal' });
const bytes = Buffer.from(recordText(record), 'utf8');
const refusal = (given: Buffer): string => {
  const read = attempt(() => readRecord(given), 'unexpected');
  return read.ok ? 'none' : read.refusal.rule;
};

describe('the bytes of a record', () => {
  it('are read when they are those that the program writes', () => expect(readRecord(bytes)).toEqual(record));

  it('are refused when a letter is no UTF-8, even one that is then read as the letter written', () => {
    const at = bytes.indexOf('\uFFFD');
    const bad = Buffer.concat([bytes.subarray(0, at), Buffer.of(0xff), bytes.subarray(at + 3)]);
    expect(bad.toString('utf8')).toBe(bytes.toString('utf8'));
    expect(refusal(bad)).toBe('record-shape');
  });

  it.each([
    ['a space more', (text: string) => text.replace('": "', '":  "')],
    ['a mark of order', (text: string) => `\uFEFF${text}`],
    ['no last line end', (text: string) => text.trimEnd()],
    [
      'keys in another order',
      (text: string) => text.replace('"format": "delibere-session",\n  "version": 1,', '"version": 1,\n  "format": "delibere-session",'),
    ],
    ['an escape for a letter', (text: string) => text.replace('é', '\\u00e9')],
    ['a key twice', (text: string) => text.replace('"version": 1,', '"version": 1,\n  "version": 1,')],
  ])('are refused with %s', (_, alter) => {
    const altered = alter(bytes.toString('utf8'));
    expect(altered).not.toBe(bytes.toString('utf8'));
    expect(refusal(Buffer.from(altered, 'utf8'))).toBe('record-shape');
  });
});
