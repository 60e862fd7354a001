import { useState, type ReactNode } from 'react';
import type { SessionId } from '../../../domain/ids.ts';
import { transferWords as words } from '../../../words/transfer.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useRead } from '../../store/request.ts';
import { TakeBackForm } from './leave.tsx';
import styles from './banner.module.css';

/** Above every screen of a session that was carried away: where to, since when, and the way to take it back; nothing while it is written here. */
export const AwayBanner = ({ sessionId }: { readonly sessionId: SessionId }): ReactNode => {
  const { reading, reload } = useRead('transfer.status', { sessionId });
  const [open, setOpen] = useState(false);
  if (reading.kind !== 'ready' || reading.value.away === null) return null;
  const { to, at } = reading.value.away;
  const close = (): void => setOpen(false);
  const taken = (): void => {
    close();
    void reload();
  };
  return (
    <div className={styles['banner']}>
      <Notice
        kind="warning"
        title={words.bannerTitle(to, at)}
        actions={
          <Button size="small" onPress={() => setOpen(true)}>
            {words.takeBack}
          </Button>
        }
      >
        <p>{words.bannerText}</p>
      </Notice>
      {open ? <TakeBackForm sessionId={sessionId} to={to} onClose={close} onDone={taken} /> : null}
    </div>
  );
};
