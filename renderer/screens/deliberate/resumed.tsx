import type { ReactNode } from 'react';
import { History } from 'lucide-react';
import { resumeWords } from '../../../words/resume.ts';
import { verbs } from '../../../words/screens.ts';
import { Button } from '../../parts/button.tsx';
import styles from './resumed.module.css';

/** One line, after the program was closed or cut in the middle of a sitting: where one is, and that nothing is missing. */
export const Resumed = (props: { readonly where: string; readonly onClose: () => void }): ReactNode => (
  <div className={styles['line']} role="status">
    <History aria-hidden className={styles['icon']} />
    <p>
      <strong>{resumeWords.resumed(props.where)}</strong> {resumeWords.safe}
    </p>
    <Button size="small" kind="quiet" onPress={props.onClose}>
      {verbs.close}
    </Button>
  </div>
);
