import { useId, useState, type ReactNode } from 'react';
import { answersFind, fewLines } from '../../../domain/find.ts';
import type { SessionSummary } from '../../../domain/view.ts';
import { findWords } from '../../../words/find.ts';
import { homeWords, phaseWords } from '../../../words/home.ts';
import { rectifyWords } from '../../../words/rectify.ts';
import { transferWords } from '../../../words/transfer.ts';
import { formatDay } from '../../../words/typography.ts';
import { Badge } from '../../parts/badge.tsx';
import { FindField } from '../../parts/find-field.tsx';
import { placeOf } from '../../store/session-place.ts';
import { useStore } from '../../store/store.ts';
import { TravelButton } from '../transfer/leave.tsx';
import styles from './home.module.css';

const tones = { preparing: 'neutral', open: 'accent', closed: 'warning', sealed: 'success', archived: 'success' } as const;

const Line = ({ session, onChanged }: { readonly session: SessionSummary; readonly onChanged: () => void }): ReactNode => {
  const go = useStore((state) => state.go);
  const id = useId();
  const ids = (parts: readonly string[]): string => parts.map((part) => `${id}-${part}`).join(' ');
  return (
    <li className={styles['line']}>
      {/* A short name, so that the lines are gone over quickly; a screen reader says the rest after it. */}
      <button
        type="button"
        className={styles['session']}
        aria-labelledby={ids(['number', 'title'])}
        aria-describedby={ids(['detail', 'where', 'when', 'progress', 'state'])}
        onClick={() => go(placeOf(session))}
      >
        <span className={styles['what']}>
          <span id={`${id}-number`} className={styles['number']}>
            {session.number}
          </span>
          <span id={`${id}-title`} className={styles['title']}>
            {session.title === '' ? session.certification.title : session.title}
          </span>
          <span id={`${id}-detail`} className={styles['detail']} title={`${session.certification.code} · ${session.certification.title}`}>
            {session.certification.code} · {session.certification.title}
          </span>
          {session.away ? (
            <span id={`${id}-where`} className={styles['where']}>
              {transferWords.awayLine(session.away.to, session.away.at)}
            </span>
          ) : null}
        </span>
        <span id={`${id}-when`} className={styles['when']}>
          {formatDay(session.heldOn)}
        </span>
        <span id={`${id}-progress`} className={styles['progress']}>
          {session.phase === 'preparing' ? homeWords.registered(session.candidates) : homeWords.progress(session.decided, session.candidates)}
        </span>
        <span id={`${id}-state`} className={styles['state']}>
          <Badge tone={tones[session.phase]}>
            {session.rank > 0 && session.phase === 'open' ? rectifyWords.homeRank(session.rank) : phaseWords[session.phase]}
          </Badge>
          {session.away ? <Badge tone="warning">{transferWords.away}</Badge> : null}
          {session.rank > 0 && session.phase !== 'open' ? <span className={styles['detail']}>{rectifyWords.homeRectified(session.rank)}</span> : null}
        </span>
      </button>
      <div className={styles['travel']}>
        <TravelButton session={session} onChanged={onChanged} />
      </div>
    </li>
  );
};

/** The sessions, each a line that leads to the stage it has reached. */
export const SessionList = ({ sessions, onChanged }: { readonly sessions: readonly SessionSummary[]; readonly onChanged: () => void }): ReactNode => {
  const [typed, setTyped] = useState('');
  const found = sessions.filter(({ number, title, heldOn, certification }) =>
    answersFind(`${number} ${title} ${certification.code} ${certification.title} ${formatDay(heldOn)}`, typed),
  );
  return (
    <div>
      {sessions.length <= fewLines ? null : (
        <FindField label={findWords.sessions} value={typed} onChange={setTyped} found={found.length} total={sessions.length} />
      )}
      <div className={styles['heads']} aria-hidden="true">
        <span>{homeWords.column.session}</span>
        <span>{homeWords.column.date}</span>
        <span>{homeWords.column.progress}</span>
        <span>{homeWords.column.state}</span>
      </div>
      <ul className={styles['list']} aria-label={homeWords.title}>
        {(sessions.length <= fewLines ? sessions : found).map((session) => (
          <Line key={session.id} session={session} onChanged={onChanged} />
        ))}
      </ul>
    </div>
  );
};
