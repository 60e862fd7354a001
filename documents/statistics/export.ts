import type { Counts } from '../../domain/masking.ts';
import { maskCounts, smallCount } from '../../domain/masking.ts';
import type { StatisticsView } from '../../domain/statistics.ts';
import { accessPathWords } from '../../words/referential.ts';
import { barLabel, formatPerMille, formatRate, statisticsWords as words } from '../../words/statistics.ts';
import { formatNumber, formatShortDay } from '../../words/typography.ts';
import { writeRows } from '../imports/corrections.ts';

const heads = {
  perYear: [words.code, words.year, words.registered, words.certified, words.throughVae],
  perBlock: [words.code, words.path, words.block, words.presented, words.validated, words.notValidated, words.rate],
} as const;

const insertionRows = ({ insertion }: StatisticsView): string[][] => [
  [words.insertion],
  [words.code, words.year, words.term, words.insertionRate, words.source, words.on],
  ...insertion.map(({ code, year, months, perMille, source, on }) => [
    code,
    String(year),
    words.months[months],
    formatPerMille(perMille),
    source,
    formatShortDay(on),
  ]),
];

/** The rates of the certifications counted here, without what a person typed of their source: free text never goes public. */
const publicInsertion = ({ codes, insertion }: StatisticsView): string[][] => [
  [words.insertion],
  [words.code, words.year, words.term, words.insertionRate, words.on],
  ...insertion
    .filter(({ code }) => codes.includes(code))
    .map(({ code, year, months, perMille, on }) => [code, String(year), words.months[months], formatPerMille(perMille), formatShortDay(on)]),
];

/** Every figure as it is, marked as internal. */
export const writeInternal = (view: StatisticsView): Uint8Array =>
  writeRows([
    [words.internalMark],
    [words.perYear],
    [...heads.perYear],
    ...view.perYear.map((row) => [row.code, row.year, row.registered, row.certified, row.throughVae].map(String)),
    [words.perBlock],
    [...heads.perBlock],
    ...view.perBlock.map((row) => [
      row.code,
      accessPathWords[row.path],
      row.block,
      ...[row.presented, row.validated, row.notValidated].map(String),
      formatRate(row.validated, row.presented),
    ]),
    [words.refusals],
    [words.code, words.competency, words.cited],
    ...view.refusals.map((row) => [row.code, row.competency, String(row.count)]),
    [words.later, words.laterText(view.later)],
    [words.delays, words.delaysText(view.delays)],
    ...insertionRows(view),
  ]);

const maskedRows = (names: readonly (readonly string[])[], counts: Counts): string[][] => {
  const masked = maskCounts(counts);
  const width = names[0]?.length ?? 1;
  return masked.map((row, line) => [
    ...(names[line] ?? [words.total, ...Array.from({ length: width - 1 }, () => '')]),
    ...row.map((value) => (value === null ? words.masked : String(value))),
  ]);
};

/** The two public tables, each with its totals, small counts and what would tell them masked; no reason, no name, no competency. */
export const writePublic = (view: StatisticsView): Uint8Array =>
  writeRows([
    [words.publicMark(smallCount)],
    ...view.codes.flatMap((code) => {
      const years = view.perYear.filter((row) => row.code === code);
      const blocks = view.perBlock.filter((row) => row.code === code);
      return [
        [words.perYear, code],
        [words.year, words.throughVae, words.otherPaths, words.certified],
        ...maskedRows(
          years.map(({ year }) => [String(year)]),
          years.map(({ certified, throughVae }) => [throughVae, certified - throughVae]),
        ),
        [words.perBlock, code],
        [words.path, words.block, words.validated, words.notValidated, words.presented],
        ...maskedRows(
          blocks.map(({ path, block }) => [accessPathWords[path], block]),
          blocks.map(({ validated, notValidated }) => [validated, notValidated]),
        ),
      ];
    }),
    ...publicInsertion(view),
  ]);

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const [top, step, width, room] = [92, 28, 400, 100];

const hatch = 'fill="url(#hatch)" stroke="#000"';
const plain = 'fill="#000" stroke="#000"';
const box = (x: number, y: number, long: number, fill: string): string => (long === 0 ? '' : `<rect x="${x}" y="${y}" width="${long}" height="18" ${fill}/>`);
const label = (x: number, y: number, text: string, rest = ''): string => `<text x="${x}" y="${y}"${rest}>${escaped(text)}</text>`;

/** The blocks as bars, for black and white paper: plain is validated, hatched is not; a file that stands alone. */
export const drawChart = ({ perBlock }: StatisticsView): Uint8Array => {
  const most = Math.max(1, ...perBlock.map(({ presented }) => presented));
  const long = (count: number): number => Math.round((count / most) * width);
  const alone = new Set(perBlock.map(({ code }) => code)).size === 1;
  const labels = perBlock.map(({ block, path }) => barLabel(block, path, alone));
  const start = Math.ceil(20 + 6.6 * Math.max(0, ...labels.map((text) => text.length)));
  const all = start + width + room;
  const bars = perBlock.map(({ presented, validated, notValidated }, place) => {
    const y = top + place * step;
    const [first, second] = [long(validated), long(validated + notValidated) - long(validated)];
    return [
      label(start - 10, y + 14, labels[place] ?? '', ' text-anchor="end"'),
      box(start, y, first, plain),
      box(start + first, y, second, hatch),
      label(start + first + second + 8, y + 14, words.outOf(formatNumber(validated), formatNumber(presented))),
    ].join('\n');
  });
  const height = top + perBlock.length * step + 12;
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${all}" height="${height}" viewBox="0 0 ${all} ${height}" lang="fr" xml:lang="fr" role="img" aria-labelledby="t d" font-family="'Source Sans 3', 'Liberation Sans', sans-serif" font-size="13">
<title id="t">${escaped(words.chartTitle)}</title>
<desc id="d">${escaped(`${words.chartText} ${words.internalMark}.`)}</desc>
<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M0 6 L6 0 M-1.5 1.5 L1.5 -1.5 M4.5 7.5 L7.5 4.5" stroke="#000" stroke-width="1.2"/></pattern></defs>
<rect width="${all}" height="${height}" fill="#fff"/>
${label(10, 24, words.chartTitle, ' font-size="16" font-weight="600"')}
${label(10, 46, words.internalMark)}
${box(start, 60, 28, plain)}
${label(start + 36, 74, words.validated)}
${box(start + 130, 60, 28, hatch)}
${label(start + 166, 74, words.notValidated)}
${bars.join('\n')}
</svg>
`,
    'utf8',
  );
};
