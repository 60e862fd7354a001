import { useRef, useState, type ReactNode } from 'react';
import type { HolderLine, HoldersView } from '../../../domain/holder.ts';
import type { SessionId } from '../../../domain/ids.ts';
import { holderWords as words } from '../../../words/holders.ts';
import { identityWords } from '../../../words/holder-identity.ts';
import { Button } from '../../parts/button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/frame.tsx';
import { useKeptFocus } from '../../parts/kept-focus.ts';
import { Loaded } from '../../parts/loading.tsx';
import { useRead } from '../../store/request.ts';
import { useStore } from '../../store/store.ts';
import { HolderBatches } from './holder-batches.tsx';
import { HolderImport } from './holder-import.tsx';
import { HolderIdentityDialog } from './holder-identity.tsx';
import { HolderList, Preflight } from './holder-list.tsx';
import { HolderSettings } from './holder-settings.tsx';
import { WriteFile } from './holder-write.tsx';
import styles from './holders.module.css';

const Ready = (props: { readonly sessionId: SessionId; readonly view: HoldersView; readonly reload: () => Promise<void> }): ReactNode => {
  const { sessionId, view, reload } = props;
  const [edited, setEdited] = useState<HolderLine | null>(null);
  const [said, setSaid] = useState('');
  // Once an identity is kept, one goes on from the holder whose it is.
  const last = useRef<string | null>(null);
  useKeptFocus(() => {
    const name = last.current;
    last.current = null;
    return name === null ? null : document.querySelector<HTMLElement>(`[aria-label=${JSON.stringify(words.list.editOf(name))}]`);
  });
  const settings = <HolderSettings view={view} onSaved={reload} />;
  const lacking = view.settingsRemarks.length > 0;
  return (
    <>
      {lacking ? settings : null}
      <HolderList
        view={view}
        onEdit={setEdited}
        actions={
          <>
            <HolderImport
              sessionId={sessionId}
              onKept={async (kept) => {
                setSaid(kept);
                await reload();
              }}
            />
            <WriteFile sessionId={sessionId} view={view} onWritten={reload} say={setSaid} />
          </>
        }
      />
      <p role="status" className={styles['said']}>
        {said}
      </p>
      <Preflight view={view} />
      {lacking ? null : settings}
      {view.batches.length === 0 ? null : <HolderBatches sessionId={sessionId} view={view} onAdopted={reload} say={setSaid} />}
      {edited === null ? null : (
        <HolderIdentityDialog
          sessionId={sessionId}
          line={edited}
          onClose={() => setEdited(null)}
          onSaved={async () => {
            last.current = edited.name;
            setSaid(identityWords.kept(edited.name));
            setEdited(null);
            await reload();
          }}
        />
      )}
    </>
  );
};

/** The declaration of the holders: who is to be declared and by when, what is missing, the files written and what their reports said. */
export const Holders = (props: { readonly sessionId: SessionId }): ReactNode => {
  const { sessionId } = props;
  const go = useStore((state) => state.go);
  const { reading, reload } = useRead('holder.list', { sessionId });
  return (
    <Loaded reading={reading} retry={() => void reload()}>
      {(view) => {
        if (view.stage === 'unsealed')
          return (
            <Page title={words.title}>
              <EmptyState
                title={words.unsealed}
                actions={
                  <Button kind="primary" onPress={() => go({ kind: 'sign', sessionId })}>
                    {words.goSign}
                  </Button>
                }
              >
                {words.unsealedText}
              </EmptyState>
            </Page>
          );
        if (view.stage === 'rectifying')
          return (
            <Page title={words.title}>
              <EmptyState title={words.rectifying} actions={<Button onPress={() => go({ kind: 'review', sessionId })}>{words.goReview}</Button>}>
                {words.rectifyingText}
              </EmptyState>
            </Page>
          );
        if (view.holders.length === 0)
          return (
            <Page title={words.title}>
              <EmptyState title={words.nobody}>{words.nobodyText}</EmptyState>
            </Page>
          );
        return (
          <Page title={words.title} intro={words.intro}>
            <Ready sessionId={sessionId} view={view} reload={reload} />
          </Page>
        );
      }}
    </Loaded>
  );
};
