import type { ReactNode } from 'react';
import type { CompetencyCode } from '../../domain/ids.ts';
import type { Block } from '../../domain/referential.ts';
import { dossierWords, shortCompetency } from '../../words/dossier.ts';
import { shortBlock } from '../../words/outcome.ts';
import { Checkbox } from './choice.tsx';
import styles from './competency-picker.module.css';

/** The competencies of some blocks to link: folded to a count, unfolded to their texts. */
export const CompetencyPicker = (props: {
  readonly label: string;
  readonly blocks: readonly Block[];
  readonly value: readonly CompetencyCode[];
  readonly onChange: (value: CompetencyCode[]) => void;
  readonly error?: string | null;
  readonly disabled?: boolean;
  readonly startOpen?: boolean;
}): ReactNode => {
  const toggle = (code: CompetencyCode, on: boolean): void => props.onChange(on ? [...props.value, code] : props.value.filter((each) => each !== code));
  return (
    <details className={styles['picker']} open={props.startOpen}>
      <summary className={styles['summary']}>
        <span className="visually-hidden">{props.label}, </span>
        <span>{dossierWords.competenciesChosen(props.value.length)}</span>
        <span className={styles['codes']}>{props.value.map(shortCompetency).join(', ')}</span>
      </summary>
      <div className={styles['list']}>
        {props.blocks.map((block) => (
          <fieldset key={block.code} className={styles['block']}>
            <legend>
              {shortBlock(block.code)} · {block.label}
            </legend>
            {block.competencies.map((competency) => (
              <Checkbox
                key={competency.code}
                label={
                  <>
                    <strong>{shortCompetency(competency.code)}</strong> {competency.text}
                  </>
                }
                checked={props.value.includes(competency.code)}
                disabled={props.disabled ?? false}
                onChange={(on) => toggle(competency.code, on)}
              />
            ))}
          </fieldset>
        ))}
      </div>
      {props.error ? <p className={styles['error']}>{props.error}</p> : null}
    </details>
  );
};
