import type { Plugin } from 'vite';

// Opening a document, pdf.js fetches its last page, and with the first one every page of a flat tree: on a 500-page report that is the whole file.
const changes: readonly (readonly [was: string, is: string])[] = [
  ['await this.getPage(numPages - 1);', 'if (recoveryMode) await this.getPage(numPages - 1);'],
  [
    'if (currentNode === this.toplevelPagesDict && lastKid instanceof Ref',
    'if (pageIndex > 7 && currentNode === this.toplevelPagesDict && lastKid instanceof Ref',
  ],
];

/** The worker of pdf.js, which then reads only what the first page needs: two of its lines changed. Throws when another version no longer has them. */
export const leanWorker = (source: string): string => {
  let lean = source;
  for (const [was, is] of changes) {
    if (lean.split(was).length !== 2) throw new Error(`the worker of pdf.js has changed: ${was}`);
    lean = lean.replace(was, is);
  }
  return lean;
};

/** Puts the lean worker in the place of the one that the bundle copied. */
export const leanWorkerPlugin: Plugin = {
  name: 'lean-worker',
  generateBundle(_options, bundle) {
    const workers = Object.values(bundle).filter((file) => file.type === 'asset' && /pdf\.worker/.test(file.fileName));
    if (workers.length !== 1) throw new Error(`${workers.length} workers of pdf.js in the bundle`);
    for (const file of workers) if (file.type === 'asset') file.source = leanWorker(Buffer.from(file.source as Uint8Array).toString('utf8'));
  },
};
