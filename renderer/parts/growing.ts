import { startTransition, useEffect, useState } from 'react';

const atOnce = 40;
const step = 60;

/** Rows laid a screenful at once and the rest just after, a few at a time: a list of three hundred answers as one of three. `at` is a row that must be there from the first. */
export const useGrowing = <Row>(rows: readonly Row[], at = 0): readonly Row[] => {
  const [laid, setLaid] = useState(Math.max(atOnce, at + atOnce / 2));
  useEffect(() => {
    if (laid >= rows.length) return;
    const next = setTimeout(() => startTransition(() => setLaid((count) => count + step)));
    return () => clearTimeout(next);
  }, [laid, rows.length]);
  return laid >= rows.length ? rows : rows.slice(0, laid);
};
