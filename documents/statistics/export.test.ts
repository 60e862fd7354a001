import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countStatistics } from '../../domain/statistics.ts';
import { drawPlayed, playDay } from '../../tests/fixtures/played.ts';
import { drawChart, writeInternal, writePublic } from './export.ts';

const { record } = drawPlayed(playDay());
const view = countStatistics([record], { code: null, year: null, path: null }, []);
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

test('the internal file says that it is internal; the public one says its threshold and holds no figure under it', () => {
  expect(text(writeInternal(view))).toContain('USAGE INTERNE');
  const open = text(writePublic(view));
  expect(open).toContain('inférieur à 5 est masqué');
  for (const cell of open.split(/[;\r\n]+/)) if (/^\d+$/.test(cell)) expect(Number(cell)).toBeGreaterThanOrEqual(5);
  for (const { familyName } of record.candidates) expect(open).not.toContain(familyName);
});

test('the chart is well-formed XML with its title and its description', () => {
  const folder = mkdtempSync(join(tmpdir(), 'delibere-chart-'));
  const path = join(folder, 'chart.svg');
  writeFileSync(path, drawChart(view));
  expect(() => execFileSync('xmllint', ['--noout', path])).not.toThrow();
  expect(text(drawChart(view))).toMatch(/role="img"[^]*<title id="t">[^]*<desc id="d">/);
  rmSync(folder, { recursive: true });
});
