import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { givenWords } from '../../words/given.ts';
import { Button } from './button.tsx';
import { DropPlaceShown, FirstStep } from './drop-place.tsx';

const drawn = (held: boolean, small = false): string =>
  renderToStaticMarkup(
    <DropPlaceShown title="Déposez ici la lettre" text="Un fichier fictif." held={held} small={small}>
      <Button kind="primary">Choisir…</Button>
    </DropPlaceShown>,
  );

describe('A place that waits for a file', () => {
  it('is named by what is dropped there and described by which file it waits for, and its button stands in it', () => {
    for (const small of [false, true]) {
      const markup = drawn(false, small);
      const [, name = 'none'] = /role="group" aria-labelledby="([^"]+)"/.exec(markup) ?? [];
      const [, description = 'none'] = /aria-describedby="([^"]+)"/.exec(markup) ?? [];
      expect(markup).toContain(`id="${name}" class=`);
      expect(markup).toMatch(/>Déposez ici la lettre<\/p>/);
      expect(markup.slice(markup.indexOf(`id="${description}"`))).toMatch(/^[^>]*>Un fichier fictif\./);
      expect(markup).toMatch(/<button type="button"[^>]*><span>Choisir…<\/span><\/button>/);
      expect(markup).not.toContain('data-held');
    }
  });

  it('says in words, and not by its colour alone, that a file is held above it', () => {
    expect(drawn(true)).toContain('data-held="true"');
    expect(drawn(true)).toContain(givenWords.release);
    expect(drawn(false)).not.toContain(givenWords.release);
    // What is asked for and the button stay.
    expect(drawn(true)).toContain('Un fichier fictif.');
    expect(drawn(true)).toContain('Choisir…');
  });

  it('tells what happens then in order, and nothing once there is nothing to tell', () => {
    const step = (steps: readonly { readonly title: string; readonly text: string }[]): string =>
      renderToStaticMarkup(
        <FirstStep title="Ensuite" steps={steps}>
          <p>ici</p>
        </FirstStep>,
      );
    const markup = step([
      { title: 'Un', text: 'Premier.' },
      { title: 'Deux', text: 'Second.' },
    ]);
    expect(markup).toMatch(/<h2>Ensuite<\/h2><ol><li>.*Un.*Premier\..*<\/li><li>.*Deux.*Second\./);
    expect(step([])).not.toMatch(/<h2>|<ol>/);
    expect(step([])).toContain('ici');
  });
});
