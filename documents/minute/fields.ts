import { signersOf, type SessionRecord } from '../../domain/minute.ts';
import { minuteWords } from '../../words/minute.ts';
import type { Element, Paper, Reference } from './paper.ts';

/** A signature field: its name in the file, and the title that a screen reader says. */
export interface Field {
  readonly name: string;
  readonly title: string;
}

/** The signature fields of a minute, in order: each member who took part in a decision, then the lead's seal. */
export const describeFields = (record: SessionRecord): readonly Field[] => [
  ...signersOf(record).map((member) => ({
    name: `membre-${member.id}`,
    title: minuteWords.signature.fieldTitle(member.name, minuteWords.members.rank[member.rank]),
  })),
  { name: 'sceau', title: minuteWords.signature.sealTitle(record.lead.name) },
];

/** The name of the field that seals the file. */
export const sealName = 'sceau';

/**
 * Draws one empty signature field where the page is, inside `parent`: Form, annotation, description.
 * The seal carries from the start an indirect lock on every field, so that sealing changes nothing else. Source: ISO 32000-1 12.7.4.5.
 */
export const drawField = (
  paper: Paper,
  parent: Element,
  field: Field,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): Reference => {
  const appearance = paper.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, box.width, box.height], Resources: {} });
  // Without any content pdfkit would write a dictionary, no stream; this draws nothing.
  appearance.end('q Q');
  const form = paper.struct('Form', { alt: field.title });
  parent.add(form);
  const options: Record<string, unknown> = {
    Subtype: 'Widget',
    FT: 'Sig',
    T: new String(field.name),
    TU: new String(field.title),
    F: 4,
    P: paper.page.dictionary,
    AP: { N: appearance },
    structParent: form,
  };
  if (field.name === sealName) {
    const lock = paper.ref({ Type: 'SigFieldLock', Action: 'All' });
    lock.end();
    options['Lock'] = lock;
  }
  paper.annotate(box.x, box.y, box.width, box.height, options);
  const annotations = paper.page.dictionary.data['Annots'] as readonly Reference[];
  const widget = annotations.at(-1);
  if (widget === undefined) throw new Error('pdfkit kept no annotation');
  // pdfkit writes /K as an array of one, which strict verifiers refuse once the field is signed.
  const page = paper.page.dictionary;
  form._flushChild = () => {
    form.dictionary.data['K'] = { Type: 'OBJR', Obj: widget, Pg: page };
  };
  form.end();
  return widget;
};

/** Writes the form that lists the fields; pdfkit's own asks viewers to redraw appearances, which PDF/A forbids. */
export const writeForm = (paper: Paper, fields: readonly Reference[]): void => {
  if (fields.length === 0) return;
  const form = paper.ref({ Fields: fields, SigFlags: 3 });
  form.end();
  paper._root.data['AcroForm'] = form;
  paper.endAcroForm = () => undefined;
};
