import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { guide, guidePictures, textsOf } from '../../words/guide/guide.ts';
import { drawGuide, pictureFolder } from './markdown.ts';

const docs = join(import.meta.dirname, '..', '..', 'docs');

test('the written guide says what the guide of the window says: `npm run guide -- --text` writes it again', () => {
  expect(readFileSync(join(docs, 'guide.md'), 'utf8')).toBe(drawGuide(guide));
});

test('each picture that the guide names is there, is small, and no other is kept', () => {
  const folder = join(docs, pictureFolder);
  for (const name of guidePictures) {
    const file = join(folder, `${name}.png`);
    expect(existsSync(file), name).toBe(true);
    expect(statSync(file).size, name).toBeLessThanOrEqual(80 * 1024);
  }
  expect(readdirSync(folder).sort()).toEqual(guidePictures.map((name) => `${name}.png`).sort());
});

test('every chapter has its own address, and no picture is shown twice', () => {
  expect(new Set(guide.map(({ slug }) => slug)).size).toBe(guide.length);
  expect(new Set(guidePictures).size).toBe(guidePictures.length);
});

test('the guide is set as French is: no plain space before a high sign or a colon, no straight quote, names closed', () => {
  for (const { title, lead, passages } of guide)
    for (const said of [title, lead, ...passages.flatMap(textsOf)]) {
      expect(said).not.toMatch(/ [;!?»:%]|« |'|"/);
      expect(said.split('**').length % 2, said).toBe(1);
    }
});
