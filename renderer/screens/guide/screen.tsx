import { useEffect, useRef, useState, type ReactNode } from 'react';
import { ArrowLeft, ArrowRight, CornerUpLeft, Printer } from 'lucide-react';
import { chapterOf, guide } from '../../../words/guide/guide.ts';
import type { Chapter } from '../../../words/guide/passage.ts';
import { guideWords as words } from '../../../words/guide/screen.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { placeBefore } from '../../store/guide.ts';
import type { Screen } from '../../store/screen.ts';
import { useStore } from '../../store/store.ts';
import { Contents } from './contents.tsx';
import { ChapterText, passageId } from './passages.tsx';
import styles from './guide.module.css';

/** Shows the whole guide, waits for its pictures, asks the system to print it, and comes back to the chapter. */
const usePrinting = (): readonly [boolean, () => void] => {
  const [whole, setWhole] = useState(false);
  useEffect(() => {
    if (!whole) return;
    const pictures = [...document.querySelectorAll<HTMLImageElement>('article img')].map((picture) => picture.decode().catch(() => undefined));
    void Promise.all(pictures).then(() => {
      window.print();
      setWhole(false);
    });
  }, [whole]);
  return [whole, () => setWhole(true)];
};

/** The guide: its chapters or what a search finds on the left, one chapter on the right. */
export default function GuideScreen({ screen }: { readonly screen: Extract<Screen, { readonly kind: 'guide' }> }): ReactNode {
  const go = useStore((state) => state.go);
  const here = chapterOf(screen.chapter ?? 'start');
  const [query, setQuery] = useState('');
  const [whole, print] = usePrinting();
  const [target, setTarget] = useState<{ readonly id: string } | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const rank = guide.indexOf(here);
  const [before, after] = [guide[rank - 1], guide[rank + 1]];

  useEffect(() => {
    const place = document.getElementById(target?.id ?? passageId(here, -1));
    if (place === null) return;
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: target === null ? 'end' : 'start' });
  }, [here, target]);

  const show = (chapter: Chapter, at: number): void => {
    setTarget(at < 0 ? null : { id: passageId(chapter, at) });
    if (chapter.id !== here.id) go({ ...screen, chapter: chapter.id });
  };
  const back = async (): Promise<void> => go(await placeBefore(screen.from));

  const act = useRef<(event: KeyboardEvent) => (() => void) | null>(() => null);
  act.current = (event) => {
    if (event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey)) return () => field.current?.select();
    if (event.key === 'ArrowLeft' && event.altKey) return before === undefined ? null : () => show(before, -1);
    if (event.key === 'ArrowRight' && event.altKey) return after === undefined ? null : () => show(after, -1);
    if (event.key !== 'Escape') return null;
    return query === '' ? () => void back() : () => setQuery('');
  };
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('[role="dialog"]') !== null) return;
      const done = act.current(event);
      if (done === null) return;
      event.preventDefault();
      done();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);

  return (
    <div className={styles['guide']}>
      <div className={`${styles['aside']} screen-only`}>
        <Button icon={<CornerUpLeft aria-hidden />} onPress={() => void back()}>
          {words.back}
        </Button>
        <div role="search">
          <TextField label={words.search} value={query} onChange={setQuery} maxLength={80} ref={field} />
        </div>
        <Contents here={here} query={query} onGo={show} />
        <Button kind="quiet" icon={<Printer aria-hidden />} onPress={print}>
          {words.print}
        </Button>
      </div>
      {/* The text scrolls by itself: the chapters stay in sight. */}
      <div className={styles['scroll']} tabIndex={0} role="region" aria-label={here.title}>
        <article className={styles['text']}>
          {whole ? (
            guide.map((chapter) => <ChapterText key={chapter.id} chapter={chapter} query="" />)
          ) : (
            <ChapterText key={here.id} chapter={here} query={query} />
          )}
          <nav className={styles['turn']} aria-label={words.turn}>
            {before === undefined ? (
              <span />
            ) : (
              <Button kind="quiet" icon={<ArrowLeft aria-hidden />} onPress={() => show(before, -1)}>
                {words.previous(before.title)}
              </Button>
            )}
            {after === undefined ? null : (
              <Button kind="quiet" onPress={() => show(after, -1)}>
                {words.next(after.title)}
                <ArrowRight aria-hidden width={18} height={18} />
              </Button>
            )}
          </nav>
        </article>
      </div>
    </div>
  );
}
