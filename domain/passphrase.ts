/** The fewest characters of a passphrase that protects the store. */
export const shortestPassphrase = 12;

/** Why a passphrase is refused: too short, one thing repeated, letters or keys in a row, what anybody would try first. */
export type PassphraseWeakness = 'short' | 'repeated' | 'sequence' | 'common';

const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789', 'azertyuiopqsdfghjklmwxcvbn', 'qwertyuiopasdfghjklzxcvbnm', 'qwertzuiopasdfghjklyxcvbnm'];
const runs = rows.flatMap((row) => [row, [...row].reverse().join('')]);
/** What a person in a hurry writes here, and the example that the screen shows. */
const usual = ['delibere', 'motdepasse', 'phrasedepasse', 'password', 'passphrase', 'brumetambouroseille', 'espacedetravail', 'certification', 'jury', 'admin'];

const lettersOf = (passphrase: string): string =>
  passphrase
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Whether a text is made of nothing but rows of three letters or more: abcdef123456. */
const isRuns = (text: string): boolean => {
  let rest = text;
  while (rest !== '') {
    let length = rest.length;
    while (length >= 3 && !runs.some((run) => run.includes(rest.slice(0, length)))) length -= 1;
    if (length < 3) return false;
    rest = rest.slice(length);
  }
  return text !== '';
};

/** What makes a passphrase trivially weak, or null; it measures nothing else. */
export const weaknessOf = (passphrase: string): PassphraseWeakness | null => {
  if ([...passphrase].length < shortestPassphrase) return 'short';
  const folded = passphrase.normalize('NFKC').toLowerCase();
  if (new Set(folded).size < 5 || /^(.+?)\1+$/su.test(folded)) return 'repeated';
  const letters = lettersOf(passphrase);
  if (isRuns(letters)) return 'sequence';
  const rest = usual.reduce((text, word) => text.replaceAll(word, ''), letters).replace(/\p{N}/gu, '');
  return rest.length < 4 && rest.length < letters.length ? 'common' : null;
};
