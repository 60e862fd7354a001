import { useRef, useState, type ReactNode } from 'react';
import { foldWords } from '../../../domain/name-key.ts';
import { afterWords } from '../../../words/after.ts';
import { formatNumber } from '../../../words/typography.ts';
import { Pages } from '../../parts/pages.tsx';
import { Tabs } from '../../parts/tabs.tsx';
import { TextField } from '../../parts/text-field.tsx';
import styles from './narrowed.module.css';

const words = afterWords.narrowed;
/** Fewer rows than this are read at a glance: nothing stands between a person and them. */
const few = 15;
const size = 50;

/** A long list made short: a name searched, a state chosen with how many are in it, a page at a time; a short one is shown as it is. */
export const Narrowed = <Row, Key extends string>(props: {
  readonly rows: readonly Row[];
  readonly label: string;
  readonly groups: readonly (readonly [Key, string])[];
  readonly groupOf: (row: Row) => Key;
  readonly textOf: (row: Row) => string;
  /** What is shown of the rows of this page; `found` are those of every page. */
  readonly children: (shown: readonly Row[], found: readonly Row[]) => ReactNode;
}): ReactNode => {
  const { rows } = props;
  const top = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const [group, setGroup] = useState<Key | 'all'>('all');
  const [page, setPage] = useState(0);
  if (rows.length <= few) return props.children(rows, rows);
  const wanted = foldWords(text).join(' ');
  const named = wanted === '' ? rows : rows.filter((row) => foldWords(props.textOf(row)).join(' ').includes(wanted));
  const counts = props.groups.map(([key, label]) => ({ key, label, rows: named.filter((row) => props.groupOf(row) === key) }));
  const known = counts.filter(({ key }) => rows.some((row) => props.groupOf(row) === key));
  const tabs = [{ key: 'all' as const, label: words.all, rows: named }, ...known];
  const chosen = tabs.some(({ key }) => key === group) ? group : 'all';
  const turn = (next: number): void => {
    setPage(next);
    top.current?.scrollIntoView({ block: 'start' });
  };
  return (
    <div ref={top} className={styles['narrowed']}>
      <div className={styles['search']}>
        <TextField
          find
          label={words.search}
          value={text}
          maxLength={80}
          onChange={(next) => {
            setText(next);
            setPage(0);
          }}
        />
      </div>
      <Tabs
        label={props.label}
        selected={chosen}
        onSelect={(next) => {
          setGroup(next);
          setPage(0);
        }}
        tabs={tabs.map(({ key, label, rows: found }) => {
          const last = Math.max(0, Math.ceil(found.length / size) - 1);
          const at = Math.min(page, last);
          return {
            key,
            label: `${label} (${formatNumber(found.length)})`,
            content: (
              <>
                {found.length === 0 ? <p className={styles['none']}>{words.none}</p> : props.children(found.slice(at * size, (at + 1) * size), found)}
                <Pages of={props.label} page={at} size={size} total={found.length} onPage={turn} />
              </>
            ),
          };
        })}
      />
    </div>
  );
};
