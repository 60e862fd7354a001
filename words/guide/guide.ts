import { afterChapter, verifyChapter } from './after.ts';
import { archiveChapter, reviewChapter, signChapter } from './close.ts';
import { deliberateChapter } from './deliberate.ts';
import { openChapter } from './open.ts';
import type { Chapter, ChapterId, Passage } from './passage.ts';
import { prepareChapter } from './prepare.ts';
import { keysChapter, safetyChapter } from './safety.ts';
import { startChapter } from './start.ts';

/** The guide, in the order of a session: the one text from which the screen and docs/guide.md are drawn. */
export const guide: readonly Chapter[] = [
  startChapter,
  prepareChapter,
  openChapter,
  deliberateChapter,
  reviewChapter,
  signChapter,
  archiveChapter,
  afterChapter,
  verifyChapter,
  safetyChapter,
  keysChapter,
];

/** The chapter of a name. */
export const chapterOf = (id: ChapterId): Chapter => guide.find((chapter) => chapter.id === id) ?? startChapter;

/** The names of the pictures that the guide shows, in its order. */
export const guidePictures: readonly string[] = guide.flatMap(({ passages }) => passages.flatMap((each) => (each.kind === 'picture' ? [each.name] : [])));

/** The texts of a passage, as they are read. */
export const textsOf = (passage: Passage): readonly string[] => {
  switch (passage.kind) {
    case 'text':
    case 'note':
      return [passage.text];
    case 'part':
      return [passage.title];
    case 'steps':
    case 'list':
      return passage.items;
    case 'picture':
      return [passage.shows];
    case 'keys':
      return passage.rows.map(([key, act]) => `${key} ${act}`);
  }
};
