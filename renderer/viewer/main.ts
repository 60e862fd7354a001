import './viewer.css';
import { readerWords } from '../../words/reader.ts';
import { openDocument } from './document.ts';
import { showMessage } from './message.ts';
import { startReading } from './reading.ts';

const place = document.getElementById('reader');
if (place === null) throw new Error('the page has no place for the reader');
const token = new URL(location.href).searchParams.get('view') ?? '';
showMessage(place, readerWords.loading);
const opened = await openDocument(token);
if (opened.ok) startReading(place, opened.value);
else showMessage(place, readerWords[opened.reason]);
