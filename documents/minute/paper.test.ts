import { describe, expect, it } from 'vitest';
import { fixtureFonts } from '../../tests/fixtures/fonts.ts';
import { minuteWords } from '../../words/minute.ts';
import { attachRecord } from './attachment.ts';
import { closePaper, openPaper, type Paper } from './paper.ts';

const createdAt = new Date('2026-03-17T17:00:00.000Z');
const facts = { title: 'Procès-verbal “été”', author: 'Organisme', subject: 's', keywords: 'k', createdAt };
const open = (): Paper => openPaper(fixtureFonts(), facts);

/** The same document with pdfkit's own ways of writing a page and a file. */
const openPlain = (): Paper => {
  const paper = open() as Paper & { removeAllListeners(event: string): void };
  paper.removeAllListeners('pageAdded');
  for (const own of ['_write', 'push']) Reflect.deleteProperty(paper, own);
  return paper;
};

const draw = (paper: Paper): void => {
  const root = paper.struct('Document');
  paper.addStructure(root);
  for (const title of ['un', 'deux']) {
    paper.addPage();
    paper.outline.addItem(title);
    const part = paper.struct('P', { actual: 'été 山' });
    root.add(part);
    part.add(() => void paper.font('regular').fontSize(10).text(`page ${title}, été`, 40, 40, { lineBreak: false, baseline: 'alphabetic' }));
    part.end();
  }
  root.end();
  paper.switchToPage(0);
  paper.markContent('Artifact', { type: 'Pagination' });
  paper.rect(10, 10, 20, 20).fill();
};

describe('the paper', () => {
  it('gathers a file with the bytes of the library, a marking left open closed', async () => {
    const [ours, theirs] = [open(), openPlain()];
    draw(ours);
    draw(theirs);
    const bytes = await closePaper(ours);
    expect(Buffer.compare(bytes, await closePaper(theirs))).toBe(0);
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/^%PDF-1\.7\n[\s\S]*%%EOF\n$/);
  });

  it('attaches the record with the objects of the library', async () => {
    const text = '{"été": "山"}\n';
    const [ours, theirs] = [open(), open() as Paper & { file(bytes: Uint8Array, options: object): void }];
    for (const paper of [ours, theirs]) paper.addPage();
    attachRecord(ours, text, createdAt);
    theirs.file(Buffer.from(text, 'utf8'), {
      name: 'session.json',
      type: 'application/json',
      relationship: 'Data',
      description: minuteWords.attachment,
      creationDate: createdAt,
      modifiedDate: createdAt,
    });
    expect(Buffer.compare(await closePaper(ours), await closePaper(theirs))).toBe(0);
  });
});
