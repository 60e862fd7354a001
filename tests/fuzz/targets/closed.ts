import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { createKeys, openKeys } from '../../../db/keys.ts';
import { AgeRefusal, decryptFile, encryptFile } from '../../../documents/age/age.ts';
import { openOwn } from '../../../documents/signature/own.ts';
import { openRootBackup, sealRoot } from '../../../documents/signature/root-backup.ts';
import { createCode } from '../../../documents/recovery/code.ts';
import type { RecoveryCode } from '../../../documents/recovery/code.ts';
import { lightlyClosed } from '../../fixtures/closed.ts';
import { blindMutations, edgeNumbers, putWord, splice, swapWord, turnNumber, type Mutation } from '../bytes.ts';
import { jsonMutations } from '../json.ts';
import { holds, type Target } from '../target.ts';

const phrase = 'brume tambour oseille onze';
const plains = ['Un contenu clos.\n', 'x'.repeat(70_000)] as const;

async function* piecewise(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 7919) yield bytes.subarray(at, at + 7919);
}

const ageWords = [
  'age-encryption.org/v1\n',
  '-> scrypt ',
  '-> X25519 ',
  '-> ssh-rsa a\n',
  '-> a-grease\n',
  '--- ',
  '\n',
  '\r\n',
  ' 10',
  ' 20',
  ' 21',
  ' 99',
  ' 018',
  '=',
  '==',
  'A'.repeat(64),
  '-> ',
] as const;
const ageRefusals = ['age-not-age', 'age-passphrase-wrong', 'age-key-wrong', 'age-key-other-kind', 'age-damaged'];

/** Files of the age format: what opens to its end is what was closed. */
export const ageTarget: Target = {
  name: 'age',
  most: 200_000,
  inputs: 40,
  mutations: [...blindMutations, putWord(ageWords), putWord(ageWords), swapWord(ageWords)],
  sow: async () => {
    const identity = await generateX25519Identity();
    const toKey: Uint8Array[] = [];
    for await (const part of encryptFile(piecewise(Buffer.from(plains[0])), { kind: 'recipient', recipient: await identityToRecipient(identity) }))
      toKey.push(part);
    const seeds = [...(await Promise.all(plains.map((plain) => lightlyClosed(Buffer.from(plain), phrase)))), Buffer.concat(toKey)].map((one) =>
      Buffer.from(one),
    );
    return { seeds, facts: { identity } };
  },
  judge:
    ({ facts }) =>
    async (input) => {
      const keys = [
        { kind: 'passphrase', passphrase: phrase },
        { kind: 'identity', identity: facts['identity'] ?? '' },
      ] as const;
      const said: string[] = [];
      for (const key of keys) {
        const parts: Uint8Array[] = [];
        try {
          for await (const part of decryptFile(piecewise(input), key)) parts.push(part);
          const plain = Buffer.concat(parts).toString('latin1');
          holds(
            plains.some((one) => one === plain),
            'what was opened to its end is not what was closed',
          );
          said.push('opened');
        } catch (error) {
          if (!(error instanceof AgeRefusal)) throw error;
          holds(ageRefusals.includes(error.fault), `a refusal is none of those that are declared: ${error.fault}`);
          said.push(error.fault);
        }
      }
      return said.includes('opened') ? 'opened' : said.join(', ');
    },
};

/** A length or a tag of a BER value is changed where one stands. */
const berMutation: Mutation = (input, random) => {
  const tags = [0x02, 0x04, 0x06, 0x24, 0x30, 0x31, 0xa0, 0x80];
  const places: number[] = [];
  for (const [at, byte] of input.entries()) if (tags.includes(byte)) places.push(at);
  if (places.length === 0) return input;
  const at = random.pick(places);
  switch (random.below(4)) {
    case 0:
      return splice(input, at, 1, Buffer.from([random.pick(tags)]));
    case 1:
      return splice(input, at + 1, 1, Buffer.from([random.pick([0, 1, 0x7f, 0x80, 0x81, 0x82, 0x83, 0x84, 0xff, (input[at + 1] ?? 0) + 1])]));
    case 2:
      return splice(input, at, 0, Buffer.concat(Array.from({ length: 1 + random.below(60) }, () => Buffer.from([0x30, 0x80]))));
    default:
      return splice(input, at, 2 + (input[at + 1] ?? 0), Buffer.from([0x02, 0x03, random.below(256), random.below(256), random.pick(edgeNumbers) & 0xff]));
  }
};

/** Certificates and keys that people bring (PKCS#12). */
export const p12Target: Target = {
  name: 'p12',
  most: 50_000,
  inputs: 50,
  mutations: [berMutation, berMutation, berMutation, ...blindMutations],
  sow: async () => {
    // Asks the machine for openssl as soon as it is loaded, which the child may not.
    const { hasOpenssl, keyOf, makeCertificate, makeP12 } = await import('../../fixtures/imported.ts');
    const key = keyOf('P-256');
    const parts = { key, certificates: [makeCertificate()], passphrase: phrase };
    const options = [
      ['-legacy', '-iter', '4'],
      ['-iter', '4', '-maciter'],
      ['-nomac', '-keypbe', 'NONE', '-certpbe', 'NONE'],
      ['-nomac', '-iter', '2'],
    ];
    const seeds = hasOpenssl ? options.map((one) => makeP12({ ...parts, options: one })) : [Buffer.from('3000', 'hex')];
    return { seeds, facts: { made: String(hasOpenssl) } };
  },
  judge: () => (input) => {
    const read = openOwn(input, phrase);
    if (read.ok) {
      holds(read.value.privateKey.type === 'private' && read.value.facts.subject !== '', 'a certificate is taken without its key or its holder');
      return 'opened';
    }
    holds(read.error.code.startsWith('certificate-'), `a refusal is none of those that are declared: ${read.error.code}`);
    return read.error.code;
  },
};

/** Backups of the organism's root. */
export const rootTarget: Target = {
  name: 'root',
  most: 100_000,
  inputs: 11,
  mutations: [...jsonMutations(2), ...blindMutations, turnNumber],
  sow: async () => {
    const { fixedRandom, testRoot } = await import('../../fixtures/signed.ts');
    const code = createCode(fixedRandom('backup'));
    return { seeds: [Buffer.from(sealRoot(testRoot, code))], facts: { code, key: Buffer.from(testRoot.privateKey).toString('hex') } };
  },
  judge:
    ({ facts }) =>
    (input) => {
      const read = openRootBackup(input, (facts['code'] ?? '') as RecoveryCode);
      if (!read.ok) {
        holds(['root-backup-unreadable', 'recovery-code-wrong'].includes(read.error.code), `a refusal is none of those that are declared: ${read.error.code}`);
        return read.error.code;
      }
      holds(Buffer.from(read.value.privateKey).toString('hex') === facts['key'], 'a backup gives another key than the one that was put in');
      return 'opened';
    },
};

/** The file of a store's keys. */
export const keysTarget: Target = {
  name: 'keys',
  most: 50_000,
  inputs: 11,
  mutations: [...jsonMutations(2), ...blindMutations, turnNumber],
  sow: () => {
    const { file, key } = createKeys(phrase);
    return { seeds: [Buffer.from(`${JSON.stringify(file, null, 2)}\n`)], facts: { key: key.toString('hex') } };
  },
  judge:
    ({ facts }) =>
    (input) => {
      const read = openKeys(input.toString('utf8'), phrase);
      if (!read.ok) {
        holds(
          ['store-damaged', 'keys-newer', 'passphrase-wrong'].includes(read.error.code),
          `a refusal is none of those that are declared: ${read.error.code}`,
        );
        return read.error.code;
      }
      holds(read.value.toString('hex') === facts['key'], 'a file of keys gives another key than the one that was put in');
      return 'opened';
    },
};
