import type { ReactNode } from 'react';
import type { CompetencyCode } from '../../../domain/ids.ts';
import type { ProjectFields } from '../../../domain/project.ts';
import type { Block } from '../../../domain/referential.ts';
import type { Regulations } from '../../../domain/regulations.ts';
import { dossierWords, shortCompetency } from '../../../words/dossier.ts';
import { shortBlock } from '../../../words/outcome.ts';
import { Select } from '../../parts/choice.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';

type GridLine = ProjectFields['grid'][number];

/** The evaluator's grid: a level and a remark for each competency of the covered blocks. */
export const GridRows = (props: {
  readonly blocks: readonly Block[];
  readonly scale: Regulations['scale'];
  readonly lines: readonly GridLine[];
  readonly frozen: boolean;
  readonly onChange: (lines: GridLine[]) => void;
}): ReactNode => {
  const { lines, frozen, onChange } = props;
  const lineOf = (code: CompetencyCode): GridLine | undefined => lines.find((line) => line.competency === code);
  const setLevel = (competency: CompetencyCode, level: string): void => {
    const others = lines.filter((line) => line.competency !== competency);
    onChange(level === 'none' ? others : [...others, { competency, level, remark: lineOf(competency)?.remark ?? '' }]);
  };
  const isLost = (level: string | undefined): level is string => level !== undefined && !props.scale.some(({ code }) => code === level);
  const lost = lines.filter((line) => isLost(line.level)).length;
  const optionsFor = (level: string | undefined) => [
    { value: 'none', label: dossierWords.noLevel },
    ...props.scale.map(({ code, label }) => ({ value: code, label })),
    ...(isLost(level) ? [{ value: level, label: dossierWords.levelLost(level), disabled: true }] : []),
  ];
  return (
    <Section level={3} title={dossierWords.grid} intro={dossierWords.gridIntro}>
      {lost === 0 ? null : <Notice kind="warning" title={dossierWords.levelsLost(lost)} />}
      {props.blocks.map((block) => (
        <DataTable
          key={block.code}
          dense
          showCaption
          caption={`${shortBlock(block.code)} · ${block.label}`}
          rows={block.competencies}
          keyOf={(competency) => competency.code}
          columns={[
            {
              key: 'competency',
              head: dossierWords.competencies,
              width: 'wide',
              cell: (competency) => (
                <>
                  <strong>{shortCompetency(competency.code)}</strong> {competency.text}
                </>
              ),
            },
            {
              key: 'level',
              head: dossierWords.level,
              cell: (competency) => (
                <Select
                  hideLabel
                  label={`${dossierWords.level} ${shortCompetency(competency.code)}`}
                  value={lineOf(competency.code)?.level ?? 'none'}
                  disabled={frozen}
                  options={optionsFor(lineOf(competency.code)?.level)}
                  error={isLost(lineOf(competency.code)?.level) ? dossierWords.levelLostShort : null}
                  onChange={(level) => setLevel(competency.code, level)}
                />
              ),
            },
            {
              key: 'remark',
              head: dossierWords.remark,
              cell: (competency) => (
                <TextField
                  prose
                  hideLabel
                  label={`${dossierWords.remark} ${shortCompetency(competency.code)}`}
                  value={lineOf(competency.code)?.remark ?? ''}
                  maxLength={1000}
                  disabled={frozen || lineOf(competency.code) === undefined}
                  onChange={(remark) => onChange(lines.map((line) => (line.competency === competency.code ? { ...line, remark } : line)))}
                />
              ),
            },
          ]}
        />
      ))}
    </Section>
  );
};
