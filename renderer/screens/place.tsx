import type { ReactNode } from 'react';
import type { Screen } from '../store/screen.ts';
import Home from './home/screen.tsx';
import Prepare from './prepare/screen.tsx';
import Start from './start/screen.tsx';

/** The screen of each place. */
export const Place = (props: { readonly screen: Screen }): ReactNode => {
  const { screen } = props;
  switch (screen.kind) {
    case 'start':
      return <Start />;
    case 'home':
      return <Home />;
    case 'prepare':
      return <Prepare key={screen.sessionId} screen={screen} />;
    case 'parts':
    case 'open':
    case 'deliberate':
    case 'turn':
    case 'review':
    case 'sign':
    case 'archive':
      return null;
  }
};
