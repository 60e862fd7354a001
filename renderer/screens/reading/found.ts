import { useState } from 'react';
import { foldWords } from '../../../domain/name-key.ts';

/** A long list found by words, a page at a time: another search begins again at the first page. `folded` is what a row is found by. */
export const useFound = <Row extends { readonly folded: string }>(rows: readonly Row[], size: number) => {
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(0);
  const wanted = foldWords(search);
  const found = rows.filter(({ folded }) => wanted.every((word) => folded.includes(word)));
  return {
    found,
    shown: found.slice(page * size, (page + 1) * size),
    pages: { page, size, total: found.length, onPage: setPage },
    field: {
      value: search,
      maxLength: 200,
      onChange: (text: string): void => {
        setSearch(text);
        setPage(0);
      },
    },
  };
};
