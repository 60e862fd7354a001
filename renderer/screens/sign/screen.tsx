import { useRef, useState, type ReactNode } from 'react';
import type { RequestOutput } from '../../../domain/contract.ts';
import type { SigningView } from '../../../domain/minute-view.ts';
import { signWords } from '../../../words/sign.ts';
import { Button } from '../../parts/button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/frame.tsx';
import { useKeptFocus } from '../../parts/kept-focus.ts';
import { Loaded } from '../../parts/loading.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { useRead, useWrite } from '../../store/request.ts';
import type { Screen } from '../../store/screen.ts';
import { useStore } from '../../store/store.ts';
import { Reader } from '../../parts/reader.tsx';
import { Organism } from './organism.tsx';
import { Refusal } from './refusal.tsx';
import { SignatureDialog } from './signature-dialog.tsx';
import { Signers } from './signers.tsx';
import styles from './sign.module.css';

type Place = Extract<Screen, { kind: 'sign' }>;
type Signer = SigningView['signers'][number];

/** The exact bytes of the minute under signature, read again after each signature. */
const Minute = (props: { readonly place: Place; readonly state: string }): ReactNode => {
  const { reading, reload } = useRead('minute.view', { sessionId: props.place.sessionId });
  return (
    <Loaded reading={reading} retry={() => void reload()}>
      {(shown: RequestOutput<'minute.view'>) => <Reader key={props.state} view={shown.view} title={signWords.reader} />}
    </Loaded>
  );
};

/** The steps of the signing beside the document. */
const Signing = (props: { readonly place: Place; readonly signing: SigningView; readonly reload: () => Promise<void> }): ReactNode => {
  const { place, signing } = props;
  const { sessionId } = place;
  const { run, busy, failure } = useWrite();
  const timeZone = useStore((state) => state.session?.fields.timeZone ?? 'UTC');
  const [preview, setPreview] = useState<string | null>(null);
  const [signer, setSigner] = useState<Signer | null>(null);
  const [refusing, setRefusing] = useState<Signer | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const side = useRef<HTMLElement>(null);
  // Once one has signed the laptop goes to the next: the first act that remains beside the document.
  useKeptFocus(() => (printed || sealed ? side.current?.querySelector('button') : null));
  const printed = signing.printing !== null;
  const sealed = signing.phase === 'sealed' || signing.phase === 'archived';
  const signed = signing.signers.filter((entry) => entry.signedAt !== null).length;
  const showPreview = async (): Promise<void> => {
    const answer = await run('minute.preview', { sessionId });
    if (answer.ok) setPreview(answer.value.view);
  };
  const establish = async (): Promise<void> => {
    const answer = await run('minute.print', { sessionId });
    if (!answer.ok) return;
    setPreview(null);
    await props.reload();
  };
  const save = async (): Promise<void> => {
    const answer = await run('minute.save', { sessionId });
    if (answer.ok) setSaved(answer.value.fileName);
  };
  const settled = (sentence: string): void => {
    setSigner(null);
    setRefusing(null);
    setSaid(sentence);
    void props.reload();
    void useStore.getState().readSession(sessionId);
  };
  return (
    <div className={styles['screen']}>
      <section className={styles['document']} data-region aria-label={printed ? signWords.minute : signWords.provisional}>
        {printed || sealed ? <Minute place={place} state={`${signing.base} ${signed}`} key={`${signing.base} ${signed}`} /> : null}
        {!printed && !sealed && preview !== null ? <Reader key={preview} view={preview} title={signWords.provisional} /> : null}
        {!printed && !sealed && preview === null ? (
          <div className={styles['empty']}>
            <EmptyState
              title={signWords.provisionalTitle}
              actions={
                <Button kind="primary" size="large" busy={busy} onPress={() => void showPreview()}>
                  {signWords.preview}
                </Button>
              }
            >
              {signWords.provisionalText}
            </EmptyState>
          </div>
        ) : null}
      </section>
      <aside ref={side} className={styles['side']} aria-label={signWords.signers}>
        <h1 className={styles['title']}>{sealed ? signWords.complete : signWords.title}</h1>
        {signing.rank > 0 ? <p>{signWords.rectifying(signing.number)}</p> : null}
        <p role="status" className="visually-hidden">
          {said}
        </p>
        {sealed ? (
          <>
            <SealedActs place={place} saved={saved} busy={busy} onSave={() => void save()} />
            <FailureNotice failure={failure} />
          </>
        ) : null}
        {printed || sealed ? (
          <Signers signing={signing} timeZone={timeZone} onSign={setSigner} onRefuse={setRefusing} />
        ) : (
          <>
            {signing.signers.some((entry) => entry.unable !== null) ? <p>{signWords.again}</p> : null}
            <p className={styles['muted']}>{signWords.establishText}</p>
            <Button kind={preview === null ? 'secondary' : 'primary'} busy={busy} onPress={() => void establish()}>
              {signWords.establish}
            </Button>
          </>
        )}
        {sealed ? null : <FailureNotice failure={failure} />}
        <Organism sessionId={sessionId} timeZone={timeZone} again={`${signing.phase} ${signed}`} />
      </aside>
      {signer === null ? null : (
        <SignatureDialog sessionId={sessionId} signer={signer} onDone={() => settled(signWords.announced(signer.name))} onClose={() => setSigner(null)} />
      )}
      {refusing === null ? null : <Refusal sessionId={sessionId} signer={refusing} onDone={() => settled(signWords.again)} onClose={() => setRefusing(null)} />}
    </div>
  );
};

const SealedActs = (props: { readonly place: Place; readonly saved: string | null; readonly busy: boolean; readonly onSave: () => void }): ReactNode => {
  const go = useStore((state) => state.go);
  return (
    <div className={styles['sealed']}>
      <p className={styles['muted']}>{signWords.completeText}</p>
      <Button kind={props.saved === null ? 'primary' : 'secondary'} busy={props.busy} onPress={props.onSave}>
        {signWords.save}
      </Button>
      <p role="status">{props.saved === null ? '' : signWords.savedAs(props.saved)}</p>
      <Button kind={props.saved === null ? 'secondary' : 'primary'} onPress={() => go({ kind: 'archive', sessionId: props.place.sessionId })}>
        {signWords.goArchive}
      </Button>
    </div>
  );
};

/** Signer: the document on the left, those who sign on the right. */
const Sign = (props: { readonly screen: Place }): ReactNode => {
  const { sessionId } = props.screen;
  const go = useStore((state) => state.go);
  const { reading, reload } = useRead('minute.signing', { sessionId });
  return (
    <Loaded reading={reading} retry={() => void reload()}>
      {(signing) =>
        signing.phase === 'preparing' || signing.phase === 'open' ? (
          <Page title={signWords.title}>
            <EmptyState
              title={signWords.notClosed}
              actions={
                <Button kind="primary" onPress={() => go({ kind: 'review', sessionId })}>
                  {signWords.goReview}
                </Button>
              }
            >
              {signWords.notClosedText}
            </EmptyState>
          </Page>
        ) : (
          <Signing place={props.screen} signing={signing} reload={reload} />
        )
      }
    </Loaded>
  );
};

export default Sign;
