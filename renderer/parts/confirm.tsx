import type { ReactNode } from 'react';
import type { Failure } from '../../domain/errors.ts';
import { verbs } from '../../words/screens.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { FailureNotice } from './notice.tsx';

/** A question before what can’t be undone: Cancel first and focused, the act named by its verb. */
export const Confirm = (props: {
  readonly title: string;
  readonly text: ReactNode;
  readonly act: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
  readonly busy?: boolean;
  readonly failure?: Failure | null;
}): ReactNode => (
  <Dialog
    alert
    size="small"
    title={props.title}
    open={props.open}
    onClose={props.onClose}
    actions={
      <>
        <Button autoFocus onPress={props.onClose}>
          {verbs.cancel}
        </Button>
        <Button kind="danger" busy={props.busy ?? false} onPress={props.onConfirm}>
          {props.act}
        </Button>
      </>
    }
  >
    <p>{props.text}</p>
    <FailureNotice failure={props.failure ?? null} />
  </Dialog>
);
