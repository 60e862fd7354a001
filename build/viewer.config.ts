import { defineConfig } from 'vite';
import { leanWorkerPlugin } from './lean-worker.ts';

/** The reader of foreign PDFs, built apart because it lives on an origin of its own. */
export default defineConfig({
  root: `${import.meta.dirname}/../renderer/viewer`,
  base: '/',
  plugins: [leanWorkerPlugin],
  build: {
    outDir: '../../dist/viewer',
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4096,
  },
  logLevel: 'warn',
});
