import { Fragment, type ReactNode } from 'react';
import { accessPathWords } from '../../../words/referential.ts';
import { actWords } from '../../../words/act.ts';
import { deliberateWords, presenceHeard, presenceWords } from '../../../words/deliberate.ts';
import { shortBlock } from '../../../words/outcome.ts';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import type { Table } from './table.ts';
import styles from './middle.module.css';

const tones = { expected: 'neutral', present: 'success', absent: 'warning', excused: 'warning' } as const;

/** Who the jury is deliberating on: name, path, blocks presented, blocks acquired with their reference, presence. */
export const CandidateHeader = (props: {
  readonly table: Table;
  readonly onPresence: () => void;
  readonly onPostpone: () => void;
  readonly onRecuse: () => void;
}): ReactNode => {
  const { line, blocks, postponed } = props.table.view;
  const presented = line.blocks.filter((block) => block.state.kind !== 'brought' && block.state.kind !== 'notPresented');
  const brought = blocks.flatMap((block) => (block.state.kind === 'brought' ? [{ code: shortBlock(block.code), brought: block.state.brought }] : []));
  const entry = line.accessPath === 'VAE' ? deliberateWords.recevable(line.entry.entryDate) : deliberateWords.entered(line.entry.entryDate);
  // A rectification takes decisions again and nothing else: neither presence nor postponement.
  const rectifying = props.table.session.rectifying !== null;
  return (
    <header className={styles['header']}>
      <h1 className={styles['name']}>{line.name}</h1>
      <div className={styles['headerActs']}>
        <Badge tone={tones[line.presence]}>
          {presenceWords[line.presence]}
          <span className="visually-hidden">{presenceHeard[line.presence]}</span>
        </Badge>
        {props.table.open && !rectifying ? (
          <Button size="small" kind="quiet" label={deliberateWords.changePresenceOf(line.name)} onPress={props.onPresence}>
            {deliberateWords.changePresence}
          </Button>
        ) : null}
        {props.table.open && postponed === null && (line.outcome.kind === 'undecided' || !line.entry.entitled) ? (
          <>
            {rectifying ? null : (
              <Button size="small" kind="quiet" onPress={props.onPostpone}>
                {actWords.postpone}
              </Button>
            )}
            {line.composition.sitting.length === 0 ? null : (
              <Button size="small" kind="quiet" label={actWords.recuseOf(line.name)} onPress={props.onRecuse}>
                {actWords.recuse}
              </Button>
            )}
          </>
        ) : null}
      </div>
      <p className={styles['facts']}>
        {[accessPathWords[line.accessPath], entry, deliberateWords.presents(presented.map((block) => shortBlock(block.code)))].join(' · ')}
        {brought.map(({ code, brought: source }) => (
          <Fragment key={code}>
            {' · '}
            <strong>{deliberateWords.acquired(code)}</strong>{' '}
            {source.kind === 'earlier' ? deliberateWords.byMinute(source.minute) : deliberateWords.byEquivalence(source.reference)}
          </Fragment>
        ))}
      </p>
    </header>
  );
};
