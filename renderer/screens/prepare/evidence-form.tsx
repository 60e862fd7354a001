import { useState, type ReactNode } from 'react';
import type { Failure } from '../../../domain/errors.ts';
import { evidenceFields, type Evidence, type EvidenceFields } from '../../../domain/evidence.ts';
import { dossierWords } from '../../../words/dossier.ts';
import { fieldWords, verbs } from '../../../words/screens.ts';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/choice.tsx';
import { CompetencyPicker } from '../../parts/competency-picker.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { Actions } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';
import type { DossierProps } from './dossiers.tsx';
import { pieceOptions } from './project-form.tsx';
import styles from './prepare.module.css';

/** The form of one evidence: a title, a file, the competencies it proves. */
export const EvidenceForm = (
  props: DossierProps & {
    readonly evidence: Evidence | null;
    readonly onClose: () => void;
    readonly onSave: (fields: EvidenceFields) => void;
    readonly busy: boolean;
    readonly failure: Failure | null;
  },
): ReactNode => {
  const { session, dossier, evidence } = props;
  const [draft, setDraft] = useState<EvidenceFields>({
    candidateId: dossier.candidate.id,
    title: evidence?.title ?? '',
    pieceId: evidence?.pieceId ?? null,
    competencies: evidence?.competencies ?? [],
  });
  const [tried, setTried] = useState(false);
  const blocks = session.referential.blocks.filter((block) => dossier.candidate.presents.includes(block.code));
  const save = (): void => {
    setTried(true);
    const read = evidenceFields.safeParse(draft);
    if (read.success) props.onSave(read.data);
  };
  return (
    <Dialog title={evidence === null ? dossierWords.addEvidence : evidence.title} open onClose={props.onClose} size="large">
      <Form className={styles['form']} onSubmit={save}>
        <TextField
          prose
          label={dossierWords.evidenceTitle}
          value={draft.title}
          maxLength={200}
          autoFocus
          onChange={(title) => setDraft({ ...draft, title })}
          error={tried && draft.title.trim() === '' ? fieldWords.missing : null}
        />
        <Select
          label={dossierWords.deliverableFile}
          value={draft.pieceId ?? 'none'}
          options={pieceOptions(dossier.pieces)}
          onChange={(value) => setDraft({ ...draft, pieceId: value === 'none' ? null : value })}
        />
        <CompetencyPicker
          startOpen
          label={dossierWords.competencies}
          blocks={blocks}
          value={draft.competencies}
          onChange={(competencies) => setDraft({ ...draft, competencies })}
          error={tried && draft.competencies.length === 0 ? dossierWords.competenciesMissing : null}
        />
        <FailureNotice failure={props.failure} />
        <Actions end>
          <Button onPress={props.onClose}>{verbs.cancel}</Button>
          <Button kind="primary" type="submit" busy={props.busy}>
            {dossierWords.saveEvidence}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
};
