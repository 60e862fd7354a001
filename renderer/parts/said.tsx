import type { ReactNode } from 'react';
import { verbs } from '../../words/screens.ts';
import { useStore } from '../store/store.ts';
import { Button } from './button.tsx';
import styles from './said.module.css';

/** What a menu or a file could not do where the person stands: said aloud, and left in sight until it is closed or something else is done. */
export const Said = (): ReactNode => {
  const { said, say } = useStore();
  return (
    <div className={styles['place']} role="status">
      {said === null ? null : (
        <div className={styles['said']}>
          <p>{said.text}</p>
          {said.act === undefined ? null : (
            <Button
              size="small"
              kind="primary"
              onPress={() => {
                say(null);
                said.act?.run();
              }}
            >
              {said.act.label}
            </Button>
          )}
          <Button size="small" onPress={() => say(null)}>
            {verbs.close}
          </Button>
        </div>
      )}
    </div>
  );
};
