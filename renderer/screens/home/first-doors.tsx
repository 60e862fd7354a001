import type { ReactNode } from 'react';
import { FileCheck2, Play, Plus } from 'lucide-react';
import { homeWords } from '../../../words/home.ts';
import { Button } from '../../parts/button.tsx';
import styles from './first-doors.module.css';

const words = homeWords.doors;

const Door = (props: { readonly title: string; readonly text: string; readonly children: ReactNode }): ReactNode => (
  <li className={styles['door']}>
    <h3>{props.title}</h3>
    <p>{props.text}</p>
    <div className={styles['act']}>{props.children}</div>
  </li>
);

/** What a store without a session offers: the demonstration (unless one is in it), a session of one's own, a file to verify. */
export const FirstDoors = (props: {
  readonly busy: boolean;
  readonly onVisit: (() => void) | null;
  readonly onCreate: () => void;
  readonly onVerify: () => void;
}): ReactNode => (
  <section className={styles['first']} aria-labelledby="first-doors">
    <h2 id="first-doors">{homeWords.emptyTitle}</h2>
    <p className={styles['intro']}>{homeWords.emptyText}</p>
    <ul className={styles['doors']}>
      {props.onVisit === null ? null : (
        <Door {...words.demonstration}>
          <Button busy={props.busy} icon={<Play aria-hidden />} onPress={props.onVisit}>
            {words.demonstration.act}
          </Button>
        </Door>
      )}
      <Door {...words.create}>
        <Button kind="primary" icon={<Plus aria-hidden />} onPress={props.onCreate}>
          {homeWords.newSession}
        </Button>
      </Door>
      <Door {...words.verify}>
        <Button icon={<FileCheck2 aria-hidden />} onPress={props.onVerify}>
          {words.verify.act}
        </Button>
      </Door>
    </ul>
  </section>
);
