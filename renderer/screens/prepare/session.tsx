import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { SessionView } from '../../../domain/view.ts';
import { certificationWords } from '../../../words/certifications.ts';
import { sessionWords } from '../../../words/home.ts';
import { prepareWords } from '../../../words/prepare.ts';
import { verbs } from '../../../words/screens.ts';
import { Button } from '../../parts/button.tsx';
import { Form } from '../../parts/form.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { Actions, Section, Stack } from '../../parts/section.tsx';
import { useRead, useWrite } from '../../store/request.ts';
import { useStore } from '../../store/store.ts';
import { Fiche } from './fiche.tsx';
import { OtherVersion } from './other-version.tsx';
import { RegulationsSummary } from './regulations.tsx';
import { readSessionDraft, SessionFieldset, type SessionDraft } from './session-fields.tsx';
import styles from './prepare.module.css';

/** The header of the session, its certification with what contradicts itself, its regulations. */
export const SessionSection = ({ session, frozen }: { readonly session: SessionView; readonly frozen: boolean }): ReactNode => {
  const readSession = useStore((state) => state.readSession);
  const { reading } = useRead('session.certifications', {});
  const { busy, failure, run } = useWrite();
  const [draft, setDraft] = useState<SessionDraft>(session.fields);
  const [tried, setTried] = useState(false);
  useEffect(() => setDraft(session.fields), [session.fields]);
  const to = useStore(({ screen }) => (screen.kind === 'prepare' ? screen.to : undefined));
  const [remarks, regulations] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)];
  // Come from what is missing: the focus is on what puts it right.
  useEffect(() => {
    if (to === 'remark') remarks.current?.querySelector<HTMLElement>('textarea')?.focus();
    if (to === 'regulations') regulations.current?.querySelector<HTMLElement>('button')?.focus();
  }, [to]);
  const unchanged = JSON.stringify(draft) === JSON.stringify(session.fields);
  const { code: ownCode, title: ownTitle, version: ownVersion } = session.referential;
  const others = (reading.kind === 'ready' ? reading.value : []).filter(({ code, version }) => code !== ownCode || version !== ownVersion);
  const certifications = [
    { value: ownCode, label: certificationWords.ownOption(ownCode, ownTitle, ownVersion) },
    ...others.map(({ code, title, version }) => ({ value: `${code}|${version}`, label: certificationWords.option(code, title, version) })),
  ];
  const [chosen, chosenVersion] = draft.certification.split('|');
  const save = async (): Promise<void> => {
    setTried(true);
    const read = readSessionDraft(draft);
    if (read === null) return;
    const saved = await run('session.update', { sessionId: session.id, ...read });
    if (saved.ok) await readSession(session.id);
  };
  return (
    <Stack gap="large">
      <Section title={prepareWords.sessionTitle} intro={sessionWords.leadHint}>
        <Form className={styles['form']} onSubmit={save}>
          <SessionFieldset
            draft={draft}
            onChange={setDraft}
            certifications={certifications}
            tried={tried}
            disabled={frozen}
            under={chosen === ownCode && chosenVersion !== undefined ? <OtherVersion sessionId={session.id} version={chosenVersion} /> : null}
          />
          <FailureNotice failure={failure} />
          {frozen ? null : (
            <Actions>
              <Button kind="primary" type="submit" busy={busy} disabled={unchanged}>
                {verbs.save}
              </Button>
            </Actions>
          )}
        </Form>
      </Section>
      <div ref={remarks}>
        <Fiche session={session} frozen={frozen} />
      </div>
      <div ref={regulations}>
        <RegulationsSummary session={session} />
      </div>
    </Stack>
  );
};
