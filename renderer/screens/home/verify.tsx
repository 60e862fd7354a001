import { useEffect, useState, type ReactNode } from 'react';
import type { VerdictView } from '../../../domain/verdict.ts';
import { verifyWords } from '../../../words/home.ts';
import { verbs } from '../../../words/screens.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { Verdict } from '../../parts/verdict.tsx';
import { Stack } from '../../parts/section.tsx';
import { useWrite } from '../../store/request.ts';

/** The verification of a document given by anyone: the file is read here, nothing changes. */
export const VerifyDialog = (props: { readonly open: boolean; readonly onClose: () => void }): ReactNode => {
  const { busy, failure, clear, run } = useWrite();
  const [verdict, setVerdict] = useState<VerdictView | null>(null);
  useEffect(() => {
    if (props.open) return;
    setVerdict(null);
    clear();
  }, [props.open, clear]);
  const choose = async (): Promise<void> => {
    const answer = await run('document.verify', { handle: null });
    if (answer.ok) setVerdict(answer.value);
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
            {verdict === null ? verifyWords.choose : verifyWords.another}
          </Button>
        </>
      }
    >
      <Stack>
        {verdict === null ? <p>{verifyWords.intro}</p> : <Verdict verdict={verdict} />}
        {busy ? <p role="status">{verifyWords.checking}</p> : null}
        <FailureNotice failure={failure} />
      </Stack>
    </Dialog>
  );
};
