import { useRef, useState, type ReactNode } from 'react';
import { actWords } from '../../words/act.ts';
import { fieldWords } from '../../words/screens.ts';
import { Button } from './button.tsx';
import { isPin, PinField } from './text-field.tsx';

/** A person's code and the act that it opens, alone on a screen that passes from hand to hand; the code leaves the screen with the attempt. */
export const CodeForm = (props: {
  readonly className?: string;
  readonly act: string;
  readonly busy: boolean;
  readonly autoFocus?: boolean;
  /** What is asked beside the code; `tried` says that an attempt was made. */
  readonly beside?: (tried: boolean) => ReactNode;
  /** Whether what is asked beside is answered. */
  readonly ready?: boolean;
  readonly onTyped: () => void;
  readonly onCode: (pin: string) => Promise<void>;
}): ReactNode => {
  const [pin, setPin] = useState('');
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const send = async (): Promise<void> => {
    setTried(true);
    if (props.ready === false || !isPin(pin)) return;
    await props.onCode(pin);
    setPin('');
    setTried(false);
    // A code that was refused is typed again at once.
    [...(form.current?.querySelectorAll('input') ?? [])].at(-1)?.focus();
  };
  return (
    <form
      ref={form}
      className={props.className}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {props.beside?.(tried)}
      <PinField
        autoFocus={props.autoFocus ?? false}
        label={fieldWords.pin}
        value={pin}
        onChange={(value) => {
          setPin(value);
          props.onTyped();
        }}
        error={tried && !isPin(pin) ? actWords.pinMissing : null}
      />
      <Button kind="primary" size="large" type="submit" busy={props.busy}>
        {props.act}
      </Button>
    </form>
  );
};
