import { useEffect, useState, type ReactNode } from 'react';
import { FileDown } from 'lucide-react';
import { givenWords } from '../../words/given.ts';
import { takenBy } from '../store/given.ts';
import { useStore } from '../store/store.ts';
import styles from './drop-target.module.css';

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** What is said over the screen: what it does with the file, or that it takes none. */
export const DropShown = (props: { readonly taken: keyof typeof givenWords.target }): ReactNode => {
  const { title, text } = givenWords.target[props.taken];
  return (
    <div className={[styles['target'], props.taken === 'nothing' ? styles['closed'] : ''].join(' ')} aria-hidden>
      <FileDown />
      <strong>{title}</strong>
      <p>{text}</p>
    </div>
  );
};

/** Whether a file is carried over the window. */
export const useCarried = (): boolean => {
  const [over, setOver] = useState(false);
  useEffect(() => {
    // A page hears of each element that the pointer enters and leaves: the count falls to nothing when it leaves the last.
    let entered = 0;
    const move =
      (by: 1 | -1) =>
      (event: DragEvent): void => {
        if (!carriesFiles(event)) return;
        entered = Math.max(0, entered + by);
        setOver(entered > 0);
      };
    const [enter, leave] = [move(1), move(-1)];
    const end = (): void => {
      entered = 0;
      setOver(false);
    };
    document.addEventListener('dragenter', enter);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', end);
    return () => {
      document.removeEventListener('dragenter', enter);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', end);
    };
  }, []);
  return over;
};

/**
 * While a file is carried over the window: what this screen does with it. The same is done by a button of the screen, for who has no pointer.
 * A place that waits for a file says it itself (drop-place.tsx).
 */
export const DropTarget = (): ReactNode => {
  const taken = useStore(({ screen, session, place }) => (place === null ? takenBy(screen, session?.phase === 'preparing') : null));
  const over = useCarried();
  return over && taken !== null ? <DropShown taken={taken} /> : null;
};
