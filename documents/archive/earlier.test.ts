import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { minuteNumber } from '../../domain/minute.ts';
import type { MinuteName } from '../../domain/rectification.ts';
import { fixtureFonts } from '../../tests/fixtures/fonts.ts';
import { drawPlayed } from '../../tests/fixtures/played.ts';
import { playRectified, playSealed } from '../../tests/fixtures/rectified.ts';
import { namesakeRoot, sealMinute, testReferential, testRoot, type SealedMinute } from '../../tests/fixtures/signed.ts';
import type { Play } from '../../tests/fixtures/sitting.ts';
import { drawMinute } from '../minute/draw.ts';
import { pemOf } from '../signature/certificate.ts';
import { verifyFile } from './verify-file.ts';
import { writeArchive, type ArchiveParts } from './write.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const root = pemOf(testRoot.certificate);

const seal = async (play: Play, by = testRoot): Promise<SealedMinute & { readonly name: MinuteName; readonly chain: ArchiveParts['chain'] }> => {
  const { record, text, working } = drawPlayed(play);
  const drawn = await drawMinute({ record, recordText: text, fonts: fixtureFonts(), printedAt: record.session.closedAt, kind: 'toSign' });
  if (!drawn.ok) throw new Error(drawn.error.code);
  const sealed = sealMinute({ record, text, base: drawn.value }, by);
  let previous = '0'.repeat(64);
  const chain = working.journal.map(({ seq, contentDigest }) => {
    const digest = createHash('sha256').update(`${previous}\n${seq}\n${contentDigest}`).digest('hex');
    const link = { seq, previous, contentDigest, digest };
    previous = digest;
    return link;
  });
  return { ...sealed, name: { number: minuteNumber(record), sha256: sha256(sealed.pdf) }, chain };
};

describe('the archive of a rectified session', () => {
  let first: Awaited<ReturnType<typeof seal>>;
  let second: Awaited<ReturnType<typeof seal>>;
  const archive = (earlier: ArchiveParts['earlier']): Promise<Uint8Array> =>
    writeArchive({
      minute: second.pdf,
      recordText: second.text,
      receipt: second.receipt,
      earlier,
      root: testRoot.certificate,
      chain: second.chain,
      referential: testReferential(),
      at: '2026-03-18T17:00:00.000Z',
      dossiers: null,
      fonts: fixtureFonts(),
    });
  const faultsOf = async (earlier: ArchiveParts['earlier']): Promise<readonly string[]> => {
    const verdict = await verifyFile(await archive(earlier), { name: 'a.zip', root });
    expect(verdict.level).toBe(verdict.faults.length === 0 ? 'established' : 'notIntact');
    return verdict.faults.map(({ rule }) => rule);
  };
  const piece = ({ pdf, receipt }: SealedMinute) => ({ minute: pdf, receipt });
  beforeAll(async () => {
    first = await seal(playSealed());
    second = await seal(playRectified({}, first.name));
  });

  it('is intact with the minute that its own rectifies, and says which', async () => {
    const verdict = await verifyFile(await archive([piece(first)]), { name: 'a.zip', root });
    expect(verdict).toMatchObject({ level: 'established', faults: [], number: '2026-JOUE-01-R1', rectifies: first.name });
    expect(verdict.checks.some(({ passed, sentence }) => passed === true && sentence.includes('procès-verbaux rectifiés'))).toBe(true);
  });

  it('is refused without it, with one too many, or with another in its place', async () => {
    expect(await faultsOf([])).toContain('archive-part');
    expect(await faultsOf([piece(first), piece(first)])).toContain('archive-unknown');
    expect(await faultsOf([piece(second)])).toContain('archive-earlier');
  });

  it('is refused when that minute has lost its seal, was changed, or was sealed by another root', async () => {
    const unsealed = first.revisions.at(-2) ?? first.base;
    expect(await faultsOf([{ minute: unsealed, receipt: first.receipt }])).toContain('archive-earlier');
    const changed = Buffer.from(first.pdf);
    changed[2000] = (changed[2000] ?? 0) ^ 1;
    expect(await faultsOf([{ minute: changed, receipt: first.receipt }])).toContain('archive-earlier');
    expect(await faultsOf([piece(await seal(playSealed(), namesakeRoot))])).toContain('archive-earlier');
  });

  it('is refused when that minute is whole but is not the one that the rectifying one names', async () => {
    const stranger = await seal(playSealed({ regulations: { abstention: 'allowed' } }));
    expect(await faultsOf([piece(stranger)])).toContain('archive-earlier');
  });
});
