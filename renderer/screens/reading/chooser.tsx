import { useState, type ReactNode } from 'react';
import type { ReadingView } from '../../../domain/reading.ts';
import { readingProofWords, readingWords as words } from '../../../words/reading.ts';
import { Button } from '../../parts/button.tsx';
import { Form } from '../../parts/form.tsx';
import { Page } from '../../parts/frame.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Progress } from '../../parts/progress.tsx';
import { Actions, Section, Stack } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { Verdict } from '../../parts/verdict.tsx';
import { askedFile, useReadingOpener } from './opener.ts';
import styles from './reading.module.css';

type Refused = Extract<ReadingView, { kind: 'refused' }>;

const Unlock = (props: { readonly refused: Refused; readonly busy: boolean; readonly onOpen: (secret: string) => void }): ReactNode => {
  const [secret, setSecret] = useState('');
  const [tried, setTried] = useState(false);
  const { verdict } = props.refused;
  const wrong = verdict.faults.find(({ rule }) => rule !== 'age-locked')?.sentence ?? null;
  const missing = tried && secret === '' ? words.secretMissing : null;
  return (
    <Form
      className={styles['unlock']}
      onSubmit={() => {
        setTried(true);
        if (secret !== '') props.onOpen(secret);
      }}
    >
      <h2>{words.locked}</h2>
      <p className={styles['muted']}>{verdict.fileName}</p>
      <TextField label={words.secret} type="password" value={secret} onChange={setSecret} maxLength={400} error={missing ?? wrong} autoFocus />
      <Button kind="primary" type="submit" busy={props.busy}>
        {words.open}
      </Button>
    </Form>
  );
};

const Refusal = ({ refused }: { readonly refused: Refused }): ReactNode => {
  const { verdict } = refused;
  const whole = verdict.level === 'whole' || verdict.level === 'established';
  return (
    <Stack>
      <Notice kind={whole ? 'info' : 'warning'} title={words.refused}>
        <p>{whole ? words.otherKind : words.refusedText}</p>
      </Notice>
      <Section title={readingProofWords.verdict}>
        <Verdict verdict={verdict} />
      </Section>
    </Stack>
  );
};

/** Chooses the archive to read, follows its check, asks for what opens it, and shows why one is refused. */
export const Chooser = (props: { readonly onRead: (work: string) => void; readonly onBack: () => void; readonly closed: boolean }): ReactNode => {
  const [refused, setRefused] = useState<Refused | null>(null);
  const { onRead } = props;
  const { work, failure, open } = useReadingOpener((name, view) => (view.kind === 'read' ? onRead(name) : setRefused(view)));
  const running = work.progress !== null || work.stopping;
  const locked = refused?.verdict.kind === 'encrypted' && refused.verdict.level === 'unreadable';
  return (
    <Page title={words.title} intro={words.intro}>
      <Stack>
        {props.closed && refused === null && !running ? <Notice kind="info" title={words.closed} /> : null}
        <Actions>
          <Button kind={locked ? 'secondary' : 'primary'} busy={running} onPress={() => void open(askedFile)}>
            {refused === null ? words.choose : words.another}
          </Button>
          <Button kind="quiet" onPress={props.onBack}>
            {words.back}
          </Button>
        </Actions>
        <Progress work={work} />
        <FailureNotice failure={failure} />
        {refused === null ? null : locked ? (
          <Unlock
            key={refused.handle}
            refused={refused}
            busy={running}
            onOpen={(secret) => void open({ handle: refused.handle, name: refused.verdict.fileName, root: null, secret })}
          />
        ) : running ? null : (
          <Refusal refused={refused} />
        )}
      </Stack>
    </Page>
  );
};
