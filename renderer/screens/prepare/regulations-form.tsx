import { type ReactNode, useState } from 'react';
import { type Regulations, regulations as regulationsSchema } from '../../../domain/regulations.ts';
import type { SessionView } from '../../../domain/view.ts';
import { regulationsFormWords as words } from '../../../words/regulations.ts';
import { prepareWords } from '../../../words/prepare.ts';
import { fieldWords, verbs } from '../../../words/screens.ts';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/choice.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { Actions, Fields } from '../../parts/section.tsx';
import { TextArea, TextField } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import { useStore } from '../../store/store.ts';
import styles from './prepare.module.css';

const optionsOf = <Value extends string>(labels: Readonly<Record<Value, string>>): { value: Value; label: string }[] =>
  (Object.keys(labels) as Value[]).map((value) => ({ value, label: labels[value] }));

const counts = (most: number): { value: string; label: string }[] =>
  Array.from({ length: most }, (_, index) => ({ value: String(index + 1), label: String(index + 1) }));

/** The rules that the certificateur decides, for this session; a new version names the change on the minute. */
export const RegulationsForm = (props: { readonly session: SessionView; readonly onClose: () => void }): ReactNode => {
  const { session } = props;
  const readSession = useStore((state) => state.readSession);
  const { busy, failure, run } = useWrite();
  const [draft, setDraft] = useState<Regulations>(session.regulations);
  const [tried, setTried] = useState(false);
  const set = (part: Partial<Regulations>): void => setDraft({ ...draft, ...part });
  const missing = (text: string): string | null => (tried && text.trim() === '' ? fieldWords.missing : null);
  const labels = prepareWords.regulations;
  const save = async (): Promise<void> => {
    setTried(true);
    const read = regulationsSchema.safeParse(draft);
    if (!read.success) return;
    const saved = await run('session.setRegulations', { sessionId: session.id, regulations: read.data });
    if (!saved.ok) return;
    await readSession(session.id);
    props.onClose();
  };
  return (
    <Dialog title={words.title} open onClose={props.onClose} size="large">
      <Form className={styles['form']} onSubmit={save}>
        <Fields columns={2}>
          <TextField label={words.name} value={draft.title} maxLength={200} onChange={(title) => set({ title })} error={missing(draft.title)} />
          <TextField
            label={labels.version}
            hint={words.versionHint}
            value={draft.version}
            maxLength={40}
            onChange={(version) => set({ version })}
            error={missing(draft.version)}
          />
        </Fields>
        <Fields columns={3}>
          <Select label={labels.abstention} value={draft.abstention} options={optionsOf(labels.abstentions)} onChange={(abstention) => set({ abstention })} />
          <Select label={labels.decision} value={draft.decisionRule} options={optionsOf(labels.decisions)} onChange={(decisionRule) => set({ decisionRule })} />
          <Select label={labels.tie} value={draft.tie} options={optionsOf(labels.ties)} onChange={(tie) => set({ tie })} />
        </Fields>
        <Fields columns={2}>
          <Select label={labels.opinions} value={draft.opinions} options={optionsOf(labels.opinionsValues)} onChange={(opinions) => set({ opinions })} />
          <Select label={labels.rounds} value={String(draft.rounds)} options={counts(5)} onChange={(rounds) => set({ rounds: Number(rounds) })} />
        </Fields>
        <TextArea
          label={labels.appeal}
          hint={words.appealHint}
          optional
          value={draft.appealText}
          maxLength={4000}
          rows={4}
          onChange={(appealText) => set({ appealText })}
        />
        {failure === null ? null : <FailureNotice failure={failure} />}
        <Actions end>
          <Button onPress={props.onClose}>{verbs.cancel}</Button>
          <Button kind="primary" type="submit" busy={busy}>
            {words.save}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
};
