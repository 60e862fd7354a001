const figures: Readonly<Record<string, number>> = { deux: 2, trois: 3, quatre: 4, cinq: 5, six: 6, sept: 7, huit: 8, neuf: 9, dix: 10, onze: 11, douze: 12 };
const mention =
  /(?:(au moins|minimum(?: de)?|un des|l['’]un des|parmi les|sur les)\s+)?\b(?:les\s+|des\s+)?(\d{1,2}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze)\s+blocs\b/giu;

/** The number of blocks that the texts of a fiche announce: the one listed if they say it, else the largest said; null where they say none. "Au moins deux blocs" announces nothing. */
export const announcedBlocks = (texts: readonly string[], listed: number): number | null => {
  const said = texts.flatMap((text) =>
    [...text.matchAll(mention)].flatMap(([, least, figure = '']) => (least === undefined ? [figures[figure.toLowerCase()] ?? Number(figure)] : [])),
  );
  const known = said.filter((count) => count > 0);
  if (known.length === 0) return null;
  return known.includes(listed) ? listed : Math.max(...known);
};
