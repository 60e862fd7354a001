import type { ReactNode } from 'react';
import { House } from 'lucide-react';
import { frameWords, productName, verbs } from '../../words/screens.ts';
import { useStore } from '../store/store.ts';
import { DemonstrationBadge } from './demonstration.tsx';
import { GuideLink } from './guide-link.tsx';
import { FailureNotice } from './notice.tsx';
import { Button } from './button.tsx';
import { SavedAt } from './saved-at.tsx';
import { Spine } from './spine.tsx';
import styles from './frame.module.css';

/** The frame of every screen: the name, the spine within a session, what was saved when, and the failure that has no other place. */
export const Frame = (props: {
  readonly children: ReactNode;
  /** What stands above the screen, if anything does. */
  readonly above?: ReactNode;
}): ReactNode => {
  const { screen, store, session, failure, go, fail } = useStore();
  const inSession = 'sessionId' in screen;
  return (
    <div className={styles['frame']}>
      <a className={styles['skip']} href="#content">
        {frameWords.skip}
      </a>
      <header className={styles['header']}>
        {store?.kind === 'open' ? (
          <button type="button" className={styles['brand']} onClick={() => go({ kind: 'home' })} aria-label={`${productName}, ${verbs.home}`}>
            <House aria-hidden />
            {productName}
          </button>
        ) : (
          <span className={styles['brand']}>{productName}</span>
        )}
        {inSession && session !== null ? <Spine sessionId={session.id} phase={session.phase} kind={screen.kind} /> : null}
        <div className={styles['side']}>
          <GuideLink />
          <DemonstrationBadge />
          {store?.kind === 'open' ? <SavedAt /> : null}
          <span>{frameWords.offline}</span>
        </div>
      </header>
      <main id="content" className={styles['content']} tabIndex={-1}>
        {failure === null ? null : (
          <div className={styles['failure']}>
            <FailureNotice
              failure={failure}
              actions={
                <Button size="small" onPress={() => fail(null)}>
                  {verbs.close}
                </Button>
              }
            />
          </div>
        )}
        {props.above}
        <div className={styles['rest']}>{props.children}</div>
      </main>
    </div>
  );
};

/** The usual body of a screen: a column of readable width with even margins. */
export const Page = (props: {
  readonly title: ReactNode;
  readonly intro?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly width?: 'normal' | 'wide';
}): ReactNode => (
  <div className={[styles['page'], props.width === 'wide' ? styles['wide'] : ''].join(' ')}>
    <div className={styles['pageHead']}>
      <div>
        <h1>{props.title}</h1>
        {props.intro === undefined ? null : <p className={styles['pageIntro']}>{props.intro}</p>}
      </div>
      {props.actions === undefined ? null : <div className={styles['pageActions']}>{props.actions}</div>}
    </div>
    {props.children}
  </div>
);
