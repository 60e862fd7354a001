import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { RequestOutput } from '../../../domain/contract.ts';
import type { OpinionValue } from '../../../domain/opinion.ts';
import { opinionWords } from '../../../words/deliberate.ts';
import { shortBlock } from '../../../words/outcome.ts';
import { passWords, turnWords } from '../../../words/turn.ts';
import { Button } from '../../parts/button.tsx';
import { RadioCards } from '../../parts/choice.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Actions } from '../../parts/section.tsx';
import { TextArea } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import type { Screen } from '../../store/screen.ts';
import { keepScreen } from '../../store/place.ts';
import { useStore } from '../../store/store.ts';
import { useKeys } from '../deliberate/keys.ts';
import { shortCompetency } from '../deliberate/proofs.ts';
import { useTurnDraft } from './draft.ts';
import { OwnNotes } from './own-notes.tsx';
import type { Room } from './room.ts';
import styles from './turn.module.css';

const values: readonly OpinionValue[] = ['validate', 'refuse', 'abstain'];
const tones = { validate: 'positive', refuse: 'negative', abstain: 'plain' } as const;

/** The member's own opinion on the block, and a working note. */
export const OpinionForm = (props: {
  readonly place: Extract<Screen, { kind: 'turn' }>;
  readonly room: Room;
  readonly begun: RequestOutput<'turn.begin'>;
  /** Where the window is once the opinion is recorded: the machine replaces the page then, so that the next person finds nothing of this one. */
  readonly after: Screen;
  readonly onLeave: () => void;
}): ReactNode => {
  const { place, room, begun } = props;
  const session = useStore((state) => state.session);
  const { run, busy, failure } = useWrite();
  const [value, setValue] = useState<OpinionValue | null>(begun.mine?.value ?? null);
  const [tried, setTried] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const draft = useTurnDraft(begun.turn, begun.draft === '' ? (begun.mine?.note ?? '') : begun.draft);
  const name = room.seats.find((seat) => seat.id === place.jurorId)?.name ?? '';
  const block = session?.referential.blocks.find((entry) => entry.code === place.block);
  const offered = values.filter((each) => each !== 'abstain' || session?.regulations.abstention === 'allowed');
  const record = async (): Promise<void> => {
    setTried(true);
    if (value === null || busy) return;
    draft.drop();
    await keepScreen(props.after);
    const answer = await run('turn.record', { turn: begun.turn, value, note: draft.text });
    if (!answer.ok) await keepScreen(place);
  };
  useKeys({ 'Ctrl+Enter': () => void record() });
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void record();
      }}
    >
      <div>
        <p className={styles['where']}>{passWords.where(room.candidate, shortBlock(place.block))}</p>
        <h1 ref={title} tabIndex={-1}>
          {turnWords.title(name)}
        </h1>
        <p className={styles['muted']}>{block?.label}</p>
      </div>
      {begun.mine === null ? null : <Notice kind="info">{turnWords.already}</Notice>}
      {begun.draft === '' ? null : <Notice kind="info">{turnWords.draftRestored}</Notice>}
      <RadioCards
        label={turnWords.opinion}
        value={value}
        options={offered.map((each) => ({ value: each, label: opinionWords[each], hint: turnWords.hint[each], tone: tones[each] }))}
        onChange={setValue}
        error={tried && value === null ? turnWords.choose : null}
      />
      <TextArea label={turnWords.note} optional hint={turnWords.access} value={draft.text} onChange={draft.change} maxLength={10_000} rows={5} />
      <p className={styles['kept']} role="status">
        {draft.keptAt === null || session === null ? '' : turnWords.draftKept(draft.keptAt, session.fields.timeZone)}
      </p>
      <FailureNotice failure={failure ?? draft.failure} />
      <Actions end>
        <Button onPress={props.onLeave}>{turnWords.leave}</Button>
        <Button kind="primary" size="large" type="submit" keys="Ctrl ↵" busy={busy}>
          {turnWords.record}
        </Button>
      </Actions>
      <OwnNotes turn={begun.turn} sessionId={place.sessionId} candidateId={place.candidateId} />
      <details className={styles['competencies']}>
        <summary>{turnWords.competencies}</summary>
        <ul>
          {block?.competencies.map((entry) => (
            <li key={entry.code}>
              <strong>{shortCompetency(entry.code)}</strong> {entry.text}
            </li>
          ))}
        </ul>
      </details>
    </form>
  );
};
