import { beforeAll, describe, expect, it } from 'vitest';
import { fixtureFonts } from '../../tests/fixtures/fonts.ts';
import { playRectified, playSealed } from '../../tests/fixtures/rectified.ts';
import { sealed } from '../../tests/fixtures/reread.ts';
import { namesakeRoot, testReferential, testRoot, type SealedMinute } from '../../tests/fixtures/signed.ts';
import { pemOf } from '../signature/certificate.ts';
import { verifyFile } from './verify-file.ts';
import { writeArchive, type ArchiveParts } from './write.ts';

const root = pemOf(testRoot.certificate);

describe('the archive of a rectified session', () => {
  let first: Awaited<ReturnType<typeof sealed>>;
  let second: Awaited<ReturnType<typeof sealed>>;
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
    first = await sealed(playSealed());
    second = await sealed(playRectified({}, first.name));
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
    expect(await faultsOf([piece(await sealed(playSealed(), namesakeRoot))])).toContain('archive-earlier');
  });

  it('is refused when that minute is whole but is not the one that the rectifying one names', async () => {
    const stranger = await sealed(playSealed({ regulations: { abstention: 'allowed' } }));
    expect(await faultsOf([piece(stranger)])).toContain('archive-earlier');
  });
});
