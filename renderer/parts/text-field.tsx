import type { ReactNode, Ref } from 'react';
import { Field, type FieldProps } from './field.tsx';
import styles from './field.module.css';

interface TextProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly disabled?: boolean;
  readonly readOnly?: boolean;
  readonly maxLength?: number;
  readonly autoFocus?: boolean;
  readonly placeholder?: string;
  /** Whether sentences are typed there, and not names, codes or figures: their spelling is then looked at. Several lines are, unless told. */
  readonly prose?: boolean;
}

const classOf = (base: string, error: string | null | undefined, short = false): string =>
  [styles[base], error ? styles['invalid'] : '', short ? styles['short'] : ''].join(' ');

/** One line of text. */
export const TextField = (
  props: TextProps & {
    readonly type?: 'text' | 'password' | 'email' | 'number';
    readonly short?: boolean;
    readonly min?: number;
    readonly max?: number;
    readonly autoComplete?: string;
    /** The field by which a list is searched: the usual key of a search leads to it. */
    readonly find?: boolean;
    readonly ref?: Ref<HTMLInputElement>;
  },
): ReactNode => (
  <Field {...props}>
    {(ids) => (
      <input
        {...ids}
        ref={props.ref}
        data-find={props.find || undefined}
        className={classOf('input', props.error, props.short)}
        type={props.type ?? 'text'}
        value={props.value}
        disabled={props.disabled}
        readOnly={props.readOnly}
        maxLength={props.maxLength}
        min={props.min}
        max={props.max}
        placeholder={props.placeholder}
        autoComplete={props.autoComplete ?? 'off'}
        autoFocus={props.autoFocus}
        spellCheck={props.prose === true}
        onChange={(event) => props.onChange(event.target.value)}
      />
    )}
  </Field>
);

/** Several lines of text. */
export const TextArea = (props: TextProps & { readonly rows?: number; readonly ref?: Ref<HTMLTextAreaElement> }): ReactNode => (
  <Field {...props}>
    {(ids) => (
      <textarea
        {...ids}
        ref={props.ref}
        className={classOf('area', props.error)}
        rows={props.rows ?? 3}
        value={props.value}
        disabled={props.disabled}
        readOnly={props.readOnly}
        maxLength={props.maxLength}
        placeholder={props.placeholder}
        autoFocus={props.autoFocus}
        spellCheck={props.prose !== false}
        onChange={(event) => props.onChange(event.target.value)}
      />
    )}
  </Field>
);

/** A personal code: 4 to 8 digits, masked; anything else typed is left out. */
export const PinField = (props: Omit<TextProps, 'readOnly' | 'maxLength' | 'placeholder'> & { readonly ref?: Ref<HTMLInputElement> }): ReactNode => (
  <Field {...props}>
    {(ids) => (
      <input
        {...ids}
        ref={props.ref}
        className={`${classOf('input', props.error)} ${styles['pin']}`}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        maxLength={8}
        value={props.value}
        disabled={props.disabled}
        autoFocus={props.autoFocus}
        onChange={(event) => props.onChange(event.target.value.replace(/\D/g, '').slice(0, 8))}
      />
    )}
  </Field>
);

/** Whether a typed code has the right form. */
export const isPin = (value: string): boolean => /^\d{4,8}$/.test(value);
