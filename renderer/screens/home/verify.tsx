import { useCallback, useEffect, useState, type ReactNode } from 'react';
import type { RequestOutput } from '../../../domain/contract.ts';
import { verifyWords } from '../../../words/home.ts';
import { verbs } from '../../../words/screens.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { Form } from '../../parts/form.tsx';
import { Stack } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { Verdict } from '../../parts/verdict.tsx';
import { useWrite } from '../../store/request.ts';
import { useStore } from '../../store/store.ts';
import { ReadThisArchive } from '../reading/read-this.tsx';
import { GivenRoot } from './given-root.tsx';
import { TrustedRoots } from './trusted-roots.tsx';

type Verified = RequestOutput<'document.verify'>;
/** A file that a person dropped on the window. */
export interface Dropped {
  readonly handle: string;
  readonly name: string;
}

/** The verification of a document given by anyone, chosen or dropped: the file is read here, nothing changes. */
export const VerifyDialog = (props: { readonly open: boolean; readonly dropped?: Dropped | null; readonly onClose: () => void }): ReactNode => {
  const { busy, failure, clear, run } = useWrite();
  const trusts = useStore((state) => state.store?.kind === 'open');
  const [verified, setVerified] = useState<Verified | null>(null);
  const [root, setRoot] = useState<RequestOutput<'document.chooseRoot'> | null>(null);
  const [secret, setSecret] = useState('');
  const { dropped = null } = props;
  useEffect(() => {
    if (props.open) return;
    setVerified(null);
    setRoot(null);
    setSecret('');
    clear();
  }, [props.open, clear]);
  const verify = useCallback(
    async (file: Dropped | null, given: string | null, opener = ''): Promise<void> => {
      const chosen = { handle: file?.handle ?? null, name: file?.name ?? null, root: given };
      const answer = await run('document.verify', { ...chosen, secret: opener === '' ? null : opener });
      if (answer.ok) setVerified(answer.value);
    },
    [run],
  );
  useEffect(() => {
    if (dropped === null) return;
    setVerified(null);
    setRoot(null);
    setSecret('');
    void verify(dropped, null);
  }, [dropped, verify]);
  const choose = async (): Promise<void> => {
    setRoot(null);
    setSecret('');
    await verify(null, null);
  };
  const giveRoot = async (): Promise<void> => {
    const chosen = await run('document.chooseRoot', {});
    if (!chosen.ok || verified === null) return;
    setRoot(chosen.value);
    await verify({ handle: verified.handle, name: verified.verdict.fileName }, chosen.value.handle, secret);
  };
  const openLocked = (): void => {
    if (verified !== null && secret !== '') void verify({ handle: verified.handle, name: verified.verdict.fileName }, root?.handle ?? null, secret);
  };
  return (
    <Dialog
      title={verifyWords.title}
      open={props.open}
      onClose={props.onClose}
      size="large"
      actions={
        <>
          <Button onPress={props.onClose}>{verbs.close}</Button>
          <Button kind="primary" busy={busy} onPress={() => void choose()}>
            {verified === null ? verifyWords.choose : verifyWords.another}
          </Button>
        </>
      }
    >
      <Stack>
        {verified === null ? (
          <p>{verifyWords.intro}</p>
        ) : (
          <Verdict verdict={verified.verdict}>
            <ReadThisArchive handle={verified.handle} root={root?.handle ?? null} secret={secret} verdict={verified.verdict} />
          </Verdict>
        )}
        {verified === null && trusts ? <TrustedRoots /> : null}
        {verified?.verdict.kind === 'encrypted' ? (
          <Form onSubmit={openLocked}>
            <TextField label={verifyWords.secret} type="password" value={secret} onChange={setSecret} />
            <Button type="submit" busy={busy}>
              {verifyWords.openLocked}
            </Button>
          </Form>
        ) : null}
        {verified === null ? null : <GivenRoot verdict={verified.verdict} root={root} busy={busy} trusts={trusts} onGive={() => void giveRoot()} />}
        {busy ? <p role="status">{verifyWords.checking}</p> : null}
        <FailureNotice failure={failure} />
      </Stack>
    </Dialog>
  );
};
