import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { Printer } from 'lucide-react';
import type { RequestOutput } from '../../../domain/contract.ts';
import { verifyWords } from '../../../words/home.ts';
import { verbs } from '../../../words/screens.ts';
import { formatInstant } from '../../../words/typography.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { DropPlace } from '../../parts/drop-place.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Progress } from '../../parts/progress.tsx';
import { Stack } from '../../parts/section.tsx';
import { Verdict } from '../../parts/verdict.tsx';
import { useWrite } from '../../store/request.ts';
import { useStore } from '../../store/store.ts';
import { useVerification } from '../../store/verification.ts';
import { DossiersBeside } from './dossiers-beside.tsx';
import { ReadThisArchive } from '../reading/read-this.tsx';
import { GivenRoot } from './given-root.tsx';
import { LockedFile } from './locked-file.tsx';
import { TrustedRoots } from './trusted-roots.tsx';

/** A file that a person dropped on the window, and how many others they dropped with it. */
export interface Dropped {
  readonly handle: string;
  readonly name: string;
  readonly others: number;
}
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
type File = Pick<Dropped, 'handle' | 'name'>;
/** What was given to open the file and to establish its origin, kept while its verdict is on screen. */
interface Given {
  readonly secret: string;
  readonly root: RequestOutput<'document.chooseRoot'> | null;
  /** Whether the bag of the dossiers was checked with the archive. */
  readonly beside: boolean;
}
const nothing: Given = { secret: '', root: null, beside: false };

/** The verification of a document given by anyone, chosen or dropped: the file is read here, nothing changes. */
export const VerifyDialog = (props: { readonly open: boolean; readonly dropped?: Dropped | null; readonly onClose: () => void }): ReactNode => {
  const { verified, concludedAt, verify, forget, under, stopped, work, ...state } = useVerification();
  const roots = useWrite();
  const trusts = useStore((store) => store.store?.kind === 'open');
  const [given, setGiven] = useState(nothing);
  const { dropped = null } = props;
  const { clear } = roots;
  useEffect(() => {
    if (props.open) return;
    forget();
    setGiven(nothing);
    clear();
  }, [props.open, forget, clear]);
  const begin = useCallback(
    (file: File | null): Promise<void> => {
      setGiven(nothing);
      return verify({ handle: file?.handle ?? null, name: file?.name ?? null, root: null, secret: null });
    },
    [verify],
  );
  useEffect(() => {
    if (dropped !== null) void begin(dropped);
  }, [dropped, begin]);
  const busy = state.busy || roots.busy;
  const verdict = verified?.verdict ?? null;
  /** The same file once more, with what was given. */
  const again = ({ root, secret }: Given, more: Pick<Parameters<typeof verify>[0], 'dossiers'> = {}, keep?: Parameters<typeof verify>[1]): Promise<void> =>
    verify(
      { handle: verified?.handle ?? null, name: verdict?.fileName ?? null, root: root?.handle ?? null, secret: secret === '' ? null : secret, ...more },
      keep,
    );
  const giveRoot = async (): Promise<void> => {
    const chosen = await roots.run('document.chooseRoot', {});
    if (!chosen.ok || verified === null) return;
    const now = { ...given, root: chosen.value, beside: false };
    setGiven(now);
    await again(now);
  };
  const open = async (secret: string): Promise<void> => {
    setGiven({ ...given, secret });
    await again({ ...given, secret });
  };
  const otherDossiers = verdict?.faults[0]?.rule === 'archive-dossiers';
  const whole = verdict?.level === 'whole' || verdict?.level === 'established';
  return (
    <Dialog
      title={verifyWords.title}
      open={props.open}
      onClose={props.onClose}
      size="large"
      printed={verdict !== null}
      actions={
        <>
          <Button onPress={props.onClose}>{verbs.close}</Button>
          {verdict === null ? null : (
            <Button kind="quiet" icon={<Printer aria-hidden />} onPress={() => window.print()}>
              {verifyWords.print}
            </Button>
          )}
          {verdict === null ? null : (
            <Button busy={busy} onPress={() => void begin(null)}>
              {verifyWords.another}
            </Button>
          )}
        </>
      }
    >
      <Stack>
        {dropped !== null && dropped.others > 0 ? <Notice kind="info">{verifyWords.oneByOne(dropped.name, dropped.others)}</Notice> : null}
        {under === null ? null : <p role="status">{verifyWords.under(under)}</p>}
        <Progress work={work} />
        {stopped ? (
          <Notice kind="info" live title={verifyWords.stopped}>
            <p>{verifyWords.stoppedText}</p>
          </Notice>
        ) : null}
        {verdict === null && under === null ? (
          <DropPlace takes="door" title={verifyWords.place} text={verifyWords.placeText} busy={busy}>
            <Button kind="primary" busy={busy} onPress={() => void begin(null)}>
              {verifyWords.choose}
            </Button>
          </DropPlace>
        ) : null}
        {verdict === null || concludedAt === null ? null : <p className="print-only">{verifyWords.printedAt(formatInstant(concludedAt, zone))}</p>}
        {verdict === null ? null : (
          <Verdict verdict={verdict}>
            <div data-contents className="screen-only">
              {verdict.kind === 'encrypted' && verdict.level === 'unreadable' ? (
                <LockedFile label={verifyWords.secret} refused={given.secret === '' ? null : (verdict.faults[0]?.sentence ?? null)} busy={busy} onOpen={open} />
              ) : null}
              <ReadThisArchive handle={verified?.handle ?? ''} root={given.root?.handle ?? null} secret={given.secret} verdict={verdict} />
            </div>
          </Verdict>
        )}
        {verdict === null && under === null && trusts ? <TrustedRoots /> : null}
        {verdict?.kind === 'archive' && (whole || otherDossiers) ? (
          <div data-contents className={given.beside && whole ? '' : 'screen-only'}>
            <DossiersBeside
              busy={busy}
              same={given.beside && whole}
              onVerify={(dossiers, keep) =>
                again(given, { dossiers }, (answer) => {
                  const kept = keep(answer);
                  if (kept) setGiven({ ...given, beside: true });
                  return kept;
                })
              }
            />
          </div>
        ) : null}
        {verdict === null ? null : <GivenRoot verdict={verdict} root={given.root} busy={busy} trusts={trusts} onGive={() => void giveRoot()} />}
        <FailureNotice failure={state.failure ?? roots.failure} />
      </Stack>
    </Dialog>
  );
};
