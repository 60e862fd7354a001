import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { stoppedPages } from './stopped-pages.ts';

/** The screens, for the older of the two Chromiums; every file is local and nothing is inlined, so that the CSP stays strict. */
export default defineConfig({
  root: `${import.meta.dirname}/../renderer`,
  plugins: [react(), stoppedPages()],
  base: '/',
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    rolldownOptions: { input: ['index', 'stopped', 'stopped-again'].map((name) => `${import.meta.dirname}/../renderer/${name}.html`) },
    target: 'chrome130',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4096,
  },
  logLevel: 'warn',
});
