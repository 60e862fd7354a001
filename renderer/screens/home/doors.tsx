import type { ReactNode } from 'react';
import { ArchiveRestore, BookOpen, ChartColumn, FileCheck2, FileInput, Hourglass, KeyRound, Users } from 'lucide-react';
import { certificationWords } from '../../../words/certifications.ts';
import { doorWords } from '../../../words/doors.ts';
import { homeWords } from '../../../words/home.ts';
import { jurorFileWords } from '../../../words/juror-file.ts';
import { readingWords } from '../../../words/reading.ts';
import { securityWords } from '../../../words/security.ts';
import { transferWords } from '../../../words/transfer.ts';
import { Button } from '../../parts/button.tsx';
import { useStore } from '../../store/store.ts';
import styles from './home.module.css';

/** The doors of the home screen: what is shared by every session, then what comes as a file: a document to verify, an archive to read, a session to receive. */
export const Doors = (props: { readonly onVerify: () => void; readonly onReceive: () => void }): ReactNode => {
  const go = useStore((state) => state.go);
  return (
    <nav className={styles['doors']} aria-label={doorWords.nav}>
      <div className={styles['doorRow']}>
        <Button kind="quiet" icon={<BookOpen aria-hidden />} onPress={() => go({ kind: 'certifications' })}>
          {certificationWords.title}
        </Button>
        <Button kind="quiet" icon={<Users aria-hidden />} onPress={() => go({ kind: 'jurors' })}>
          {jurorFileWords.open}
        </Button>
        <Button kind="quiet" icon={<ChartColumn aria-hidden />} onPress={() => go({ kind: 'statistics' })}>
          {doorWords.statistics}
        </Button>
        <Button kind="quiet" icon={<Hourglass aria-hidden />} onPress={() => go({ kind: 'retention' })}>
          {doorWords.retention}
        </Button>
        <Button kind="quiet" icon={<KeyRound aria-hidden />} onPress={() => go({ kind: 'security' })}>
          {securityWords.door}
        </Button>
      </div>
      <div className={styles['doorRow']}>
        <Button kind="quiet" icon={<FileCheck2 aria-hidden />} onPress={props.onVerify}>
          {homeWords.verify}
        </Button>
        <Button kind="quiet" icon={<ArchiveRestore aria-hidden />} onPress={() => go({ kind: 'reading', work: null })}>
          {readingWords.door}
        </Button>
        <Button kind="quiet" icon={<FileInput aria-hidden />} onPress={props.onReceive}>
          {transferWords.receive}
        </Button>
      </div>
    </nav>
  );
};
