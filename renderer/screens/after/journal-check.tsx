import type { ReactNode } from 'react';
import type { RequestOutput } from '../../../domain/contract.ts';
import { journalWords } from '../../../words/journal.ts';
import { Notice } from '../../parts/notice.tsx';

/** What the verification of the chain found; a broken one says what is safe and what to do next. */
export const JournalCheck = (props: { readonly check: RequestOutput<'journal.check'> }): ReactNode => {
  const { session, register } = props.check;
  const whole = session.broken === null && register.broken === null;
  const chain = session.broken === null ? journalWords.holds(session.links) : journalWords.broken(session.broken);
  const registered = register.broken === null ? journalWords.registerHolds(register.links ?? 0) : journalWords.registerBroken(register.broken);
  const [title, other] = session.broken === null && !whole ? [registered, chain] : [chain, registered];
  return (
    <Notice live kind={whole ? 'success' : 'error'} title={title}>
      {session.destroyed ? <p>{journalWords.destroyed}</p> : null}
      {whole ? null : <p>{journalWords.brokenMeans}</p>}
      <p>{other}</p>
      {whole ? null : (
        <>
          <p>{journalWords.safe}</p>
          <p>{journalWords.next}</p>
        </>
      )}
    </Notice>
  );
};
