import { describe, expect, test } from 'vitest';
import { fixedRandom, namesakeRoot, testRoot } from '../../tests/fixtures/signed.ts';
import { createCode } from '../recovery/code.ts';
import { sealContent } from '../sealed/seal.ts';
import { pemOf, readRoot } from './certificate.ts';
import { openRootBackup, readRootBackup, sealRoot } from './root-backup.ts';

const code = createCode(fixedRandom('backup'));
const file = sealRoot(testRoot, code);
const text = Buffer.from(file).toString('utf8');
const codeOf = (bytes: Uint8Array | string): string => {
  const opened = openRootBackup(Buffer.from(bytes), code);
  return opened.ok ? 'opened' : opened.error.code;
};

describe('a backup of the root', () => {
  test('gives back the root under its code and no other', () => {
    const opened = openRootBackup(file, code);
    if (!opened.ok) throw new Error(opened.error.code);
    expect(Buffer.from(opened.value.privateKey).equals(testRoot.privateKey)).toBe(true);
    expect(Buffer.from(opened.value.certificate).equals(testRoot.certificate)).toBe(true);
    expect(openRootBackup(file, createCode(fixedRandom('another')))).toMatchObject({ ok: false, error: { code: 'recovery-code-wrong' } });
  });

  test('shows its certificate without the code, and neither the code nor the key', () => {
    expect(readRootBackup(file)).toMatchObject({ ok: true, value: { file: { organism: readRoot(testRoot.certificate).organism } } });
    for (const secret of [code, code.replaceAll('-', ''), Buffer.from(testRoot.privateKey).toString('base64').slice(40, 120)])
      expect(text).not.toContain(secret);
    expect(file.length).toBeLessThan(4096);
  });

  test('is refused when a character changed, its certificate given to another root or its organism renamed', () => {
    for (let place = 3; place < text.length - 3; place += 61) {
      const other = text[place] === 'A' ? 'B' : 'A';
      if (/\s/.test(text[place] ?? '')) continue;
      expect(codeOf(`${text.slice(0, place)}${other}${text.slice(place + 1)}`), `character ${place}`).not.toBe('opened');
    }
    const stranger = { ...(JSON.parse(text) as object), certificate: pemOf(namesakeRoot.certificate) };
    expect(codeOf(JSON.stringify(stranger))).toBe('recovery-code-wrong');
    expect(codeOf(text.replace('Organisme Exemple', 'Organisme Autre'))).toBe('root-backup-unreadable');
  });

  test('whose key is not that of its certificate is refused, even under the right code', () => {
    const head = { format: 'delibere-root', version: 1, organism: readRoot(testRoot.certificate).organism, certificate: pemOf(testRoot.certificate) };
    expect(codeOf(JSON.stringify({ ...head, ...sealContent(head, namesakeRoot.privateKey, code) }))).toBe('root-backup-unreadable');
    expect(codeOf(JSON.stringify({ ...head, ...sealContent(head, Buffer.from('no key'), code) }))).toBe('root-backup-unreadable');
  });

  test('is not read from anything else, however large', () => {
    for (const other of ['', '{}', 'null', text.slice(0, 900), text + ' '.repeat(100_000)]) expect(codeOf(other)).toBe('root-backup-unreadable');
  });
});
