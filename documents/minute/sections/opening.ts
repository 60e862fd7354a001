import { minuteNumber, type SessionRecord } from '../../../domain/minute.ts';
import { ruleToCheck } from '../../../domain/referential.ts';
import { minuteWords } from '../../../words/minute.ts';
import { shortBlock } from '../../../words/outcome.ts';
import { rectificationWords } from '../../../words/rectification.ts';
import { capitalise, formatDay, formatOffset, formatSiret, formatWeekday, space } from '../../../words/typography.ts';
import { drawFacts, type Facts } from '../facts.ts';
import { writeList } from '../list.ts';
import { sayInstant, type Printing } from '../printing.ts';
import { ink } from '../sheet.ts';

/** The title of the minute, and what a reader must know before all: provisional, or a demonstration. */
export const drawTitle = ({ sheet, root, record, kind }: Printing): void => {
  const { session, certification } = record;
  sheet.write(root, certification.certifier.name, { size: 10, style: 'semibold', colour: ink.soft, after: 10 });
  sheet.write(root, record.rectification === null ? minuteWords.title : rectificationWords.title, {
    tag: 'H1',
    size: 23,
    style: 'bold',
    colour: ink.accent,
    after: 4,
  });
  sheet.write(root, certification.title, { size: 14, style: 'semibold', after: 2 });
  sheet.write(root, `${capitalise(formatWeekday(session.heldOn))} · ${minuteWords.footer.number(minuteNumber(record))}`, {
    size: 11,
    colour: ink.soft,
    after: 8,
  });
  const { paper, left, width } = sheet;
  sheet.decorate(() =>
    paper
      .lineWidth(1.5)
      .strokeColor(ink.accent)
      .moveTo(left, sheet.y)
      .lineTo(left + width, sheet.y)
      .stroke(),
  );
  sheet.y += 10;
  if (kind === 'provisional') drawNotice(sheet, root, minuteWords.provisionalNotice);
  if (record.demonstration) drawNotice(sheet, root, minuteWords.demonstrationNotice);
};

const drawNotice = (sheet: Printing['sheet'], root: Printing['root'], text: string): void => {
  const { paper, left, width } = sheet;
  const top = sheet.y;
  sheet.decorate(() => {
    paper.lineWidth(1).strokeColor(ink.text).rect(left, top, width, 26).stroke();
  });
  sheet.y += 6;
  sheet.write(root, text, { style: 'semibold', size: 10.5, indent: 10, after: 14 });
};

const sayCertifiers = ({ certifier, otherCertifiers = [] }: SessionRecord['certification']): string =>
  [certifier, ...otherCertifiers]
    .map(({ name, siret }) => minuteWords.certification.certifier(name, siret === null ? null : formatSiret(siret)))
    .join(minuteWords.certification.separator);

/** Section 1: the certification, the session, the versions of the fiche and of the regulations, the contradictions acknowledged. */
export const drawCertification = (printing: Printing, number: number): void => {
  const { sheet, root, record } = printing;
  const { certification, regulations, session } = record;
  const words = minuteWords.certification;
  const facts: Facts = [
    [words.labels.number, words.number(minuteNumber(record))],
    [words.labels.session, session.title],
    [words.labels.certifier, sayCertifiers(certification)],
    [words.labels.title, certification.title],
    [words.labels.code, words.code(certification.code, certification.version)],
    [
      words.labels.level,
      words.level(
        certification.level,
        certification.nsf.map((nsf) => `${nsf.code} (${nsf.label})`),
      ),
    ],
    [
      words.labels.registration,
      words.registration(formatDay(certification.decisionDate), formatDay(certification.registrationEnd), certification.startsBy ?? 'decision'),
    ],
    [words.labels.regulations, words.regulations(regulations.title, regulations.id, regulations.version)],
  ];
  drawFacts(sheet, root, facts, { text: `${number}. ${words.heading}`, level: 2 });
  sheet.heading(root, words.blocks, 3);
  writeList(
    sheet,
    root,
    certification.blocks.map((block) => [{ text: `${shortBlock(block.code)}${space}${space}`, style: 'semibold' as const }, { text: block.label }]),
  );
  if (certification.acknowledged.length === 0) return;
  sheet.heading(root, certification.acknowledged.some(({ remark }) => remark === ruleToCheck) ? words.acknowledged : words.contradictions, 3);
  for (const { text, reason, at } of certification.acknowledged) {
    if (text !== '') sheet.write(root, text, { size: 10, after: 2 });
    sheet.write(root, words.retained(reason, sayInstant(record, at)), { size: 10, style: 'italic' });
  }
};

/** Section 2: where, how and when the session was held. */
export const drawSitting = ({ sheet, root, record }: Printing, number: number): void => {
  const { session } = record;
  const words = minuteWords.sitting;
  const time = (at: typeof session.openedAt): string => words.time(sayInstant(record, at), `${session.timeZone}, ${formatOffset(at, session.timeZone)}`);
  const facts: Facts = [
    [words.labels.day, capitalise(formatWeekday(session.heldOn))],
    [words.labels.place, session.place === '' ? words.unsaid : session.place],
    [words.labels.mode, words.mode[session.mode]],
    [words.labels.opened, time(session.openedAt)],
    [words.labels.closed, time(session.closedAt)],
  ];
  drawFacts(sheet, root, facts, { text: `${number}. ${words.heading}`, level: 2 });
};
