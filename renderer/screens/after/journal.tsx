import { useState, type ReactNode } from 'react';
import type { RequestInput, RequestOutput } from '../../../domain/contract.ts';
import type { SessionId } from '../../../domain/ids.ts';
import { journalWords } from '../../../words/journal.ts';
import { Button } from '../../parts/button.tsx';
import { Page } from '../../parts/frame.tsx';
import { Loaded } from '../../parts/loading.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Actions, Stack } from '../../parts/section.tsx';
import { useRead, useWrite } from '../../store/request.ts';
import { JournalCheck } from './journal-check.tsx';
import { JournalLines } from './journal-lines.tsx';

type Format = RequestInput<'journal.export'>['format'];
const formats: readonly (readonly [Format, string])[] = [
  ['pdf', journalWords.exportPdf],
  ['csv', journalWords.export],
  ['lines', journalWords.exportLines],
];

/** Journal: what was done in a session, to be read, searched, verified and saved. */
export const Journal = ({ sessionId }: { readonly sessionId: SessionId }): ReactNode => {
  const { reading, reload } = useRead('journal.get', { sessionId });
  const { run, busy, failure } = useWrite();
  const [check, setCheck] = useState<RequestOutput<'journal.check'> | null>(null);
  const checking = useWrite();
  const [saved, setSaved] = useState<string | null>(null);
  const verify = async (): Promise<void> => {
    setCheck(null);
    const answer = await checking.run('journal.check', { sessionId });
    if (answer.ok) setCheck(answer.value);
  };
  const save = async (format: Format): Promise<void> => {
    setSaved(null);
    const answer = await run('journal.export', { sessionId, format });
    if (!answer.ok) return;
    setSaved(answer.value.fileName);
    await reload();
  };
  return (
    <Page title={journalWords.title} intro={journalWords.intro}>
      <Loaded reading={reading} retry={() => void reload()}>
        {(journal) => (
          <Stack>
            <Actions>
              <Button busy={checking.busy} onPress={() => void verify()}>
                {journalWords.check}
              </Button>
              {formats.map(([format, label]) => (
                <Button key={format} busy={busy} onPress={() => void save(format)}>
                  {label}
                </Button>
              ))}
            </Actions>
            {check === null ? null : <JournalCheck check={check} />}
            {saved === null ? null : <Notice live kind="success" title={journalWords.exported(saved)} />}
            <FailureNotice failure={checking.failure} />
            <FailureNotice failure={failure} />
            <JournalLines journal={journal} />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
};
