import { useState, type ReactNode } from 'react';
import type { HoldersView, ReportPreview } from '../../../domain/holder.ts';
import type { SessionId } from '../../../domain/ids.ts';
import { holderWords } from '../../../words/holders.ts';
import { verbs } from '../../../words/screens.ts';
import { formatShortDay } from '../../../words/typography.ts';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { Checkbox } from '../../parts/choice.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Actions, Section } from '../../parts/section.tsx';
import { useWrite } from '../../store/request.ts';
import styles from './holders.module.css';

const words = holderWords.batches;
const report = holderWords.report;

const Preview = (props: {
  readonly sessionId: SessionId;
  readonly preview: ReportPreview;
  readonly onClose: () => void;
  readonly onAdopted: (said: string) => Promise<void>;
}): ReactNode => {
  const { preview, sessionId } = props;
  const { batch, handle, sha256, sameAs, lines } = preview;
  const [sure, setSure] = useState(false);
  const [tried, setTried] = useState(false);
  const { run, busy, failure } = useWrite();
  const accepted = lines.filter((line) => line.accepted).length;
  const adopt = async (): Promise<void> => {
    setTried(true);
    if (sameAs !== null && !sure) return;
    const answer = await run('holder.adoptReport', { sessionId, batch, handle, sha256, sameAs });
    if (answer.ok) await props.onAdopted(report.adopted(answer.value.accepted, answer.value.refused));
  };
  return (
    <Form className={styles['form']} onSubmit={adopt}>
      <p>
        {preview.fileName} · {report.text(accepted, lines.length - accepted)}
      </p>
      {preview.known ? <Notice kind="info" title={report.known} /> : null}
      {preview.silent > 0 ? <Notice kind="info" title={report.silent(preview.silent)} /> : null}
      {sameAs === null ? null : (
        <Notice kind="warning" title={report.sameAs(sameAs)}>
          <Checkbox label={report.confirmSame(batch)} checked={sure} onChange={setSure} error={tried && !sure ? report.confirmMissing : null} />
        </Notice>
      )}
      <DataTable
        caption={report.title(batch)}
        dense
        rows={lines}
        keyOf={(line) => line.number}
        columns={[
          { key: 'holder', head: report.holder, rowHead: true, cell: (line) => `${line.number} · ${line.name}` },
          {
            key: 'result',
            head: report.result,
            cell: (line) => (
              <div className={styles['status']}>
                <Badge tone={line.accepted ? 'success' : 'danger'}>{line.accepted ? report.accepted : report.refused}</Badge>
                {line.message === '' ? null : <span className={styles['muted']}>{line.message}</span>}
              </div>
            ),
          },
        ]}
      />
      <FailureNotice failure={failure} />
      <Actions end>
        <Button onPress={props.onClose}>{preview.known ? verbs.close : verbs.cancel}</Button>
        {preview.known ? null : (
          <Button kind="primary" type="submit" busy={busy}>
            {report.adopt}
          </Button>
        )}
      </Actions>
    </Form>
  );
};

/** The files written, and the reading of their reports: shown first, adopted after. */
export const HolderBatches = (props: {
  readonly sessionId: SessionId;
  readonly view: HoldersView;
  readonly onAdopted: () => Promise<void>;
  readonly say: (said: string) => void;
}): ReactNode => {
  const { sessionId } = props;
  const { run, busy, failure } = useWrite();
  const [preview, setPreview] = useState<ReportPreview | null>(null);
  const read = async (batch: number): Promise<void> => {
    const answer = await run('holder.chooseReport', { sessionId, batch });
    if (answer.ok) setPreview(answer.value);
  };
  return (
    <Section title={words.title} intro={words.text}>
      <DataTable
        caption={words.title}
        rows={props.view.batches}
        keyOf={(line) => String(line.batch)}
        columns={[
          { key: 'batch', head: words.number, rowHead: true, whole: true, cell: (line) => line.batch },
          { key: 'action', head: words.action, whole: true, cell: (line) => words.actions[line.action] },
          { key: 'at', head: words.at, whole: true, cell: (line) => formatShortDay(line.at.slice(0, 10)) },
          { key: 'file', head: words.file, cell: (line) => line.fileName },
          { key: 'answers', head: words.answers, whole: true, cell: (line) => words.answered(line.answered, line.lines, line.refused) },
          {
            key: 'read',
            head: <span className="visually-hidden">{words.read}</span>,
            whole: true,
            cell: (line) => (
              <Button size="small" busy={busy} label={words.readOf(line.batch)} onPress={() => void read(line.batch)}>
                {words.read}
              </Button>
            ),
          },
        ]}
      />
      <FailureNotice failure={failure} />
      <Dialog title={report.title(preview?.batch ?? 0)} open={preview !== null} onClose={() => setPreview(null)}>
        {preview === null ? null : (
          <Preview
            sessionId={sessionId}
            preview={preview}
            onClose={() => setPreview(null)}
            onAdopted={async (said) => {
              setPreview(null);
              props.say(said);
              await props.onAdopted();
            }}
          />
        )}
      </Dialog>
    </Section>
  );
};
