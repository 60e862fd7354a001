import { useState, type ReactNode } from 'react';
import type { ReadingView } from '../../../domain/reading.ts';
import { readingWords as words } from '../../../words/reading.ts';
import { readingProofWords } from '../../../words/reading-proof.ts';
import { Button } from '../../parts/button.tsx';
import { DropPlace, FirstStep } from '../../parts/drop-place.tsx';
import { Page } from '../../parts/frame.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Progress } from '../../parts/progress.tsx';
import { Section, Stack } from '../../parts/section.tsx';
import { Verdict } from '../../parts/verdict.tsx';
import { useErrand } from '../../store/errand.ts';
import { askedFile, useReadingOpener } from './opener.ts';
import { staysLocked, Unlock } from './unlock.tsx';

type Refused = Extract<ReadingView, { kind: 'refused' }>;

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
  const locked = refused !== null && staysLocked(refused.verdict);
  const again = refused !== null;
  useErrand(['archive'], ({ file }) => void open({ ...askedFile, ...file }));
  const place = (
    <DropPlace
      takes="archive"
      title={again ? words.otherPlace : words.place}
      text={again ? words.otherPlaceText : words.placeText}
      small={again}
      busy={running}
    >
      <Button kind={locked ? 'secondary' : 'primary'} busy={running} onPress={() => void open(askedFile)}>
        {again ? words.another : words.choose}
      </Button>
    </DropPlace>
  );
  return (
    <Page title={words.title} intro={words.intro} actions={<Button onPress={props.onBack}>{words.back}</Button>}>
      <Stack>
        {props.closed && refused === null && !running ? <Notice kind="info" title={words.closed} /> : null}
        <FirstStep title={words.afterwards} steps={again ? [] : words.steps}>
          {place}
        </FirstStep>
        <Progress work={work} />
        <FailureNotice failure={failure} />
        {refused === null ? null : locked ? (
          <Unlock
            key={refused.handle}
            verdict={refused.verdict}
            title={words.locked}
            label={words.secret}
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
