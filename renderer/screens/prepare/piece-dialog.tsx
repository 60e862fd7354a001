import type { ReactNode } from 'react';
import type { PieceId } from '../../../domain/ids.ts';
import { dossierWords } from '../../../words/dossier.ts';
import { verbs } from '../../../words/screens.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Reader } from '../../parts/reader.tsx';
import styles from './prepare.module.css';

/** A piece open in the reader. */
export interface ShownPiece {
  readonly view: string;
  readonly title: string;
  readonly id: PieceId;
}

/** A piece of a dossier read in the window; nothing when none is shown. */
export const PieceDialog = (props: { readonly shown: ShownPiece | null; readonly onClose: () => void }): ReactNode => {
  const { shown, onClose } = props;
  return (
    <Dialog size="large" title={shown?.title ?? ''} open={shown !== null} onClose={onClose} actions={<Button onPress={onClose}>{verbs.close}</Button>}>
      {shown === null ? null : (
        <div className={styles['viewer']}>
          <Reader key={shown.view} view={shown.view} title={dossierWords.viewing(shown.title)} name={shown.title} kept={shown.id} />
        </div>
      )}
    </Dialog>
  );
};
