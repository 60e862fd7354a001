import { done, failed, type Result } from '../../domain/errors.ts';
import type { Juror, LetterKind } from '../../domain/jury.ts';
import type { SessionFields } from '../../domain/view.ts';
import type { Instant } from '../../domain/time.ts';
import { letterWords as words } from '../../words/letter.ts';
import { dayOf, formatNumber, formatSiret, space } from '../../words/typography.ts';
import { drawFacts, type Facts } from '../minute/facts.ts';
import type { MinuteFonts } from '../minute/fonts.ts';
import { cleanText, Letters } from '../minute/letters.ts';
import { writeList } from '../minute/list.ts';
import { closePaper, openPaper, type Element } from '../minute/paper.ts';
import { ink, Sheet } from '../minute/sheet.ts';
import { signHere } from './signature.ts';

/** What a letter says; never who the candidates are. `planned` is when they are expected, on this day or another. */
export interface LetterFacts {
  readonly kind: LetterKind;
  readonly juror: Juror;
  readonly session: Pick<SessionFields, 'number' | 'title' | 'heldOn' | 'place' | 'mode' | 'timeZone' | 'lead'>;
  readonly certification: {
    readonly code: string;
    readonly title: string;
    readonly level: number | null;
    readonly certifier: { readonly name: string; readonly siret: string | null };
  };
  readonly planned: readonly Instant[];
  readonly candidates: number;
  readonly madeAt: Instant;
  readonly demonstration: boolean;
  readonly fonts: MinuteFonts;
}

interface Letter {
  readonly facts: LetterFacts;
  readonly sheet: Sheet;
  readonly root: Element;
}

const nameOf = ({ juror }: LetterFacts): string => `${juror.civility === '' ? '' : `${juror.civility}${space}`}${juror.givenName} ${juror.familyName}`;
const certificationOf = ({ certification: { title, code, level } }: LetterFacts): string => words.certification(title, code, level);

const sessionFacts = (facts: LetterFacts): Facts => {
  const { session, planned } = facts;
  const [startsAt = null] = planned.filter((at) => dayOf(at, session.timeZone) === session.heldOn).sort();
  return [
    [words.labels.session, [session.number, session.title].filter((part) => part !== '').join(' · ')],
    [words.labels.day, words.day(session.heldOn)],
    [words.labels.start, words.start(startsAt, session.timeZone)],
    [words.labels.place, words.place(session.place)],
    [words.labels.mode, words.modes[session.mode]],
  ];
};

const drawInvitation = ({ facts, sheet, root }: Letter): void => {
  const { juror } = facts;
  sheet.write(root, words.greetings[juror.civility], { after: 8 });
  sheet.write(root, words.invited(words.seats[juror.seat], certificationOf(facts)), { after: juror.seat === 'substitute' ? 6 : 2 });
  if (juror.seat === 'substitute') sheet.write(root, words.substitute, { after: 2 });
  drawFacts(sheet, root, [...sessionFacts(facts), [words.labels.candidates, formatNumber(facts.candidates)]], { text: words.session, level: 2 });
  sheet.heading(root, words.asked.title, 2);
  writeList(sheet, root, words.asked.items, 10.5);
  sheet.heading(root, words.independence.title, 2);
  sheet.write(root, words.independence.text, { after: 10 });
  sheet.write(root, words.employer);
  sheet.write(root, words.thanks, { after: 14 });
};

const drawSummons = ({ facts, sheet, root }: Letter): void => {
  const { juror, certification } = facts;
  sheet.write(root, words.summoned(certification.certifier.name), { after: 10 });
  drawFacts(sheet, root, [
    [words.labels.person, nameOf(facts)],
    [words.labels.quality, juror.quality],
    [words.labels.employer, juror.employer],
    [words.labels.seat, `Membre ${words.seats[juror.seat]}`],
    [words.labels.certification, certificationOf(facts)],
    ...sessionFacts(facts),
    [words.labels.reference, words.reference],
  ]);
  sheet.write(root, words.presence, { after: 14 });
};

/** Draws a letter as PDF/A-3a and PDF/UA-1. Error: glyph-missing. */
export const drawLetter = async (facts: LetterFacts): Promise<Result<Uint8Array>> => {
  const letters = new Letters(facts.fonts);
  const { juror, session, certification } = facts;
  const given = [juror.givenName, juror.familyName, juror.quality, juror.employer, session.number, session.title, session.place, certification.title];
  for (const text of [...given, certification.certifier.name, session.lead.givenName, session.lead.familyName, session.lead.quality]) {
    const character = letters.missing(cleanText(text)) ?? letters.missing(cleanText(text), 'semibold');
    if (character !== null) return failed('glyph-missing', { character });
  }
  const paper = openPaper(facts.fonts, {
    title: `${words.titles[facts.kind]} · ${session.number}`,
    author: certification.certifier.name,
    subject: words.subjects[facts.kind],
    keywords: '',
    createdAt: new Date(facts.madeAt),
  });
  const root = paper.struct('Document');
  paper.addStructure(root);
  const sheet = new Sheet(paper, letters, () => undefined);
  sheet.write(root, certification.certifier.name, { size: 10, style: 'semibold', colour: ink.soft, after: certification.certifier.siret ? 0 : 14 });
  if (certification.certifier.siret) sheet.write(root, words.siret(formatSiret(certification.certifier.siret)), { size: 9, colour: ink.soft, after: 14 });
  if (facts.kind === 'invitation')
    sheet.write(root, [words.to, `${nameOf(facts)}`, `${juror.quality}, ${juror.employer}`].join('\n'), { indent: sheet.width / 2, after: 14 });
  sheet.write(root, words.titles[facts.kind], { tag: 'H1', size: 21, style: 'bold', colour: ink.accent, after: facts.demonstration ? 4 : 12 });
  if (facts.demonstration) sheet.write(root, words.demonstration, { style: 'semibold', after: 10 });
  const letter = { facts, sheet, root };
  if (facts.kind === 'invitation') drawInvitation(letter);
  else drawSummons(letter);
  signHere(sheet, root, { done: words.done(dayOf(facts.madeAt, session.timeZone)), lead: session.lead, signature: words.signature });
  root.end();
  return done(await closePaper(paper));
};
