import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ReadingProbe, readingOf } from './reading.ts';

const png = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), deflateSync(Buffer.alloc(400))]);
const pdf = Buffer.from(`%PDF-1.7\n${'x'.repeat(9000)}\n%%EOF\n`);

describe('how a file of a dossier can be shown', () => {
  test.each([
    ['a PDF', pdf, 'pdf'],
    ['a PDF after a few bytes of another program', Buffer.concat([Buffer.from('junk\n'), pdf]), 'pdf'],
    ['a PDF cut before its end', pdf.subarray(0, 5000), 'text'],
    ['a PNG', png, 'image'],
    ['a JPEG', Buffer.from('ffd8ffe000104a464946', 'hex'), 'image'],
    ['a GIF', Buffer.from('GIF89a\x01\x00'), 'image'],
    ['a WebP', Buffer.from('RIFF\x10\x00\x00\x00WEBPVP8 ', 'latin1'), 'image'],
    ['French text in UTF-8', Buffer.from('Élève ; œuvre – 12 €\r\n'), 'text'],
    ['text in another encoding, whose letters would be guessed', Buffer.from('\xc9l\xe8ve', 'latin1'), 'unreadable'],
    ['bytes of no kind', Buffer.from([0, 1, 2, 3]), 'unreadable'],
    ['an empty file', Buffer.alloc(0), 'unreadable'],
    ['an executable', Buffer.from('MZ\x90\x00\x03'), 'unreadable'],
  ] as const)('%s', (_name, bytes, reading) => {
    expect(readingOf(bytes)).toBe(reading);
  });

  test('is the same whatever the parts in which it came, a letter cut in two included', () => {
    for (const bytes of [pdf, png, Buffer.from('é'.repeat(5000)), Buffer.concat([Buffer.from('é'.repeat(5000)), Buffer.from([0xc3])])])
      for (const size of [1, 7, 1000, 3001]) {
        const probe = new ReadingProbe();
        for (let at = 0; at < bytes.length; at += size) probe.see(bytes.subarray(at, at + size));
        expect(probe.reading(), `${size}`).toBe(readingOf(bytes));
      }
    expect(readingOf(Buffer.concat([Buffer.from('é'), Buffer.from([0xc3])]))).toBe('unreadable');
  });
});
