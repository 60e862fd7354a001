import type { ReactNode } from 'react';
import type { SigningView } from '../../../domain/minute-view.ts';
import { signWords } from '../../../words/sign.ts';
import { formatInstant } from '../../../words/typography.ts';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import styles from './sign.module.css';

type Signer = SigningView['signers'][number];

const roleOf = ({ capacity, quality }: Signer): string => {
  if (quality === '') return signWords.capacity[capacity];
  return capacity === 'lead' ? signWords.leadAs(quality) : `${quality}, ${signWords.capacity.member}`;
};

/** Who has signed, who is still to sign; the members in free order, the lead’s seal last. */
export const Signers = (props: {
  readonly signing: SigningView;
  readonly timeZone: string;
  readonly onSign: (signer: Signer) => void;
  readonly onRefuse: (signer: Signer) => void;
}): ReactNode => {
  const { signing } = props;
  const active = signing.signers.filter((signer) => signer.unable === null);
  const membersDone = active.every((signer) => signer.capacity === 'lead' || signer.signedAt !== null);
  return (
    <>
      <p className={styles['muted']}>
        {`${signWords.progress(active.filter((signer) => signer.signedAt !== null).length, active.length)}. ${membersDone ? '' : signWords.order}`.trimEnd()}
      </p>
      <ul className={styles['signers']}>
        {signing.signers.map((signer) => {
          const waiting = signer.signedAt === null && signer.unable === null;
          const lead = signer.capacity === 'lead';
          return (
            <li key={`${signer.signer}${signer.capacity}`} className={styles['signer']}>
              <div className={styles['who']}>
                <strong>{signer.name}</strong>
                <span className={styles['muted']}>{roleOf(signer)}</span>
              </div>
              {signer.signedAt === null ? null : (
                <Badge tone="success">{(lead ? signWords.sealedAt : signWords.signedAt)(formatInstant(signer.signedAt, props.timeZone))}</Badge>
              )}
              {signer.unable === null ? null : <p className={styles['muted']}>{signWords.unable(signer.unable)}</p>}
              {waiting && lead && !membersDone ? <p className={styles['muted']}>{signWords.sealWaits}</p> : null}
              {waiting && (!lead || membersDone) ? (
                <div className={styles['acts']}>
                  <Button
                    kind={lead ? 'primary' : 'secondary'}
                    label={`${lead ? signWords.seal : signWords.sign}, ${signer.name}`}
                    onPress={() => props.onSign(signer)}
                  >
                    {lead ? signWords.seal : signWords.sign}
                  </Button>
                  {lead ? null : (
                    <Button kind="quiet" label={`${signWords.refuse}, ${signer.name}`} onPress={() => props.onRefuse(signer)}>
                      {signWords.refuse}
                    </Button>
                  )}
                </div>
              ) : null}
            </li>
          );
        })}
      </ul>
    </>
  );
};
