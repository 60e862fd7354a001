import { readerKeys, readerWords as words } from '../../words/reader.ts';

/** The reader's keys, shown on demand over the pages. */
export function fillHelp(dialog: HTMLDialogElement): () => void {
  const [title, list, close] = [document.createElement('h2'), document.createElement('dl'), document.createElement('button')];
  title.id = 'keys';
  title.textContent = words.help;
  dialog.setAttribute('aria-labelledby', title.id);
  for (const [keys, effect] of readerKeys) {
    const [term, told, key] = [document.createElement('dt'), document.createElement('dd'), document.createElement('kbd')];
    key.textContent = keys;
    term.append(key);
    told.textContent = effect;
    list.append(term, told);
  }
  close.type = 'button';
  close.textContent = words.close;
  close.addEventListener('click', () => dialog.close());
  dialog.replaceChildren(title, list, close);
  return () => dialog.showModal();
}
