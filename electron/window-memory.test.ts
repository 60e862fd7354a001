import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newPlace } from '../domain/window.ts';
import { keepWindowPlace, readWindowPlace } from './window-memory.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'delibere-window-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the place of the window is kept whole, in one file', async () => {
  const place = { bounds: { x: -40, y: 12, width: 1500, height: 900 }, state: 'maximised', zoom: 1.25 } as const;
  await keepWindowPlace(folder, place);
  expect(readWindowPlace(folder)).toEqual(place);
  expect(readdirSync(folder)).toEqual(['window.json']);
  expect(readFileSync(join(folder, 'window.json'), 'utf8')).toMatch(/^[\w{}":,.-]+$/);
});

test('a file that is missing, cut or foreign opens the window as at the first start', () => {
  expect(readWindowPlace(folder)).toEqual(newPlace);
  for (const text of ['', '{"bounds":', 'null', '{"bounds":null,"state":"hidden","zoom":1}', '{"bounds":null,"state":"normal","zoom":-4}']) {
    writeFileSync(join(folder, 'window.json'), text);
    expect(readWindowPlace(folder), text).toEqual(newPlace);
  }
});
