import { useState, type ReactNode } from 'react';
import type { KeysSpread } from '../../../domain/keys.ts';
import { securityWords } from '../../../words/security.ts';
import { Button } from '../../parts/button.tsx';
import { NewPassphraseFields, useNewPassphrase } from '../../parts/new-passphrase.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Actions, Section, Stack } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import { FormDialog } from '../deliberate/form-dialog.tsx';
import { LeftCopies } from './left.tsx';

const words = securityWords.passphrase;

const ChangeDialog = (props: { readonly onClose: () => void; readonly onDone: (spread: KeysSpread) => void }): ReactNode => {
  const { run } = useWrite();
  const [current, setCurrent] = useState('');
  const [tried, setTried] = useState(false);
  const chosen = useNewPassphrase();
  return (
    <FormDialog
      title={words.dialog}
      intro={words.dialogIntro}
      verb={words.verb}
      check={() => {
        setTried(true);
        return chosen.check() && current !== '';
      }}
      submit={async () => {
        const answer = await run('keys.changePassphrase', { current, passphrase: chosen.value });
        if (answer.ok) props.onDone(answer.value);
        return answer;
      }}
      onDone={props.onClose}
      onClose={props.onClose}
    >
      <TextField
        autoFocus
        type="password"
        label={words.current}
        value={current}
        onChange={setCurrent}
        error={tried && current === '' ? words.missing : null}
        autoComplete="current-password"
      />
      <NewPassphraseFields beside chosen={chosen} label={words.next} again={words.again} />
    </FormDialog>
  );
};

/** The passphrase of the store and its change, with what the change could not reach. */
export const Passphrase = (): ReactNode => {
  const [open, setOpen] = useState(false);
  const [changed, setChanged] = useState<KeysSpread | null>(null);
  return (
    <Section title={words.title} intro={words.text}>
      {changed === null ? null : (
        <Stack gap="small">
          <Notice live kind="success" title={words.done}>
            <p>{words.reached(changed.rewritten)}</p>
            <p>{words.elsewhere}</p>
          </Notice>
          <LeftCopies left={changed.left} />
        </Stack>
      )}
      <Actions>
        <Button onPress={() => setOpen(true)}>{words.change}</Button>
      </Actions>
      {open ? <ChangeDialog onClose={() => setOpen(false)} onDone={setChanged} /> : null}
    </Section>
  );
};
