/** A social security number as typed: 13 digits of plausible structure, or 15 with the key, spaces, dots and hyphens left out. */
const shape = /(?<!\d)[12]\d{2}(?:0[1-9]|1[0-2]|2\d|3\d|4[0-2]|[5-9]\d)(?:2[AB]|\d{2})\d{6}(?:\d{2})?(?!\d)/gi;

const apart = /(?<=[\dAB])[ \u00A0\u202F.\-_/](?=[\dAB])/gi;

/** Whether a text holds what looks like a social security number: the program keeps none. Source: domain.md "After the session". */
export const looksLikeNir = (text: string): boolean => text.replaceAll(apart, '').search(shape) >= 0;

/** A text from elsewhere without what looks like a social security number; where one is written with spaces, every digit goes. */
export const withoutNir = (text: string): string => {
  const bare = text.replaceAll(shape, '•••');
  return looksLikeNir(bare) ? bare.replaceAll(/\d/g, '•') : bare;
};
