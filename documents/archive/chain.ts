import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { SessionRecord } from '../../domain/minute.ts';
import { refuse } from '../signature/refusal.ts';
import { chainText } from './layout.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const chainLine = z.strictObject({ seq: z.number().int().min(1), previous: digest, contentDigest: digest, digest });

const parse = (line: string, rank: number): z.infer<typeof chainLine> => {
  try {
    return chainLine.parse(JSON.parse(line));
  } catch {
    return refuse('chain-shape', { line: rank });
  }
};

/** Replays the chain of a journal and compares its head with the record's; digest = SHA-256 of "previous LF seq LF contentDigest". */
export const checkChain = (bytes: Buffer, chain: SessionRecord['chain']): void => {
  const lines = bytes
    .toString('utf8')
    .split('\n')
    .slice(0, -1)
    .map((line, index) => parse(line, index + 1));
  if (!Buffer.from(chainText(lines), 'utf8').equals(bytes)) refuse('chain-shape', { line: 0 });
  let previous = '0'.repeat(64);
  let seq = 0;
  for (const [index, line] of lines.entries()) {
    const own = createHash('sha256').update(`${line.previous}\n${line.seq}\n${line.contentDigest}`).digest('hex');
    if (line.previous !== previous || line.seq !== seq + 1 || line.digest !== own) refuse('chain-broken', { line: index + 1 });
    previous = own;
    seq = line.seq;
  }
  if (previous !== chain.head) refuse('chain-head');
};
