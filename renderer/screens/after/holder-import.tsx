import { useState, type ReactNode } from 'react';
import type { IdentitiesView, IdentityRow, IdentityState } from '../../../domain/holder-import.ts';
import type { SessionId } from '../../../domain/ids.ts';
import { identityImportWords as words } from '../../../words/holder-import.ts';
import { verbs } from '../../../words/screens.ts';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { Checkbox } from '../../parts/choice.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Stack } from '../../parts/section.tsx';
import { useWrite } from '../../store/request.ts';
import styles from './holders.module.css';

const tones: Readonly<Record<IdentityState, 'neutral' | 'accent' | 'success' | 'warning' | 'danger'>> = {
  added: 'success',
  changed: 'accent',
  doubtful: 'warning',
  faulty: 'danger',
  unchanged: 'neutral',
  left: 'neutral',
};
const order: readonly IdentityState[] = ['faulty', 'doubtful', 'changed', 'added', 'unchanged', 'left'];
const mayKeep = ({ state }: IdentityRow): boolean => state === 'added' || state === 'changed' || state === 'doubtful';

const Says = ({ row }: { readonly row: IdentityRow }): ReactNode => (
  <ul className={styles['says']}>
    {row.causes.map(({ field, cause }) => (
      <li key={`${field} ${cause}`}>{words.cause(field, cause)}</li>
    ))}
    {row.differences.map(({ field, before, after }) => (
      <li key={field}>{words.difference(field, before, after)}</li>
    ))}
    {row.state === 'unchanged' ? <li>{words.same}</li> : null}
    {mayKeep(row) ? <li className={styles['muted']}>{row.missing === 0 ? words.complete : words.stillMissing(row.missing)}</li> : null}
  </ul>
);

const Preview = (props: {
  readonly view: IdentitiesView;
  readonly ticked: ReadonlySet<number>;
  readonly tick: (line: number, wanted: boolean) => void;
}): ReactNode => {
  const { view } = props;
  return (
    <Stack>
      {view.refused.length === 0 ? null : (
        <Notice kind="error" title={words.refused(view.refused)}>
          <p>{words.refusedText}</p>
        </Notice>
      )}
      {view.missing.length === 0 ? null : <Notice kind="error" title={words.missing(view.missing)} />}
      {view.ignored.length === 0 ? null : <p className={styles['muted']}>{words.ignored(view.ignored)}</p>}
      {view.rows.length === 0 ? null : (
        <DataTable
          caption={words.title}
          dense
          rows={view.rows.toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state) || one.line - other.line)}
          keyOf={({ line }) => String(line)}
          columns={[
            {
              key: 'row',
              head: words.columns.row,
              rowHead: true,
              cell: (row) =>
                mayKeep(row) ? (
                  <Checkbox label={words.row(row.line, row.name)} checked={props.ticked.has(row.line)} onChange={(wanted) => props.tick(row.line, wanted)} />
                ) : (
                  words.row(row.line, row.name)
                ),
            },
            { key: 'state', head: words.columns.state, whole: true, cell: (row) => <Badge tone={tones[row.state]}>{words.states[row.state]}</Badge> },
            { key: 'says', head: words.columns.says, cell: (row) => <Says row={row} /> },
          ]}
        />
      )}
    </Stack>
  );
};

/** Identities taken from a spreadsheet: what each row would do is shown, and only what a person ticks is kept. Completing is ticked beforehand, replacing never is. */
export const HolderImport = (props: { readonly sessionId: SessionId; readonly onKept: (said: string) => Promise<void> }): ReactNode => {
  const { sessionId } = props;
  const { run, busy, failure, clear } = useWrite();
  const [open, setOpen] = useState(false);
  const [view, setView] = useState<IdentitiesView | null>(null);
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const [saved, setSaved] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const close = (): void => {
    setOpen(false);
    setView(null);
    setSaved(null);
    clear();
  };
  const choose = async (): Promise<void> => {
    setTried(false);
    const answer = await run('holder.chooseIdentities', { sessionId });
    if (!answer.ok) return;
    setView(answer.value);
    setTicked(new Set(answer.value.rows.filter(({ state }) => state === 'added').map(({ line }) => line)));
  };
  const template = async (): Promise<void> => {
    const answer = await run('holder.saveIdentityTemplate', { sessionId });
    if (answer.ok) setSaved(answer.value.fileName);
  };
  const keep = async (): Promise<void> => {
    setTried(true);
    if (view === null || ticked.size === 0) return;
    const answer = await run('holder.keepIdentities', { sessionId, handle: view.handle, lines: [...ticked] });
    if (!answer.ok) return;
    close();
    await props.onKept(words.kept(answer.value.kept));
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>{words.open}</Button>
      <Dialog
        title={words.title}
        open={open}
        onClose={close}
        size="large"
        actions={
          <>
            <Button onPress={close}>{verbs.cancel}</Button>
            <Button kind={view === null ? 'primary' : 'secondary'} busy={busy} onPress={() => void choose()}>
              {view === null ? words.choose : words.chooseOther}
            </Button>
            {view === null ? null : (
              <Button kind="primary" busy={busy} onPress={() => void keep()}>
                {words.keep(ticked.size)}
              </Button>
            )}
          </>
        }
      >
        <Stack>
          <FailureNotice failure={failure} />
          {tried && view !== null && ticked.size === 0 ? <Notice live kind="error" title={words.none} /> : null}
          {view === null ? (
            <>
              {words.guide.map((text) => (
                <p key={text}>{text}</p>
              ))}
              <div>
                <Button busy={busy} onPress={() => void template()}>
                  {words.template}
                </Button>
              </div>
              {saved === null ? null : <Notice live kind="success" title={words.templateSaved(saved)} />}
            </>
          ) : (
            <Preview view={view} ticked={ticked} tick={(line, wanted) => setTicked(new Set([...ticked, line].filter((each) => wanted || each !== line)))} />
          )}
        </Stack>
      </Dialog>
    </>
  );
};
