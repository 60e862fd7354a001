import type { ReactNode } from 'react';
import type { StorePlace } from '../../../domain/store.ts';
import { troubleWords } from '../../../words/trouble.ts';
import { Notice } from '../../parts/notice.tsx';

const words = troubleWords.place;

/** A store on a network or in a synchronised folder: the risk and what to do, never a refusal. */
export const PlaceNotice = ({ place }: { readonly place: StorePlace }): ReactNode => {
  switch (place.kind) {
    case 'local':
      return null;
    case 'network':
      return (
        <Notice kind="warning" title={words.networkTitle}>
          <p>{words.network}</p>
        </Notice>
      );
    case 'synchronised':
      return (
        <Notice kind="warning" title={words.synchronisedTitle(place.service)}>
          <p>{words.synchronised(place.service)}</p>
        </Notice>
      );
  }
};
