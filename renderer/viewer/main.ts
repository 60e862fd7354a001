import '../style/fonts.css';
import '../style/tokens.css';
import '../style/base.css';
import './viewer.css';
import { readerWords } from '../../words/reader.ts';
import { showColumn } from './column.ts';
import { openDocument } from './document.ts';

const place = document.querySelector<HTMLElement>('#pages')!;
const bar = document.querySelector<HTMLElement>('#toolbar')!;

function say(sentence: string): void {
  const line = document.createElement('p');
  line.className = 'notice';
  line.setAttribute('role', 'status');
  line.textContent = sentence;
  bar.replaceChildren();
  place.replaceChildren(line);
}

document.title = readerWords.title;
say(readerWords.loading);
const opening = await openDocument(new URLSearchParams(location.search).get('view') ?? '');
if (!opening.ok) say(readerWords[opening.error]);
else await showColumn(opening.value, bar, place).catch(() => say(readerWords.unreadable));
