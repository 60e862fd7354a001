import { expect, test } from 'vitest';
import { fileOf, openWaiting } from './opened-file.ts';

test('a command line opens the first file of ours that it names, wherever it was typed', () => {
  expect(fileOf(['/opt/delibere', '/home/ines/PV S-01.pdf'], '/')).toBe('/home/ines/PV S-01.pdf');
  expect(fileOf(['/opt/delibere', '--no-sandbox', '.', 'carried.delibere'], '/home/ines')).toBe('/home/ines/carried.delibere');
  expect(fileOf(['delibere', 'file:///home/in%C3%A8s/archive.zip'], '/')).toBe('/home/inès/archive.zip');
  expect(fileOf(['delibere', '/a/one.age', '/a/two.pdf'], '/')).toBe('/a/one.age');
});

test('a switch, an address, a program of that name and any other file open nothing', () => {
  for (const word of ['--open=/a/b.pdf', '-x.pdf', 'file://elsewhere/%zz.pdf', 'https://example.org/a.html', '/a/letter.docx', '/a/pdf', ''])
    expect(fileOf(['/a/program.pdf', word], '/'), word).toBe(null);
});

test('what waits is taken once, and the window is told that it waits', () => {
  let nudges = 0;
  const waiting = openWaiting(() => (nudges += 1));
  expect(waiting.take()).toBe(null);
  waiting.give(null);
  expect(nudges).toBe(0);
  waiting.give('/a/one.pdf');
  waiting.give('/a/two.pdf');
  expect(nudges).toBe(2);
  expect(waiting.take()).toBe('/a/two.pdf');
  expect(waiting.take()).toBe(null);
});
