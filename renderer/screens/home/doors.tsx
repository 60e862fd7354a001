import type { ReactNode } from 'react';
import { ArchiveRestore, BookOpen, ChartColumn, FileCheck2, FileInput, Hourglass, KeyRound, Users } from 'lucide-react';
import { certificationWords } from '../../../words/certifications.ts';
import { doorWords } from '../../../words/doors.ts';
import { homeWords } from '../../../words/home.ts';
import { jurorFileWords } from '../../../words/juror-file.ts';
import { readingWords } from '../../../words/reading.ts';
import { securityWords } from '../../../words/security.ts';
import { transferWords } from '../../../words/transfer.ts';
import { useStore } from '../../store/store.ts';
import styles from './home.module.css';

const shared = [
  { kind: 'certifications', label: certificationWords.title, Icon: BookOpen },
  { kind: 'jurors', label: jurorFileWords.open, Icon: Users },
  { kind: 'statistics', label: doorWords.statistics, Icon: ChartColumn },
  { kind: 'retention', label: doorWords.retention, Icon: Hourglass },
  { kind: 'security', label: securityWords.door, Icon: KeyRound },
] as const;

/** The doors of the home screen: what is shared by every session, then what comes as a file: a document to verify, an archive to read, a session to receive. */
export const Doors = (props: { readonly onVerify: () => void; readonly onReceive: () => void }): ReactNode => {
  const go = useStore((state) => state.go);
  const files = [
    { act: props.onVerify, label: homeWords.verify, Icon: FileCheck2 },
    { act: () => go({ kind: 'reading', work: null }), label: readingWords.door, Icon: ArchiveRestore },
    { act: props.onReceive, label: transferWords.receive, Icon: FileInput },
  ];
  return (
    <nav className={styles['doors']} aria-label={doorWords.nav}>
      <ul className={styles['doorRow']}>
        {shared.map(({ kind, label, Icon }) => (
          <li key={kind}>
            <button type="button" className={styles['door']} onClick={() => go({ kind })}>
              <Icon aria-hidden />
              {label}
            </button>
          </li>
        ))}
      </ul>
      <ul className={styles['doorRow']}>
        {files.map(({ act, label, Icon }) => (
          <li key={label}>
            <button type="button" className={styles['door']} onClick={act}>
              <Icon aria-hidden />
              {label}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
};
