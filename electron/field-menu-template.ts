import type { ContextMenuParams, MenuItemConstructorOptions as Item } from 'electron';
import { menuWords as words } from '../words/menu.ts';

/** What Chromium says of the place of a right click, as far as it matters here. */
export type Pointed = Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'misspelledWord' | 'dictionarySuggestions'> & {
  readonly editFlags: Pick<ContextMenuParams['editFlags'], 'canCut' | 'canCopy' | 'canPaste' | 'canSelectAll'>;
};

/** The most suggestions offered for a word. */
const most = 5;

/** The menu of a field, or of a selected text: suggestions for a misspelt word, then what the Edit menu has. Empty where nothing can be done. */
export function fieldMenuTemplate(pointed: Pointed, replace: (word: string) => void): readonly Item[] {
  const { isEditable, selectionText, misspelledWord, dictionarySuggestions, editFlags } = pointed;
  const copy: Item = { role: 'copy', label: words.copy, enabled: editFlags.canCopy };
  if (!isEditable) return selectionText.trim() === '' ? [] : [copy];
  const suggestions = dictionarySuggestions.slice(0, most);
  const spelling: readonly Item[] =
    misspelledWord === ''
      ? []
      : [
          // An ampersand announces a key of the menu: two are one.
          ...suggestions.map((word): Item => ({ label: word.replaceAll('&', '&&'), click: () => replace(word) })),
          ...(suggestions.length === 0 ? [{ label: words.noSuggestion, enabled: false }] : []),
          { type: 'separator' },
        ];
  return [
    ...spelling,
    { role: 'cut', label: words.cut, enabled: editFlags.canCut },
    copy,
    { role: 'paste', label: words.paste, enabled: editFlags.canPaste },
    { type: 'separator' },
    { role: 'selectAll', label: words.selectAll, enabled: editFlags.canSelectAll },
  ];
}
