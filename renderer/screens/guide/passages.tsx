import { Fragment, type ReactNode } from 'react';
import { spansOf, type Chapter, type Passage } from '../../../words/guide/passage.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { markWords } from './find.ts';
import styles from './guide.module.css';

const Marked = (props: { readonly text: string; readonly query: string }): ReactNode =>
  markWords(props.text, props.query).map((stretch, rank) =>
    stretch.marked ? <mark key={rank}>{stretch.text}</mark> : <Fragment key={rank}>{stretch.text}</Fragment>,
  );

/** A text of the guide: its names as the screen shows them, the searched words marked. */
export const Said = (props: { readonly text: string; readonly query: string }): ReactNode =>
  spansOf(props.text).map((span, rank) =>
    span.kind === 'name' ? (
      <strong key={rank} className={styles['name']}>
        <Marked text={span.text} query={props.query} />
      </strong>
    ) : (
      <Marked key={rank} text={span.text} query={props.query} />
    ),
  );

const Body = ({ passage, query }: { readonly passage: Passage; readonly query: string }): ReactNode => {
  const items = 'items' in passage ? passage.items.map((item) => <li key={item}>{<Said text={item} query={query} />}</li>) : null;
  switch (passage.kind) {
    case 'text':
      return (
        <p>
          <Said text={passage.text} query={query} />
        </p>
      );
    case 'part':
      return (
        <h2>
          <Said text={passage.title} query={query} />
        </h2>
      );
    case 'steps':
      return <ol className={styles['steps']}>{items}</ol>;
    case 'list':
      return <ul className={styles['things']}>{items}</ul>;
    case 'note':
      return (
        <p className={styles['note']}>
          <Said text={passage.text} query={query} />
        </p>
      );
    case 'picture':
      return <img className={styles['picture']} src={`/guide/${passage.name}.png`} alt={passage.shows} width={1280} height={720} />;
    case 'keys':
      return (
        <DataTable
          dense
          caption={passage.head.join(', ')}
          rows={passage.rows}
          keyOf={([key]) => key}
          columns={[
            { key: 'key', head: passage.head[0], rowHead: true, whole: true, cell: ([key]) => <kbd>{key}</kbd> },
            { key: 'act', head: passage.head[1], cell: ([, act]) => <Said text={act} query={query} /> },
          ]}
        />
      );
  }
};

/** The identifier of a passage on the page. */
export const passageId = (chapter: Chapter, rank: number): string => `guide-${chapter.slug}-${rank}`;

/** One chapter: its title, its one sentence, what it says. */
export const ChapterText = (props: { readonly chapter: Chapter; readonly query: string }): ReactNode => {
  const { chapter, query } = props;
  return (
    <>
      <h1 tabIndex={-1} id={passageId(chapter, -1)}>
        {chapter.title}
      </h1>
      <p className={styles['lead']}>{chapter.lead}</p>
      {chapter.passages.map((passage, rank) => (
        <div key={rank} id={passageId(chapter, rank)} className={styles['passage']}>
          <Body passage={passage} query={query} />
        </div>
      ))}
    </>
  );
};
