import { useState, type ReactNode } from 'react';
import type { DoorNames } from '../../../domain/schedule.ts';
import type { ScheduleReader } from '../../../domain/schedule-view.ts';
import type { SessionId } from '../../../domain/ids.ts';
import { scheduleWords as words } from '../../../words/schedule.ts';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/choice.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Actions, Section } from '../../parts/section.tsx';
import { useRead, useWrite } from '../../store/request.ts';
import { Reader } from '../../parts/reader.tsx';
import styles from './schedule.module.css';

const SheetDialog = (props: { readonly sessionId: SessionId; readonly reader: ScheduleReader; readonly onClose: () => void }): ReactNode => {
  const { sessionId, reader } = props;
  const { reading } = useRead('schedule.sheet', { sessionId, reader });
  const { run, busy, failure } = useWrite();
  const [name, setName] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    const saved = await run('schedule.saveSheet', { sessionId, reader });
    if (saved.ok) setName(saved.value.fileName);
  };
  return (
    <Dialog
      open
      size="large"
      title={words.sheets[reader]}
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>{words.closeSheet}</Button>
          <Button kind="primary" busy={busy} disabled={reading.kind !== 'ready'} onPress={() => void save()}>
            {words.saveSheet}
          </Button>
        </>
      }
    >
      <div className={styles['sheet']}>
        {name === null ? null : <Notice kind="success" live title={words.sheetSaved(name)} />}
        <FailureNotice failure={failure ?? (reading.kind === 'failed' ? reading.failure : null)} />
        {reading.kind === 'ready' ? <Reader view={reading.value.view} title={words.sheets[reader]} /> : null}
      </div>
    </Dialog>
  );
};

/** What is printed of the saved schedule: for the door, for the jury. */
export const SchedulePrint = (props: {
  readonly sessionId: SessionId;
  readonly saved: boolean;
  readonly dirty: boolean;
  readonly door: DoorNames;
  readonly disabled: boolean;
  readonly onDoor: (door: DoorNames) => void;
}): ReactNode => {
  const [shown, setShown] = useState<ScheduleReader | null>(null);
  return (
    <Section level={3} title={words.print} intro={words.printIntro}>
      <div className={styles['door']}>
        <Select
          label={words.door}
          hint={words.doorHint}
          value={props.door}
          disabled={props.disabled}
          onChange={props.onDoor}
          options={(['numbers', 'initials', 'names'] as const).map((value) => ({ value, label: words.doors[value] }))}
        />
      </div>
      {!props.saved || props.dirty ? <p className={styles['muted']}>{props.saved ? words.unsaved : words.saveFirst}</p> : null}
      <Actions>
        {(['door', 'jury'] as const).map((reader) => (
          <Button key={reader} disabled={!props.saved} onPress={() => setShown(reader)}>
            {words.show[reader]}
          </Button>
        ))}
      </Actions>
      {shown === null ? null : <SheetDialog sessionId={props.sessionId} reader={shown} onClose={() => setShown(null)} />}
    </Section>
  );
};
