import type { ReactNode } from 'react';
import type { SessionId } from '../../../domain/ids.ts';
import { certificationWords as words } from '../../../words/certifications.ts';
import { Loaded } from '../../parts/loading.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useRead } from '../../store/request.ts';

/** What another version of the session's fiche says otherwise, before the lead takes it. */
export const OtherVersion = (props: { readonly sessionId: SessionId; readonly version: string }): ReactNode => {
  const { reading, reload } = useRead('fiche.compare', { sessionId: props.sessionId, version: props.version });
  return (
    <Loaded reading={reading} retry={() => void reload()}>
      {(found) => (
        <Notice kind={found.length === 0 ? 'info' : 'warning'} live title={found.length === 0 ? words.compareSame : words.compareTitle}>
          {found.length === 0 ? null : <p>{words.compare(found)}</p>}
        </Notice>
      )}
    </Loaded>
  );
};
