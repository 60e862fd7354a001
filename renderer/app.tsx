import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { DemonstrationBadge } from './parts/demonstration.tsx';
import { DropTarget } from './parts/drop-target.tsx';
import { Frame } from './parts/frame.tsx';
import { DemonstrationHint } from './parts/hint.tsx';
import { LockWarning } from './parts/lock-warning.tsx';
import { useFocusTrail } from './parts/focus-trail.ts';
import { useFocusFloor } from './parts/kept-focus.ts';
import { useRegionKeys } from './parts/region-keys.ts';
import { ClockNotice } from './parts/clock-notice.tsx';
import { Interrupted } from './parts/interrupted.tsx';
import { Said } from './parts/said.tsx';
import { ShortcutSheet } from './parts/shortcut-sheet.tsx';
import { Place } from './screens/place.tsx';
import { AwayBanner } from './screens/transfer/banner.tsx';
import { useGivenFiles } from './store/given.ts';
import { useMenu } from './store/menu.ts';
import { useStore } from './store/store.ts';
import styles from './app.module.css';

/** The window: asks for the store’s state once, then shows the screen; a turn and private notes are shown alone, without the frame. */
export const App = (): ReactNode => {
  const screen = useStore((state) => state.screen);
  const readStore = useStore((state) => state.readStore);
  useEffect(() => void readStore(), [readStore]);
  const [keys, setKeys] = useState(false);
  useMenu(useCallback(() => setKeys(true), []));
  useGivenFiles();
  useFocusFloor();
  useFocusTrail();
  useRegionKeys();
  if (screen.kind !== 'turn' && screen.kind !== 'notes')
    return (
      <>
        <LockWarning />
        <Frame
          above={
            <>
              <DemonstrationHint />
              {'sessionId' in screen ? <AwayBanner key={screen.sessionId} sessionId={screen.sessionId} /> : null}
              <ClockNotice />
            </>
          }
        >
          <Interrupted>
            <Place screen={screen} />
          </Interrupted>
        </Frame>
        <Said />
        <DropTarget />
        <ShortcutSheet open={keys} onClose={() => setKeys(false)} />
      </>
    );
  return (
    <>
      <LockWarning />
      {screen.kind === 'turn' ? (
        <div className={styles['corner']}>
          <DemonstrationBadge />
        </div>
      ) : null}
      <Interrupted>
        <Place screen={screen} />
      </Interrupted>
    </>
  );
};
