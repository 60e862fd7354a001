import { Worker } from 'node:worker_threads';
import type { CsvRow, CsvTable } from './csv.ts';

/** One sheet of a file, its rows with the line on which a person sees them; a file of separated values has one, without a name. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly CsvRow[];
}

/** A table that a person gives: what kind of file it was, and its sheets that can be seen and are not empty. */
export interface Table {
  readonly format: 'csv' | 'xlsx';
  readonly encoding: CsvTable['encoding'] | null;
  readonly sheets: readonly Sheet[];
}

/** The most that a file may hold; beyond it is refused before it is read. Bytes of the file, bytes once inflated, members of the archive, rows, columns, letters of a cell. */
export const tableLimits = { bytes: 20_000_000, inflated: 120_000_000, ratio: 400, members: 2000, rows: 20_000, columns: 256, cell: 32_767 } as const;

/** Why a file is no table that can be read; the sentences are in words/imports.ts. */
export const tableFaultCodes = [
  'not-text',
  'empty-file',
  'unclosed-quote',
  'misplaced-quote',
  'old-workbook',
  'encrypted-workbook',
  'other-document',
  'damaged-workbook',
  'too-many-bytes',
  'too-many-rows',
  'too-many-columns',
  'too-long-cell',
] as const;
/** Why a file is no table that can be read, and the line that shows it where there is one. */
export interface TableFault {
  readonly kind: (typeof tableFaultCodes)[number];
  readonly line: number | null;
}

/** A table, or why there is none. */
export type TableRead = { readonly ok: true; readonly table: Table } | { readonly ok: false; readonly fault: TableFault };

/** A cell of a workbook that shows an error, or a formula whose value was never computed, begins so: it is a problem on its row, not a text. */
export const withoutValue = '\u0000=';

const entry = (): URL => new URL(import.meta.url.endsWith('.ts') ? './table-worker.ts' : './table-worker.js', import.meta.url);

/** Reads a file in a thread of its own, whose memory is bounded and which `signal` ends at once: null when it was told to stop. */
export const readTable = (path: string, signal: AbortSignal): Promise<TableRead | null> =>
  new Promise((resolve, reject) => {
    if (signal.aborted) {
      resolve(null);
      return;
    }
    const worker = new Worker(entry(), { workerData: { path }, resourceLimits: { maxOldGenerationSizeMb: 640, stackSizeMb: 4 } });
    const stop = (): void => {
      void worker.terminate();
      resolve(null);
    };
    signal.addEventListener('abort', stop, { once: true });
    const settle = (end: () => void): void => {
      signal.removeEventListener('abort', stop);
      void worker.terminate();
      end();
    };
    worker.once('message', (message: { readonly read: TableRead } | { readonly code: string | null; readonly bug: string }) =>
      settle(() => {
        if ('read' in message) resolve(message.read);
        else reject(Object.assign(new Error(message.bug), message.code === null ? {} : { code: message.code }));
      }),
    );
    worker.once('error', (error: Error & { readonly code?: string }) =>
      settle(() => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ ok: false, fault: { kind: 'too-many-bytes', line: null } });
        else reject(error);
      }),
    );
  });
