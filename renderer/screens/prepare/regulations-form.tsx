import { useState, type ReactNode } from 'react';
import { nextVersion, regulations as regulationsSchema, type Regulations } from '../../../domain/regulations.ts';
import type { SessionView } from '../../../domain/view.ts';
import { errorWords } from '../../../words/errors.ts';
import { regulationsFormWords as words } from '../../../words/regulations.ts';
import { fieldWords, verbs } from '../../../words/screens.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Actions, Fields } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import { useStore } from '../../store/store.ts';
import { lostLevels, useGridLevels } from './grid-levels.ts';
import { AppealGroup, DecisionGroup, Group, JuryGroup, OpinionsGroup, RetentionGroup } from './regulations-groups.tsx';
import styles from './regulations.module.css';
import { ScaleRows } from './scale-rows.tsx';

/** The version to print: the one typed, else the stored one, or the next as soon as a rule differs from it. */
export const versionOf = (stored: Regulations, draft: Regulations, typed: string | null): string => {
  if (typed !== null) return typed;
  const same = JSON.stringify({ ...draft, version: '' }) === JSON.stringify({ ...stored, version: '' });
  return same ? stored.version : nextVersion(stored.version);
};

/** The rules that the certificateur decides, for this session; a new version names the change on the minute. */
export const RegulationsForm = (props: { readonly session: SessionView; readonly onClose: () => void }): ReactNode => {
  const { session } = props;
  const stored = session.regulations;
  const readSession = useStore((state) => state.readSession);
  const { busy, failure, run, clear } = useWrite();
  const [draft, setDraft] = useState<Regulations>(stored);
  const [typed, setTyped] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const levels = useGridLevels(session.id);
  const version = versionOf(stored, draft, typed);
  const set = (part: Partial<Regulations>): void => setDraft({ ...draft, ...part });
  const missing = (text: string): string | null => (tried && text.trim() === '' ? fieldWords.missing : null);
  const taken = failure?.code === 'regulations-version-taken' ? errorWords(failure.code, failure.facts) : null;
  const lost = lostLevels(levels, stored.scale, draft.scale);
  const save = async (): Promise<void> => {
    setTried(true);
    const read = regulationsSchema.safeParse({ ...draft, version: version.trim() });
    if (!read.success) return;
    const saved = await run('session.setRegulations', { sessionId: session.id, regulations: read.data });
    if (!saved.ok) return;
    await readSession(session.id);
    props.onClose();
  };
  const group = { draft, tried, set };
  return (
    <Dialog title={words.title} open onClose={props.onClose} size="large">
      <Form className={styles['form']} onSubmit={save}>
        <p className={styles['muted']}>{words.intro}</p>
        <Group title={words.groups.identity}>
          <TextField label={words.name} value={draft.title} maxLength={200} onChange={(title) => set({ title })} error={missing(draft.title)} />
          <Fields columns={2}>
            <TextField
              label={words.identifier}
              hint={words.identifierHint}
              value={draft.id}
              maxLength={60}
              onChange={(id) => set({ id })}
              error={missing(draft.id)}
            />
            <TextField
              label={words.version}
              hint={typed === null && version !== stored.version ? words.versionSuggested : words.versionHint}
              value={version}
              maxLength={40}
              onChange={(text) => {
                setTyped(text);
                clear();
              }}
              error={taken === null ? missing(version) : `${taken.happened} ${taken.next}`}
            />
          </Fields>
        </Group>
        <JuryGroup {...group} />
        <OpinionsGroup {...group} />
        <DecisionGroup {...group} />
        <Group title={words.groups.scale} hint={words.scaleHint}>
          <ScaleRows scale={draft.scale} tried={tried} onChange={(scale) => set({ scale })} />
          {lost.lines === 0 ? null : <Notice kind="warning" live title={words.scaleLost(lost.lines, lost.names)} />}
        </Group>
        <AppealGroup {...group} />
        <RetentionGroup {...group} />
        <FailureNotice failure={taken === null ? failure : null} />
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
