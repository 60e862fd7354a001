import type { ReactNode } from 'react';
import { verbs } from '../../words/screens.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Reader } from './reader.tsx';
import styles from './reader-dialog.module.css';

/** A file open in the reader, and the name under which its place is kept, if it is. */
export interface ShownFile {
  readonly view: string;
  readonly title: string;
  readonly kept?: string;
}

/** A file read above the screen; nothing when none is shown. */
export const ReaderDialog = (props: {
  readonly shown: ShownFile | null;
  /** What a screen reader calls the file, from its title. */
  readonly said: (title: string) => string;
  readonly onClose: () => void;
}): ReactNode => {
  const { shown, onClose } = props;
  return (
    <Dialog
      size="large"
      reading={false}
      title={shown?.title ?? ''}
      open={shown !== null}
      onClose={onClose}
      actions={<Button onPress={onClose}>{verbs.close}</Button>}
    >
      {shown === null ? null : (
        <div className={styles['viewer']}>
          <Reader
            key={shown.view}
            view={shown.view}
            title={props.said(shown.title)}
            name={shown.title}
            {...(shown.kept === undefined ? {} : { kept: shown.kept })}
          />
        </div>
      )}
    </Dialog>
  );
};
