import { useState, type ReactNode } from 'react';
import type { Failure } from '../../../domain/errors.ts';
import type { SessionRecord } from '../../../domain/minute.ts';
import type { BagPiece } from '../../../domain/reading-dossiers.ts';
import { readingDossierWords as words, readingWords } from '../../../words/reading.ts';
import { readingProofWords } from '../../../words/reading-proof.ts';
import { formatDay } from '../../../words/typography.ts';
import { ask } from '../../bridge.ts';
import { Button } from '../../parts/button.tsx';
import { Loaded } from '../../parts/loading.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Progress } from '../../parts/progress.tsx';
import type { ShownFile } from '../../parts/reader-dialog.tsx';
import { Actions, Section, Stack } from '../../parts/section.tsx';
import { Verdict } from '../../parts/verdict.tsx';
import { useRead } from '../../store/request.ts';
import { useWork } from '../../store/work.ts';
import { Pieces } from './pieces.tsx';
import { staysLocked, Unlock } from './unlock.tsx';

/** The dossiers beside the archive: their bag opened with what opens it, each piece read in the reader or copied out. */
export const DossiersPart = (props: { readonly work: string; readonly record: SessionRecord; readonly onShow: (shown: ShownFile) => void }): ReactNode => {
  const { work } = props;
  const { reading, reload } = useRead('reading.dossiers', { work });
  const long = useWork();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const told = (error: Failure): void => setFailure(error.code === 'cancelled' ? null : error);
  const running = long.progress !== null || long.stopping;
  const open = async (handle: string | null, name: string | null, secret: string | null): Promise<void> => {
    setSaved(null);
    setFailure(null);
    const started = await ask('reading.openDossiers', { work, handle, name, secret });
    if (started.ok) long.follow(started.value.work, () => reload());
    else told(started.error);
  };
  const read = async ({ path }: BagPiece): Promise<void> => {
    setFailure(null);
    const answer = await ask('reading.viewPiece', { work, path });
    if (answer.ok) props.onShow({ view: answer.value.view, title: answer.value.fileName });
    else told(answer.error);
  };
  const save = async ({ path }: BagPiece): Promise<void> => {
    setSaved(null);
    setFailure(null);
    const started = await ask('reading.savePiece', { work, path });
    if (started.ok) long.follow(started.value.work, () => setSaved(started.value.fileName));
    else told(started.error);
  };
  return (
    <Section title={readingWords.parts.dossiers} intro={words.intro}>
      <Loaded reading={reading} retry={() => void reload()}>
        {(dossiers) => (
          <Stack>
            <Actions>
              <Button busy={running} onPress={() => void open(null, null, null)}>
                {dossiers.kind === 'none' ? words.choose : words.another}
              </Button>
            </Actions>
            <Progress work={long} />
            <FailureNotice failure={failure ?? long.failure} />
            {saved === null ? null : (
              <Notice live kind="success" title={words.saved(saved)}>
                <p>{words.clear}</p>
              </Notice>
            )}
            {dossiers.kind === 'refused' && staysLocked(dossiers.verdict) ? (
              <Unlock
                key={dossiers.handle}
                level={3}
                verdict={dossiers.verdict}
                title={words.locked}
                label={words.secret}
                busy={running}
                onOpen={(secret) => void open(dossiers.handle, dossiers.verdict.fileName, secret)}
              />
            ) : null}
            {dossiers.kind === 'refused' && !staysLocked(dossiers.verdict) && !running ? (
              <>
                <Notice kind="warning" live title={words.refused}>
                  <p>{words.refusedText}</p>
                </Notice>
                <Section level={3} title={readingProofWords.verdict}>
                  <Verdict verdict={dossiers.verdict} />
                </Section>
              </>
            ) : null}
            {dossiers.kind === 'open' ? (
              <>
                <p>{words.opened(dossiers.fileName, dossiers.pieces.length, formatDay(dossiers.keptUntil))}</p>
                <Pieces
                  record={props.record}
                  pieces={dossiers.pieces}
                  busy={running}
                  onRead={(piece) => void read(piece)}
                  onSave={(piece) => void save(piece)}
                />
              </>
            ) : null}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
};
