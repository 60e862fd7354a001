import { useState, type ReactNode } from 'react';
import type { SessionId } from '../../../domain/ids.ts';
import type { RetentionLine } from '../../../domain/retention.ts';
import { retentionWords as words } from '../../../words/retention.ts';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/choice.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/frame.tsx';
import { Loaded } from '../../parts/loading.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Pages } from '../../parts/pages.tsx';
import { Section, Stack } from '../../parts/section.tsx';
import { Tabs } from '../../parts/tabs.tsx';
import { useRead, useWrite } from '../../store/request.ts';
import { useStore } from '../../store/store.ts';
import { Calendar } from './calendar.tsx';
import { Left, Second } from './copies.tsx';
import { HoldDialog } from './hold-dialog.tsx';
import { Person } from './person.tsx';
import { Proofs } from './proofs.tsx';
import { PurgeDialog } from './purge-dialog.tsx';
import styles from './retention.module.css';

/** How many lines of the calendar a page shows. */
const size = 50;

type Open =
  | { readonly kind: 'none' }
  | { readonly kind: 'purge'; readonly line: RetentionLine }
  | { readonly kind: 'hold'; readonly session: { readonly id: SessionId; readonly number: string }; readonly held: boolean };

const isSame = (one: RetentionLine, other: RetentionLine): boolean => one.what === other.what && JSON.stringify(one.subject) === JSON.stringify(other.subject);

/** Retention: the calendar, the purges and their proofs, the second folder of backups, a person's own data. */
export default function Retention(): ReactNode {
  const { reading, reload } = useRead('retention.get', {});
  const { run, busy, failure } = useWrite();
  const go = useStore((state) => state.go);
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const [page, setPage] = useState(0);
  const [filter, setFilter] = useState<'all' | 'due'>('all');
  const [part, setPart] = useState<'calendar' | 'proofs' | 'backups' | 'person'>('calendar');
  const [said, setSaid] = useState<{ readonly count: string; readonly backedUp: boolean } | null>(null);
  const [written, setWritten] = useState<string | null>(null);
  // The line as it stands now: what is counted may have changed since it was pressed.
  const asked = open.kind === 'purge' && reading.kind === 'ready' ? (reading.value.lines.find((line) => isSame(line, open.line)) ?? null) : null;
  const close = (): void => setOpen({ kind: 'none' });
  const changed = (): void => {
    close();
    void reload();
  };
  const save = async (): Promise<void> => {
    const answer = await run('retention.saveCalendar', {});
    if (answer.ok) setWritten(answer.value.fileName);
  };
  return (
    <Page title={words.title} intro={words.intro}>
      <Stack gap="large">
        {said === null ? null : (
          <Notice live kind={said.backedUp ? 'success' : 'warning'} title={words.purge.done(said.count)}>
            <p>{said.backedUp ? words.purge.doneText : words.purge.notBackedUp}</p>
          </Notice>
        )}
        <FailureNotice failure={failure} />
        <Loaded reading={reading} retry={() => void reload()}>
          {({ lines, proofs, left, second, former }) => {
            const shown = filter === 'due' ? lines.filter((line) => line.isDue) : lines;
            return (
              <Tabs
                label={words.parts}
                selected={part}
                onSelect={setPart}
                tabs={[
                  {
                    key: 'calendar',
                    label: words.tabs.calendar,
                    content: (
                      <Section
                        title={words.sections.calendar}
                        actions={
                          lines.length === 0 ? undefined : (
                            <Button size="small" busy={busy} onPress={() => void save()}>
                              {words.export}
                            </Button>
                          )
                        }
                      >
                        {written === null ? null : <Notice live kind="success" title={words.exported(written)} />}
                        {lines.length === 0 ? (
                          <EmptyState title={words.empty.title} actions={<Button onPress={() => go({ kind: 'home' })}>{words.empty.act}</Button>}>
                            {words.empty.text}
                          </EmptyState>
                        ) : (
                          <>
                            <div className={styles['toolbar']}>
                              <Select
                                label={words.filter}
                                value={filter}
                                options={(['all', 'due'] as const).map((value) => ({ value, label: words.filters[value] }))}
                                onChange={(value) => {
                                  setFilter(value);
                                  setPage(0);
                                }}
                              />
                            </div>
                            {shown.length === 0 ? (
                              <p role="status">{words.nothingDue}</p>
                            ) : (
                              <>
                                <Calendar
                                  lines={shown.slice(page * size, (page + 1) * size)}
                                  onPurge={(line) => setOpen({ kind: 'purge', line })}
                                  onHold={(session, held) => setOpen({ kind: 'hold', session, held })}
                                />
                                <Pages page={page} size={size} total={shown.length} onPage={setPage} />
                              </>
                            )}
                          </>
                        )}
                      </Section>
                    ),
                  },
                  {
                    key: 'proofs',
                    label: words.tabs.proofs(left.length),
                    content: (
                      <Stack gap="large">
                        <Proofs proofs={proofs} />
                        <Left left={left} onChanged={() => void reload()} />
                      </Stack>
                    ),
                  },
                  { key: 'backups', label: words.tabs.backups, content: <Second second={second} former={former} onChanged={() => void reload()} /> },
                  { key: 'person', label: words.tabs.person, content: <Person /> },
                ]}
              />
            );
          }}
        </Loaded>
      </Stack>
      {asked !== null ? (
        <PurgeDialog
          line={asked}
          onClose={close}
          onStale={() => void reload()}
          onDone={(done) => {
            setSaid(done);
            changed();
          }}
        />
      ) : null}
      {open.kind === 'hold' ? <HoldDialog session={open.session} held={open.held} onClose={close} onDone={changed} /> : null}
    </Page>
  );
}
