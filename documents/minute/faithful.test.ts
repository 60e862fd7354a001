import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { recordText, type SessionRecord } from '../../domain/minute.ts';
import { instant } from '../../domain/time.ts';
import { fixtureFonts } from '../../tests/fixtures/fonts.ts';
import { artifactsOf, detach, hasReaders, pagesOf, textsOf } from '../../tests/fixtures/readers.ts';
import { buildRecord, type RecordWishes } from '../../tests/fixtures/record.ts';
import { transcribe } from '../../tests/fixtures/transcript.ts';
import { drawMinute } from './draw.ts';

type Kind = 'provisional' | 'toSign';

const draw = async (record: SessionRecord, kind: Kind): Promise<Uint8Array> => {
  const facts = { record, recordText: recordText(record), fonts: fixtureFonts(), printedAt: instant.parse('2026-03-17T17:00:00.000Z') };
  const drawn = await drawMinute({ ...facts, kind });
  if (!drawn.ok) throw new Error(JSON.stringify(drawn.error));
  return drawn.value;
};
const cases: readonly (readonly [string, RecordWishes, Kind])[] = [
  ['1 candidate', { candidates: 1 }, 'toSign'],
  ['1 candidate, provisional', { candidates: 1 }, 'provisional'],
  ['12 candidates', { candidates: 12 }, 'toSign'],
  ['12 candidates of a demonstration, one member unable to sign, provisional', { candidates: 12, unable: true, demonstration: true }, 'provisional'],
  ['30 candidates and 12 blocks', { candidates: 30, blocks: 12 }, 'toSign'],
  ['200 candidates', { candidates: 200 }, 'toSign'],
];
const wordsIn = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');
const sorted = (words: readonly string[]): string[] => words.toSorted((a, b) => (a < b ? -1 : 1));
/** The heading rows that a table may repeat. */
const heads = (record: SessionRecord): readonly RegExp[] => {
  const codes = record.certification.blocks.map(({ code }) => code.slice(code.indexOf('BC'))).join(' ');
  return [
    /^Membre Qualité et employeur Appartenance Fonction Déclaration d’indépendance$/,
    /^Membre récusé Candidat Cause Remplacement$/,
    /^N° Candidat Voie Constat Date d’entrée Période d’enregistrement$/,
    new RegExp(`^N° Candidat ${codes} Résultat$`),
    /^Candidat Bloc Référence$/,
    new RegExp(`^État du bloc ${codes}$`),
    /^Membre Arrivée Départ$/,
    /^Annexe B-\d+\. Candidat \d{3} \(suite\)$/,
  ];
};

describe.skipIf(!hasReaders()).each(cases)('the minute of %s', (_, wishes, kind) => {
  const record = buildRecord(wishes);
  const drawn = draw(record, kind);

  it('says all that its record holds, each thing as many times as it is there, in order, and nothing else', async () =>
    expect((await textsOf(await drawn)).join(' ').replace(/\s+/g, ' ').trim()).toBe(transcribe(record, kind)));

  it('has on each page its number, its rank and the digest of the record that another program takes out of it, and no heading but those repeated', async () => {
    const digest = createHash('sha256')
      .update(detach(await drawn))
      .digest('hex');
    const pages = await artifactsOf(await drawn);
    const number = [
      'Procès-verbal n° 2026-JURY-07',
      ...(kind === 'provisional' ? ['Version provisoire'] : []),
      ...(record.demonstration ? ['Session de démonstration'] : []),
    ];
    for (const [rank, artifacts] of pages.entries()) {
      expect(artifacts.at(-1)).toBe(`${number.join(' · ')} Page ${rank + 1} / ${pages.length} SHA-256 du relevé joint (session.json) : ${digest}`);
      for (const text of artifacts.slice(0, -1)) expect(heads(record).filter((head) => head.test(text))).toHaveLength(1);
      expect(artifacts.length).toBeLessThanOrEqual(2);
    }
  });

  it('has the same words for poppler, none hidden, none twice', async () => {
    const seen = pagesOf(await drawn).flatMap(wordsIn);
    const footers = (await artifactsOf(await drawn)).flat().flatMap(wordsIn);
    expect(sorted(seen)).toEqual(sorted([...wordsIn(transcribe(record, kind)), ...footers]));
  });
});

/** A name whose last letter is drawn with the glyph of z, and for which fontkit remembers that glyph. */
const accented = 'Zoé Z\u0323\u0304 z\u0323\u0304 x\u0302 ﬁ';

it('two processes draw the same bytes from the same record and instant, whatever one of them drew before', async () => {
  const program = `
    const { drawMinute } = await import(${JSON.stringify(new URL('./draw.ts', import.meta.url).href)});
    const { recordText } = await import(${JSON.stringify(new URL('../../domain/minute.ts', import.meta.url).href)});
    const { buildRecord } = await import(${JSON.stringify(new URL('../../tests/fixtures/record.ts', import.meta.url).href)});
    const { fixtureFonts } = await import(${JSON.stringify(new URL('../../tests/fixtures/fonts.ts', import.meta.url).href)});
    const drawOne = (record) => drawMinute({ record, recordText: recordText(record), fonts: fixtureFonts(), printedAt: '2026-03-17T17:00:00.000Z', kind: 'toSign' });
    const before = buildRecord({ candidates: 1 });
    await drawOne({ ...before, session: { ...before.session, title: ${JSON.stringify(accented)} } });
    const drawn = await drawOne(buildRecord({ candidates: 12 }));
    process.stdout.write(drawn.value);`;
  const other = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    maxBuffer: 1 << 28,
    env: { ...process.env, TZ: 'Pacific/Auckland', LC_ALL: 'C' },
  });
  expect(other.stderr.toString()).toBe('');
  expect(Buffer.compare(other.stdout, await draw(buildRecord({ candidates: 12 }), 'toSign'))).toBe(0);
});

it.skipIf(!hasReaders())('a letter is read as itself, beside another that is drawn with its glyph', async () => {
  const record = buildRecord({ candidates: 4 });
  const candidates = record.candidates.map((each, rank) => ({
    ...each,
    name: [accented, 'Zozan Łazarz', 'Zoé d’Αγγελος-Μ', 'Ωμέγα µ ² … fi ﬂ ĳ'][rank] ?? '',
  }));
  const texts = await textsOf(await draw({ ...record, candidates }, 'toSign'));
  for (const { name } of candidates) expect(texts.filter((text) => text.normalize('NFKC') === name.normalize('NFKC')).length).toBeGreaterThan(1);
  expect(texts.filter((text) => text === 'Zozan Łazarz').length).toBeGreaterThan(1);
});
