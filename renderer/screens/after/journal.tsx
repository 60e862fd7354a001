import type { ReactNode } from 'react';
import type { SessionId } from '../../../domain/ids.ts';
import { afterWords } from '../../../words/after.ts';
import { Page } from '../../parts/frame.tsx';

/** Journal: to come. */
export const Journal = (_: { readonly sessionId: SessionId }): ReactNode => (
  <Page title={afterWords.sections.journal} intro={afterWords.soon}>
    {null}
  </Page>
);
