import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getDocument, GlobalWorkerOptions, PDFDataRangeTransport } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chunkSize, openRange, sealStream } from '../db/sealed-file.ts';
import { drawReport } from '../tests/fixtures/reports.ts';
import { leanWorker } from './lean-worker.ts';

const worker = readFileSync(join(import.meta.dirname, '..', 'node_modules', 'pdfjs-dist', 'legacy', 'build', 'pdf.worker.mjs'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'delibere-lean-'));
const key = new Uint8Array(32).fill(3);
const path = (name: string) => join(folder, name);

beforeAll(async () => {
  writeFileSync(path('worker.mjs'), leanWorker(worker));
  GlobalWorkerOptions.workerSrc = pathToFileURL(path('worker.mjs')).href;
  // Some 80 MB: each page lies in a part of the file of its own.
  writeFileSync(path('flat.pdf'), await drawReport(500, 400));
  execFileSync('qpdf', ['--linearize', path('flat.pdf'), path('linear.pdf')]);
  execFileSync('qpdf', ['--object-streams=generate', path('flat.pdf'), path('packed.pdf')]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Opens a sealed report by ranges, as the reader does, and tells what was read of it once a page is ready to be drawn. */
const openPage = async (name: string, page: number) => {
  const plain = readFileSync(path(name));
  await sealStream(path('sealed'), key, [plain]);
  let read = 0;
  const chunks = new Set<number>();
  const range = (start: number, end: number): Uint8Array => {
    const bytes = openRange(path('sealed'), key, start, end);
    if (bytes === null) throw new Error('range');
    read += bytes.length;
    for (let chunk = Math.floor(start / chunkSize); chunk * chunkSize < end; chunk += 1) chunks.add(chunk);
    return new Uint8Array(bytes);
  };
  class Ranges extends PDFDataRangeTransport {
    override requestDataRange(begin: number, end: number): void {
      setImmediate(() => this.onDataRange(begin, range(begin, end)));
    }
  }
  const task = getDocument({ range: new Ranges(plain.length, range(0, 65_536)), disableStream: true, disableAutoFetch: true, verbosity: 0 });
  const pdf = await task.promise;
  const opened = await pdf.getPage(page);
  await opened.getOperatorList();
  const { items } = await opened.getTextContent();
  const told = { pages: pdf.numPages, text: items.map((item) => ('str' in item ? item.str : '')).join(' ') };
  await task.destroy();
  return { ...told, share: read / plain.length, chunks: chunks.size, all: Math.ceil(plain.length / chunkSize) };
};

describe('a report of 500 pages and 80 MB', () => {
  test.each(['flat.pdf', 'linear.pdf', 'packed.pdf'])('%s opens on its first page having read less than one per cent of it, in a few chunks', async (name) => {
    const opened = await openPage(name, 1);
    expect(opened).toMatchObject({ pages: 500, text: expect.stringContaining('Page 1 ') });
    expect(opened.all).toBeGreaterThan(70);
    expect(opened.share).toBeLessThan(0.01);
    expect(opened.chunks).toBeLessThanOrEqual(6);
  });

  test('opens on its last page too', async () => {
    expect((await openPage('flat.pdf', 500)).text).toContain('Page 500 ');
  });
});

test('another version of the worker, where the two lines are not, is refused at the build', () => {
  expect(() => leanWorker(worker.replace('await this.getPage(numPages - 1);', ''))).toThrow('the worker of pdf.js has changed');
});
