import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The screens, for the older of the two Chromiums; every file is local and nothing is inlined, so that the CSP stays strict. */
export default defineConfig({
  root: `${import.meta.dirname}/../renderer`,
  plugins: [react()],
  base: '/',
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4096,
  },
  logLevel: 'warn',
});
