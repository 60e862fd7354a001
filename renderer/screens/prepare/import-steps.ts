import { useCallback, useState } from 'react';
import type { GivenFile } from '../../../domain/given-file.ts';
import type { SessionId } from '../../../domain/ids.ts';
import type { ImportDone, ImportKind, ImportMapping, ImportView } from '../../../domain/import.ts';
import { ask } from '../../bridge.ts';
import { useWrite } from '../../store/request.ts';
import { useWork } from '../../store/work.ts';

/** Where a person is in an import. */
export type ImportStep =
  | { readonly kind: 'guide' }
  | { readonly kind: 'columns'; readonly view: ImportView; readonly stale: boolean }
  | { readonly kind: 'preview'; readonly view: ImportView; readonly stale: boolean }
  | { readonly kind: 'undone' }
  | { readonly kind: 'done'; readonly done: ImportDone };

/** Columns are shown first when something is left to say of them, or when what is proposed was said on another day. */
const firstStep = (view: ImportView): 'columns' | 'preview' => (view.problems.length > 0 || view.unknown.length > 0 || view.remembered ? 'columns' : 'preview');

/** The steps of an import: a file, its columns, its preview, what was done. */
export const useImport = (sessionId: SessionId, kind: ImportKind, imported: () => void) => {
  const [step, setStep] = useState<ImportStep>({ kind: 'guide' });
  const [saved, setSaved] = useState<{ readonly what: 'faulty' | 'template'; readonly fileName: string } | null>(null);
  const write = useWrite();
  const work = useWork();
  const { run, clear } = write;
  const { follow } = work;
  const show = useCallback(
    async (handle: string, where: ((view: ImportView) => 'columns' | 'preview') | 'columns' | 'preview', stale = false): Promise<void> => {
      const view = await ask('import.get', { sessionId, handle });
      if (view.ok) setStep({ kind: typeof where === 'string' ? where : where(view.value), view: view.value, stale });
    },
    [sessionId],
  );
  const reset = useCallback((): void => {
    setStep({ kind: 'guide' });
    setSaved(null);
    clear();
  }, [clear]);
  const choose = async (given?: GivenFile): Promise<void> => {
    setSaved(null);
    work.clear();
    const started = await run('import.choose', { sessionId, kind, ...(given ? { given } : {}) });
    if (!started.ok) return;
    setStep({ kind: 'guide' });
    follow(started.value.work, (handle) => show(handle, firstStep));
  };
  const map = async (view: ImportView, sheet: number, mapping: ImportMapping | null, then: 'columns' | 'preview', stale = false): Promise<void> => {
    const started = await run('import.map', { sessionId, handle: view.handle, sheet, mapping });
    if (!started.ok) return;
    const stay = (next: ImportView): 'columns' | 'preview' => (next.problems.length > 0 ? 'columns' : then);
    follow(started.value.work, () => show(view.handle, stay, stale));
  };
  const apply = async (view: ImportView, only: 'all' | 'valid'): Promise<void> => {
    const applied = await run('import.apply', { sessionId, handle: view.handle, only });
    if (applied.ok) {
      setStep({ kind: 'done', done: applied.value });
      imported();
    } else if (applied.error.code === 'import-stale')
      await map(
        view,
        view.sheet,
        view.columns.map(({ field }) => field),
        'preview',
        true,
      );
  };
  const undo = async (): Promise<void> => {
    const undone = await run('import.undo', { sessionId });
    if (!undone.ok) return;
    setStep({ kind: 'undone' });
    imported();
  };
  const saveFaulty = async (view: ImportView): Promise<void> => {
    const file = await run('import.saveFaulty', { sessionId, handle: view.handle });
    if (file.ok) setSaved({ what: 'faulty', fileName: file.value.fileName });
  };
  const saveTemplate = async (format: 'csv' | 'xlsx'): Promise<void> => {
    const file = await run('import.saveTemplate', { sessionId, kind, format });
    if (file.ok) setSaved({ what: 'template', fileName: file.value.fileName });
  };
  const turn = (view: ImportView, to: 'columns' | 'preview'): void => setStep({ kind: to, view, stale: false });
  return { step, saved, busy: write.busy, failure: write.failure ?? work.failure, work, reset, choose, map, apply, undo, saveFaulty, saveTemplate, turn };
};
