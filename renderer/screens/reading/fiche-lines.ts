import type { Referential } from '../../../domain/referential.ts';
import { readingFicheWords as words } from '../../../words/reading-fiche.ts';
import { formatDay, formatSiret } from '../../../words/typography.ts';

const told = (...parts: readonly (string | null)[]): string => parts.filter((part) => part !== null && part !== '').join(', ');
const titled = ({ code, title }: { readonly code: string; readonly title: string | null }): string => (title === null ? code : `${code} · ${title}`);
const coded = ({ code, label }: { readonly code: string; readonly label: string }): string => `${code} · ${label}`;
const yesNo = (value: boolean | null): string => (value === null ? '' : value ? words.yes : words.no);

/** What a fiche says of itself in few words, line by line. */
export const ficheFacts = (fiche: Referential): readonly (readonly [term: string, value: string])[] => {
  const { certifier, territories } = fiche;
  return [
    [words.title, fiche.title],
    [words.code, `${fiche.code}, ${fiche.version}`],
    [words.state, fiche.state ?? ''],
    [words.level, fiche.level === null ? '' : String(fiche.level)],
    [words.nsf, fiche.nsf.map(coded).join('\n')],
    [words.formacodes, fiche.formacodes.map(coded).join('\n')],
    [
      words.certifiers,
      [certifier, ...fiche.otherCertifiers.map((other) => ({ ...other, tradeName: null, website: null }))]
        .map(({ name, siret, tradeName, website }) => told(name, siret && formatSiret(siret), tradeName, website))
        .join('\n'),
    ],
    [
      words.changes,
      fiche.certifierChanges.map(({ name, siret, action, on }) => told(name, siret && formatSiret(siret), `${words[action]} le ${formatDay(on)}`)).join('\n'),
    ],
    [
      words.dates,
      told(
        `${words.startsBy[fiche.startsBy]} ${formatDay(fiche.decisionDate)}`,
        fiche.durationYears === null ? null : words.duration(fiche.durationYears),
        words.until(formatDay(fiche.registrationEnd)),
        fiche.deliveryLimit === null ? null : words.limit(formatDay(fiche.deliveryLimit)),
      ),
    ],
    [words.previous, fiche.previous.map(titled).join('\n')],
    [words.next, fiche.next.map(titled).join('\n')],
    [words.correspondences, fiche.correspondences.map(titled).join('\n')],
    [words.declared, fiche.declaredBlockCount === null ? '' : String(fiche.declaredBlockCount)],
    [words.prerequisites, yesNo(fiche.blockPrerequisites)],
    [words.regulated, fiche.regulatedActivity ?? ''],
    [
      words.territories,
      told(
        `${words.newCaledonia} (${yesNo(territories.newCaledonia).toLocaleLowerCase('fr')})`,
        `${words.frenchPolynesia} (${yesNo(territories.frenchPolynesia).toLocaleLowerCase('fr')})`,
      ),
    ],
    [words.url, fiche.descriptionUrl ?? ''],
  ];
};

const one = (text: string | null): readonly string[] => (text === null ? [] : [text]);

/** The long texts of a fiche, each under its title. */
export const ficheLists = (fiche: Referential): readonly (readonly [title: string, lines: readonly string[]])[] => {
  const entry = fiche.entryRequirements;
  return [
    [
      words.earlierDecisions,
      fiche.earlierDecisions.map(({ decidedOn, publishedOn, durationYears, text }) =>
        words.decided(formatDay(decidedOn), formatDay(publishedOn), durationYears, text),
      ),
    ],
    [words.objective, one(fiche.objective)],
    [words.activities, fiche.activities.map(({ title, tasks }) => [title, ...tasks.map((task) => `– ${task}`)].join('\n'))],
    [words.attested, fiche.attestedCompetencies],
    [words.acquisition, fiche.acquisitionText],
    [words.evaluationText, one(fiche.evaluationText)],
    [words.accommodationText, one(fiche.accommodationText)],
    [
      words.entry,
      [
        ...one(fiche.entryText),
        ...(entry === null ? [] : [entry.knowledge, ...entry.admission, entry.english, entry.french, ...entry.documents, entry.procedure]),
      ],
    ],
    [
      words.statistics,
      fiche.statistics.map((of) => words.statistic(of.year, of.certified, of.certifiedByVae, of.insertion6, of.insertionTarget6, of.insertionTarget24)),
    ],
    [words.sectors, fiche.sectors],
    [words.jobs, fiche.jobs.map(({ stage, titles }) => told(stage, ...titles))],
    [words.rome, fiche.rome.map(coded)],
  ];
};
