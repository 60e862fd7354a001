/** Names to take out of a text, and what stands in their place. */
export interface Masked {
  readonly names: readonly string[];
  readonly by: string;
}

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Takes the names of other people out of what was typed: whole words, in any case; names of fewer than three letters are left, since they are words. */
export const maskText = (text: string, masks: readonly Masked[]): string =>
  masks.reduce((left, { names, by }) => {
    const some = names
      .map((name) => name.trim())
      .filter((name) => name.length >= 3)
      .sort((one, other) => other.length - one.length);
    if (some.length === 0) return left;
    return left.replaceAll(new RegExp(`(?<![\\p{L}\\p{M}])(?:${some.map(literal).join('|')})(?![\\p{L}\\p{M}])`, 'giu'), by);
  }, text);

/** Takes names out of every text of a value. */
export const maskValue = (value: unknown, masks: readonly Masked[]): unknown => {
  if (typeof value === 'string') return maskText(value, masks);
  if (Array.isArray(value)) return value.map((each) => maskValue(each, masks));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, maskValue(each, masks)]));
};
