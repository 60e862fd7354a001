import type { ReactNode } from 'react';
import type { SessionId } from '../../../domain/ids.ts';
import { afterWords } from '../../../words/after.ts';
import { Page } from '../../parts/frame.tsx';

/** Letters: to come. */
export const Letters = (_: { readonly sessionId: SessionId }): ReactNode => (
  <Page title={afterWords.sections.letters} intro={afterWords.soon}>
    {null}
  </Page>
);
