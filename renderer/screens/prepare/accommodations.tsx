import { useEffect, useState, type ReactNode } from 'react';
import { fullName } from '../../../domain/candidate.ts';
import type { OfficerRecord } from '../../../domain/accommodation.ts';
import type { CandidateId } from '../../../domain/ids.ts';
import type { SessionView } from '../../../domain/view.ts';
import { officerWords } from '../../../words/accommodation.ts';
import { ask } from '../../bridge.ts';
import { Button } from '../../parts/button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Form } from '../../parts/form.tsx';
import { Loaded } from '../../parts/loading.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/section.tsx';
import { isPin, PinField } from '../../parts/text-field.tsx';
import { fieldWords } from '../../../words/screens.ts';
import { useRead, useWrite } from '../../store/request.ts';
import { OfficerForm } from './officer-form.tsx';
import { OfficerLog } from './officer-log.tsx';
import { OfficerRecordCard } from './officer-record.tsx';
import styles from './prepare.module.css';

const Gate = (props: { readonly session: SessionView; readonly onOpen: (key: string, created: boolean) => void }): ReactNode => {
  const { busy, failure, run } = useWrite();
  const [pin, setPin] = useState('');
  const [tried, setTried] = useState(false);
  const open = async (): Promise<void> => {
    setTried(true);
    if (!isPin(pin)) return;
    const opened = await run('officer.open', { sessionId: props.session.id, pin });
    setPin('');
    setTried(false);
    if (opened.ok) props.onOpen(opened.value.key, opened.value.pinCreated);
  };
  return (
    <Section title={officerWords.title}>
      <Form className={[styles['form'], styles['gate']].join(' ')} onSubmit={open}>
        <Notice kind="info" title={officerWords.gateTitle}>
          <p>{officerWords.gateText}</p>
          <p>{officerWords.gateFirst}</p>
        </Notice>
        <PinField label={officerWords.pin} hint={fieldWords.pinHint} value={pin} onChange={setPin} error={tried && !isPin(pin) ? fieldWords.pinShort : null} />
        <FailureNotice failure={failure} />
        <div>
          <Button kind="primary" type="submit" busy={busy}>
            {officerWords.open}
          </Button>
        </div>
      </Form>
    </Section>
  );
};

const Records = (props: { readonly session: SessionView; readonly officerKey: string; readonly created: boolean; readonly onClose: () => void }): ReactNode => {
  const { session, officerKey: key } = props;
  const { id: sessionId } = session;
  const { reading, reload } = useRead('officer.list', { sessionId, key });
  const candidates = useRead('candidate.list', { sessionId });
  const lines = candidates.reading.kind === 'ready' ? candidates.reading.value : [];
  const [editing, setEditing] = useState<OfficerRecord | 'new' | null>(null);
  const [logged, setLogged] = useState(false);
  const nameOf = (id: CandidateId): string => {
    const found = lines.find((line) => line.id === id);
    return found === undefined ? '' : fullName(found);
  };
  const add = (
    <Button kind="primary" onPress={() => setEditing('new')}>
      {officerWords.add}
    </Button>
  );
  return (
    <Section
      title={officerWords.title}
      intro={officerWords.intro}
      actions={
        <>
          <Button onPress={props.onClose}>{officerWords.close}</Button>
          {reading.kind === 'ready' && reading.value.length === 0 ? null : add}
        </>
      }
    >
      {props.created ? <Notice kind="success" live title={officerWords.created} /> : null}
      <Loaded reading={reading} retry={() => void reload()}>
        {(records) => (
          <>
            {records.length === 0 ? (
              <EmptyState title={officerWords.emptyTitle} actions={add}>
                {officerWords.emptyText}
              </EmptyState>
            ) : null}
            {records.map((line) => (
              <OfficerRecordCard
                key={line.record.candidateId}
                sessionId={sessionId}
                officerKey={key}
                line={line}
                name={nameOf(line.record.candidateId)}
                onEdit={() => setEditing(line.record)}
                onRemoved={() => void reload()}
              />
            ))}
            {logged ? (
              <OfficerLog session={session} officerKey={key} nameOf={nameOf} />
            ) : (
              <div>
                <Button kind="quiet" onPress={() => setLogged(true)}>
                  {officerWords.logShow}
                </Button>
              </div>
            )}
            {editing === null ? null : (
              <OfficerForm
                session={session}
                officerKey={key}
                record={editing === 'new' ? null : editing}
                candidates={lines.filter((line) => editing !== 'new' || !records.some(({ record }) => record.candidateId === line.id))}
                onClose={() => setEditing(null)}
                onSaved={() => {
                  setEditing(null);
                  void reload();
                }}
              />
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
};

/** The disability officer's part: nothing is read before the officer's own code, and leaving closes it. */
export const Accommodations = ({ session }: { readonly session: SessionView }): ReactNode => {
  const [opened, setOpened] = useState<{ readonly key: string; readonly created: boolean } | null>(null);
  const key = opened?.key;
  useEffect(() => (key === undefined ? undefined : () => void ask('officer.close', { key })), [key]);
  return opened === null ? (
    <Gate session={session} onOpen={(given, created) => setOpened({ key: given, created })} />
  ) : (
    <Records session={session} officerKey={opened.key} created={opened.created} onClose={() => setOpened(null)} />
  );
};
