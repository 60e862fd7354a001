import { useEffect, type ReactNode } from 'react';
import { blockCode, competencyCode } from '../../../domain/ids.ts';
import type { Block } from '../../../domain/referential.ts';
import { partsWords as words } from '../../../words/parts.ts';
import { Page } from '../../parts/frame.tsx';
import { Section } from '../../parts/section.tsx';
import { ThemeSelect } from '../../parts/theme-select.tsx';
import { Acts } from './acts.tsx';
import { Inputs } from './inputs.tsx';
import { Places } from './places.tsx';
import { useShownStates } from './shown.ts';
import { Telling } from './telling.tsx';

/** Blocks of nobody's certification, for the components that show some. */
const blocks: readonly Block[] = ['BC01', 'BC02'].map((code) => ({
  code: blockCode.parse(`RNCP00000${code}`),
  label: words.long,
  evaluation: null,
  competencies: [1, 2].map((rank) => ({ code: competencyCode.parse(`RNCP00000${code}-C${rank}`), text: words.long })),
}));

/** Every component in every state, in the theme chosen; a test fails when one of renderer/parts is absent, or a state that its style sheet knows. */
export default function PartsPage(): ReactNode {
  useShownStates();
  // A failure comes in sight where it happens: here they are samples, and the page opens at its head.
  useEffect(() => document.getElementById('content')?.scrollTo(0, 0), []);
  return (
    <Page title={words.title} intro={words.intro} actions={<ThemeSelect />}>
      <Section title={words.groups.telling}>
        <Telling />
      </Section>
      <Section title={words.groups.acts}>
        <Acts />
      </Section>
      <Section title={words.groups.fields}>
        <Inputs blocks={blocks} />
      </Section>
      <Section title={words.groups.places}>
        <Places />
      </Section>
    </Page>
  );
}
