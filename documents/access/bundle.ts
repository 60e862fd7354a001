import { Encrypter } from 'age-encryption';
import { bundleLetters } from '../letters/bundle.ts';

/** One member of the zip that is handed over. */
export interface AccessMember {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The zip of a person's data, encrypted in the age format when a phrase is given: `age -d` opens it. */
export const bundleAccess = async (members: readonly AccessMember[], phrase: string | null): Promise<Uint8Array> => {
  const zip = await bundleLetters(members);
  if (phrase === null) return zip;
  const encrypter = new Encrypter();
  encrypter.setPassphrase(phrase);
  return encrypter.encrypt(zip);
};
