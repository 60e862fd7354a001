import { renderToStaticMarkup } from 'react-dom/server';
import type { ReactNode } from 'react';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArchiveRead, ReadingView } from '../../../domain/reading.ts';
import { askOf, openTestDesk } from '../../../tests/fixtures/desk.ts';
import { archivedDays } from '../../../tests/fixtures/reread.ts';
import { endOf } from '../../../tests/fixtures/work.ts';
import { formatDay, formatInstant } from '../../../words/typography.ts';
import { ActsPart } from './acts.tsx';
import { Banner } from './banner.tsx';
import { CandidateTold } from './candidate.tsx';
import { ProofPart } from './proof.tsx';
import { RectificationPart } from './rectification.tsx';
import { SessionPart } from './session.tsx';
import { SignaturesPart } from './signatures.tsx';
import { FichePart, RegulationsPart } from './sources.tsx';

type Read = Extract<ReadingView, { kind: 'read' }>;

const bench = openTestDesk();
const ask = askOf(() => bench.desk);
afterAll(() => bench.dispose());

/** What a person reads of a component: its markup without its tags, spaces made plain. */
const read = (node: ReactNode): string => plain(renderToStaticMarkup(node).replaceAll(/<[^>]*>/g, ' '));
const plain = (text: string): string =>
  text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll(/\s+/gu, ' ');

const screenOf = (view: Read): string => {
  const { archive, verdict } = view;
  const { record, fiche } = archive;
  return read(
    <>
      <Banner view={view} />
      <SessionPart record={record} />
      {record.candidates.map((candidate) => (
        <CandidateTold key={candidate.id} record={record} candidate={candidate} />
      ))}
      <RectificationPart archive={archive} onRead={() => undefined} />
      <ActsPart record={record} />
      <SignaturesPart archive={archive} />
      <RegulationsPart regulations={record.regulations} />
      <FichePart fiche={fiche} />
      <ProofPart archive={archive} verdict={verdict} />
    </>,
  );
};

/** The keys whose texts are codes of the program or identities that no person reads: everything else must be readable. */
const codes = new Set(
  'id kind code path format algorithm rank seat membership civility mode by of field phase jurorId candidateId candidateIds replaced substitute members president jurors presence state outcome cause rule tie opinions decisionRule abstention recusingLinks remark figure scope author capacity signer startsBy action presents acquired today remaining pending competencies block timeZone head'.split(
    ' ',
  ),
);

/** Every text of a value that a person wrote or is named by, with where it stands. */
const textsOf = (value: unknown, key = '', at = ''): readonly (readonly [string, string])[] => {
  if (typeof value === 'string') return value === '' || codes.has(key) ? [] : [[at, value]];
  if (Array.isArray(value)) return value.flatMap((one, rank) => textsOf(one, key, `${at}[${rank}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => textsOf(one, name, `${at}.${name}`));
};

/** A text as the screen may write it: as it stands, or a day or an instant in words. */
const said = (text: string, timeZone: string): readonly string[] => {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return [text, formatDay(text)];
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return [formatInstant(text, timeZone), formatInstant(text, timeZone).replace(/^.* à /, '')];
  if (/^\d{14}$/.test(text)) return [text, text.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1 $2 $3 $4')];
  return [text];
};

const missing = (value: unknown, { record }: ArchiveRead, screen: string): readonly string[] =>
  textsOf(value).flatMap(([at, text]) => (said(text, record.session.timeZone).some((one) => screen.includes(plain(one))) ? [] : [`${at}: ${text}`]));

describe('everything that an archive holds is on its screen', () => {
  let views: readonly Read[];
  beforeAll(async () => {
    const { archive, rectified } = await archivedDays();
    views = [];
    for (const bytes of [archive, rectified]) {
      bench.dialogs.offer('Archive.zip', bytes);
      const { work } = await ask('reading.open', { handle: null, name: null, root: null, secret: null });
      await endOf(bench.desk, { work });
      const view = await ask('reading.get', { work });
      if (view.kind !== 'read') throw new Error('refused');
      views = [...views, view];
    }
  });

  it('every name, decision, reason, recommendation and text of the record, rectified or not', () => {
    for (const view of views) {
      const { record } = view.archive;
      const screen = screenOf(view);
      expect(textsOf(record).length).toBeGreaterThan(200);
      expect(missing(record, view.archive, screen)).toEqual([]);
      for (const { candidate } of record.candidates.map((one) => ({ candidate: one }))) {
        const told = read(<CandidateTold record={record} candidate={candidate} />);
        for (const { state } of candidate.blocks)
          expect(told).toContain(
            {
              validated: 'Validé',
              notValidated: 'Non validé',
              brought: 'Acquis antérieurement',
              notPresented: 'Non présenté',
              absent: 'Absence',
              postponed: 'Reporté',
              pending: 'En attente',
            }[state.kind],
          );
      }
    }
  });

  it('every text of the fiche', () => {
    const [view] = views;
    if (view === undefined) throw new Error('no view');
    expect(textsOf(view.archive.fiche).length).toBeGreaterThan(50);
    expect(missing(view.archive.fiche, view.archive, read(<FichePart fiche={view.archive.fiche} />))).toEqual([]);
  });

  it('the certificates, the earlier minutes, the digest of the dossiers’ bag, and the page that explains how to verify', () => {
    for (const view of views) {
      const screen = screenOf(view);
      for (const { name, fingerprint } of view.archive.certificates) {
        expect(screen).toContain(plain(name));
        expect(screen.replaceAll(' ', '')).toContain(fingerprint.toUpperCase());
      }
      for (const { number, sha256 } of view.archive.earlier) for (const text of [number, sha256]) expect(screen).toContain(text);
      if (view.archive.dossiers !== null) expect(screen).toContain(view.archive.dossiers);
      expect(screen).toContain(plain(view.archive.readMe.split('\n')[0] ?? ''));
    }
  });
});
