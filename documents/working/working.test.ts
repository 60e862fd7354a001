import { describe, expect, test } from 'vitest';
import { drawPlayed, playDay } from '../../tests/fixtures/played.ts';
import { openWorking, sealWorking } from './envelope.ts';
import { readJournal } from './journal.ts';

const { record, working } = drawPlayed(playDay());
const passphrase = 'une phrase de passe d’essai';
const sealed = sealWorking(working, passphrase);

describe('a sealed working part', () => {
  test('opens under its passphrase, whatever the form of its accents, and under no other', () => {
    expect(openWorking(sealed, passphrase)).toEqual({ ok: true, value: working });
    expect(openWorking(sealWorking(working, 'é'.repeat(12).normalize('NFD')), 'é'.repeat(12).normalize('NFC'))).toMatchObject({ ok: true });
    expect(openWorking(sealed, `${passphrase} `)).toMatchObject({ ok: false, error: { code: 'passphrase-wrong' } });
  });

  test('tells nothing in clear but the number of the session', () => {
    expect(sealed).toContain(record.session.number);
    expect(sealed).not.toMatch(/opinion|validate|refuse|maquette|illustration|complete/);
    expect(Buffer.from(/"data": "([^"]+)"/.exec(sealed)?.[1] ?? '', 'base64').toString('latin1')).not.toMatch(/opinion|refuse|complete/);
  });

  test('is refused when a character of it has changed anywhere, its header included', () => {
    // Each costs a derivation: more of them in the long run.
    const count = process.env['DELIBERE_LONG'] ? 200 : 12;
    const places = Array.from({ length: count }, (_, rank) => Math.floor((rank * (sealed.length - 1)) / count));
    for (const place of places) {
      const other = sealed[place] === 'A' ? 'B' : 'A';
      const changed = `${sealed.slice(0, place)}${other}${sealed.slice(place + 1)}`;
      expect([place, openWorking(changed, passphrase).ok]).toEqual([place, false]);
    }
    expect(openWorking(sealed.replace(record.session.number, '2026-JOUE-02'), passphrase)).toMatchObject({ ok: false, error: { code: 'passphrase-wrong' } });
    for (const text of ['', '{}', 'null', '[]', '{"format":"delibere-working-sealed"}'])
      expect(openWorking(text, passphrase)).toMatchObject({ ok: false, error: { code: 'file-unreadable' } });
  });
});

describe('the journal of a working part', () => {
  test('is the one whose last link the record names', () => {
    const { acts, faults } = readJournal(working, record);
    expect(faults).toEqual([]);
    expect(acts.map(({ seq }) => seq)).toEqual(working.journal.map(({ seq }) => seq));
  });

  test('with a content changed, moved, cut, added or purged, is named so', () => {
    const kinds = (journal: typeof working.journal, session = working.session) =>
      new Set(readJournal({ ...working, session, journal }, record).faults.map(({ kind }) => kind));
    const at = working.journal.findIndex(({ content }) => content?.includes('"refuse"'));
    const turned = working.journal.map((entry, rank) =>
      rank === at ? { ...entry, content: entry.content?.replace('"refuse"', '"validate"') ?? null } : entry,
    );
    expect(kinds(turned)).toEqual(new Set(['content']));
    expect(kinds(working.journal.toReversed())).toEqual(new Set(['order', 'head']));
    expect(kinds(working.journal.slice(0, -1))).toEqual(new Set(['head']));
    expect(kinds([...working.journal, { ...working.journal[0], seq: working.journal.length + 1 } as (typeof working.journal)[number]])).toEqual(
      new Set(['head']),
    );
    expect(kinds(working.journal.map((entry, rank) => (rank === at ? { ...entry, salt: null, content: null } : entry)))).toEqual(new Set(['purged']));
    expect(kinds(working.journal.map((entry, rank) => (rank === at ? { ...entry, contentDigest: '0'.repeat(64) } : entry)))).toEqual(
      new Set(['content', 'head']),
    );
    expect(kinds(working.journal, { ...working.session, id: 's-other' as typeof working.session.id })).toEqual(new Set(['otherSession']));
  });
});
