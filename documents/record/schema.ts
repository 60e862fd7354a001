import { z } from 'zod';
import { record } from '../../domain/minute.ts';
import { recordSchemaWords } from '../../words/record.ts';

/** The name of the published schema of this version of the record. */
export const recordSchemaFile = 'session-1.schema.json';

/** The JSON Schema (2020-12) of session.json, as published in this folder: written once for a version of the record, and held to it by a test. */
export const recordSchemaText = (): string => {
  const { $schema, ...schema } = z.toJSONSchema(record, { target: 'draft-2020-12' });
  const head = { $schema, $id: 'urn:delibere:session:1', title: recordSchemaWords.title, description: recordSchemaWords.description };
  return `${JSON.stringify({ ...head, ...schema }, null, 2)}\n`;
};
