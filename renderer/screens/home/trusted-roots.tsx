import { useState, type ReactNode } from 'react';
import { verifyWords } from '../../../words/home.ts';
import { formatDay } from '../../../words/typography.ts';
import { Digest } from '../../parts/digest.tsx';
import { Button } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { Section } from '../../parts/section.tsx';
import { useRead, useWrite } from '../../store/request.ts';
import styles from './home.module.css';

/** The roots recognised on this computer beside the organism's own, each of which can be taken back. */
export const TrustedRoots = (): ReactNode => {
  const { reading, reload } = useRead('trust.list', {});
  const { busy, failure, run } = useWrite();
  const [removed, setRemoved] = useState('');
  if (reading.kind !== 'ready' || (reading.value.length === 0 && removed === '')) return null;
  const remove = async (fingerprint: string, organism: string): Promise<void> => {
    const answer = await run('trust.remove', { fingerprint });
    if (!answer.ok) return;
    setRemoved(verifyWords.untrusted(organism));
    await reload();
  };
  return (
    <Section level={3} title={verifyWords.trusted}>
      <ul className={styles['roots']}>
        {reading.value.map(({ fingerprint, organism, addedAt }) => (
          <li key={fingerprint}>
            <span>
              {organism} · {verifyWords.trustedSince(formatDay(addedAt.slice(0, 10)))}
              <Digest of="certificate" value={fingerprint} />
            </span>
            <Button size="small" kind="quiet" busy={busy} label={verifyWords.untrustLabel(organism)} onPress={() => void remove(fingerprint, organism)}>
              {verifyWords.untrust}
            </Button>
          </li>
        ))}
      </ul>
      <p role="status">{removed}</p>
      <FailureNotice failure={failure} />
    </Section>
  );
};
