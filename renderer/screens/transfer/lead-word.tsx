import { useState, type ReactNode } from 'react';
import type { SessionId } from '../../../domain/ids.ts';
import { actWords } from '../../../words/act.ts';
import { decisionWords } from '../../../words/decision.ts';
import { transferWords as words } from '../../../words/transfer.ts';
import { isPin, PinField, TextField } from '../../parts/text-field.tsx';
import { useRead } from '../../store/request.ts';

/** What the lead says of an act on a session that travels: why, and their code where the session has one. */
export interface LeadWord {
  readonly reason: string;
  readonly pin: string | null;
}

/** The fields of the lead's word, and what to call when it is needed: null, and what is missing is said, until it is whole. */
export const useLeadWord = (sessionId: SessionId): { readonly fields: ReactNode; readonly give: () => LeadWord | null } => {
  const { reading } = useRead('transfer.status', { sessionId });
  const [reason, setReason] = useState('');
  const [pin, setPin] = useState('');
  const [tried, setTried] = useState(false);
  const pinNeeded = reading.kind === 'ready' && reading.value.pinNeeded;
  return {
    fields: (
      <>
        <TextField
          label={words.reason}
          hint={words.reasonHint}
          error={tried && reason.trim() === '' ? decisionWords.reasonMissing : null}
          value={reason}
          onChange={setReason}
          maxLength={400}
        />
        {pinNeeded ? <PinField label={words.pin} value={pin} onChange={setPin} error={tried && !isPin(pin) ? actWords.pinMissing : null} /> : null}
      </>
    ),
    give: () => {
      setTried(true);
      return reason.trim() === '' || (pinNeeded && !isPin(pin)) ? null : { reason, pin: pinNeeded ? pin : null };
    },
  };
};
