import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { day } from '../../domain/time.ts';
import { countStatistics } from '../../domain/statistics.ts';
import { hasLibreOffice } from '../../tests/fixtures/libreoffice.ts';
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

test('the chart is well-formed XML with its language, its title and its description', () => {
  const folder = mkdtempSync(join(tmpdir(), 'delibere-chart-'));
  const path = join(folder, 'chart.svg');
  writeFileSync(path, drawChart(view));
  expect(() => execFileSync('xmllint', ['--noout', path])).not.toThrow();
  expect(text(drawChart(view))).toMatch(/xml:lang="fr"[^]*role="img"[^]*<title id="t">[^]*<desc id="d">/);
  rmSync(folder, { recursive: true });
});

test.skipIf(!hasLibreOffice())(
  'a French LibreOffice reads its figures as numbers, its rates as percentages and its days as days (skipped without it)',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'delibere-statistics-'));
    const source = join(folder, 'interne.csv');
    const insertion = { code: 'RNCP36912', year: 2025, months: 24 as const, perMille: 667, source: 'Enquête fictive', on: day.parse('2026-02-01') };
    const rated = { ...view, insertion: [insertion] };
    writeFileSync(source, writeInternal(rated));
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    execFileSync(
      'soffice',
      [profile, '--headless', '--norestore', '--infilter=CSV:59,34,76,1,,1036,false,true', '--convert-to', 'fods', '--outdir', folder, source],
      {
        stdio: 'ignore',
      },
    );
    const read = readFileSync(join(folder, 'interne.fods'), 'utf8');
    rmSync(folder, { recursive: true });
    expect(read).toContain('office:value-type="percentage" office:value="0.667"');
    expect(read).toContain('office:value-type="date" office:date-value="2026-02-01"');
    expect(read.split('office:value-type="float"').length - 1).toBeGreaterThanOrEqual(3 * view.perBlock.length);
  },
  60_000,
);
