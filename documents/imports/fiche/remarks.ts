import { obstaclesOf, registrationStart, type FicheReading } from '../../../domain/fiche.ts';
import { ownedUp, ruleToCheck, type Remark } from '../../../domain/referential.ts';
import type { Day } from '../../../domain/time.ts';
import { ficheRemarks as say } from '../../../words/fiche.ts';
import { shortBlock } from '../../../words/outcome.ts';
import type { BlockFindings } from './blocks.ts';

/** What the reading met on its way, beside the facts. */
export interface Met {
  readonly findings: BlockFindings;
  readonly cut: readonly string[];
  readonly unreadableDates: readonly string[];
  readonly unreadableFigures: readonly string[];
  readonly title: boolean;
}

type Entry = readonly [code: string, stands: boolean, text: () => string];

const list = (kind: Remark['kind'], entries: readonly Entry[]): Remark[] =>
  entries.flatMap(([code, stands, text]) => (stands ? [{ code, kind, text: text() }] : []));

const contradictions = (fiche: FicheReading, { findings, title }: Met): Remark[] => {
  const start = registrationStart(fiche);
  const { registrationEnd: end, deliveryLimit: limit } = fiche.dates;
  const { announcedBlocks: announced, blocks } = fiche;
  return list('contradiction', [
    ...obstaclesOf(fiche).map((obstacle): Entry => [obstacle, true, say[obstacle]]),
    ['title-missing', !title, say.title],
    ['block-count', announced !== null && announced !== blocks.length, () => say['block-count'](announced ?? 0, blocks.length)],
    ...fiche.paths.flatMap(({ path, label, open, composition }): Entry[] => [
      [ownedUp.openWithoutText(path), open && composition === null, () => say['open-path-without-text'](label)],
      [ownedUp.closedWithText(path), !open && composition !== null, () => say['closed-path-with-text'](label)],
    ]),
    [ownedUp.endBeforeStart, start !== null && end !== null && end <= start, () => say['end-before-start'](start ?? '', end ?? '')],
    [ownedUp.limitBeforeEnd, limit !== null && end !== null && limit < end, () => say['delivery-limit-before-end'](limit ?? '', end ?? '')],
    ...findings.twice.map((code): Entry => [`block-code-twice-${code}`, true, () => say['block-code-twice'](code)]),
    ...[...new Set(findings.foreign)].map((code): Entry => [`block-code-foreign-${code}`, true, () => say['block-code-foreign'](code, fiche.code)]),
    ...findings.silent.map((code): Entry => [`block-without-competency-${code}`, true, () => say['block-without-competency'](shortBlock(code))]),
  ]);
};

const wordings = (fiche: FicheReading, met: Met): Remark[] => {
  const { dates, certifiers } = fiche;
  const start = registrationStart(fiche);
  const silent = certifiers.filter(({ siret }) => siret === null).map(({ name }) => name);
  const active = certifiers.filter((certifier) => certifier.active).map(({ name }) => name);
  const doubtful = fiche.blocks.filter((block) => !block.split.sure).map((block) => shortBlock(block.code));
  const by = dates.effect === null ? 'publication' : 'effect';
  return list('wording', [
    ['block-code-written', met.findings.written.length > 0, () => say['block-code-written'](met.findings.written)],
    ['decision-missing', dates.decision === null && start !== null, () => say['decision-missing'](by, start ?? '')],
    ['level-missing', fiche.level === null, say['level-missing']],
    ['nsf-missing', fiche.nsf.length === 0, say['nsf-missing']],
    ['siret-missing', silent.length > 0, () => say['siret-missing'](silent)],
    ['several-certifiers', active.length > 1, () => say['several-certifiers'](active)],
    ['text-cut', met.cut.length > 0, () => say['text-cut'](met.cut)],
    ['date-unreadable', met.unreadableDates.length > 0, () => say['date-unreadable'](met.unreadableDates)],
    ['figure-unreadable', met.unreadableFigures.length > 0, () => say['figure-unreadable'](met.unreadableFigures)],
    ['split-doubtful', doubtful.length > 0, () => say['split-doubtful'](doubtful)],
  ]);
};

const histories = (fiche: FicheReading, today: Day): Remark[] => {
  const { registrationEnd: end } = fiche.dates;
  return list('history', [
    ['state', fiche.state !== null && !/^(?:publi[ée]e|active)$/iu.test(fiche.state), () => say.state(fiche.state ?? '')],
    ['inactive', fiche.active === false, say.inactive],
    ['registration-ended', end !== null && end < today, () => say['registration-ended'](end ?? '')],
    ['replaced', fiche.next.length > 0, () => say.replaced(fiche.next)],
    ['earlier-fiche', fiche.previous.length > 0, () => say['earlier-fiche'](fiche.previous)],
  ]);
};

/** Everything that a reader of the fiche must know: what it says against itself first, then the rule to check, then its wording and its history. */
export const remarksOf = (fiche: FicheReading, met: Met, today: Day): Remark[] => [
  ...contradictions(fiche, met),
  ...list('check', [[ruleToCheck, fiche.paths.some((path) => path.open && path.composition !== null), say['composition-rule']]]),
  ...wordings(fiche, met),
  ...histories(fiche, today),
];
