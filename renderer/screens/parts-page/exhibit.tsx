import type { ReactNode } from 'react';
import { partsWords } from '../../../words/parts.ts';
import { Section, Stack } from '../../parts/section.tsx';
import type { ShownState } from './shown.ts';
import styles from './parts-page.module.css';

/** A file of the folder of components. */
export type PartName = keyof typeof partsWords.names;

/** One component, under its name, in the states given. */
export const Exhibit = (props: { readonly part: PartName; readonly children: ReactNode }): ReactNode => (
  <div className={styles['exhibit']} data-part={props.part}>
    <Section title={partsWords.names[props.part]} level={3}>
      <Stack>{props.children}</Stack>
    </Section>
  </div>
);

/** The same thing at rest, under a pointer, with the focus, pressed: the last three held still, out of reach. */
export const States = (props: { readonly states?: readonly ShownState[]; readonly children: ReactNode }): ReactNode => (
  <div className={styles['states']}>
    <div>
      <span className={styles['state']}>{partsWords.states.rest}</span>
      {props.children}
    </div>
    {(props.states ?? (['hover', 'focus', 'pressed'] as const)).map((state) => (
      <div key={state} data-shown={state} inert>
        <span className={styles['state']}>{partsWords.states[state]}</span>
        {props.children}
      </div>
    ))}
  </div>
);
