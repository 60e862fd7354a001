import type { ReactNode } from 'react';
import { dossierWords } from '../../../words/deliberate.ts';
import { shortBlock } from '../../../words/outcome.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Section, Stack } from '../../parts/section.tsx';
import { shortCompetency } from './proofs.ts';
import type { Table } from './table.ts';
import styles from './middle.module.css';

/** The evaluators' grids, competency by competency, those of the block first. */
export const Grids = (props: { readonly table: Table }): ReactNode => {
  const { table } = props;
  const { scale } = table.session.regulations;
  const filled = table.dossier?.projects.filter((project) => project.grid.length > 0) ?? [];
  const ofBlock = (code: string): boolean => code.startsWith(`${table.block.code}-`);
  const textOf = new Map(table.session.referential.blocks.flatMap((block) => block.competencies.map((entry) => [String(entry.code), entry.text] as const)));
  if (filled.length === 0) return <EmptyState title={dossierWords.noGrid}>{dossierWords.noGridText}</EmptyState>;
  return (
    <Stack gap="large">
      {filled.map((project) => (
        <Section key={project.id} level={3} title={dossierWords.gridOf(project.title)}>
          <DataTable
            dense
            caption={dossierWords.gridOf(project.title)}
            keyOf={(line) => line.competency}
            rows={[...project.grid].sort((left, right) => Number(ofBlock(right.competency)) - Number(ofBlock(left.competency)))}
            columns={[
              {
                key: 'competency',
                head: dossierWords.competency,
                rowHead: true,
                cell: (line) => (
                  <>
                    {shortBlock(line.competency.slice(0, line.competency.lastIndexOf('-')))} {shortCompetency(line.competency)}
                    <span className={styles['gridText']}>{textOf.get(line.competency)}</span>
                  </>
                ),
              },
              { key: 'level', head: dossierWords.level, cell: (line) => scale.find((step) => step.code === line.level)?.label ?? line.level },
              { key: 'remark', head: dossierWords.remark, cell: (line) => line.remark },
            ]}
          />
        </Section>
      ))}
    </Stack>
  );
};
