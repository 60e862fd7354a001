import type { LinkKind } from '../../../domain/jury.ts';
import type { Regulations } from '../../../domain/regulations.ts';
import { linkWords } from '../../../words/jury.ts';
import { prepareWords } from '../../../words/prepare.ts';
import { regulationsSummaryWords } from '../../../words/regulations.ts';
import { joinList } from '../../../words/typography.ts';

const linkName = (kind: LinkKind): string => linkWords[kind].replace(/^Lien | \(.*\)$/g, '');

/** The regulations of a session, line by line, each with its rule and what it says. */
export const regulationsLines = (regulations: Regulations): readonly (readonly [rule: string, said: string])[] => {
  const words = prepareWords.regulations;
  const summary = regulationsSummaryWords;
  const individual = regulations.opinions === 'individual';
  const { retention } = regulations;
  return [
    [words.version, `${regulations.title}, ${regulations.version}`],
    [summary.identifier, regulations.id],
    [words.quorum, words.quorumValue(regulations.quorum)],
    [summary.recusing, regulations.recusingLinks.length === 0 ? summary.noRecusing : joinList(regulations.recusingLinks.map(linkName))],
    [words.opinions, words.opinionsValues[regulations.opinions]],
    [words.decision, words.decisions[regulations.decisionRule]],
    [words.abstention, individual ? words.abstentions[regulations.abstention] : summary.noOpinions],
    [words.tie, individual ? words.ties[regulations.tie] : summary.noOpinions],
    [words.rounds, individual ? words.roundsValue(regulations.rounds) : summary.noOpinions],
    [words.refusal, summary.refusal(regulations.refusalCitesCompetencies, regulations.refusalNeedsRecommendation)],
    [summary.validated, summary.validation(regulations.validationNeedsReason)],
    [summary.scale, regulations.scale.map((level) => level.label).join(' · ')],
    [words.vae, words.vaeValue(regulations.vaeNotificationDays)],
    [words.appeal, regulations.appealText === '' ? words.appealNone : regulations.appealText],
    [summary.appealDelay, summary.days(regulations.appealDelayDays)],
    [summary.retention, summary.kept(retention.minuteYears, retention.dossierMonthsAfterAppeal, retention.jurorYears)],
  ];
};
