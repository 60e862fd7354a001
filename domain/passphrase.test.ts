import { describe, expect, test } from 'vitest';
import { weaknessOf, type PassphraseWeakness } from './passphrase.ts';

describe('a passphrase', () => {
  test.each<readonly [string, PassphraseWeakness]>([
    ['onze lettre', 'short'],
    ['é'.repeat(11), 'short'],
    ['aaaaaaaaaaaa', 'repeated'],
    ['            ', 'repeated'],
    ['AaAaAaAaAaAa', 'repeated'],
    ['secretsecret', 'repeated'],
    ['oui non oui non oui non ', 'repeated'],
    ['123456789012', 'sequence'],
    ['abcdefghijklm', 'sequence'],
    ['Azerty-123456', 'sequence'],
    ['poiuytreza987654', 'sequence'],
    ['délibéré2026', 'common'],
    ['Délibéré, délibéré.', 'common'],
    ['mot de passe 123', 'common'],
    ['brume-tambour-oseille-11', 'common'],
  ])('%s is refused: %s', (given, why) => {
    expect(weaknessOf(given)).toBe(why);
  });

  test.each(['une phrase assez longue', 'brume tambour genévrier 11', '8fK2-qz0P-wWm5', 'le délibéré du mardi pluvieux', '二十四の瞳はとても美しい'])(
    '%s is taken',
    (given) => {
      expect(weaknessOf(given)).toBe(null);
    },
  );
});
