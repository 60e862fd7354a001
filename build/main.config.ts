import { defineConfig } from 'vite';

/** The main process: one ES bundle and the pieces it loads later, for the older of the two Nodes it runs on. */
export default defineConfig({
  root: import.meta.dirname,
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3'], target: 'node' },
  build: {
    ssr: '../electron/main.ts',
    outDir: '../dist/main',
    emptyOutDir: true,
    target: 'node20.18',
    minify: false,
    rolldownOptions: { output: { format: 'es', entryFileNames: 'main.js', chunkFileNames: '[name].js' } },
  },
  logLevel: 'warn',
});
