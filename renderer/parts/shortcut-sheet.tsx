import type { ReactNode } from 'react';
import { verbs } from '../../words/screens.ts';
import { shortcutWords } from '../../words/shortcuts.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import styles from './shortcut-sheet.module.css';

const Keys = (props: { readonly title: string; readonly list: readonly (readonly [string, string])[]; readonly note?: string }): ReactNode => (
  <section>
    <h3>{props.title}</h3>
    {props.note === undefined ? null : <p className={styles['note']}>{props.note}</p>}
    <dl className={styles['keys']}>
      {props.list.map(([key, act]) => (
        <div key={key} className={styles['line']}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{act}</dd>
        </div>
      ))}
    </dl>
  </section>
);

/** The keys of the whole program, then those of the deliberation. */
export const ShortcutSheet = (props: { readonly open: boolean; readonly onClose: () => void }): ReactNode => (
  <Dialog title={shortcutWords.sheet} size="large" open={props.open} onClose={props.onClose} actions={<Button onPress={props.onClose}>{verbs.close}</Button>}>
    <div className={styles['sheet']}>
      <Keys title={shortcutWords.everywhere} list={shortcutWords.general} />
      <Keys title={shortcutWords.title} list={shortcutWords.list} note={shortcutWords.text} />
    </div>
  </Dialog>
);
