import { createHash } from 'node:crypto';
import { minuteWords } from '../../words/minute.ts';
import type { Paper } from './paper.ts';

const name = 'session.json';

/**
 * Attaches session.json as the data that the minute tells: pdfkit's own objects, but for its MD5, which it works out in JavaScript.
 * The MD5 guards nothing; it is what the format calls a checksum. Source: ISO 32000-1 7.11.4, ISO 19005-3 6.8.
 */
export const attachRecord = (paper: Paper, recordText: string, createdAt: Date): void => {
  const bytes = Buffer.from(recordText, 'utf8');
  const checksum = createHash('md5').update(bytes).digest('hex');
  const file = paper.ref({
    Type: 'EmbeddedFile',
    Params: { CreationDate: createdAt, ModDate: createdAt, CheckSum: new String(checksum), Size: bytes.length },
    Subtype: 'application#2Fjson',
  });
  file.end(bytes);
  const specification = paper.ref({
    Type: 'Filespec',
    AFRelationship: 'Data',
    F: new String(name),
    EF: { F: file },
    UF: new String(name),
    Desc: new String(minuteWords.attachment),
  });
  specification.end();
  paper.addNamedEmbeddedFile(name, specification);
  paper._root.data['AF'] = [specification];
};
