import { expect, test } from 'vitest';
import { actOnFile, isBag, isPiece, isTable } from './given-file.ts';

test('a file is verified or received by its ending, and nothing else is done with it', () => {
  expect(['PV.PDF', 'archive.zip', 'archive.zip.age'].map(actOnFile)).toEqual(['verify', 'verify', 'verify']);
  expect(actOnFile('S-01.delibere')).toBe('receive');
  for (const name of ['pdf', 'lettre.docx', 'PV.pdf.exe', 'delibere', '']) expect(actOnFile(name), name).toBe(null);
});

test('a screen knows its own files', () => {
  expect([isTable('liste.XLSX'), isTable('liste.csv'), isTable('liste.pdf')]).toEqual([true, true, false]);
  expect([isBag('dossiers.zip'), isBag('dossiers.7z')]).toEqual([true, false]);
  expect([isPiece('rapport.pdf'), isPiece('photo.JPEG'), isPiece('rapport.docx')]).toEqual([true, true, false]);
});
