import { useState, type ReactNode } from 'react';
import type { FicheProposal } from '../../../domain/fiche-view.ts';
import { certificationWords as words } from '../../../words/certifications.ts';
import { decisionWords } from '../../../words/decision.ts';
import { obstacleWords } from '../../../words/fiche.ts';
import { Button } from '../../parts/button.tsx';
import { Page } from '../../parts/frame.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Actions, Section, Stack } from '../../parts/section.tsx';
import { useKeys } from '../deliberate/keys.ts';
import { useWrite } from '../../store/request.ts';
import { FicheFacts, FichePaths, FicheRemarks } from './facts.tsx';
import { BlockSplit } from './split.tsx';

/** One fiche as read: what it says, what to know of it, and the split of its competencies to confirm. */
export const Proposal = (props: {
  readonly work: string;
  readonly proposal: FicheProposal;
  readonly onConfirmed: (key: { readonly code: string; readonly version: string }) => void;
  readonly onBack: () => void;
}): ReactNode => {
  const { fiche, obstacles, known, version } = props.proposal;
  const { busy, failure, run } = useWrite();
  const [splits, setSplits] = useState<Readonly<Record<string, readonly string[]>>>({});
  const mayConfirm = obstacles.length === 0 && !known;
  const confirm = async (): Promise<void> => {
    if (busy || !mayConfirm) return;
    const given = Object.fromEntries(Object.entries(splits).map(([block, parts]) => [block, [...parts]]));
    const kept = await run('fiche.confirm', { work: props.work, splits: given });
    if (kept.ok) props.onConfirmed(kept.value);
  };
  useKeys({ 'Ctrl+Enter': () => void confirm() });
  return (
    <Page
      title={fiche.title}
      intro={[fiche.code, words.versionOf(version), words.level(fiche.level), ...(fiche.state === null ? [] : [fiche.state])].join(' · ')}
      actions={<Button onPress={props.onBack}>{words.backToSearch}</Button>}
    >
      {obstacles.length === 0 ? null : (
        <Notice kind="warning" title={words.obstacles}>
          <p>{words.obstaclesText(obstacles.map((obstacle) => obstacleWords[obstacle] ?? obstacle))}</p>
        </Notice>
      )}
      {known ? <Notice kind="info" title={words.known} /> : null}
      <FicheFacts fiche={fiche} />
      <FicheRemarks fiche={fiche} />
      <FichePaths fiche={fiche} />
      {fiche.blocks.length === 0 ? null : (
        <Section title={words.blocks} intro={words.blocksIntro}>
          <Stack gap="large">
            {fiche.blocks.map((block) => (
              <BlockSplit
                key={block.code}
                block={block}
                parts={splits[block.code] ?? block.competencies}
                onParts={(parts) => setSplits((before) => ({ ...before, [block.code]: parts }))}
              />
            ))}
          </Stack>
        </Section>
      )}
      <FailureNotice failure={failure} />
      {!mayConfirm ? null : (
        <Actions end>
          <Button kind="primary" keys={decisionWords.keys} busy={busy} onPress={() => void confirm()}>
            {words.confirm}
          </Button>
        </Actions>
      )}
    </Page>
  );
};
