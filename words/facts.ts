/** A fact as text; empty when it is missing or no text. */
export const textFact = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** A fact as a number; null when it is none. */
export const numberFact = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);

/** A fact as a list of texts. */
export const listFact = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []);

/** " (2025-007)" when there is something to say, nothing otherwise. */
export const inBrackets = (value: unknown): string => (textFact(value) === '' ? '' : ` (${textFact(value)})`);

/** A wait in seconds: "30 secondes", "2 minutes". */
export const waitWords = (seconds: number): string => {
  if (seconds < 90) return `${Math.max(1, Math.ceil(seconds))} seconde${seconds <= 1 ? '' : 's'}`;
  return `${Math.ceil(seconds / 60)} minutes`;
};
