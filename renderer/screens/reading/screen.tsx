import { useEffect, useState, type ReactNode } from 'react';
import type { Screen } from '../../store/screen.ts';
import { useStore } from '../../store/store.ts';
import { useRead } from '../../store/request.ts';
import { Chooser } from './chooser.tsx';
import { ShownArchive } from './shown.tsx';

const Opened = (props: { readonly work: string; readonly onLost: () => void; readonly onClose: () => void }): ReactNode => {
  const { reading } = useRead('reading.get', { work: props.work });
  const { onLost } = props;
  const lost = reading.kind === 'failed' || (reading.kind === 'ready' && reading.value.kind === 'refused');
  useEffect(() => {
    if (lost) onLost();
  }, [lost, onLost]);
  return reading.kind === 'ready' && reading.value.kind === 'read' ? <ShownArchive work={props.work} view={reading.value} onClose={props.onClose} /> : null;
};

/** An archive read again, with or without a store: it is chosen and checked in full, then shown read-only. Leaving the screen closes it (store/store.ts). */
export default function ReadingScreen({ screen }: { readonly screen: Extract<Screen, { readonly kind: 'reading' }> }): ReactNode {
  const go = useStore((state) => state.go);
  const open = useStore((state) => state.store?.kind === 'open');
  const [closed, setClosed] = useState(false);
  const leave = (): void => go({ kind: open ? 'home' : 'start' });
  if (screen.work === null) return <Chooser closed={closed} onRead={(work) => go({ kind: 'reading', work })} onBack={leave} />;
  return (
    <Opened
      work={screen.work}
      onLost={() => {
        setClosed(true);
        go({ kind: 'reading', work: null });
      }}
      onClose={leave}
    />
  );
}
