import { useEffect, useRef, useState, type ReactNode } from 'react';

/** A form that the Enter key submits; when a field is refused, the first one takes the focus. */
export const Form = (props: {
  readonly className?: string | undefined;
  readonly onSubmit: () => Promise<void> | void;
  readonly children: ReactNode;
}): ReactNode => {
  const form = useRef<HTMLFormElement>(null);
  const [answered, setAnswered] = useState(0);
  const submit = async (): Promise<void> => {
    await props.onSubmit();
    setAnswered((times) => times + 1);
  };
  // What the answer changed is drawn by then, however slow the machine: a field that it refused is marked.
  useEffect(() => {
    if (answered === 0) return;
    const faulty = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (faulty?.querySelector<HTMLElement>('input') ?? faulty)?.focus();
  }, [answered]);
  return (
    <form
      ref={form}
      className={props.className}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {props.children}
    </form>
  );
};
