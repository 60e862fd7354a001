import type { ReactNode } from 'react';
import { broughtBlock, type BroughtBlock } from '../../../domain/candidate.ts';
import type { BlockCode } from '../../../domain/ids.ts';
import type { Block } from '../../../domain/referential.ts';
import type { Day } from '../../../domain/time.ts';
import { shortBlock } from '../../../words/outcome.ts';
import { candidateWords } from '../../../words/prepare.ts';
import { fieldWords } from '../../../words/screens.ts';
import { Select } from '../../parts/choice.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { Fields } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';
import styles from './prepare.module.css';

type Standing = 'presents' | 'none' | BroughtBlock['kind'];

const noDay = '' as Day;

/** The blocks said to be acquired whose reference is not complete. */
export const incompleteBlocks = (brings: readonly BroughtBlock[]): readonly BroughtBlock[] => brings.filter((each) => !broughtBlock.safeParse(each).success);

const blankOf = (kind: BroughtBlock['kind'], block: BlockCode): BroughtBlock =>
  kind === 'earlier' ? { kind, block, minute: '', on: null } : { kind, block, from: '', reference: '', on: noDay, authority: '' };

const Reference = (props: {
  readonly brought: BroughtBlock;
  readonly tried: boolean;
  readonly disabled: boolean;
  readonly onChange: (brought: BroughtBlock) => void;
}): ReactNode => {
  const { brought, tried, disabled, onChange } = props;
  const missing = (value: string): string | null => (tried && value.trim() === '' ? fieldWords.missing : null);
  if (brought.kind === 'earlier')
    return (
      <Fields columns={2}>
        <TextField
          label={candidateWords.minute}
          value={brought.minute}
          maxLength={80}
          disabled={disabled}
          error={missing(brought.minute)}
          onChange={(minute) => onChange({ ...brought, minute })}
        />
        <DateField label={candidateWords.acquiredOn} optional value={brought.on} disabled={disabled} onChange={(on) => onChange({ ...brought, on })} />
      </Fields>
    );
  return (
    <Fields columns={2}>
      <TextField
        label={candidateWords.from}
        value={brought.from}
        maxLength={120}
        disabled={disabled}
        error={missing(brought.from)}
        onChange={(from) => onChange({ ...brought, from })}
      />
      <TextField
        label={candidateWords.reference}
        value={brought.reference}
        maxLength={160}
        disabled={disabled}
        error={missing(brought.reference)}
        onChange={(reference) => onChange({ ...brought, reference })}
      />
      <TextField
        label={candidateWords.authority}
        value={brought.authority}
        maxLength={160}
        disabled={disabled}
        error={missing(brought.authority)}
        onChange={(authority) => onChange({ ...brought, authority })}
      />
      <DateField
        label={candidateWords.acquiredOn}
        value={brought.on === noDay ? null : brought.on}
        disabled={disabled}
        error={tried && brought.on === noDay ? fieldWords.dateMissing : null}
        onChange={(on) => onChange({ ...brought, on: on ?? noDay })}
      />
    </Fields>
  );
};

/** Each block of the fiche: presented, acquired before with its reference, or not presented. */
export const BlockRows = (props: {
  readonly blocks: readonly Block[];
  readonly presents: readonly BlockCode[];
  readonly brings: readonly BroughtBlock[];
  readonly tried: boolean;
  readonly disabled: boolean;
  readonly onChange: (presents: BlockCode[], brings: BroughtBlock[]) => void;
}): ReactNode => {
  const { presents, brings, disabled, onChange } = props;
  const standingOf = (code: BlockCode): Standing => (presents.includes(code) ? 'presents' : (brings.find((each) => each.block === code)?.kind ?? 'none'));
  const choose = (code: BlockCode, standing: Standing): void => {
    const others = brings.filter((each) => each.block !== code);
    const order = props.blocks.map((block) => block.code);
    const next = standing === 'presents' ? [...presents.filter((each) => each !== code), code] : presents.filter((each) => each !== code);
    next.sort((one, other) => order.indexOf(one) - order.indexOf(other));
    onChange(next, standing === 'earlier' || standing === 'equivalence' ? [...others, blankOf(standing, code)] : others);
  };
  return props.blocks.map((block) => {
    const brought = brings.find((each) => each.block === block.code);
    return (
      <div key={block.code} className={styles['blockRow']}>
        <Select
          label={`${shortBlock(block.code)} · ${block.label}`}
          value={standingOf(block.code)}
          disabled={disabled}
          options={(['presents', 'earlier', 'equivalence', 'none'] as const).map((value) => ({ value, label: candidateWords.blockStates[value] }))}
          onChange={(standing) => choose(block.code, standing)}
        />
        {brought === undefined ? null : (
          <Reference
            brought={brought}
            tried={props.tried}
            disabled={disabled}
            onChange={(changed) =>
              onChange(
                [...presents],
                brings.map((each) => (each.block === block.code ? changed : each)),
              )
            }
          />
        )}
      </div>
    );
  });
};
