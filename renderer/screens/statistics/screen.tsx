import type { ReactNode } from 'react';
import { doorWords } from '../../../words/doors.ts';
import { Page } from '../../parts/frame.tsx';

/** Statistics: to come. */
export default function Statistics(): ReactNode {
  return (
    <Page title={doorWords.statistics} intro={doorWords.soon}>
      {null}
    </Page>
  );
}
