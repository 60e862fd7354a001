import { useEffect, useState, type ReactNode } from 'react';
import { Lock, Plus } from 'lucide-react';
import type { GivenFile } from '../../../domain/given-file.ts';
import { homeWords } from '../../../words/home.ts';
import { Button } from '../../parts/button.tsx';
import { Dues } from '../../parts/due-row.tsx';
import { Page } from '../../parts/frame.tsx';
import { Loaded } from '../../parts/loading.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { LockSelect } from '../../parts/lock-select.tsx';
import { ThemeSelect } from '../../parts/theme-select.tsx';
import { useErrand } from '../../store/errand.ts';
import { useRead, useWrite } from '../../store/request.ts';
import { useStore } from '../../store/store.ts';
import { HolderReminder } from '../after/holder-reminder.tsx';
import { LettersReminder } from '../after/letters-reminder.tsx';
import { ReceiveDialog } from '../transfer/receive.tsx';
import { Doors } from './doors.tsx';
import { DueLine } from './due.tsx';
import { FirstDoors } from './first-doors.tsx';
import { KeyReminder } from './key-reminder.tsx';
import { NewSession } from './new-session.tsx';
import { SessionList } from './session-list.tsx';
import { RestoredNotice } from './undo-restore.tsx';
import { Verification } from './verification.tsx';
import styles from './home.module.css';

type Open = 'none' | 'new' | 'verify' | 'receive';

/** Home: the sessions, a new one, a document to verify, the demonstration, the lock. */
export default function Home(): ReactNode {
  const demonstration = useStore((state) => state.store?.demonstration === true);
  const { readStore, resume } = useStore.getState();
  const { reading, reload } = useRead('session.list', {});
  const { busy, failure, run } = useWrite();
  const [open, setOpen] = useState<Open>('none');
  const [carried, setCarried] = useState<GivenFile | null>(null);
  const receive = (file: GivenFile | null): void => {
    setCarried(file);
    setOpen('receive');
  };
  useErrand(['newSession', 'receive'], (errand) => (errand.kind === 'receive' ? receive(errand.file) : setOpen('new')));
  // For those who build the screens: no door shows it (docs/decisions/0036).
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey && event.altKey && event.code === 'KeyP') useStore.getState().go({ kind: 'parts' });
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  const lock = async (): Promise<void> => {
    const locked = await run('store.lock', {});
    if (locked.ok) await readStore(locked.value);
  };
  const visit = async (): Promise<void> => {
    const opened = await run('store.openDemonstration', {});
    if (!opened.ok) return;
    await readStore();
    await reload();
    await resume();
  };
  const create = (
    <Button kind="primary" icon={<Plus aria-hidden />} onPress={() => setOpen('new')}>
      {homeWords.newSession}
    </Button>
  );
  const empty = reading.kind === 'ready' && reading.value.length === 0;
  return (
    <div className={styles['home']}>
      <Doors onVerify={() => setOpen('verify')} onReceive={() => receive(null)} />
      <Page title={homeWords.title} actions={empty ? undefined : create}>
        {demonstration ? (
          <Notice
            kind="info"
            title={homeWords.demonstrationTitle}
            actions={
              <Button size="small" busy={busy} onPress={() => void lock()}>
                {homeWords.leaveDemonstration}
              </Button>
            }
          >
            <p>{homeWords.demonstrationText}</p>
          </Notice>
        ) : null}
        <RestoredNotice />
        <KeyReminder />
        <FailureNotice failure={failure} />
        <Dues title={homeWords.dues}>
          <LettersReminder />
          <HolderReminder />
          <DueLine />
        </Dues>
        <Loaded reading={reading} retry={() => void reload()}>
          {(sessions) =>
            sessions.length === 0 ? (
              <FirstDoors busy={busy} onVisit={demonstration ? null : () => void visit()} onCreate={() => setOpen('new')} onVerify={() => setOpen('verify')} />
            ) : (
              <SessionList sessions={sessions} onChanged={() => void reload()} />
            )
          }
        </Loaded>
        {demonstration || empty ? null : (
          <div>
            <Button kind="quiet" busy={busy} onPress={() => void visit()}>
              {homeWords.openDemonstration}
            </Button>
          </div>
        )}
        <NewSession open={open === 'new'} onClose={() => setOpen('none')} />
        {open === 'receive' ? (
          <ReceiveDialog key={carried?.handle ?? ''} given={carried} onClose={() => setOpen('none')} onChanged={() => void reload()} />
        ) : null}
        <Verification open={open === 'verify'} onClose={() => setOpen('none')} />
      </Page>
      <div className={styles['foot']}>
        <ThemeSelect />
        <LockSelect />
        {demonstration ? null : (
          <Button kind="quiet" busy={busy} icon={<Lock aria-hidden />} onPress={() => void lock()}>
            {homeWords.lock}
          </Button>
        )}
      </div>
    </div>
  );
}
