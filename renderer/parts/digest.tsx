import type { ReactNode } from 'react';
import { formatFingerprint } from '../../words/typography.ts';
import styles from './digest.module.css';

/** A SHA-256 to compare by eye: of a file as other programs print it, in two halves; of a certificate in fours, the same on every screen and on the recovery sheet. */
export const Digest = (props: { readonly value: string; readonly of: 'file' | 'certificate' }): ReactNode => (
  <span className={[styles['digest'], styles[props.of]].join(' ')}>{props.of === 'file' ? props.value : formatFingerprint(props.value)}</span>
);
