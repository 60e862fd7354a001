import { utils, write } from '@e965/xlsx';
import type { Candidate } from '../../domain/candidate.ts';
import { identityTemplate } from '../../words/holder-import.ts';
import { templateWords } from '../../words/templates.ts';
import { identityColumns } from './identity-row.ts';

const spare = 40;

/** A workbook to complete: a row for each holder with what the minute knows, every cell a text so that a code keeps its first zero, and a sheet that explains. */
export const writeIdentityTemplate = (holders: readonly Candidate[]): { readonly name: string; readonly bytes: Uint8Array } => {
  const titles = identityColumns.map((column) => identityTemplate.columns[column].title);
  const text = (value: string) => ({ t: 's', v: value, z: '@' });
  const rows = holders.map((one) =>
    identityColumns.map((column) => {
      const known: Readonly<Record<string, string>> = {
        numero: one.number,
        nom: one.familyName,
        nom_usage: one.usageName,
        prenoms: one.givenName,
        naissance: (one.birthDate ?? '').split('-').reverse().join('/'),
      };
      return text(known[column] ?? '');
    }),
  );
  const blank = Array.from({ length: holders.length === 0 ? spare : 0 }, () => identityColumns.map(() => text('')));
  const sheet = utils.aoa_to_sheet([[...titles], ...rows, ...blank]);
  sheet['!cols'] = titles.map((title) => ({ wch: Math.max(14, title.length + 2) }));
  const guide = utils.aoa_to_sheet([
    [...templateWords.heads],
    ...identityColumns.map((column) => {
      const { title, needed, how } = identityTemplate.columns[column];
      return [title, needed, how];
    }),
    [],
    [identityTemplate.note],
  ]);
  guide['!cols'] = [{ wch: 28 }, { wch: 14 }, { wch: 90 }];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, identityTemplate.sheet);
  utils.book_append_sheet(book, guide, templateWords.guide);
  return { name: `${identityTemplate.fileName}.xlsx`, bytes: write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer };
};
