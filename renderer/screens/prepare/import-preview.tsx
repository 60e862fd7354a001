import type { ReactNode } from 'react';
import type { SessionId } from '../../../domain/ids.ts';
import type { ImportView } from '../../../domain/import.ts';
import { importWords } from '../../../words/import-screen.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Stack } from '../../parts/section.tsx';
import { ImportRows } from './import-rows.tsx';
import styles from './import.module.css';

/** Whom the session has and the file does not name: said, never removed. */
const Absent = ({ absent }: { readonly absent: ImportView['absent'] }): ReactNode =>
  absent.total === 0 ? null : (
    <details className={styles['absent']}>
      <summary>{importWords.absent(absent.total)}</summary>
      <p>
        {absent.first.join(', ')}
        {absent.total > absent.first.length ? ` ${importWords.absentMore(absent.total - absent.first.length)}` : ''}.
      </p>
    </details>
  );

/** What an import would do, row by row, before anything is written. */
export const ImportPreview = (props: {
  readonly sessionId: SessionId;
  readonly view: ImportView;
  readonly stale: boolean;
  readonly savedAs: string | null;
  readonly busy: boolean;
  readonly onSaveFaulty: () => void;
}): ReactNode => {
  const { view } = props;
  const { counts } = view;
  const total = counts.added + counts.changed + counts.unchanged + counts.faulty;
  return (
    <Stack>
      {props.stale ? <Notice kind="warning" live title={importWords.stale} /> : null}
      {counts.faulty > 0 ? (
        <Notice
          kind="error"
          live
          title={importWords.faulty(counts.faulty, total)}
          actions={
            <Button size="small" busy={props.busy} onPress={props.onSaveFaulty}>
              {importWords.saveFaulty}
            </Button>
          }
        />
      ) : (
        <Notice kind="info" live title={counts.added + counts.changed === 0 ? importWords.nothing : importWords.ready(view.kind, counts)} />
      )}
      {props.savedAs === null ? null : <Notice kind="success" live title={importWords.faultySaved(props.savedAs)} />}
      <Absent absent={view.absent} />
      <ImportRows sessionId={props.sessionId} view={view} />
    </Stack>
  );
};
