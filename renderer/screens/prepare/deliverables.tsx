import type { ReactNode } from 'react';
import type { Piece } from '../../../domain/dossier.ts';
import type { ProjectFields } from '../../../domain/project.ts';
import type { Block } from '../../../domain/referential.ts';
import { dossierWords } from '../../../words/dossier.ts';
import { fieldWords, verbs } from '../../../words/screens.ts';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/choice.tsx';
import { CompetencyPicker } from '../../parts/competency-picker.tsx';
import { Fields, Section } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { pieceOptions } from './project-form.tsx';
import styles from './prepare.module.css';

type Deliverable = ProjectFields['deliverables'][number];

/** The deliverables of a project, each linked to the competencies it lets acquire. */
export const DeliverableRows = (props: {
  readonly blocks: readonly Block[];
  readonly pieces: readonly Piece[];
  readonly rows: readonly Deliverable[];
  readonly tried: boolean;
  readonly frozen: boolean;
  readonly onChange: (rows: Deliverable[]) => void;
}): ReactNode => {
  const { rows, frozen, onChange } = props;
  const set = (rank: number, part: Partial<Deliverable>): void => onChange(rows.map((row, place) => (place === rank ? { ...row, ...part } : row)));
  const add = (
    <Button size="small" onPress={() => onChange([...rows, { title: '', pieceId: null, competencies: [] }])}>
      {dossierWords.addDeliverable}
    </Button>
  );
  return (
    <Section level={3} title={dossierWords.deliverables} actions={frozen ? undefined : add}>
      {rows.map((row, rank) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no identity before it is saved
        <fieldset key={rank} className={styles['item']} aria-label={dossierWords.deliverable(rank + 1)}>
          <Fields columns={2}>
            <TextField
              prose
              label={dossierWords.deliverableTitle}
              value={row.title}
              maxLength={200}
              disabled={frozen}
              onChange={(title) => set(rank, { title })}
              error={props.tried && row.title.trim() === '' ? fieldWords.missing : null}
            />
            <Select
              label={dossierWords.deliverableFile}
              value={row.pieceId ?? 'none'}
              options={pieceOptions(props.pieces)}
              disabled={frozen}
              onChange={(value) => set(rank, { pieceId: value === 'none' ? null : value })}
            />
          </Fields>
          <CompetencyPicker
            label={dossierWords.competencies}
            blocks={props.blocks}
            value={row.competencies}
            disabled={frozen}
            onChange={(competencies) => set(rank, { competencies })}
          />
          {frozen ? null : (
            <div>
              <Button
                kind="quiet"
                size="small"
                label={`${verbs.remove} ${dossierWords.deliverable(rank + 1)}`}
                onPress={() => onChange(rows.filter((_row, place) => place !== rank))}
              >
                {verbs.remove}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
    </Section>
  );
};
