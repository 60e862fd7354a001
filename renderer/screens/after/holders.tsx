import type { ReactNode } from 'react';
import type { SessionId } from '../../../domain/ids.ts';
import { afterWords } from '../../../words/after.ts';
import { Page } from '../../parts/frame.tsx';

/** Holders: to come. */
export const Holders = (_: { readonly sessionId: SessionId }): ReactNode => (
  <Page title={afterWords.sections.holders} intro={afterWords.soon}>
    {null}
  </Page>
);
