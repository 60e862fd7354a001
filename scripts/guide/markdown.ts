import type { Chapter, Passage } from '../../words/guide/passage.ts';
import { guideWords } from '../../words/guide/screen.ts';
import { productName } from '../../words/screens.ts';

/** Where the guide's pictures are, from the folder of the written guide. */
export const pictureFolder = 'images/guide';

/** A table whose columns are as wide as their widest cell, as the formatter of the repository wants it. */
const table = (rows: readonly (readonly [string, string])[]): string => {
  const wide = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string => `| ${row.map((cell, column) => cell.padEnd(wide[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...rest] = rows;
  return [line(head), line(wide.map((width) => '-'.repeat(width))), ...rest.map(line)].join('\n');
};

const lines = (passage: Passage): string => {
  switch (passage.kind) {
    case 'text':
      return passage.text;
    case 'part':
      return `### ${passage.title}`;
    case 'steps':
      return passage.items.map((item, rank) => `${rank + 1}. ${item}`).join('\n');
    case 'list':
      return passage.items.map((item) => `- ${item}`).join('\n');
    case 'note':
      return `> ${passage.text}`;
    case 'picture':
      return `![${passage.shows}](${pictureFolder}/${passage.name}.png)`;
    case 'keys':
      return table([passage.head, ...passage.rows]);
  }
};

/** The written guide, docs/guide.md, drawn from the same text as the screen. */
export const drawGuide = (guide: readonly Chapter[]): string => {
  const contents = guide.map(({ slug, title }, rank) => `${rank + 1}. [${title}](#${slug})`).join('\n');
  const chapters = guide.map(({ slug, title, lead, passages }) => [`<a id="${slug}"></a>`, `## ${title}`, `_${lead}_`, ...passages.map(lines)].join('\n\n'));
  return `${[`# ${productName}\u00a0: le guide`, guideWords.intro, guideWords.pictures, contents, ...chapters].join('\n\n')}\n`;
};
