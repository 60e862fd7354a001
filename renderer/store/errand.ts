import { useEffect, useRef } from 'react';
import { useStore } from './store.ts';

/** A file that the person gave by dropping or opening it: an opaque handle, its bare name, and how many others came with it. */
export interface GivenFile {
  readonly handle: string;
  readonly name: string;
  readonly others: number;
}

/** What a screen is come to for: a form to open, or a file to take. */
export type Errand = { readonly kind: 'newSession' } | { readonly kind: 'verify' | 'receive'; readonly file: GivenFile | null };

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
