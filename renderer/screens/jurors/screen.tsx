import { useState, type ReactNode } from 'react';
import { Plus } from 'lucide-react';
import { fullName } from '../../../domain/candidate.ts';
import { answersFind } from '../../../domain/find.ts';
import type { JurorFileId } from '../../../domain/ids.ts';
import type { JurorFileLine } from '../../../domain/juror-file.ts';
import { jurorFileWords as words } from '../../../words/juror-file.ts';
import { Button } from '../../parts/button.tsx';
import { Checkbox } from '../../parts/choice.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/frame.tsx';
import { Loaded } from '../../parts/loading.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Stack } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useRead, useWrite } from '../../store/request.ts';
import { FileDialog } from './file.tsx';
import { JurorFileTable } from './table.tsx';
import { UpdateDialog } from './update.tsx';
import styles from './jurors.module.css';

/** Whether a person of the directory answers a search: every word typed begins a word of the name, the employer, the quality or the trade. */
export const answers = (file: JurorFileLine, search: string): boolean => {
  return answersFind(`${file.givenName} ${file.familyName} ${file.employer} ${file.quality} ${file.trade}`, search);
};

type Open = { readonly kind: 'none' } | { readonly kind: 'file' | 'update'; readonly id: JurorFileId | null };

/** The directory of jury members: search, add, change, take out. */
export default function Jurors(): ReactNode {
  const { reading, reload } = useRead('jurorFile.list', {});
  const unfiled = useRead('jurorFile.unfiled', {}, reading);
  const { busy, failure, run } = useWrite();
  const [search, setSearch] = useState('');
  const [archived, setArchived] = useState(false);
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const [removed, setRemoved] = useState<{ readonly undo: string; readonly name: string } | null>(null);
  const files = reading.kind === 'ready' ? reading.value : [];
  const shown = open.kind === 'none' ? null : (files.find((file) => file.id === open.id) ?? null);
  const close = (): void => setOpen({ kind: 'none' });
  const adopt = async (): Promise<void> => {
    const adopted = await run('jurorFile.adopt', {});
    if (adopted.ok) await reload();
  };
  const undo = async (handle: string): Promise<void> => {
    const restored = await run('jurorFile.restore', { undo: handle });
    setRemoved(null);
    if (restored.ok) await reload();
  };
  const saved = async (id: JurorFileId): Promise<void> => {
    await reload();
    setOpen({ kind: 'update', id });
  };
  const add = (
    <Button kind="primary" icon={<Plus aria-hidden />} onPress={() => setOpen({ kind: 'file', id: null })}>
      {words.add}
    </Button>
  );
  return (
    <Page title={words.title} intro={words.intro} actions={files.length === 0 ? undefined : add}>
      <Stack>
        {removed === null ? null : (
          <Notice
            kind="success"
            live
            title={words.removed(removed.name)}
            actions={
              <Button size="small" onPress={() => void undo(removed.undo)}>
                {words.undo}
              </Button>
            }
          >
            <p>{words.removedText}</p>
          </Notice>
        )}
        <FailureNotice failure={failure} />
        {removed === null && unfiled.reading.kind === 'ready' && unfiled.reading.value.members > 0 ? (
          <Notice
            kind="info"
            title={words.unfiled(unfiled.reading.value.members)}
            actions={
              <Button size="small" busy={busy} onPress={() => void adopt()}>
                {words.adopt(unfiled.reading.value.members)}
              </Button>
            }
          >
            <p>{words.unfiledText}</p>
          </Notice>
        ) : null}
        <Loaded reading={reading} retry={() => void reload()}>
          {(list) => {
            const archivedCount = list.filter((file) => file.archivedAt !== null).length;
            const rows = list.filter((file) => (archived || file.archivedAt === null) && answers(file, search));
            if (list.length === 0)
              return (
                <EmptyState title={words.emptyTitle} actions={add}>
                  {words.emptyText}
                </EmptyState>
              );
            return (
              <>
                <div className={styles['toolbar']}>
                  <TextField find label={words.search} value={search} maxLength={80} onChange={setSearch} />
                  {archivedCount === 0 ? null : <Checkbox label={words.showArchived(archivedCount)} checked={archived} onChange={setArchived} />}
                </div>
                {rows.length === 0 ? <p role="status">{words.none}</p> : <JurorFileTable rows={rows} onOpen={(id) => setOpen({ kind: 'file', id })} />}
              </>
            );
          }}
        </Loaded>
      </Stack>
      {open.kind === 'file' ? (
        <FileDialog
          key={open.id ?? 'new'}
          file={shown}
          onClose={close}
          onSaved={(id) => void saved(id)}
          onChanged={reload}
          onRemoved={(handle, name) => {
            setRemoved({ undo: handle, name });
            close();
            void reload();
          }}
        />
      ) : null}
      {open.kind === 'update' && shown !== null && shown.seats.some((seat) => seat.differences.length > 0) ? (
        <UpdateDialog file={shown} name={fullName(shown)} onClose={close} onDone={() => void reload().then(close)} />
      ) : null}
    </Page>
  );
}
