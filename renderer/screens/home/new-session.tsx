import { useState, type ReactNode } from 'react';
import { certificationWords } from '../../../words/certifications.ts';
import { sessionWords } from '../../../words/home.ts';
import { verbs } from '../../../words/screens.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { Loaded } from '../../parts/loading.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { Actions } from '../../parts/section.tsx';
import { useRead, useWrite } from '../../store/request.ts';
import { useStore } from '../../store/store.ts';
import { newSessionDraft, readSessionDraft, SessionFieldset } from '../prepare/session-fields.tsx';
import styles from './home.module.css';

type Certifications = readonly { readonly code: string; readonly title: string; readonly version: string }[];

const SessionForm = (props: { readonly certifications: Certifications; readonly onClose: () => void }): ReactNode => {
  const go = useStore((state) => state.go);
  const options = props.certifications.map(({ code, title, version }) => ({
    value: `${code}|${version}`,
    label: certificationWords.option(code, title, version),
  }));
  const { busy, failure, run } = useWrite();
  const [draft, setDraft] = useState(newSessionDraft(options.length === 1 ? (options[0]?.value ?? '') : ''));
  const [tried, setTried] = useState(false);
  const create = async (): Promise<void> => {
    setTried(true);
    const read = readSessionDraft(draft);
    if (read === null) return;
    const created = await run('session.create', { ...read.fields, version: read.version });
    if (!created.ok) return;
    props.onClose();
    go({ kind: 'prepare', sessionId: created.value.sessionId });
  };
  return (
    <Form className={styles['form']} onSubmit={create}>
      <p className={styles['hint']}>{sessionWords.leadHint}</p>
      <SessionFieldset
        draft={draft}
        onChange={setDraft}
        certifications={options}
        tried={tried}
        autoFocus
        under={
          <div>
            <Button
              size="small"
              onPress={() => {
                props.onClose();
                go({ kind: 'certifications', importing: true });
              }}
            >
              {certificationWords.importLong}
            </Button>
          </div>
        }
      />
      <FailureNotice failure={failure} />
      <Actions end>
        <Button onPress={props.onClose}>{verbs.cancel}</Button>
        <Button kind="primary" type="submit" busy={busy}>
          {sessionWords.create}
        </Button>
      </Actions>
    </Form>
  );
};

/** The form of a new session. */
export const NewSession = (props: { readonly open: boolean; readonly onClose: () => void }): ReactNode => {
  const { reading, reload } = useRead('session.certifications', {});
  return (
    <Dialog title={sessionWords.title} open={props.open} onClose={props.onClose} size="large">
      <Loaded reading={reading} retry={() => void reload()}>
        {(certifications) => <SessionForm certifications={certifications} onClose={props.onClose} />}
      </Loaded>
    </Dialog>
  );
};
