import type { ReactNode } from 'react';
import type { Reading } from '../store/request.ts';
import { frameWords, verbs } from '../../words/screens.ts';
import { Button } from './button.tsx';
import { FailureNotice } from './notice.tsx';

/** Shows what was read, or why it could not be, with a way to try again. */
export const Loaded = <Value,>(props: {
  readonly reading: Reading<Value>;
  readonly retry: () => void;
  readonly children: (value: Value) => ReactNode;
}): ReactNode => {
  switch (props.reading.kind) {
    case 'loading':
      return (
        <p role="status" className="visually-hidden">
          {frameWords.loading}
        </p>
      );
    case 'failed':
      return <FailureNotice failure={props.reading.failure} actions={<Button onPress={props.retry}>{verbs.retry}</Button>} />;
    case 'ready':
      return props.children(props.reading.value);
  }
};
