import { join } from 'node:path';
import { defineConfig } from 'vite';

/** The main process: one ES bundle, the thread it starts and the pieces it loads later, for the older of the two Nodes it runs on. */
export default defineConfig({
  root: import.meta.dirname,
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3'], target: 'node' },
  build: {
    ssr: true,
    outDir: '../dist/main',
    emptyOutDir: true,
    target: 'node20.18',
    minify: false,
    rolldownOptions: {
      // The thread that reads tables is a program of its own, beside the main one.
      input: {
        main: join(import.meta.dirname, '../electron/main.ts'),
        'table-worker': join(import.meta.dirname, '../documents/imports/table-worker.ts'),
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
  logLevel: 'warn',
});
