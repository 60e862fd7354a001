import { useState, type ReactNode } from 'react';
import { useErrand } from '../../store/errand.ts';
import { VerifyDialog, type Dropped } from './verify.tsx';

/** The verification of a document, asked by a button (`open`), by a menu, or by a file dropped on the window or opened from the file manager. */
export const Verification = (props: { readonly open: boolean; readonly onClose: () => void }): ReactNode => {
  const [dropped, setDropped] = useState<Dropped | null>(null);
  const [asked, setAsked] = useState(false);
  useErrand(['verify'], ({ file, others }) => {
    if (file === null) setAsked(true);
    else setDropped({ ...file, others });
  });
  return (
    <VerifyDialog
      open={props.open || asked || dropped !== null}
      dropped={dropped}
      onClose={() => {
        setDropped(null);
        setAsked(false);
        props.onClose();
      }}
    />
  );
};
