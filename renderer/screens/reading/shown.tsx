import { useState, type ReactNode } from 'react';
import type { Failure } from '../../../domain/errors.ts';
import { minuteNumber } from '../../../domain/minute.ts';
import type { ReadingDocument, ReadingView } from '../../../domain/reading.ts';
import { readingWords as words } from '../../../words/reading.ts';
import { ask } from '../../bridge.ts';
import { Button } from '../../parts/button.tsx';
import { Page } from '../../parts/frame.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { ReaderDialog, type ShownFile } from '../../parts/reader-dialog.tsx';
import { Tabs, type TabEntry } from '../../parts/tabs.tsx';
import { ActsPart } from './acts.tsx';
import { Banner } from './banner.tsx';
import { CandidatesPart } from './candidates.tsx';
import { DossiersPart } from './dossiers.tsx';
import { ProofPart } from './proof.tsx';
import { RectificationPart } from './rectification.tsx';
import { SessionPart } from './session.tsx';
import { SignaturesPart } from './signatures.tsx';
import { FichePart, RegulationsPart } from './sources.tsx';

type Part = keyof Omit<typeof words.parts, 'label'>;

/** An archive on screen, read-only: what was concluded of it first, then everything it holds, part by part. */
export const ShownArchive = (props: {
  readonly work: string;
  readonly view: Extract<ReadingView, { kind: 'read' }>;
  readonly onClose: () => void;
}): ReactNode => {
  const { work, view } = props;
  const { archive, verdict } = view;
  const { record } = archive;
  const [part, setPart] = useState<Part>('session');
  const [shown, setShown] = useState<ShownFile | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const show = async (document: ReadingDocument): Promise<void> => {
    const answer = await ask('reading.view', { work, document });
    setFailure(answer.ok ? null : answer.error);
    if (answer.ok) setShown({ view: answer.value.view, title: answer.value.fileName });
  };
  const tab = (key: Part, content: ReactNode): TabEntry<Part> => ({ key, label: words.parts[key], content });
  const tabs: readonly TabEntry<Part>[] = [
    tab('session', <SessionPart record={record} />),
    tab('candidates', <CandidatesPart record={record} />),
    ...(record.rectification === null
      ? []
      : [tab('rectification', <RectificationPart archive={archive} onRead={(rank) => void show({ kind: 'earlier', rank })} />)]),
    tab('acts', <ActsPart record={record} />),
    tab('signatures', <SignaturesPart archive={archive} />),
    ...(archive.dossiers === null ? [] : [tab('dossiers', <DossiersPart work={work} record={record} onShow={setShown} />)]),
    tab('regulations', <RegulationsPart regulations={record.regulations} />),
    tab('fiche', <FichePart fiche={archive.fiche} />),
    tab('proof', <ProofPart archive={archive} verdict={verdict} />),
  ];
  return (
    <Page
      width="wide"
      title={words.heading(minuteNumber(record))}
      intro={`${words.readOnly} · ${record.session.title}`}
      actions={
        <>
          <Button onPress={() => void show({ kind: 'minute' })}>{words.readMinute}</Button>
          <Button onPress={() => void show({ kind: 'attendance' })}>{words.readAttendance}</Button>
          <Button kind="quiet" onPress={props.onClose}>
            {words.close}
          </Button>
        </>
      }
    >
      <Banner view={view} />
      <FailureNotice failure={failure} />
      <Tabs label={words.parts.label} tabs={tabs} selected={part} onSelect={setPart} />
      <ReaderDialog shown={shown} said={words.shown} onClose={() => setShown(null)} />
    </Page>
  );
};
