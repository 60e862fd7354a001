import { useState, type ReactNode } from 'react';
import { projectFields, type Project, type ProjectFields } from '../../../domain/project.ts';
import type { Piece } from '../../../domain/dossier.ts';
import type { BlockCode, PieceId } from '../../../domain/ids.ts';
import { dossierWords } from '../../../words/dossier.ts';
import { shortBlock } from '../../../words/outcome.ts';
import { fieldWords, verbs } from '../../../words/screens.ts';
import { Button } from '../../parts/button.tsx';
import { Checkbox, Select } from '../../parts/choice.tsx';
import { Form } from '../../parts/form.tsx';
import { InstantField } from '../../parts/instant-field.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { Actions, Fields, Section } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import { DeliverableRows } from './deliverables.tsx';
import type { DossierProps } from './dossiers.tsx';
import { GridRows } from './grid.tsx';
import styles from './prepare.module.css';

/** The files of a dossier as options, "none" first. */
export const pieceOptions = (pieces: readonly Piece[]): { readonly value: PieceId | 'none'; readonly label: string }[] => [
  { value: 'none', label: dossierWords.noFile },
  ...pieces.map((piece) => ({ value: piece.id, label: piece.title })),
];

const blankFor = ({ dossier }: DossierProps): ProjectFields => ({
  candidateId: dossier.candidate.id,
  title: '',
  blocks: [...dossier.candidate.presents],
  reportPieceId: null,
  deliverables: [],
  defence: { plannedAt: null, plannedMinutes: 30, evaluator: '' },
  grid: [],
});

const fieldsOf = ({ id: _id, ...rest }: Project & { timer?: unknown }): ProjectFields => {
  const { timer: _timer, ...fields } = rest;
  return fields;
};

/** The form of one project. */
export const ProjectForm = (props: DossierProps & { readonly project: Project | null; readonly onClose: () => void }): ReactNode => {
  const { session, dossier, frozen, project } = props;
  const { busy, failure, run } = useWrite();
  const [draft, setDraft] = useState<ProjectFields>(() => (project === null ? blankFor(props) : fieldsOf(project)));
  const [tried, setTried] = useState(false);
  const set = (part: Partial<ProjectFields>): void => setDraft({ ...draft, ...part });
  const setDefence = (part: Partial<ProjectFields['defence']>): void => set({ defence: { ...draft.defence, ...part } });
  const blocks = session.referential.blocks.filter((block) => draft.blocks.includes(block.code));
  const toggleBlock = (code: BlockCode, on: boolean): void => {
    const kept = on ? [...draft.blocks, code] : draft.blocks.filter((each) => each !== code);
    set({ blocks: kept, grid: draft.grid.filter((line) => kept.some((block) => line.competency.startsWith(`${block}-`))) });
  };
  const save = async (): Promise<void> => {
    setTried(true);
    const fields = projectFields.safeParse(draft);
    if (!fields.success) return;
    const saved = await run('project.save', { sessionId: session.id, projectId: project?.id ?? null, fields: fields.data });
    if (!saved.ok) return;
    props.onClose();
    await props.changed();
  };
  return (
    <Form className={styles['form']} onSubmit={save}>
      <Fields columns={2}>
        <TextField
          prose
          label={dossierWords.projectTitle}
          value={draft.title}
          maxLength={200}
          onChange={(title) => set({ title })}
          disabled={frozen}
          autoFocus={!frozen}
          error={tried && draft.title.trim() === '' ? fieldWords.missing : null}
        />
        <Select
          label={dossierWords.report}
          value={draft.reportPieceId ?? 'none'}
          options={pieceOptions(dossier.pieces)}
          disabled={frozen}
          onChange={(value) => set({ reportPieceId: value === 'none' ? null : value })}
        />
      </Fields>
      <fieldset className={styles['checks']} aria-invalid={tried && draft.blocks.length === 0 ? true : undefined}>
        <legend>{dossierWords.blocks}</legend>
        {session.referential.blocks.map((block) => (
          <Checkbox
            key={block.code}
            label={`${shortBlock(block.code)} · ${block.label}`}
            checked={draft.blocks.includes(block.code)}
            disabled={frozen}
            onChange={(on) => toggleBlock(block.code, on)}
          />
        ))}
        {tried && draft.blocks.length === 0 ? (
          <p role="alert" className={styles['fault']}>
            {dossierWords.blocksMissing}
          </p>
        ) : null}
      </fieldset>
      <Section level={3} title={dossierWords.defence}>
        <Fields columns={3}>
          <InstantField
            dayLabel={dossierWords.defenceDay}
            timeLabel={dossierWords.defenceTime}
            value={draft.defence.plannedAt}
            timeZone={session.fields.timeZone}
            disabled={frozen}
            onChange={(plannedAt) => setDefence({ plannedAt })}
          />
          <TextField
            label={dossierWords.defenceMinutes}
            type="number"
            min={1}
            max={600}
            short
            value={draft.defence.plannedMinutes === 0 ? '' : String(draft.defence.plannedMinutes)}
            disabled={frozen}
            error={tried && draft.defence.plannedMinutes < 1 ? fieldWords.missing : null}
            onChange={(value) => setDefence({ plannedMinutes: Math.min(600, Math.floor(Number(value)) || 0) })}
          />
          <TextField
            label={dossierWords.evaluator}
            optional
            value={draft.defence.evaluator}
            maxLength={160}
            disabled={frozen}
            onChange={(evaluator) => setDefence({ evaluator })}
          />
        </Fields>
      </Section>
      <DeliverableRows
        blocks={blocks}
        pieces={dossier.pieces}
        rows={draft.deliverables}
        tried={tried}
        frozen={frozen}
        onChange={(deliverables) => set({ deliverables })}
      />
      <GridRows blocks={blocks} scale={session.regulations.scale} lines={draft.grid} frozen={frozen} onChange={(grid) => set({ grid })} />
      <FailureNotice failure={failure} />
      <Actions end>
        <Button onPress={props.onClose}>{frozen ? verbs.back : verbs.cancel}</Button>
        {frozen ? null : (
          <Button kind="primary" type="submit" busy={busy}>
            {dossierWords.saveProject}
          </Button>
        )}
      </Actions>
    </Form>
  );
};
