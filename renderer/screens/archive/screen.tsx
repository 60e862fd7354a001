import type { ReactNode } from 'react';
import { afterWords } from '../../../words/after.ts';
import type { AfterSection, Screen } from '../../store/screen.ts';
import { useStore } from '../../store/store.ts';
import { Holders } from '../after/holders.tsx';
import { Journal } from '../after/journal.tsx';
import { Letters } from '../after/letters.tsx';
import styles from '../prepare/prepare.module.css';
import { Archive } from './archive.tsx';

const sections: readonly AfterSection[] = ['archive', 'letters', 'holders', 'journal'];

/** What follows a session: its parts on the left, the part in hand on the right. */
export default function After({ screen }: { readonly screen: Extract<Screen, { kind: 'archive' }> }): ReactNode {
  const go = useStore((state) => state.go);
  const session = useStore((state) => state.session);
  const { sessionId, section = 'archive' } = screen;
  const content = (): ReactNode => {
    switch (section) {
      case 'archive':
        return <Archive sessionId={sessionId} />;
      case 'letters':
        return <Letters sessionId={sessionId} />;
      case 'holders':
        return <Holders sessionId={sessionId} />;
      case 'journal':
        return <Journal sessionId={sessionId} />;
    }
  };
  return (
    <div className={styles['prepare']}>
      <nav className={styles['nav']} aria-label={afterWords.nav}>
        <p className={styles['which']}>
          {session?.fields.number}
          <span className={styles['whichTitle']}>{session?.fields.title}</span>
        </p>
        <ul>
          {sections.map((each) => (
            <li key={each}>
              <button
                type="button"
                className={[styles['part'], each === section ? styles['here'] : ''].join(' ')}
                aria-current={each === section ? 'page' : undefined}
                onClick={() => go({ kind: 'archive', sessionId, section: each })}
              >
                <span>{afterWords.sections[each]}</span>
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles['content']} key={section}>
        {content()}
      </div>
    </div>
  );
}
