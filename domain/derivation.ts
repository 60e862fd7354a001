/** Rounds of scrypt (r = 8, p = 1) that wrap the store's key under a passphrase or a recovery key: 64 MiB, about a third of a second on a laptop. */
export const keyRounds: number = 2 ** 16;

/** Rounds that close a file of this program under a secret that a person keeps: the organism's root and the part of a minute that works. */
export const sealRounds: number = 2 ** 16;

/** Rounds that check a personal code, whose wrong tries are delayed besides. */
export const pinRounds: number = 2 ** 14;

/** The logarithm of the rounds of a file closed in the age format: what the age program itself asks. */
export const ageWork: number = 18;
