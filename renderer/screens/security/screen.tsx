import type { ReactNode } from 'react';
import { securityWords as words } from '../../../words/security.ts';
import { Page } from '../../parts/frame.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useStore } from '../../store/store.ts';
import { Passphrase } from './passphrase.tsx';
import { Recovery } from './recovery.tsx';
import styles from './security.module.css';

/** What opens the store: its passphrase and its recovery key, each changed here. */
export default function Security(): ReactNode {
  const { store, readStore } = useStore();
  if (store === null) return null;
  return (
    <Page title={words.title} intro={words.intro}>
      {store.demonstration || store.recovery === null ? (
        <Notice kind="info" title={words.demonstration} />
      ) : (
        <div className={styles['ways']}>
          <Passphrase />
          <Recovery recovery={store.recovery} onChanged={() => void readStore()} />
        </div>
      )}
    </Page>
  );
}
