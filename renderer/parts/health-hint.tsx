import type { ReactNode } from 'react';
import { findHealthWords } from '../../domain/health-words.ts';
import { healthWords } from '../../words/health.ts';
import { Notice } from './notice.tsx';

/** A question under a field when its words may speak of health or disability; it keeps nothing from being recorded. */
export const HealthHint = (props: { readonly texts: readonly string[]; readonly printed?: boolean }): ReactNode => {
  const words = [...new Set(props.texts.flatMap(findHealthWords))];
  return (
    <div aria-live="polite">
      {words.length === 0 ? null : (
        <Notice kind="warning" title={healthWords.question(words)}>
          <p>{props.printed ? healthWords.printed : healthWords.kept}</p>
        </Notice>
      )}
    </div>
  );
};
