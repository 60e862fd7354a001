import { createHash } from 'node:crypto';
import { actContent, type RecordedAct } from '../../domain/act.ts';
import type { SessionRecord } from '../../domain/minute.ts';
import type { WorkingPart } from '../../domain/working.ts';

/** Why a journal is not the one that a record names. */
export type JournalFault =
  | { readonly kind: 'otherSession' }
  | { readonly kind: 'order'; readonly seq: number }
  | { readonly kind: 'content'; readonly seq: number }
  | { readonly kind: 'purged'; readonly seq: number }
  | { readonly kind: 'head' };

const sha256 = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

const readContent = (content: string): Omit<RecordedAct, 'seq'> | null => {
  try {
    return actContent.safeParse(JSON.parse(content)).data ?? null;
  } catch {
    return null;
  }
};

/** The acts of a working part, chained again from the first: the last link must be the one that the record names. */
export const readJournal = (
  part: WorkingPart,
  record: Pick<SessionRecord, 'session' | 'chain'>,
): { readonly acts: readonly RecordedAct[]; readonly faults: readonly JournalFault[] } => {
  const faults: JournalFault[] = [];
  const acts: RecordedAct[] = [];
  let previous = '0'.repeat(64);
  if (part.session.id !== record.session.id) faults.push({ kind: 'otherSession' });
  for (const [rank, { seq, salt, content, contentDigest }] of part.journal.entries()) {
    if (seq !== rank + 1) faults.push({ kind: 'order', seq });
    if (salt === null || content === null) faults.push({ kind: 'purged', seq });
    else if (sha256(Buffer.from(salt, 'hex'), content) !== contentDigest) faults.push({ kind: 'content', seq });
    else {
      const read = readContent(content);
      if (read === null) faults.push({ kind: 'content', seq });
      else acts.push({ seq, ...read });
    }
    previous = sha256(`${previous}\n${seq}\n${contentDigest}`);
  }
  if (previous !== record.chain.head) faults.push({ kind: 'head' });
  return { acts, faults };
};
