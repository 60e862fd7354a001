import type { ReactNode } from 'react';
import type { CompetencyCode } from '../../../domain/ids.ts';
import { dossierWords, shortCompetency } from '../../../words/dossier.ts';
import { shortBlock } from '../../../words/outcome.ts';
import { Badge } from '../../parts/badge.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Stack } from '../../parts/section.tsx';
import type { DossierProps } from './dossiers.tsx';

/** Each competency of the presented blocks with the deliverables and evidence that cover it. */
export const Coverage = ({ session, dossier }: DossierProps): ReactNode => {
  const { candidate, projects, evidence } = dossier;
  const blocks = session.referential.blocks.filter((block) => candidate.presents.includes(block.code));
  const coversOf = (code: CompetencyCode): readonly string[] => [
    ...projects.flatMap((project) => project.deliverables.filter((each) => each.competencies.includes(code)).map((each) => `${project.title} : ${each.title}`)),
    ...evidence.filter((each) => each.competencies.includes(code)).map((each) => each.title),
  ];
  if (blocks.length === 0) return <p>{dossierWords.noBlock}</p>;
  return (
    <Stack>
      <p>{dossierWords.coverageIntro}</p>
      {blocks.map((block) => (
        <DataTable
          key={block.code}
          dense
          showCaption
          caption={`${shortBlock(block.code)} · ${block.label}`}
          rows={block.competencies}
          keyOf={(competency) => competency.code}
          columns={[
            { key: 'code', head: dossierWords.competencies, rowHead: true, cell: (competency) => shortCompetency(competency.code) },
            { key: 'text', head: dossierWords.wording, width: 'wide', cell: (competency) => competency.text },
            {
              key: 'covers',
              head: dossierWords.tabs.coverage,
              cell: (competency) => {
                const covers = coversOf(competency.code);
                return covers.length === 0 ? <Badge tone="warning">{dossierWords.uncovered}</Badge> : covers.map((cover) => <div key={cover}>{cover}</div>);
              },
            },
          ]}
        />
      ))}
    </Stack>
  );
};
