import type { ReactNode } from 'react';
import { doorWords } from '../../../words/doors.ts';
import { Page } from '../../parts/frame.tsx';

/** Retention: to come. */
export default function Retention(): ReactNode {
  return (
    <Page title={doorWords.retention} intro={doorWords.soon}>
      {null}
    </Page>
  );
}
