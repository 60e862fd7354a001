import { useState, type ReactNode } from 'react';
import type { SessionId } from '../../../domain/ids.ts';
import type { RectificationView } from '../../../domain/minute-view.ts';
import { rectifyWords } from '../../../words/rectify.ts';
import { Digest } from '../../parts/digest.tsx';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { Section } from '../../parts/section.tsx';
import { useWrite } from '../../store/request.ts';

/** Every sealed minute of the session, which one is in force, and its file; `actions` stands on the right of the title. */
export const Minutes = (props: { readonly sessionId: SessionId; readonly view: RectificationView; readonly actions?: ReactNode }): ReactNode => {
  const { minutes } = props.view;
  const { run, busy, failure } = useWrite();
  const [saved, setSaved] = useState('');
  const save = async (rank: number): Promise<void> => {
    const answer = await run('rectification.saveMinute', { sessionId: props.sessionId, rank });
    if (answer.ok) setSaved(rectifyWords.savedAs(answer.value.fileName));
  };
  return (
    <Section title={rectifyWords.minutes} intro={minutes.length > 1 ? rectifyWords.minutesIntro : undefined} actions={props.actions}>
      <DataTable
        caption={rectifyWords.minutes}
        rows={minutes}
        keyOf={(minute) => minute.sha256}
        columns={[
          { key: 'number', head: rectifyWords.columns.number, rowHead: true, whole: true, cell: (minute) => minute.number },
          {
            key: 'state',
            head: rectifyWords.columns.state,
            whole: true,
            cell: (minute) => {
              const next = minutes[minute.rank + 1];
              return next === undefined ? <Badge tone="success">{rectifyWords.inForce}</Badge> : <Badge>{rectifyWords.rectified(next.number)}</Badge>;
            },
          },
          { key: 'digest', head: rectifyWords.columns.digest, cell: (minute) => <Digest of="file" value={minute.sha256} /> },
          {
            key: 'save',
            head: rectifyWords.columns.save,
            whole: true,
            cell: (minute) => (
              <Button size="small" busy={busy} label={rectifyWords.saveLabel(minute.number)} onPress={() => void save(minute.rank)}>
                {rectifyWords.save}
              </Button>
            ),
          },
        ]}
      />
      <p role="status">{saved}</p>
      <FailureNotice failure={failure} />
    </Section>
  );
};
