import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SessionRecord } from '../../domain/minute.ts';
import { fixtureFonts } from '../../tests/fixtures/fonts.ts';
import { drawPlayed } from '../../tests/fixtures/played.ts';
import { playSealed } from '../../tests/fixtures/rectified.ts';
import { hasVeraPDF, validate } from '../../tests/fixtures/verapdf.ts';
import { drawAttendanceSheet, isAttendanceSheet } from './attendance.ts';

let place: string;
let record: SessionRecord;
let pdf: Uint8Array;
const poppler = spawnSync('pdftotext', ['-v']).error === undefined;

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'delibere-attendance-'));
  ({ record } = drawPlayed(playSealed()));
  pdf = await drawAttendanceSheet(record, fixtureFonts());
  writeFileSync(join(place, 'emargement.pdf'), pdf);
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

it('the attendance sheet has the same bytes when the same record gives it again, and is told from that of another record', async () => {
  expect(Buffer.from(await drawAttendanceSheet(record, fixtureFonts())).equals(Buffer.from(pdf))).toBe(true);
  const [first, ...others] = record.candidates;
  if (first === undefined) throw new Error('the played day has candidates');
  const other: SessionRecord = { ...record, candidates: [{ ...first, presence: first.presence === 'absent' ? 'present' : 'absent' }, ...others] };
  const forged = await drawAttendanceSheet(other, fixtureFonts());
  expect([await isAttendanceSheet(pdf, record, fixtureFonts()), await isAttendanceSheet(forged, record, fixtureFonts())]).toEqual([true, false]);
  for (const bytes of [new Uint8Array(), Buffer.from('%PDF-1.7'), Buffer.concat([pdf, Buffer.from('\n')]), pdf.subarray(0, pdf.length - 1)])
    expect(await isAttendanceSheet(bytes, record, fixtureFonts())).toBe(false);
});

it.skipIf(!poppler)('the attendance sheet names every member and every candidate of the record, and no accommodation (skipped without poppler)', () => {
  const text = execFileSync('pdftotext', ['-layout', join(place, 'emargement.pdf'), '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, ' ');
  for (const { familyName } of record.members) expect(text).toContain(familyName);
  for (const { number, name } of record.candidates) expect(text).toContain(`${number} ${name}`);
  expect(text).not.toMatch(/aménage|handicap|tiers temps/i);
});

it.skipIf(!hasVeraPDF())('the attendance sheet is PDF/A-3a and PDF/UA-1 (skipped without veraPDF)', { timeout: 120_000 }, async () => {
  const verdicts = await validate([
    { pdf, flavour: '3a' },
    { pdf, flavour: 'ua1' },
  ]);
  for (const { checks, failed } of verdicts) {
    expect(failed).toEqual([]);
    expect(checks).toBeGreaterThan(100);
  }
});
