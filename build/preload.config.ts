import { defineConfig } from 'vite';
import { contract } from '../domain/contract.ts';

/** The preload: one CommonJS file, which a sandboxed window requires; it holds the contract's names and no schema. */
export default defineConfig({
  root: import.meta.dirname,
  define: { contractNames: JSON.stringify(Object.keys(contract)) },
  ssr: { noExternal: true, external: ['electron'], target: 'node' },
  build: {
    ssr: '../electron/preload.ts',
    outDir: '../dist/preload',
    emptyOutDir: true,
    target: 'node20.18',
    rolldownOptions: { output: { format: 'cjs', entryFileNames: 'preload.cjs' } },
  },
  logLevel: 'warn',
});
