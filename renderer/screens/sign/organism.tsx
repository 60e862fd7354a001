import { useState, type ReactNode } from 'react';
import type { SessionId } from '../../../domain/ids.ts';
import type { OrganismView } from '../../../domain/organism.ts';
import { organismWords as words } from '../../../words/organism.ts';
import { formatInstant } from '../../../words/typography.ts';
import { Digest } from '../../parts/digest.tsx';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { Loaded } from '../../parts/loading.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { useRead, useWrite } from '../../store/request.ts';
import { BackupDialog } from './organism-backup.tsx';
import { RestoreDialog } from './organism-restore.tsx';
import styles from './organism.module.css';

/** What the root is and whether it is saved: a badge when it is, a quiet warning while it is not. */
const State = (props: { readonly organism: OrganismView; readonly timeZone: string }): ReactNode => {
  const { organism, timeZone } = props;
  if (organism.kind === 'absent') return <p className={styles['muted']}>{words.absent}</p>;
  return (
    <>
      {organism.backedUpAt === null ? (
        <Notice kind="warning" title={words.unsaved}>
          <p>{words.unsavedText}</p>
        </Notice>
      ) : (
        <Badge tone="success">{words.saved(formatInstant(organism.backedUpAt, timeZone))}</Badge>
      )}
      <dl className={styles['facts']}>
        <dt>{organism.organism}</dt>
        <dd className={styles['muted']}>{words.created(formatInstant(organism.createdAt, timeZone))}</dd>
        <dt className={styles['muted']}>{words.fingerprint}</dt>
        <dd>
          <Digest of="certificate" value={organism.fingerprint} />
        </dd>
      </dl>
    </>
  );
};

/** The organism's root beside those who sign: its state, its backup, its restoration, its certificate for auditors. */
export const Organism = (props: { readonly sessionId: SessionId; readonly timeZone: string; readonly again: string }): ReactNode => {
  const { sessionId, timeZone } = props;
  const { reading, reload } = useRead('organism.status', { sessionId }, props.again);
  const { run, busy, failure } = useWrite();
  const [open, setOpen] = useState<'backup' | 'restore' | null>(null);
  const [said, setSaid] = useState('');
  const saveCertificate = async (): Promise<void> => {
    const answer = await run('organism.saveCertificate', {});
    if (answer.ok) setSaid(words.certificateSaved(answer.value.fileName));
  };
  const close = (sentence = ''): void => {
    setOpen(null);
    setSaid(sentence);
    void reload();
  };
  return (
    <section className={styles['organism']} aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className={styles['muted']}>{words.what}</p>
      <Loaded reading={reading} retry={() => void reload()}>
        {(organism) => (
          <>
            <State organism={organism} timeZone={timeZone} />
            <div className={styles['acts']}>
              <Button onPress={() => setOpen('backup')}>{organism.kind === 'kept' && organism.backedUpAt !== null ? words.backUpAgain : words.backUp}</Button>
              <Button kind="quiet" onPress={() => setOpen('restore')}>
                {organism.kind === 'absent' ? words.restore : words.check}
              </Button>
              {organism.kind === 'absent' ? null : (
                <>
                  <Button kind="quiet" busy={busy} onPress={() => void saveCertificate()}>
                    {words.certificate}
                  </Button>
                  <p className={styles['muted']}>{words.certificateHint}</p>
                </>
              )}
            </div>
            <p role="status">{said}</p>
            <FailureNotice failure={failure} />
            {open === 'backup' ? <BackupDialog sessionId={sessionId} onClose={() => close()} /> : null}
            {open === 'restore' ? (
              <RestoreDialog
                sessionId={sessionId}
                kind={organism.kind}
                timeZone={timeZone}
                onDone={() => close(words.restoring.done[organism.kind])}
                onClose={() => close()}
              />
            ) : null}
          </>
        )}
      </Loaded>
    </section>
  );
};
