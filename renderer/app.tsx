import { useEffect, type ReactNode } from 'react';
import { Frame } from './parts/frame.tsx';
import { Place } from './screens/place.tsx';
import { useStore } from './store/store.ts';

/** The window: asks for the store’s state once, then shows the screen; a turn is shown alone, without the frame. */
export const App = (): ReactNode => {
  const screen = useStore((state) => state.screen);
  const readStore = useStore((state) => state.readStore);
  useEffect(() => void readStore(), [readStore]);
  return screen.kind === 'turn' ? <Place screen={screen} /> : <Frame><Place screen={screen} /></Frame>;
};
