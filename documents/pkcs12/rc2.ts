/** The permutation of RFC 2268, section 2: 256 bytes taken from the digits of pi. */
const pi = Buffer.from(
  'd978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2179a59f587b34f1361456d8d09817d32bd8f40eb86b77b0bf09521225c6b4e82' +
    '54d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb6266fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed7' +
    '08e8eade8052eef784aa72ac354d6a2a961ad2715a1549744b9fd05e0418a4ecc2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731' +
    '2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a90d38341bab33ffb0bb480c5fb9b1cd2ec5f3db47e5a59c770aa62068fe7fc1ad',
  'hex',
);

const expand = (key: Uint8Array, effectiveBits: number): Uint16Array => {
  const bytes = new Uint8Array(128);
  bytes.set(key);
  const at = (index: number): number => bytes[index] ?? 0;
  const p = (index: number): number => pi[index & 0xff] ?? 0;
  for (let index = key.length; index < 128; index += 1) bytes[index] = p(at(index - 1) + at(index - key.length));
  const length = Math.ceil(effectiveBits / 8);
  bytes[128 - length] = p(at(128 - length) & (0xff >> (8 * length - effectiveBits)));
  for (let index = 127 - length; index >= 0; index -= 1) bytes[index] = p(at(index + 1) ^ at(index + length));
  return Uint16Array.from({ length: 64 }, (_, word) => at(2 * word) | (at(2 * word + 1) << 8));
};

const rotations = [1, 2, 3, 5] as const;
const right = (value: number, by: number): number => ((value >>> by) | (value << (16 - by))) & 0xffff;

const decryptBlock = (block: Uint8Array, key: Uint16Array): Buffer => {
  const r = Uint16Array.from({ length: 4 }, (_, word) => (block[2 * word] ?? 0) | ((block[2 * word + 1] ?? 0) << 8));
  const at = (index: number): number => r[index & 3] ?? 0;
  let next = 63;
  const mix = (): void => {
    for (let i = 3; i >= 0; i -= 1) {
      r[i] = right(at(i), rotations[i] ?? 0) - (key[next] ?? 0) - (at(i + 3) & at(i + 2)) - (~at(i + 3) & at(i + 1));
      next -= 1;
    }
  };
  const mash = (): void => {
    for (let i = 3; i >= 0; i -= 1) r[i] = at(i) - (key[at(i + 3) & 63] ?? 0);
  };
  for (const [round, mixes] of [5, 6, 5].entries()) {
    if (round > 0) mash();
    for (let turn = 0; turn < mixes; turn += 1) mix();
  }
  return Buffer.from(r.buffer);
};

/**
 * Decrypts RC2 in CBC mode (RFC 2268), padding left in place; only old PKCS#12 files use it, and Node's OpenSSL no longer has it.
 * `effectiveBits` is 40 or 128.
 */
export const decryptRc2 = (data: Uint8Array, key: Uint8Array, iv: Uint8Array, effectiveBits: number): Buffer => {
  const words = expand(key, effectiveBits);
  const out: Buffer[] = [];
  let previous = iv;
  for (let at = 0; at + 8 <= data.length; at += 8) {
    const block = data.subarray(at, at + 8);
    const plain = decryptBlock(block, words);
    out.push(Buffer.from(plain.map((byte, index) => byte ^ (previous[index] ?? 0))));
    previous = block;
  }
  return Buffer.concat(out);
};
