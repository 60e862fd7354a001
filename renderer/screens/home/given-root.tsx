import { useEffect, useState, type ReactNode } from 'react';
import type { RequestOutput } from '../../../domain/contract.ts';
import type { VerdictView } from '../../../domain/verdict.ts';
import { verifyWords } from '../../../words/home.ts';
import { Digest } from '../../parts/digest.tsx';
import { Button } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { Actions, Section } from '../../parts/section.tsx';
import { useWrite } from '../../store/request.ts';

/** The root that a document comes from: given for this verification, then recognised from now on where there is a store to keep it. */
export const GivenRoot = (props: {
  readonly verdict: VerdictView;
  readonly root: RequestOutput<'document.chooseRoot'> | null;
  readonly busy: boolean;
  readonly trusts: boolean;
  readonly onGive: () => void;
}): ReactNode => {
  const { verdict, root } = props;
  const { busy, failure, run } = useWrite();
  const [kept, setKept] = useState(false);
  useEffect(() => setKept(false), [root]);
  const trust = async (): Promise<void> => {
    if (root === null) return;
    const answer = await run('trust.add', { handle: root.handle });
    if (answer.ok) setKept(true);
  };
  if (verdict.root === null) return null;
  const given = root !== null && root.fingerprint === verdict.root.fingerprint;
  return (
    <Section level={3} title={verifyWords.root}>
      <p>
        {verdict.root.organism}
        <Digest of="certificate" value={verdict.root.fingerprint} />
      </p>
      {verdict.level === 'whole' ? <p>{root === null ? verifyWords.rootAsked : verifyWords.rootOther(root.organism)}</p> : null}
      {given && verdict.level === 'established' && props.trusts ? <p>{kept ? verifyWords.rootKept : verifyWords.rootCompare}</p> : null}
      <Actions>
        {verdict.level === 'whole' ? (
          <Button size="small" busy={props.busy} onPress={props.onGive}>
            {verifyWords.giveRoot}
          </Button>
        ) : null}
        {given && verdict.level === 'established' && props.trusts && !kept ? (
          <Button size="small" busy={busy} onPress={() => void trust()}>
            {verifyWords.trustRoot}
          </Button>
        ) : null}
      </Actions>
      <FailureNotice failure={failure} />
    </Section>
  );
};
