import { useState, type ReactNode } from 'react';
import { fullName } from '../../../domain/candidate.ts';
import type { SessionId } from '../../../domain/ids.ts';
import { rectifyWords } from '../../../words/rectify.ts';
import { Button } from '../../parts/button.tsx';
import { Loaded } from '../../parts/loading.tsx';
import { useRead, useWrite } from '../../store/request.ts';
import { useStore } from '../../store/store.ts';
import { Minutes } from './minutes.tsx';
import { ReasonForm } from './reason-form.tsx';

/** The sealed minutes of the session, and the way to rectify the one in force; `again` reads them anew. */
export const SealedMinutes = (props: { readonly sessionId: SessionId; readonly again?: unknown }): ReactNode => {
  const { sessionId } = props;
  const session = useStore((state) => state.session);
  const go = useStore((state) => state.go);
  const { run } = useWrite();
  const { reading, reload } = useRead('rectification.get', { sessionId }, props.again);
  const [opening, setOpening] = useState(false);
  const opened = async (): Promise<void> => {
    setOpening(false);
    await useStore.getState().readSession(sessionId);
    go({ kind: 'review', sessionId });
  };
  return (
    <Loaded reading={reading} retry={() => void reload()}>
      {(view) => (
        <>
          <Minutes
            sessionId={sessionId}
            view={view}
            actions={
              <Button size="small" onPress={() => setOpening(true)}>
                {rectifyWords.open}
              </Button>
            }
          />
          {opening && session !== null ? (
            <ReasonForm
              title={rectifyWords.openTitle}
              intro={rectifyWords.openText}
              verb={rectifyWords.openVerb}
              label={rectifyWords.openReason}
              hint={rectifyWords.openReasonHint}
              lead={fullName(session.fields.lead)}
              submit={(reason, pin) => run('rectification.open', { sessionId, reason, pin })}
              onDone={() => void opened()}
              onClose={() => setOpening(false)}
            />
          ) : null}
        </>
      )}
    </Loaded>
  );
};
