import { useRef, useState, type ReactNode } from 'react';
import type { Failure, Result } from '../../../domain/errors.ts';
import { verbs } from '../../../words/screens.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { Actions, Stack } from '../../parts/section.tsx';

/** A short form above the screen: Cancel first, its failure inside, Enter submits, and it closes only when the act is recorded. */
export const FormDialog = (props: {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly verb: string;
  readonly kind?: 'primary' | 'danger';
  /** Whether the form is ready; when it returns false it shows its own errors. */
  readonly check?: () => boolean;
  readonly submit: () => Promise<Result<unknown>>;
  readonly onDone: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactNode => {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const submit = async (): Promise<void> => {
    if (busy) return;
    if (props.check?.() === false) {
      setTimeout(() =>
        form.current?.querySelector<HTMLElement>('[data-invalid] input, input[aria-invalid], textarea[aria-invalid], [aria-invalid] input')?.focus(),
      );
      return;
    }
    setBusy(true);
    const answer = await props.submit();
    setBusy(false);
    if (answer.ok) props.onDone();
    else {
      setFailure(answer.error);
      // A refused code is typed again at once.
      form.current?.querySelector<HTMLInputElement>('input[type="password"]')?.select();
    }
  };
  return (
    <Dialog title={props.title} open onClose={props.onClose}>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack>
          {props.intro === undefined ? null : <p>{props.intro}</p>}
          {props.children}
          <FailureNotice failure={failure} />
        </Stack>
        <Actions end>
          <Button onPress={props.onClose}>{verbs.cancel}</Button>
          <Button kind={props.kind ?? 'primary'} type="submit" busy={busy}>
            {props.verb}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
};
