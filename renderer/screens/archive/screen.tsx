import type { ReactNode } from 'react';
import { afterWords } from '../../../words/after.ts';
import { Sided } from '../../parts/sided.tsx';
import type { AfterSection, Screen } from '../../store/screen.ts';
import { useStore } from '../../store/store.ts';
import { Holders } from '../after/holders.tsx';
import { Journal } from '../after/journal.tsx';
import { Letters } from '../after/letters.tsx';
import { Archive } from './archive.tsx';

const sections: readonly AfterSection[] = ['archive', 'letters', 'holders', 'journal'];

/** What follows a session: its parts on the left, the part in hand on the right. */
export default function After({ screen }: { readonly screen: Extract<Screen, { kind: 'archive' }> }): ReactNode {
  const go = useStore((state) => state.go);
  const session = useStore((state) => state.session);
  const { sessionId, section = 'archive' } = screen;
  const content = (): ReactNode => {
    switch (section) {
      case 'archive':
        return <Archive sessionId={sessionId} />;
      case 'letters':
        return <Letters sessionId={sessionId} />;
      case 'holders':
        return <Holders sessionId={sessionId} />;
      case 'journal':
        return <Journal sessionId={sessionId} />;
    }
  };
  return (
    <Sided
      label={afterWords.nav}
      session={session?.fields ?? null}
      parts={sections.map((key) => ({ key, label: afterWords.sections[key] }))}
      here={section}
      onGo={(key) => go({ kind: 'archive', sessionId, section: key })}
    >
      {content()}
    </Sided>
  );
}
