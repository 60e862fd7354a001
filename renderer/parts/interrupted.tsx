import { Component, type ReactNode } from 'react';
import { interruptedWords } from '../../words/screens.ts';
import { useStore } from '../store/store.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import styles from './interrupted.module.css';

interface Props {
  readonly children: ReactNode;
}

/** What is said of a screen that stopped: what happened, what is safe, what to do next. */
export const Interruption = (props: { readonly onLeave: () => void }): ReactNode => (
  <Notice kind="error" live title={interruptedWords.happened} actions={<Button onPress={props.onLeave}>{interruptedWords.home}</Button>}>
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
    const leave = (): void => {
      this.setState({ failed: false });
      useStore.getState().go({ kind: 'home' });
    };
    return (
      <div className={styles['interrupted']}>
        <Interruption onLeave={leave} />
      </div>
    );
  }
}
