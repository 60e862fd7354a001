import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealWorking } from '../documents/working/envelope.ts';
import { runHere, type Said } from '../tests/fixtures/command.ts';
import { drawPlayed, playDay } from '../tests/fixtures/played.ts';
import { drawBase, namesakeRoot, sealMinute, testRoot } from '../tests/fixtures/signed.ts';
import { pemOf } from '../documents/signature/certificate.ts';

const script = fileURLToPath(new URL('./delibere.ts', import.meta.url));
const node = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));
let folder: string;
const at = (name: string): string => join(folder, name);
/** The program itself, once for each exit code of each verb and for what ends it otherwise; the other command lines go through the same door, in this process. */
const runAlone = (...parts: readonly string[]): Said => spawnSync(node, [script, ...parts], { encoding: 'utf8' });

const played = drawPlayed(playDay());
const passphrase = 'phrase d’essai assez longue';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'delibere-cli-'));
  const minute = sealMinute(await drawBase(1));
  writeFileSync(at('pv.pdf'), minute.pdf);
  writeFileSync(at('receipt.json'), minute.receipt);
  writeFileSync(at('unsealed.pdf'), minute.revisions.at(-2) ?? '');
  writeFileSync(at('letter.txt'), 'Bonjour');
  writeFileSync(at('session.json'), played.text);
  writeFileSync(at('forged.json'), played.text.replace('"partial": 0', '"partial": 1'));
  writeFileSync(at('working.json'), sealWorking(played.working, passphrase));
  writeFileSync(at('phrase.txt'), `${passphrase}\n`);
  writeFileSync(at('organisme.pem'), pemOf(testRoot.certificate));
  writeFileSync(at('other.pem'), pemOf(namesakeRoot.certificate));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('delibere verify', () => {
  it('verifies a folder: a bag of another program is whole in itself, one with a byte changed is not intact', async () => {
    const text = 'Un rapport\n';
    mkdirSync(at('sac/data'), { recursive: true });
    writeFileSync(at('sac/data/rapport.txt'), text);
    writeFileSync(at('sac/bagit.txt'), 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
    writeFileSync(at('sac/manifest-sha256.txt'), `${createHash('sha256').update(text).digest('hex')}  data/rapport.txt\n`);
    const whole = await runHere('verify', at('sac'));
    expect(whole.stdout).toContain('ce n’est pas une archive de session');
    expect(whole.status).toBe(3);
    writeFileSync(at('sac/data/rapport.txt'), 'Un rapporT\n');
    const changed = await runHere('verify', at('sac'));
    expect(changed.stdout).toContain('[bag-digest]');
    expect(changed.status).toBe(1);
  });
  it('exits 0 when the minute is intact and its origin established', async () => {
    const { status, stdout } = runAlone('verify', at('pv.pdf'), '--root', at('organisme.pem'), '--receipt', at('receipt.json'));
    expect(status).toBe(0);
    expect(stdout).toContain('Intact, et son origine est établie.');
  });
  it('exits 3 when the origin is not established: no root, or another', async () => {
    expect(runAlone('verify', at('pv.pdf')).status).toBe(3);
    expect((await runHere('verify', at('pv.pdf'), '--root', at('other.pem'))).status).toBe(3);
  });
  it('exits 1 and names each fault when the minute is not intact', async () => {
    const { status, stdout } = runAlone('verify', at('unsealed.pdf'), '--root', at('organisme.pem'));
    expect(status).toBe(1);
    expect(stdout).toContain('[seal-missing]');
  });
  it('exits 2 when the file is not ours, cannot be read, or the command is wrong', async () => {
    for (const parts of [
      ['verify', at('letter.txt')],
      ['verify', at('absent.pdf')],
      ['verify'],
      ['explain', at('pv.pdf')],
      ['verify', at('pv.pdf'), '--what'],
      ['verify', at('pv.pdf'), '--root', at('letter.txt')],
    ]) {
      const { status, stderr } = await (parts.includes('--what') ? runAlone : runHere)(...parts);
      expect(status, parts.join(' ')).toBe(2);
      expect(stderr).not.toContain('    at ');
    }
  });
  it('says the same verdict as JSON', async () => {
    const { status, stdout } = await runHere('verify', at('pv.pdf'), '--json');
    expect(status).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'minute', level: 'whole', faults: [] });
  });
});

describe('delibere replay', () => {
  it('exits 0 and prints one line for each candidate and block, with the reason', async () => {
    const { status, stdout } = runAlone('replay', at('session.json'));
    expect(status).toBe(0);
    const numbers = played.record.candidates.map(({ number }) => number);
    for (const number of numbers)
      for (const block of ['BC01', 'BC02', 'BC03', 'résultat']) {
        const lines = stdout.split('\n').filter((line) => line.startsWith(number) && line.includes(`  ${block}  `));
        expect([number, block, lines.length]).toEqual([number, block, 1]);
      }
    expect(stdout).toMatch(
      /complete +BC03 +Validé — décision collégiale à .*règlement reglement-type 1\.1.*préside\u00A0: Membre Illustration.*1\u00A0décision antérieure remplacée/,
    );
    expect(stdout).not.toMatch(/pour valider|scellé|secret/);
  });
  it('exits 1 and names the difference when the recorded result is not what the acts give', async () => {
    const { status, stdout } = runAlone('replay', at('forged.json'));
    expect(status).toBe(1);
    expect(stdout).toContain('les totaux');
    expect(JSON.parse((await runHere('replay', at('forged.json'), '--json')).stdout)).toMatchObject({
      same: false,
      differences: [{ kind: 'session', part: 'totals' }],
    });
  });
  it('exits 1 and names the difference when a result was written by hand in a form that the program has not', async () => {
    type Told = { candidates: { number: string; outcome?: unknown; blocks: { state: unknown }[] }[]; totals?: unknown };
    const changes: readonly (readonly [string, (told: Told) => void])[] = [
      ['complete, résultat', ({ candidates }) => Object.assign(candidates[0]?.outcome ?? {}, { kind: 'none' })],
      ['complete, résultat', ({ candidates }) => delete candidates[0]?.outcome],
      ['complete, BC01', ({ candidates }) => Object.assign(candidates[0]?.blocks[0] ?? {}, { state: 'refusé' })],
      ['les totaux', (told) => Object.assign(told, { totals: { full: 7 } })],
    ];
    for (const [named, change] of changes) {
      const told = JSON.parse(played.text) as Told;
      change(told);
      writeFileSync(at('byhand.json'), JSON.stringify(told));
      const { status, stdout } = await runHere('replay', at('byhand.json'));
      expect([named, status]).toEqual([named, 1]);
      expect(stdout).toContain(named);
    }
  });
  it('exits 2 when the file is not a session, cannot be read, or the command is wrong', async () => {
    for (const parts of [
      ['replay', at('letter.txt')],
      ['replay', at('pv.pdf')],
      ['replay', at('absent.json')],
      ['replay'],
      ['replay', at('session.json'), '--what'],
      ['replay', at('session.json'), '--working', at('absent.json')],
      ['replay', at('session.json'), '--working', at('working.json')],
      ['replay', at('session.json'), '--working', at('working.json'), '--passphrase', at('letter.txt')],
      ['replay', at('session.json'), '--working', at('session.json'), '--passphrase', at('phrase.txt')],
    ]) {
      const { status, stderr, stdout } = await (parts.includes('--what') ? runAlone : runHere)(...parts);
      expect(status, parts.join(' ')).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).not.toContain('    at ');
    }
  });
  it('shows no character of control that a hostile file holds, and refuses a time zone that does not exist', async () => {
    writeFileSync(at('hostile.json'), played.text.replace('"number": "complete"', '"number": "complete\\u001b[2J\\u202e\\nChaque résultat est celui"'));
    const { stdout } = await runHere('replay', at('hostile.json'));
    for (const character of ['\u001b', '\u202e']) expect(stdout).not.toContain(character);
    expect(stdout.split('\n').filter((line) => line.startsWith('Chaque résultat'))).toHaveLength(1);
    writeFileSync(at('nowhere.json'), played.text.replace('Europe/Paris', 'Nulle/Part'));
    expect((await runHere('replay', at('nowhere.json'))).status).toBe(2);
    writeFileSync(at('february.json'), played.text.replace(/"openedAt": "[^"]+"/, '"openedAt": "2026-02-31T08:00:00.000Z"'));
    expect((await runHere('replay', at('february.json'))).status).toBe(2);
    for (const text of ['{"__proto__": {"format": "delibere-session"}}', '['.repeat(50_000), '"x"', '{"format":"delibere-session","version":1}']) {
      writeFileSync(at('odd.json'), text);
      expect([text.slice(0, 20), (await runHere('replay', at('odd.json'))).status]).toEqual([text.slice(0, 20), 2]);
    }
  });
  it('judges each decision on the opinions of its final round when the working part is given', async () => {
    const { status, stdout } = await runHere('replay', at('session.json'), '--working', at('working.json'), '--passphrase', at('phrase.txt'));
    expect(status).toBe(0);
    expect(stdout).toMatch(/complete {2}BC03 {2}Non validé {2}tour final \(1\)\u00A0: 1 pour valider, 2 contre/);
    expect(stdout).toMatch(/complete {2}BC03 {2}Validé {2}tour final \(2\)\u00A0: 3 pour valider, 0 contre/);
  });
});
