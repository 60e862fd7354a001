import { useState, type ReactNode } from 'react';
import type { RequestInput, RequestOutput } from '../../../domain/contract.ts';
import { verifyWords } from '../../../words/home.ts';
import { Button } from '../../parts/button.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Actions, Section, Stack } from '../../parts/section.tsx';
import { useWrite } from '../../store/request.ts';
import type { Verified } from '../../store/verification.ts';
import { LockedFile } from './locked-file.tsx';

type Dossiers = NonNullable<RequestInput<'document.verify'>['dossiers']>;

/** The bag of the dossiers, checked with its archive once the archive itself is found whole; what opens it is asked for only when what opened the archive does not. */
export const DossiersBeside = (props: {
  readonly busy: boolean;
  /** Whether both were found whole together. */
  readonly same: boolean;
  /** Verifies both; `keep` says whether what is concluded may replace the verdict on the archive alone. */
  readonly onVerify: (dossiers: Dossiers, keep: (verified: Verified) => boolean) => Promise<void>;
}): ReactNode => {
  const { busy, failure, run } = useWrite();
  const [file, setFile] = useState<RequestOutput<'document.chooseDossiers'> | null>(null);
  const [closed, setClosed] = useState<{ readonly refused: string | null } | null>(null);
  const verify = (handle: string, secret: string | null): Promise<void> => {
    setClosed(null);
    return props.onVerify({ handle, secret }, ({ verdict }) => {
      if (verdict.level !== 'unreadable') return true;
      setClosed({ refused: secret === null ? null : (verdict.faults[0]?.sentence ?? null) });
      return false;
    });
  };
  const choose = async (): Promise<void> => {
    const chosen = await run('document.chooseDossiers', {});
    if (!chosen.ok) return;
    setFile(chosen.value);
    await verify(chosen.value.handle, null);
  };
  if (props.same)
    return (
      <Section level={3} title={verifyWords.dossiers}>
        <Notice kind="success" live>
          {verifyWords.dossiersSame}
        </Notice>
      </Section>
    );
  const asking = closed !== null && file !== null && !props.busy;
  return (
    <Section level={3} title={verifyWords.dossiers} intro={verifyWords.dossiersIntro}>
      <Stack>
        {asking ? (
          <LockedFile
            label={verifyWords.dossiersSecret(file.name)}
            refused={closed.refused}
            busy={props.busy}
            onOpen={(secret) => void verify(file.handle, secret)}
          />
        ) : null}
        <Actions>
          <Button size="small" busy={busy || props.busy} onPress={() => void choose()}>
            {asking ? verifyWords.dossiersAnother : verifyWords.dossiersChoose}
          </Button>
        </Actions>
        <FailureNotice failure={failure} />
      </Stack>
    </Section>
  );
};
