import { useState, type ReactNode } from 'react';
import { vaeFile, type Evidence, type EvidenceFields, type VaeFile } from '../../../domain/evidence.ts';
import { dossierWords, shortCompetency } from '../../../words/dossier.ts';
import { verbs } from '../../../words/screens.ts';
import { undoWords } from '../../../words/undo.ts';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/choice.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { Form } from '../../parts/form.tsx';
import { InstantField } from '../../parts/instant-field.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { Actions, Fields, Section, Stack } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import { offerUndo } from '../../store/undo.ts';
import type { DossierProps } from './dossiers.tsx';
import { EvidenceForm } from './evidence-form.tsx';
import { pieceOptions } from './project-form.tsx';
import styles from './prepare.module.css';

const VaeFileForm = ({ session, dossier, frozen, changed }: DossierProps): ReactNode => {
  const { busy, failure, run } = useWrite();
  const [file, setFile] = useState<VaeFile>(
    dossier.vaeFile ?? {
      candidateId: dossier.candidate.id,
      recevableOn: dossier.candidate.entryDate,
      recevabilityReference: '',
      validationPieceId: null,
      interviewAt: null,
      interviewMinutes: 60,
    },
  );
  const set = (part: Partial<VaeFile>): void => setFile({ ...file, ...part });
  const save = async (): Promise<void> => {
    const read = vaeFile.safeParse(file);
    if (!read.success) return;
    const saved = await run('vaeFile.save', { sessionId: session.id, file: read.data });
    if (saved.ok) await changed();
  };
  return (
    <Form className={styles['form']} onSubmit={save}>
      <Section level={3} title={dossierWords.recevability}>
        <Fields columns={3}>
          <DateField label={dossierWords.recevableOn} value={file.recevableOn} disabled={frozen} onChange={(recevableOn) => set({ recevableOn })} />
          <TextField
            label={dossierWords.recevabilityReference}
            value={file.recevabilityReference}
            maxLength={160}
            disabled={frozen}
            onChange={(recevabilityReference) => set({ recevabilityReference })}
          />
          <Select
            label={dossierWords.validationFile}
            value={file.validationPieceId ?? 'none'}
            options={pieceOptions(dossier.pieces)}
            disabled={frozen}
            onChange={(value) => set({ validationPieceId: value === 'none' ? null : value })}
          />
        </Fields>
      </Section>
      <Section level={3} title={dossierWords.interview}>
        <Fields columns={3}>
          <InstantField
            dayLabel={dossierWords.interviewDay}
            timeLabel={dossierWords.interviewTime}
            value={file.interviewAt}
            timeZone={session.fields.timeZone}
            disabled={frozen}
            onChange={(interviewAt) => set({ interviewAt })}
          />
          <TextField
            label={dossierWords.interviewMinutes}
            type="number"
            min={1}
            max={600}
            short
            value={file.interviewMinutes === 0 ? '' : String(file.interviewMinutes)}
            disabled={frozen}
            onChange={(value) => set({ interviewMinutes: Math.min(600, Math.floor(Number(value)) || 0) })}
          />
        </Fields>
      </Section>
      <FailureNotice failure={failure} />
      {frozen ? null : (
        <Actions>
          <Button kind="primary" type="submit" busy={busy} disabled={JSON.stringify(file) === JSON.stringify(dossier.vaeFile)}>
            {dossierWords.saveVae}
          </Button>
        </Actions>
      )}
    </Form>
  );
};

/** A VAE: recevabilité, validation file, interview, and the evidence linked to competencies. */
export const Vae = (props: DossierProps): ReactNode => {
  const { session, dossier, frozen, changed } = props;
  const { busy, failure, clear, run } = useWrite();
  const [editing, setEditing] = useState<Evidence | 'new' | null>(null);
  const [leaving, setLeaving] = useState<Evidence | null>(null);
  const close = (): void => {
    setLeaving(null);
    clear();
  };
  const save = async (fields: EvidenceFields) => {
    const saved = await run('evidence.save', { sessionId: session.id, evidenceId: editing === 'new' || editing === null ? null : editing.id, fields });
    if (!saved.ok) return;
    setEditing(null);
    await changed();
  };
  const remove = async (evidence: Evidence): Promise<void> => {
    const removed = await run('evidence.remove', { sessionId: session.id, evidenceId: evidence.id });
    if (!removed.ok) return;
    close();
    await changed();
    offerUndo(undoWords.evidence(evidence.title), session.id, removed.value.undo, changed);
  };
  return (
    <Stack gap="large">
      <VaeFileForm {...props} />
      <Section
        level={3}
        title={dossierWords.evidence}
        intro={dossierWords.evidenceIntro}
        actions={frozen ? undefined : <Button onPress={() => setEditing('new')}>{dossierWords.addEvidence}</Button>}
      >
        {dossier.evidence.length === 0 ? <p>{dossierWords.noEvidence}</p> : null}
        {dossier.evidence.map((evidence) => (
          <article key={evidence.id} className={styles['item']} aria-label={evidence.title}>
            <div className={styles['itemHead']}>
              <div>
                <strong>{evidence.title}</strong>
                <p className={styles['muted']}>{evidence.competencies.map(shortCompetency).join(', ')}</p>
              </div>
              {frozen ? null : (
                <Actions>
                  <Button kind="quiet" size="small" label={`${verbs.edit} ${evidence.title}`} onPress={() => setEditing(evidence)}>
                    {verbs.edit}
                  </Button>
                  <Button kind="quiet" size="small" label={`${verbs.remove} ${evidence.title}`} onPress={() => setLeaving(evidence)}>
                    {verbs.remove}
                  </Button>
                </Actions>
              )}
            </div>
          </article>
        ))}
      </Section>
      {editing === null ? null : (
        <EvidenceForm
          {...props}
          evidence={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onSave={(fields) => void save(fields)}
          busy={busy}
          failure={failure}
        />
      )}
      <Confirm
        title={leaving === null ? '' : `${dossierWords.removeEvidence} : ${leaving.title}`}
        text={dossierWords.removeEvidenceText}
        act={dossierWords.removeEvidence}
        open={leaving !== null}
        onClose={close}
        onConfirm={() => (leaving === null ? undefined : void remove(leaving))}
        busy={busy}
        failure={failure}
      />
    </Stack>
  );
};
