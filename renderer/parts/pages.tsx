import type { ReactNode } from 'react';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { pageWords } from '../../words/import-screen.ts';
import { Button } from './button.tsx';
import styles from './pages.module.css';

/** Where one is in a long list, and the way to the pages before and after; nothing when all fits on one. */
export const Pages = (props: {
  /** What is listed, where a screen holds several lists. */
  readonly of?: string;
  readonly page: number;
  readonly size: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
}): ReactNode => {
  const { of, page, size, total, onPage } = props;
  if (total <= size) return null;
  return (
    <nav className={styles['pages']} aria-label={of === undefined ? pageWords.label : pageWords.labelOf(of)}>
      <Button kind="quiet" size="small" icon={<ChevronLeft aria-hidden />} disabled={page === 0} onPress={() => onPage(page - 1)}>
        {pageWords.previous}
      </Button>
      <span className={styles['where']} role="status">
        {pageWords.where(page * size + 1, Math.min(total, (page + 1) * size), total)}
      </span>
      <Button kind="quiet" size="small" icon={<ChevronRight aria-hidden />} disabled={(page + 1) * size >= total} onPress={() => onPage(page + 1)}>
        {pageWords.next}
      </Button>
    </nav>
  );
};
