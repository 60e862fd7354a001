import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { ReadBlock } from '../../../domain/fiche.ts';
import { certificationWords as words } from '../../../words/certifications.ts';
import { splitWords } from '../../../words/fiche.ts';
import { shortBlock } from '../../../words/outcome.ts';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { Section } from '../../parts/section.tsx';
import styles from './certifications.module.css';

/** The parts with one of them split at a place in its text; unchanged where one side would have no word. */
export const splitAt = (parts: readonly string[], rank: number, place: number): readonly string[] => {
  const text = parts[rank] ?? '';
  const [before, after] = [text.slice(0, place).trim(), text.slice(place).trim()];
  return /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after) ? [...parts.slice(0, rank), before, after, ...parts.slice(rank + 1)] : parts;
};

/** The parts with one of them joined to the one before it. */
export const mergeAt = (parts: readonly string[], rank: number): readonly string[] =>
  rank === 0 ? parts : [...parts.slice(0, rank - 1), `${parts[rank - 1] ?? ''} ${parts[rank] ?? ''}`, ...parts.slice(rank + 1)];

const Part = (props: {
  readonly name: string;
  readonly text: string;
  readonly first: boolean;
  /** Where the caret goes once this part is what a split or a joining has made. */
  readonly caret: number | null;
  readonly onSplit: (place: number) => void;
  readonly onMerge: () => void;
}): ReactNode => {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = field.current;
    // The caret moves as in any text, and no word changes: they are the certification's own.
    const keep = (event: Event): void => event.preventDefault();
    element?.addEventListener('beforeinput', keep);
    return () => element?.removeEventListener('beforeinput', keep);
  }, []);
  useEffect(() => {
    if (props.caret === null) return;
    field.current?.focus();
    field.current?.setSelectionRange(props.caret, props.caret);
  }, [props.caret]);
  const press = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const { selectionStart } = event.currentTarget;
    // Ctrl + Enter is the screen’s own: it confirms the fiche.
    if (event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      props.onSplit(selectionStart);
    } else if (event.key === 'Backspace' && selectionStart === 0 && !props.first) {
      event.preventDefault();
      props.onMerge();
    }
  };
  return (
    <li className={styles['part']}>
      <textarea
        ref={field}
        className={styles['text']}
        aria-label={props.name}
        value={props.text}
        rows={Math.max(1, Math.ceil(props.text.length / 84))}
        spellCheck={false}
        onChange={() => undefined}
        onKeyDown={press}
      />
      <div className={styles['partActs']}>
        <Button size="small" label={words.splitLabel(props.name)} onPress={() => props.onSplit(field.current?.selectionStart ?? 0)}>
          {words.split}
        </Button>
        {props.first ? null : (
          <Button size="small" label={words.mergeLabel(props.name)} onPress={props.onMerge}>
            {words.merge}
          </Button>
        )}
      </div>
    </li>
  );
};

/** One block: its competencies as they will be cited, told apart by a person, and the one text they come from. */
export const BlockSplit = (props: {
  readonly block: ReadBlock;
  readonly parts: readonly string[];
  readonly onParts: (parts: readonly string[]) => void;
}): ReactNode => {
  const { block, parts } = props;
  const short = shortBlock(block.code);
  const changed = parts !== block.competencies;
  const [caret, setCaret] = useState<{ readonly rank: number; readonly place: number } | null>(null);
  const split = (rank: number, place: number): void => {
    const next = splitAt(parts, rank, place);
    if (next === parts) return;
    setCaret({ rank: rank + 1, place: 0 });
    props.onParts(next);
  };
  const merge = (rank: number): void => {
    setCaret({ rank: rank - 1, place: (parts[rank - 1] ?? '').length + 1 });
    props.onParts(mergeAt(parts, rank));
  };
  return (
    <Section
      level={3}
      title={`${short} · ${block.label}`}
      actions={
        changed ? (
          <Button size="small" label={words.resetLabel(short)} onPress={() => props.onParts(block.competencies)}>
            {words.reset}
          </Button>
        ) : undefined
      }
    >
      <p className={styles['muted']}>
        {[
          words.count(parts.length),
          words.proposed(splitWords[block.split.by]),
          ...(block.codeAsWritten === block.code || block.codeAsWritten === '' ? [] : [words.writtenAs(block.codeAsWritten)]),
        ].join(' · ')}{' '}
        {block.split.sure ? null : <Badge tone="warning">{words.doubtful}</Badge>}
      </p>
      <ol className={styles['parts']}>
        {parts.map((text, rank) => (
          <Part
            key={`${rank}-${text}`}
            name={words.competency(short, rank + 1)}
            text={text}
            first={rank === 0}
            caret={caret?.rank === rank ? caret.place : null}
            onSplit={(place) => split(rank, place)}
            onMerge={() => merge(rank)}
          />
        ))}
      </ol>
      {block.source === '' ? null : (
        <details className={styles['source']}>
          <summary>{words.source}</summary>
          <p>{block.source}</p>
        </details>
      )}
    </Section>
  );
};
