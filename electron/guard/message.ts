/** The most levels, values and characters that a message from the window may hold; the longest import of a screen is far below. */
export const limits = { depth: 24, values: 400_000, characters: 32 * 2 ** 20 } as const;

/** Tells whether a message is plain data (null, booleans, finite numbers, texts, lists, objects) of a size that a screen may send; looked at before any schema reads it. */
export function isPlainMessage(message: unknown): boolean {
  let values = 0;
  let characters = 0;
  const count = (text: string): boolean => {
    characters += text.length;
    return characters <= limits.characters;
  };
  const fits = (value: unknown, depth: number): boolean => {
    values += 1;
    if (values > limits.values || depth > limits.depth) return false;
    if (value === null || value === undefined || typeof value === 'boolean') return true;
    if (typeof value === 'number') return Number.isFinite(value);
    if (typeof value === 'string') return count(value);
    if (typeof value !== 'object') return false;
    if (Array.isArray(value)) return value.length <= limits.values && value.every((each) => fits(each, depth + 1));
    if (Object.getPrototypeOf(value) !== Object.prototype) return false;
    for (const name in value) if (!count(name) || !fits((value as Record<string, unknown>)[name], depth + 1)) return false;
    return true;
  };
  return fits(message, 0);
}
