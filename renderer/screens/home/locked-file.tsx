import { useState, type ReactNode } from 'react';
import { verifyWords } from '../../../words/home.ts';
import { Button } from '../../parts/button.tsx';
import { Form } from '../../parts/form.tsx';
import { Actions, Stack } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';

/** What opens a file that is encrypted: asked for, and asked again with the reason when it does not open it. */
export const LockedFile = (props: {
  readonly label: string;
  readonly refused: string | null;
  readonly busy: boolean;
  readonly onOpen: (secret: string) => Promise<void> | void;
}): ReactNode => {
  const { refused } = props;
  const [secret, setSecret] = useState('');
  const [missing, setMissing] = useState(false);
  const error = missing ? verifyWords.secretMissing : secret === '' ? refused : null;
  const open = async (): Promise<void> => {
    setMissing(secret === '');
    if (secret !== '') await props.onOpen(secret);
  };
  return (
    <Form onSubmit={open}>
      <Stack>
        <TextField
          label={props.label}
          hint={verifyWords.secretHint}
          type="password"
          value={secret}
          onChange={(value) => {
            setMissing(false);
            setSecret(value);
          }}
          error={error}
          autoFocus
        />
        <Actions>
          <Button kind="primary" type="submit" busy={props.busy}>
            {verifyWords.openLocked}
          </Button>
        </Actions>
      </Stack>
    </Form>
  );
};
