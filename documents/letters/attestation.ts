import type { Result } from '../../domain/errors.ts';
import type { BlockCode } from '../../domain/ids.ts';
import { minuteNumber, type RecordCandidate, type SessionRecord } from '../../domain/minute.ts';
import { minuteWords, pathWords } from '../../words/minute.ts';
import { attestationWords as words, followingWords } from '../../words/notice.ts';
import { shortBlock } from '../../words/outcome.ts';
import { dayOf, formatDay } from '../../words/typography.ts';
import { drawFacts, type Facts } from '../minute/facts.ts';
import { writeList } from '../minute/list.ts';
import { ink } from '../minute/sheet.ts';
import { drawFollowing, signFollowing, type FollowingFacts } from './letterhead.ts';

const { labels } = followingWords;

/** Room for the signature, which never stands alone on a page. */
const signed = 100;

/** What a parchment or an attestation must name of the certification, whatever it attests. */
const certificationFacts = ({ certification, session }: SessionRecord, number: string): Facts => [
  [labels.code, certification.code],
  [labels.level, certification.level === null ? '' : String(certification.level)],
  [labels.nsf, certification.nsf.map(({ code, label }) => `${code} · ${label}`).join('\n')],
  [
    labels.registration,
    minuteWords.certification.registration(
      formatDay(certification.decisionDate),
      formatDay(certification.registrationEnd),
      certification.startsBy ?? 'decision',
    ),
  ],
  [
    labels.certifier,
    [certification.certifier, ...(certification.otherCertifiers ?? [])]
      .map(({ name, siret }) => (siret === null ? name : `${name}, ${followingWords.siret(siret)}`))
      .join('\n'),
  ],
  [labels.session, `${followingWords.day(session.heldOn)}${session.title === '' ? '' : ` · ${session.title}`}`],
  [labels.minute, followingWords.minute(number)],
];

const holderFacts = (candidate: RecordCandidate): Facts => [
  [labels.holder, candidate.name],
  [labels.birth, candidate.birthDate === null ? '' : formatDay(candidate.birthDate)],
  [labels.path, pathWords[candidate.accessPath]],
];

/** The day that the jury decided a block, in its own time zone. */
const decidedOn = ({ session }: SessionRecord, candidate: RecordCandidate, block: BlockCode): string => {
  const state = candidate.blocks.find(({ code }) => code === block)?.state;
  return state && 'decision' in state ? dayOf(state.decision.at, session.timeZone) : session.heldOn;
};

/** The attestation of one block validated by this jury: what it names is what a parchment names, and it says that it is none. Error: glyph-missing. */
export const drawAttestation = (facts: FollowingFacts, candidate: RecordCandidate, block: BlockCode): Promise<Result<Uint8Array>> => {
  const { record } = facts;
  const { certification, session } = record;
  const { label = '', competencies = [] } = certification.blocks.find(({ code }) => code === block) ?? {};
  const head = {
    title: words.titles.block,
    subject: words.subjects.block,
    to: [],
    running: `${words.titles.block} · ${shortBlock(block)} · ${candidate.name}`,
  };
  return drawFollowing(facts, head, [], (paper) => {
    const { sheet, root } = paper;
    sheet.write(root, words.block(candidate.name), { size: 11.5, after: 8 });
    sheet.write(root, words.of(label, certification.title), { size: 13, style: 'semibold', after: 10 });
    drawFacts(sheet, root, [
      ...holderFacts(candidate),
      [labels.block, `${block} · ${label}`],
      [labels.certification, certification.title],
      ...certificationFacts(record, minuteNumber(record)),
      [labels.acquiredOn, formatDay(decidedOn(record, candidate, block))],
    ]);
    sheet.write(root, words.notDiploma, { style: 'semibold', after: 10, keep: signed });
    signFollowing(paper, facts, session.mode === 'remote' ? '' : session.place);
    sheet.y += 14;
    if (competencies.length > 0) {
      sheet.write(root, words.competencies, { size: 9.5, style: 'semibold', colour: ink.soft, after: 2, keep: 30 });
      writeList(
        sheet,
        root,
        competencies.map(({ text }) => text),
        9,
      );
    }
  });
};

/** The announcement of a full award: the parchment itself is drawn up elsewhere. Error: glyph-missing. */
export const drawAward = (facts: FollowingFacts, candidate: RecordCandidate): Promise<Result<Uint8Array>> => {
  const { record } = facts;
  const { certification, session } = record;
  const head = { title: words.titles.award, subject: words.subjects.award, to: [candidate.name], running: `${words.titles.award} · ${candidate.name}` };
  return drawFollowing(facts, head, [], (paper) => {
    const { sheet, root } = paper;
    sheet.write(root, words.award(candidate.name), { size: 11.5, after: 8 });
    sheet.write(root, certification.title, { size: 15, style: 'semibold', after: 10 });
    drawFacts(sheet, root, [
      ...holderFacts(candidate),
      ...certificationFacts(record, minuteNumber(record)),
      [labels.grantedOn, formatDay(grantedOn(record, candidate))],
    ]);
    sheet.write(root, words.everyBlock, { style: 'semibold', after: 2, keep: 30 });
    writeList(
      sheet,
      root,
      certification.blocks.map(({ code, label }) => `${shortBlock(code)} · ${label}`),
    );
    sheet.write(root, words.notParchment, { style: 'semibold', after: 12, keep: signed });
    signFollowing(paper, facts, session.mode === 'remote' ? '' : session.place);
  });
};

/** A certification is granted the day that its last block was decided. */
const grantedOn = (record: SessionRecord, candidate: RecordCandidate): string =>
  candidate.blocks
    .flatMap(({ code, state }) => ('decision' in state ? [decidedOn(record, candidate, code)] : []))
    .toSorted()
    .at(-1) ?? record.session.heldOn;
