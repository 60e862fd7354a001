import { useEffect, useRef } from 'react';
import type { GivenFile } from '../../domain/given-file.ts';
import { useStore } from './store.ts';

interface ForFile<Kind extends string, File extends GivenFile | null> {
  readonly kind: Kind;
  readonly file: File;
  /** How many others came with it. */
  readonly others: number;
}

/** What a screen is come to for: a form to open, or a file to take. */
export type Errand =
  | { readonly kind: 'newSession' }
  | ForFile<'verify', GivenFile | null>
  | ForFile<'receive', GivenFile | null>
  | ForFile<'archive', GivenFile>
  | ForFile<'fiche', GivenFile>
  | ForFile<'table', GivenFile>
  | ForFile<'grids', GivenFile>
  | ForFile<'folder', GivenFile>
  | ForFile<'zip', GivenFile>
  | ForFile<'piece', GivenFile>;

/** Takes the errands of these kinds, once each, when the screen comes or while it is there. */
export const useErrand = <Kind extends Errand['kind']>(kinds: readonly Kind[], take: (errand: Extract<Errand, { readonly kind: Kind }>) => void): void => {
  const errand = useStore((state) => state.errand);
  const taker = useRef(take);
  taker.current = take;
  const wanted = useRef<readonly string[]>(kinds);
  useEffect(() => {
    if (errand === null || !wanted.current.includes(errand.kind)) return;
    useStore.getState().setErrand(null);
    taker.current(errand as Extract<Errand, { readonly kind: Kind }>);
  }, [errand]);
};
