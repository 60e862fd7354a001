import { useRef, type ReactNode } from 'react';

/** A form that the Enter key submits; when a field is refused, the first one takes the focus. */
export const Form = (props: {
  readonly className?: string | undefined;
  readonly onSubmit: () => Promise<void> | void;
  readonly children: ReactNode;
}): ReactNode => {
  const form = useRef<HTMLFormElement>(null);
  const submit = async (): Promise<void> => {
    await props.onSubmit();
    requestAnimationFrame(() => {
      const faulty = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
      (faulty?.querySelector<HTMLElement>('input') ?? faulty)?.focus();
    });
  };
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
