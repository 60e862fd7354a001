import type { ReactNode, Ref } from 'react';
import styles from './button.module.css';

/** A button: one primary act a screen, secondary beside it, quiet in lists, danger for what can’t be undone. */
export const Button = (props: {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly type?: 'button' | 'submit';
  readonly size?: 'normal' | 'small' | 'large';
  readonly disabled?: boolean;
  readonly busy?: boolean;
  /** The accessible name, where the visible text is not enough ("Modifier" → "Modifier Inès Imaginaire"). */
  readonly label?: string;
  /** The keys shown on the button, "Ctrl ↵". */
  readonly keys?: string;
  readonly icon?: ReactNode;
  readonly describedBy?: string;
  readonly autoFocus?: boolean;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}): ReactNode => {
  const { kind = 'secondary', type = 'button', size = 'normal', disabled = false, busy = false } = props;
  return (
    <button
      ref={props.ref}
      type={type}
      className={[styles['button'], styles[kind], styles[size]].join(' ')}
      disabled={disabled}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      aria-keyshortcuts={props.keys?.replace('Ctrl ', 'Control+').replace('↵', 'Enter')}
      autoFocus={props.autoFocus}
      // A key held down acts once: the focus may have moved on to an act that nobody has chosen yet.
      onKeyDown={(event) => {
        if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
      }}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else props.onPress?.();
      }}
    >
      {props.icon}
      <span>{props.children}</span>
      {props.keys === undefined ? null : (
        <kbd aria-hidden className={styles['keys']}>
          {props.keys}
        </kbd>
      )}
    </button>
  );
};
