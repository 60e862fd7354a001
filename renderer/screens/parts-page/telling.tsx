import type { ReactNode } from 'react';
import { instant } from '../../../domain/time.ts';
import type { VerdictView } from '../../../domain/verdict.ts';
import { blockWords, type BlockKind } from '../../../words/outcome.ts';
import { partsWords as words } from '../../../words/parts.ts';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { ClockBehind } from '../../parts/clock-notice.tsx';
import { Digest } from '../../parts/digest.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { HealthHint } from '../../parts/health-hint.tsx';
import { HintShown } from '../../parts/hint.tsx';
import { Interruption } from '../../parts/interrupted.tsx';
import { Loaded } from '../../parts/loading.tsx';
import { LockCountdown } from '../../parts/lock-warning.tsx';
import { Mark } from '../../parts/mark.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { ReaderStopped } from '../../parts/reader.tsx';
import { SaidLine } from '../../parts/said.tsx';
import { Saved } from '../../parts/saved-at.tsx';
import { Actions } from '../../parts/section.tsx';
import { Verdict } from '../../parts/verdict.tsx';
import { Exhibit, States } from './exhibit.tsx';
import styles from './parts-page.module.css';

const states = Object.keys(blockWords) as readonly BlockKind[];
const tones = ['neutral', 'accent', 'success', 'warning', 'danger'] as const;
const at = instant.parse('2026-03-17T13:32:00.000Z');
const digest = '0123456789abcdef'.repeat(4);
const full = { code: 'store-full', facts: {} } as const;
const nothing = (): void => {};
const verdict: VerdictView = {
  fileName: words.file,
  kind: 'minute',
  level: 'established',
  sha256: digest,
  number: words.number,
  rectifies: null,
  root: null,
  checks: [
    { passed: true, sentence: words.sentence },
    { passed: false, sentence: words.long },
    { passed: null, sentence: words.sentence },
  ],
  faults: [],
  signers: [{ name: words.signer, capacity: 'member', claimedAt: at, certificate: words.long }],
  unknowable: [words.long],
};
const refused: VerdictView = { ...verdict, level: 'notIntact', faults: [{ rule: 'digest', sentence: words.long }], signers: [], unknowable: [] };
const levels: readonly VerdictView[] = [verdict, refused, { ...refused, level: 'unreadable', faults: [], checks: [] }];

/** What the program says: marks, badges, messages, failures, conclusions. */
export const Telling = (): ReactNode => (
  <>
    <Exhibit part="mark">
      {(['word', 'short', 'shape'] as const).map((show) => (
        <Actions key={show}>
          {states.map((state) => (
            <Mark key={state} state={state} show={show} />
          ))}
        </Actions>
      ))}
    </Exhibit>
    <Exhibit part="badge">
      <Actions>
        {tones.map((tone) => (
          <Badge key={tone} tone={tone}>
            {words.one}
          </Badge>
        ))}
        {tones.map((tone) => (
          <Badge key={tone} tone={tone} plain>
            {words.two}
          </Badge>
        ))}
      </Actions>
      <Badge wraps tone="success">
        {words.long}
      </Badge>
    </Exhibit>
    <Exhibit part="notice">
      {(['info', 'success', 'warning'] as const).map((kind) => (
        <Notice key={kind} kind={kind} title={words.notice[kind]} actions={<Button size="small">{words.one}</Button>}>
          <p>{words.long}</p>
        </Notice>
      ))}
      <FailureNotice failure={full} />
    </Exhibit>
    <Exhibit part="empty-state">
      <EmptyState title={words.empty} actions={<Button kind="primary">{words.one}</Button>}>
        {words.emptyText}
      </EmptyState>
    </Exhibit>
    <Exhibit part="loading">
      <Loaded reading={{ kind: 'failed', failure: full }} retry={nothing}>
        {() => null}
      </Loaded>
      <Loaded reading={{ kind: 'ready', value: words.one }} retry={nothing}>
        {(value) => <p>{value}</p>}
      </Loaded>
    </Exhibit>
    <Exhibit part="interrupted">
      <Interruption onReopen={nothing} onLeave={nothing} />
    </Exhibit>
    <Exhibit part="reader">
      <ReaderStopped onOpen={nothing} />
    </Exhibit>
    <Exhibit part="clock-notice">
      <ClockBehind latest={at} timeZone="Europe/Paris" />
    </Exhibit>
    <Exhibit part="health-hint">
      <HealthHint texts={[words.health]} />
      <HealthHint texts={[words.health]} printed />
    </Exhibit>
    <Exhibit part="lock-warning">
      <div className={styles['held']}>
        <LockCountdown left={30} />
      </div>
    </Exhibit>
    <Exhibit part="said">
      <SaidLine said={{ text: words.long, act: { label: words.one, run: nothing } }} onClose={nothing} />
      <SaidLine said={{ text: words.sentence }} onClose={nothing} />
    </Exhibit>
    <Exhibit part="hint">
      <States states={['hover']}>
        <HintShown hint={{ kind: 'seal' }} onHide={nothing} />
      </States>
    </Exhibit>
    <Exhibit part="saved-at">
      <Saved at={at} />
    </Exhibit>
    <Exhibit part="digest">
      <Digest of="file" value={digest} />
      <Digest of="certificate" value={digest} />
    </Exhibit>
    <Exhibit part="verdict">
      {levels.map((each) => (
        <Verdict key={each.level} verdict={each} />
      ))}
    </Exhibit>
  </>
);
