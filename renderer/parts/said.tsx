import type { ReactNode } from 'react';
import { verbs } from '../../words/screens.ts';
import { useStore } from '../store/store.ts';
import { Button } from './button.tsx';
import styles from './said.module.css';

interface Line {
  readonly text: string;
  readonly act?: { readonly label: string; readonly run: () => void } | undefined;
}

/** One line, the act that it offers, and its closing. */
export const SaidLine = (props: { readonly said: Line; readonly onClose: () => void }): ReactNode => {
  const { text, act } = props.said;
  return (
    <div className={styles['said']}>
      <p>{text}</p>
      {act === undefined ? null : (
        <Button
          size="small"
          kind="primary"
          onPress={() => {
            props.onClose();
            act.run();
          }}
        >
          {act.label}
        </Button>
      )}
      <Button size="small" onPress={props.onClose}>
        {verbs.close}
      </Button>
    </div>
  );
};

/** What a menu or a file could not do where the person stands: said aloud, and left in sight until it is closed or something else is done. */
export const Said = (): ReactNode => {
  const { said, say } = useStore();
  return (
    <div className={[styles['place'], said?.low ? styles['low'] : ''].join(' ')} role="status" data-region>
      {said === null ? null : <SaidLine said={said} onClose={() => say(null)} />}
    </div>
  );
};
