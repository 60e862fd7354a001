/** A session's number as it may stand in the name of a file. */
export const safeName = (number: string): string => number.replaceAll(/[^\p{L}\p{N} ._-]/gu, '-');
