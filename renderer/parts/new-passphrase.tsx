import { useState, type ReactNode } from 'react';
import { weaknessOf } from '../../domain/passphrase.ts';
import { startWords } from '../../words/home.ts';
import { securityWords } from '../../words/security.ts';
import { Checkbox } from './choice.tsx';
import { Fields } from './section.tsx';
import { TextField } from './text-field.tsx';

const errorOf = (passphrase: string): string | null => {
  const weakness = weaknessOf(passphrase);
  if (weakness === null) return null;
  return weakness === 'short' ? startWords.tooShort([...passphrase].length) : securityWords.weak[weakness];
};

/** A passphrase being chosen: typed twice, shown or not, its errors told once it was tried. */
export interface NewPassphrase {
  readonly value: string;
  readonly again: string;
  readonly shown: boolean;
  readonly tried: boolean;
  readonly type: (value: string) => void;
  readonly typeAgain: (value: string) => void;
  readonly show: (shown: boolean) => void;
  /** Whether it may be used; when it may not, the fields say why from then on. */
  readonly check: () => boolean;
}

/** The state of a passphrase being chosen. */
export const useNewPassphrase = (): NewPassphrase => {
  const [value, type] = useState('');
  const [again, typeAgain] = useState('');
  const [shown, show] = useState(false);
  const [tried, setTried] = useState(false);
  const check = (): boolean => {
    setTried(true);
    return errorOf(value) === null && again === value;
  };
  return { value, again, shown, tried, type, typeAgain, show, check };
};

/** The fields of a passphrase being chosen. */
export const NewPassphraseFields = (props: {
  readonly chosen: NewPassphrase;
  readonly label: string;
  readonly again: string;
  readonly autoFocus?: boolean;
  /** Side by side where there is room: on a screen or in a dialog that has more to show. */
  readonly beside?: boolean;
}): ReactNode => {
  const { chosen } = props;
  const type = chosen.shown ? 'text' : 'password';
  const both = (
    <>
      <TextField
        label={props.label}
        hint={props.beside ? startWords.createHintShort : startWords.createHint}
        type={type}
        value={chosen.value}
        onChange={chosen.type}
        error={chosen.tried ? errorOf(chosen.value) : null}
        autoFocus={props.autoFocus ?? false}
        autoComplete="new-password"
      />
      <TextField
        label={props.again}
        type={type}
        value={chosen.again}
        onChange={chosen.typeAgain}
        error={chosen.tried && chosen.again !== chosen.value ? startWords.differ : null}
        autoComplete="new-password"
      />
    </>
  );
  return (
    <>
      {props.beside ? <Fields columns={2}>{both}</Fields> : both}
      <Checkbox label={startWords.show} checked={chosen.shown} onChange={chosen.show} />
    </>
  );
};
