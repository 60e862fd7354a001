import { useState, type ReactNode } from 'react';
import { FileDown } from 'lucide-react';
import type { FicheLine } from '../../../domain/fiche-view.ts';
import { certificationWords as words } from '../../../words/certifications.ts';
import { Button } from '../../parts/button.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Page } from '../../parts/frame.tsx';
import { Loaded } from '../../parts/loading.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Stack } from '../../parts/section.tsx';
import { useRead, useWrite } from '../../store/request.ts';
import { FicheImport } from './import.tsx';
import styles from './certifications.module.css';

/** The certifications that a session can be held on: those of the program, those imported, and the import of another. */
export default function Certifications({ screen }: { readonly screen: { readonly importing?: boolean } }): ReactNode {
  const { reading, reload } = useRead('fiche.list', {});
  const { busy, failure, run } = useWrite();
  const [importing, setImporting] = useState(screen.importing === true);
  const [added, setAdded] = useState<{ readonly code: string; readonly version: string } | null>(null);
  const [removing, setRemoving] = useState<FicheLine | null>(null);
  const confirmed = async (key: { readonly code: string; readonly version: string }): Promise<void> => {
    setAdded(key);
    setImporting(false);
    await reload();
  };
  const remove = async (): Promise<void> => {
    if (removing === null) return;
    const removed = await run('fiche.remove', { code: removing.code, version: removing.version });
    if (!removed.ok) return;
    setRemoving(null);
    setAdded(null);
    await reload();
  };
  if (importing) return <FicheImport onConfirmed={(key) => void confirmed(key)} onBack={() => setImporting(false)} />;
  return (
    <Page
      title={words.title}
      intro={words.intro}
      actions={
        <Button kind="primary" icon={<FileDown aria-hidden />} onPress={() => setImporting(true)}>
          {words.import}
        </Button>
      }
    >
      <Stack>
        {added === null ? null : <Notice kind="success" live title={words.added(added.code, added.version)} />}
        <Loaded reading={reading} retry={() => void reload()}>
          {(list) => (
            <DataTable
              caption={words.title}
              rows={list}
              keyOf={({ code, version }) => `${code} ${version}`}
              columns={[
                { key: 'code', head: words.column.code, rowHead: true, whole: true, width: 'narrow', cell: ({ code }) => code },
                {
                  key: 'title',
                  head: words.column.title,
                  cell: ({ title, level, sessions }) => (
                    <>
                      {title}
                      <span className={styles['line']}>{[words.level(level), ...(sessions === 0 ? [] : [words.sessions(sessions)])].join(' · ')}</span>
                    </>
                  ),
                },
                { key: 'version', head: words.column.version, whole: true, cell: ({ version }) => words.version(version) },
                {
                  key: 'content',
                  head: words.column.content,
                  whole: true,
                  cell: ({ blocks, competencies }) => (
                    <>
                      {words.blockCount(blocks)}
                      <span className={styles['line']}>{words.count(competencies)}</span>
                    </>
                  ),
                },
                {
                  key: 'origin',
                  head: words.column.origin,
                  cell: ({ imported }) =>
                    imported === null ? (
                      words.shipped
                    ) : (
                      <>
                        <span className={styles['file']}>{imported.fileName}</span>
                        <span className={styles['line']}>{words.importedOn(imported.at.slice(0, 10))}</span>
                      </>
                    ),
                },
                {
                  key: 'acts',
                  head: <span className="visually-hidden">{words.column.acts}</span>,
                  align: 'end',
                  width: 'narrow',
                  cell: (line) =>
                    line.imported === null ? null : (
                      <Button kind="quiet" size="small" busy={busy} label={words.removeLabel(line.code, line.version)} onPress={() => setRemoving(line)}>
                        {words.remove}
                      </Button>
                    ),
                },
              ]}
            />
          )}
        </Loaded>
      </Stack>
      <Confirm
        open={removing !== null}
        title={words.removeTitle(removing?.code ?? '')}
        text={words.removeText}
        act={words.remove}
        busy={busy}
        failure={failure}
        onConfirm={() => void remove()}
        onClose={() => setRemoving(null)}
      />
    </Page>
  );
}
