import { useEffect, useState, type ReactNode } from 'react';
import { listen } from '../../bridge.ts';
import { VerifyDialog, type Dropped } from './verify.tsx';

/** The verification of a document, asked by a button (`open`) or by a file dropped on the window. */
export const Verification = (props: { readonly open: boolean; readonly onClose: () => void }): ReactNode => {
  const [dropped, setDropped] = useState<Dropped | null>(null);
  useEffect(() => listen('file-dropped', (file) => setDropped(file as Dropped)), []);
  return (
    <VerifyDialog
      open={props.open || dropped !== null}
      dropped={dropped}
      onClose={() => {
        setDropped(null);
        props.onClose();
      }}
    />
  );
};
