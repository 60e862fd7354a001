import { useState, type ReactNode } from 'react';
import type { FicheProposal } from '../../../domain/fiche-view.ts';
import type { GivenFile } from '../../../domain/given-file.ts';
import { certificationWords as words } from '../../../words/certifications.ts';
import { ask } from '../../bridge.ts';
import { Button } from '../../parts/button.tsx';
import { DropPlace, FirstStep } from '../../parts/drop-place.tsx';
import { Page } from '../../parts/frame.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { Progress } from '../../parts/progress.tsx';
import { Stack } from '../../parts/section.tsx';
import { useErrand } from '../../store/errand.ts';
import { useWrite } from '../../store/request.ts';
import { useWork } from '../../store/work.ts';
import { Proposal } from './proposal.tsx';
import { Search } from './search.tsx';

/** The import of one fiche: choose the export, find the fiche in it, read it, confirm the split of its competencies. */
export const FicheImport = (props: {
  readonly onConfirmed: (key: { readonly code: string; readonly version: string }) => void;
  readonly onBack: () => void;
}): ReactNode => {
  const work = useWork();
  const { busy, failure, run } = useWrite();
  const [flux, setFlux] = useState<string | null>(null);
  const [query, setQuery] = useState('');
  const [opened, setOpened] = useState<{ readonly work: string; readonly proposal: FicheProposal } | null>(null);
  const reading = work.progress !== null;
  const choose = async (given?: GivenFile): Promise<void> => {
    const started = await run('fiche.choose', given ? { given } : {});
    if (!started.ok) return;
    setFlux(null);
    work.follow(started.value.work, setFlux);
  };
  useErrand(['fiche'], ({ file }) => void choose(file));
  const open = async (code: string): Promise<void> => {
    if (flux === null) return;
    const started = await run('fiche.open', { work: flux, code });
    if (!started.ok) return;
    work.follow(started.value.work, async (done) => {
      const proposal = await ask('fiche.get', { work: done });
      if (proposal.ok) setOpened({ work: done, proposal: proposal.value });
    });
  };
  if (opened !== null) return <Proposal {...opened} onConfirmed={props.onConfirmed} onBack={() => setOpened(null)} />;
  const again = flux !== null;
  return (
    <Page title={words.importTitle} intro={words.importIntro} actions={<Button onPress={props.onBack}>{words.back}</Button>}>
      <Stack>
        <FirstStep title={words.afterwards} steps={again ? [] : words.steps}>
          <DropPlace
            takes="fiche"
            title={again ? words.otherPlace : words.place}
            text={again ? words.otherPlaceText : words.placeText}
            small={again}
            busy={busy || reading}
          >
            <Button kind={again ? 'secondary' : 'primary'} busy={busy} disabled={reading} onPress={() => void choose()}>
              {again ? words.another : words.choose}
            </Button>
          </DropPlace>
        </FirstStep>
        <Progress work={work} />
        <FailureNotice failure={failure?.code === 'cancelled' ? null : (failure ?? work.failure)} />
        {flux === null ? null : <Search work={flux} query={query} busy={reading} onQuery={setQuery} onOpen={(code) => void open(code)} />}
      </Stack>
    </Page>
  );
};
