import { useEffect, useState, type ReactNode } from 'react';
import { fullName } from '../../../domain/candidate.ts';
import type { ImportPreview, SessionView } from '../../../domain/view.ts';
import { importDone, importGuide, importProblemSentence, importRefused } from '../../../words/imports.ts';
import { shortBlocks } from '../../../words/outcome.ts';
import { candidateWords } from '../../../words/prepare.ts';
import { verbs } from '../../../words/screens.ts';
import { formatShortDay } from '../../../words/typography.ts';
import { Button } from '../../parts/button.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Stack } from '../../parts/section.tsx';
import { useWrite } from '../../store/request.ts';
import styles from './prepare.module.css';

const Preview = ({ preview }: { readonly preview: ImportPreview }): ReactNode =>
  preview.problems.length > 0 ? (
    <Notice kind="error" live title={importRefused(preview.problems.length)}>
      <ol className={styles['problems']}>
        {preview.problems.map((problem) => (
          <li key={`${problem.line} ${problem.column} ${problem.code}`}>{importProblemSentence(problem)}</li>
        ))}
      </ol>
    </Notice>
  ) : (
    <>
      <Notice kind="info" live title={candidateWords.importReady(preview.rows.length, preview.fileName)} />
      <DataTable
        dense
        caption={candidateWords.importTitle}
        rows={preview.rows}
        keyOf={(row) => String(row.line)}
        columns={[
          { key: 'line', head: candidateWords.importLine, cell: (row) => row.line, align: 'end' },
          { key: 'number', head: candidateWords.column.number, cell: (row) => row.number },
          { key: 'name', head: candidateWords.column.name, rowHead: true, cell: fullName },
          { key: 'path', head: candidateWords.column.path, cell: (row) => row.accessPath },
          { key: 'entry', head: candidateWords.column.entry, cell: (row) => formatShortDay(row.entryDate) },
          { key: 'blocks', head: candidateWords.column.blocks, cell: (row) => shortBlocks(row.presents) },
        ]}
      />
    </>
  );

/** The import of candidates: a file chosen, every fault named, nothing written before the person says so. */
export const ImportDialog = (props: {
  readonly session: SessionView;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onImported: () => void;
}): ReactNode => {
  const { busy, failure, clear, run } = useWrite();
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [imported, setImported] = useState<number | null>(null);
  const { id: sessionId } = props.session;
  useEffect(() => {
    if (props.open) return;
    setPreview(null);
    setImported(null);
    clear();
  }, [props.open, clear]);
  const choose = async (): Promise<void> => {
    const chosen = await run('candidate.chooseImport', { sessionId });
    if (chosen.ok) setPreview(chosen.value);
  };
  const apply = async (handle: string): Promise<void> => {
    const applied = await run('candidate.applyImport', { sessionId, handle });
    if (!applied.ok) return;
    setImported(applied.value.imported);
    props.onImported();
  };
  const ready = preview !== null && preview.problems.length === 0 && imported === null;
  return (
    <Dialog
      title={importGuide.title}
      open={props.open}
      onClose={props.onClose}
      size="large"
      actions={
        <>
          <Button onPress={props.onClose}>{imported === null ? verbs.cancel : verbs.close}</Button>
          {imported !== null ? null : ready ? (
            <Button kind="primary" busy={busy} onPress={() => void apply(preview.handle)}>
              {candidateWords.importApply(preview.rows.length)}
            </Button>
          ) : (
            <Button kind="primary" busy={busy} onPress={() => void choose()}>
              {preview === null ? importGuide.choose : candidateWords.importAgain}
            </Button>
          )}
        </>
      }
    >
      <Stack>
        {preview === null ? (
          <>
            <p>{importGuide.explain}</p>
            <p>
              {importGuide.dates} {importGuide.blocks}
            </p>
            <p>{importGuide.atomic}</p>
          </>
        ) : imported === null ? (
          <Preview preview={preview} />
        ) : (
          <Notice kind="success" live title={importDone(imported)} />
        )}
        <FailureNotice failure={failure} />
      </Stack>
    </Dialog>
  );
};
