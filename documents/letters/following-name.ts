import { shortBlock } from '../../words/outcome.ts';
import { followingNames as names } from '../../words/notification.ts';

/** A part of a file name that every system takes: no sign that one forbids, no dot or space at its end, no more than so many letters. */
export const safePart = (text: string, most = 60): string =>
  [...text.normalize('NFC').replaceAll(/[^\p{L}\p{M}\p{N} ._-]/gu, '-')]
    .slice(0, most)
    .join('')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '') || '-';

/** What a paper is, for its name. */
export type NamedPaper =
  | { readonly kind: 'notice' | 'companion' | 'award'; readonly number: string; readonly person: string }
  | { readonly kind: 'attestation'; readonly number: string; readonly person: string; readonly block: string }
  | { readonly kind: 'summary' | 'list'; readonly minute: string };

/** The name of one paper, alike each time. */
export const paperName = (paper: NamedPaper): string => {
  if ('minute' in paper) return `${names.papers[paper.kind]} ${safePart(paper.minute)}.pdf`;
  const { number, person } = paper;
  const block = paper.kind === 'attestation' ? ` ${safePart(shortBlock(paper.block), 20)}` : '';
  return `${names.papers[paper.kind]}${block} ${safePart(number, 40)} ${safePart(person)}.pdf`;
};

/** The path of one paper in the zip of all: the papers of a kind in one folder, those of the session at the top. */
export const paperPath = (paper: NamedPaper): string => ('minute' in paper ? paperName(paper) : `${names.folders[paper.kind]}/${paperName(paper)}`);

/** The name of a paper as a register keeps it: nobody is named there. */
export const paperKindName = ({ kind }: NamedPaper): string => `${names.papers[kind]}.pdf`;

/** The name of the zip of every paper. */
export const papersName = (minute: string): string => `${names.all} ${safePart(minute)}.zip`;
