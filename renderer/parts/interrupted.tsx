import { Component, type ReactNode } from 'react';
import { interruptedWords } from '../../words/screens.ts';
import { keepScreen } from '../store/place.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import styles from './interrupted.module.css';

interface Props {
  readonly children: ReactNode;
  /** Around the whole window, where no frame is left to be the content of the page. */
  readonly whole?: boolean;
}

/** What is said of a screen that stopped: what happened, what is safe, what to do next. */
export const Interruption = (props: { readonly onReopen: () => void; readonly onLeave: () => void; readonly autoFocus?: boolean }): ReactNode => (
  <Notice
    kind="error"
    live
    title={interruptedWords.happened}
    actions={
      <>
        <Button kind="primary" autoFocus={props.autoFocus ?? false} onPress={props.onReopen}>
          {interruptedWords.reopen}
        </Button>
        <Button onPress={props.onLeave}>{interruptedWords.home}</Button>
      </>
    }
  >
    <p>{interruptedWords.safe}</p>
    <p>{interruptedWords.next}</p>
  </Notice>
);

/** Where a bug of one screen stops: the others stay reachable, and what the disk holds is said to be safe. */
export class Interrupted extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    // The page is loaded again: nothing of what failed is left, a turn under way is over, and the next page comes back to the place that was kept.
    const reopen = (): void => window.location.reload();
    const leave = (): void => void keepScreen({ kind: 'home' }).finally(reopen);
    const Place = this.props.whole ? 'main' : 'div';
    return (
      <Place className={styles['interrupted']}>
        <h1>{interruptedWords.title}</h1>
        <Interruption autoFocus onReopen={reopen} onLeave={leave} />
      </Place>
    );
  }
}
