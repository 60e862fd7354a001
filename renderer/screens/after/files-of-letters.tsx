import { useState, type ReactNode } from 'react';
import type { SessionId } from '../../../domain/ids.ts';
import type { FollowingPaper } from '../../../domain/notification.ts';
import { followingNames, notificationWords as words } from '../../../words/notification.ts';
import { Button } from '../../parts/button.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Progress } from '../../parts/progress.tsx';
import { Section } from '../../parts/section.tsx';
import { useWrite } from '../../store/request.ts';
import { useWork } from '../../store/work.ts';
import styles from './letters.module.css';

/** What is saved for the whole session: every letter in one zip, the summary, the list, the results. */
export const FilesOfLetters = (props: { readonly sessionId: SessionId; readonly view: (paper: FollowingPaper, title: string) => Promise<void> }): ReactNode => {
  const { sessionId, view } = props;
  const { run, busy, failure, clear } = useWrite();
  const work = useWork();
  const [saved, setSaved] = useState<string | null>(null);
  const running = busy || work.progress !== null;
  const saveAll = async (): Promise<void> => {
    setSaved(null);
    work.clear();
    const answer = await run('notification.saveAll', { sessionId });
    if (answer.ok) work.follow(answer.value.work, () => setSaved(words.allSaved(answer.value.fileName)));
  };
  const saveResults = async (format: 'csv' | 'xlsx'): Promise<void> => {
    setSaved(null);
    clear();
    const answer = await run('notification.results', { sessionId, format });
    if (answer.ok) setSaved(words.resultsSaved(answer.value.fileName));
  };
  return (
    <Section title={words.files}>
      <div className={styles['columns']}>
        <Section level={3} title={words.letters} intro={words.allText}>
          <div className={styles['files']}>
            <Button kind="primary" busy={running} onPress={() => void saveAll()}>
              {words.all}
            </Button>
          </div>
          <div className={styles['files']}>
            <Button onPress={() => void view({ kind: 'summary' }, followingNames.papers.summary)}>{words.summary}</Button>
            <Button onPress={() => void view({ kind: 'list' }, followingNames.papers.list)}>{words.list}</Button>
          </div>
        </Section>
        <Section level={3} title={words.results} intro={words.resultsText}>
          <div className={styles['files']}>
            <Button busy={running} onPress={() => void saveResults('xlsx')}>
              {words.book}
            </Button>
            <Button busy={running} onPress={() => void saveResults('csv')}>
              {words.csv}
            </Button>
          </div>
        </Section>
      </div>
      <Progress work={work} />
      <FailureNotice failure={failure ?? work.failure} />
      {saved === null ? null : <Notice live kind="success" title={saved} />}
    </Section>
  );
};
