import type { ReactNode } from 'react';
import type { KeyCopyLeft } from '../../../domain/keys.ts';
import { securityWords } from '../../../words/security.ts';
import { Notice } from '../../parts/notice.tsx';
import styles from './security.module.css';

const words = securityWords.left;

/** The copies that a change of keys could not reach; nothing when it reached them all. */
export const LeftCopies = (props: { readonly left: readonly KeyCopyLeft[] }): ReactNode =>
  props.left.length === 0 ? null : (
    <Notice kind="warning" title={words.title}>
      <ul className={styles['left']}>
        {props.left.map(({ kind, path }) => (
          <li key={`${kind} ${path}`}>{words[kind](path)}</li>
        ))}
      </ul>
    </Notice>
  );
