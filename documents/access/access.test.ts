import { Decrypter } from 'age-encryption';
import { expect, test } from 'vitest';
import { bundleAccess } from './bundle.ts';
import { maskText, maskValue } from './mask.ts';

const members = [{ name: 'donnees.json', bytes: Buffer.from('{"a":1}') }];

test('the encrypted file opens under its phrase and holds the zip; under another it does not', async () => {
  const bytes = await bundleAccess(members, 'douze caractères au moins');
  const open = async (phrase: string): Promise<Uint8Array> => {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(phrase);
    return decrypter.decrypt(bytes);
  };
  expect(Buffer.from(await open('douze caractères au moins'))).toEqual(Buffer.from(await bundleAccess(members, null)));
  await expect(open('une autre phrase de passe')).rejects.toThrow();
});

test('a name is taken out as a whole word, in any case, and never inside another word', () => {
  const masks = [{ names: ['Essai', 'Youssef Essai'], by: '[autre personne]' }];
  expect(maskText('Comparé à YOUSSEF ESSAI, un essai ; essaimage, réessai', masks)).toBe(
    'Comparé à [autre personne], un [autre personne] ; essaimage, réessai',
  );
  expect(maskText('Le mot Li reste', [{ names: ['Li', ''], by: 'X' }])).toBe('Le mot Li reste');
  expect(maskText('a (b) Dr. No', [{ names: ['Dr. No'], by: 'X' }])).toBe('a (b) X');
  expect(maskValue({ note: ['Essai'], count: 3, none: null }, masks)).toEqual({ note: ['[autre personne]'], count: 3, none: null });
});
