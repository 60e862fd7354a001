import type { ReactNode } from 'react';
import type { Screen } from '../store/screen.ts';

/** The screen of each place. */
export const Place = (props: { readonly screen: Screen }): ReactNode => {
  const { screen } = props;
  switch (screen.kind) {
    case 'start':
    case 'home':
    case 'parts':
    case 'prepare':
    case 'open':
    case 'deliberate':
    case 'turn':
    case 'review':
    case 'sign':
    case 'archive':
      return null;
  }
};
