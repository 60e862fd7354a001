import { useState, type ReactNode } from 'react';
import type { KeysSpread, RecoveryState } from '../../../domain/keys.ts';
import { securityWords } from '../../../words/security.ts';
import { formatInstant } from '../../../words/typography.ts';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Actions, Section, Stack } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import { FormDialog } from '../deliberate/form-dialog.tsx';
import { LeftCopies } from './left.tsx';
import { KeySheetDialog } from './sheet-dialog.tsx';
import styles from './security.module.css';

const words = securityWords.recovery;
const confirming = securityWords.confirming;
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

const State = ({ recovery }: { readonly recovery: RecoveryState }): ReactNode => {
  if (recovery.kind === 'none')
    return (
      <Notice kind="warning" title={words.none}>
        <p>{words.noneText}</p>
      </Notice>
    );
  const when = formatInstant(recovery.madeAt, zone);
  if (recovery.confirmed)
    return (
      <Badge wraps tone="success">
        {words.confirmed(recovery.sheet, when)}
      </Badge>
    );
  return (
    <>
      <Notice kind="warning" title={words.unconfirmed}>
        <p>{words.unconfirmedText}</p>
      </Notice>
      <p className={styles['state']}>{words.pending(recovery.sheet, when)}</p>
    </>
  );
};

type Made = KeysSpread & { readonly sheet: string };

const MakeDialog = (props: { readonly kind: RecoveryState['kind']; readonly onClose: () => void; readonly onMade: (made: Made) => void }): ReactNode => {
  const { run } = useWrite();
  const [passphrase, setPassphrase] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <FormDialog
      title={words.dialog[props.kind]}
      intro={words.dialogIntro[props.kind]}
      verb={words.verb}
      check={() => {
        setTried(true);
        return passphrase !== '';
      }}
      submit={async () => {
        const answer = await run('keys.makeRecovery', { passphrase });
        if (answer.ok) props.onMade(answer.value);
        return answer;
      }}
      onDone={() => setPassphrase('')}
      onClose={props.onClose}
    >
      <TextField
        autoFocus
        type="password"
        label={securityWords.passphrase.current}
        value={passphrase}
        onChange={setPassphrase}
        error={tried && passphrase === '' ? securityWords.passphrase.missing : null}
        autoComplete="current-password"
      />
    </FormDialog>
  );
};

const ConfirmDialog = (props: { readonly sheet: string; readonly onClose: () => void; readonly onDone: () => void }): ReactNode => {
  const { run } = useWrite();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <FormDialog
      title={confirming.title}
      intro={confirming.intro(props.sheet)}
      verb={confirming.verb}
      check={() => {
        setTried(true);
        return code.trim() !== '';
      }}
      submit={() => run('keys.confirmRecovery', { code })}
      onDone={props.onDone}
      onClose={props.onClose}
    >
      <TextField
        autoFocus
        label={confirming.key}
        hint={confirming.keyHint}
        value={code}
        onChange={setCode}
        error={tried && code.trim() === '' ? confirming.keyMissing : null}
        maxLength={80}
      />
    </FormDialog>
  );
};

type Open = { readonly kind: 'none' | 'make' | 'confirm' } | { readonly kind: 'sheet'; readonly made: Made };

/** The recovery key of the store: its state, a new one with its sheet, its confirmation. */
export const Recovery = (props: { readonly recovery: RecoveryState; readonly onChanged: () => void }): ReactNode => {
  const { recovery } = props;
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const [made, setMade] = useState<Made | null>(null);
  const [confirmed, setConfirmed] = useState(false);
  const close = (): void => {
    setOpen({ kind: 'none' });
    props.onChanged();
  };
  const unconfirmed = recovery.kind === 'made' && !recovery.confirmed;
  return (
    <Section title={words.title} intro={words.text}>
      <Stack gap="small">
        {confirmed ? (
          <Notice live kind="success" title={words.done}>
            <p>{words.doneText}</p>
          </Notice>
        ) : null}
        {made === null || made.left.length === 0 ? null : (
          <>
            <p>{words.left}</p>
            <LeftCopies left={made.left} />
          </>
        )}
        <State recovery={recovery} />
      </Stack>
      <Actions>
        {unconfirmed ? (
          <Button kind="primary" onPress={() => setOpen({ kind: 'confirm' })}>
            {words.confirm}
          </Button>
        ) : null}
        <Button onPress={() => setOpen({ kind: 'make' })}>{recovery.kind === 'none' ? words.make : words.makeAnother}</Button>
      </Actions>
      {open.kind === 'make' ? (
        <MakeDialog
          kind={recovery.kind}
          onClose={() => setOpen({ kind: 'none' })}
          onMade={(given) => {
            setMade(given);
            setConfirmed(false);
            setOpen({ kind: 'sheet', made: given });
          }}
        />
      ) : null}
      {open.kind === 'sheet' ? (
        <KeySheetDialog
          view={open.made.sheet}
          onClose={(shown) => {
            setConfirmed(shown);
            close();
          }}
        />
      ) : null}
      {open.kind === 'confirm' && recovery.kind === 'made' ? (
        <ConfirmDialog
          sheet={recovery.sheet}
          onClose={() => setOpen({ kind: 'none' })}
          onDone={() => {
            setConfirmed(true);
            close();
          }}
        />
      ) : null}
    </Section>
  );
};
