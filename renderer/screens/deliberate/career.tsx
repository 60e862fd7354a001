import type { ReactNode } from 'react';
import { dossierWords } from '../../../words/deliberate.ts';
import { shortBlock } from '../../../words/outcome.ts';
import { formatDay } from '../../../words/typography.ts';
import { accessPathWords } from '../../../words/referential.ts';
import { rankWords } from '../../../words/jury-seat.ts';
import { Badge } from '../../parts/badge.tsx';
import type { Table } from './table.ts';
import styles from './middle.module.css';

/** Where the candidate comes from: path, entry date against the registration, blocks brought; and the jury that may judge. */
export const Career = (props: { readonly table: Table }): ReactNode => {
  const { table } = props;
  const { line } = table.view;
  const { entry, composition } = line;
  const brings = table.dossier?.candidate.brings ?? [];
  const proof = table.dossier?.candidate.entryProof ?? '';
  return (
    <dl className={styles['facts2']}>
      <dt>{dossierWords.entry}</dt>
      <dd>
        {accessPathWords[line.accessPath]}, {formatDay(entry.entryDate)}{' '}
        <Badge tone={entry.entitled ? 'success' : 'warning'}>{entry.entitled ? dossierWords.entryInside : dossierWords.entryOutside}</Badge>
        <p className={styles['muted']}>{dossierWords.period(entry.from, entry.to)}</p>
      </dd>
      {proof === '' ? null : (
        <>
          <dt>{dossierWords.proof}</dt>
          <dd>{proof}</dd>
        </>
      )}
      <dt>{dossierWords.blocksBrought}</dt>
      <dd>
        {brings.length === 0 ? dossierWords.noneBrought : null}
        {brings.map((brought, rank) => (
          <p key={rank}>
            <strong>{shortBlock(brought.block)}</strong>{' '}
            {brought.kind === 'earlier'
              ? dossierWords.earlier(brought.minute, brought.on)
              : dossierWords.equivalence(brought.from, brought.reference, brought.authority, brought.on)}
          </p>
        ))}
      </dd>
      <dt>{dossierWords.jury}</dt>
      <dd>
        <p>
          <Badge tone={composition.gaps.length === 0 ? 'success' : 'warning'}>
            {composition.gaps.length === 0 ? dossierWords.compositionValid : dossierWords.compositionInvalid}
          </Badge>
        </p>
        {composition.sitting.map((id) => {
          const member = table.sitting.members.find((entry2) => entry2.juror.id === id);
          return member === undefined ? null : (
            <p key={id}>
              {member.name}, {member.juror.quality}, {member.juror.employer}{' '}
              <span className={styles['muted']}>({rankWords(member.juror, id === composition.president)})</span>
            </p>
          );
        })}
      </dd>
      {composition.text === null ? null : (
        <>
          <dt>{dossierWords.composition}</dt>
          <dd className={styles['muted']}>{composition.text}</dd>
        </>
      )}
    </dl>
  );
};
