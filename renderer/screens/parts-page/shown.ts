import { useEffect } from 'react';

/** The states that a pointer or the keyboard gives, as the page of the components holds them still. */
export type ShownState = 'hover' | 'focus' | 'pressed';

const rewritten: readonly (readonly [RegExp, ShownState])[] = [
  [/:hover|\[data-hovered\]/g, 'hover'],
  [/:focus-visible|\[data-focus-visible\]/g, 'focus'],
  [/:active(?![\w-])/g, 'pressed'],
];

const holdStill = (rules: CSSRuleList): string => {
  let text = '';
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule) {
      const inside = holdStill(rule.cssRules);
      if (inside !== '') text += `@media ${rule.conditionText} {${inside}}`;
    }
    if (!(rule instanceof CSSStyleRule)) continue;
    for (const [pattern, state] of rewritten) {
      const selector = rule.selectorText.replaceAll(pattern, `:is([data-shown~="${state}"] *)`);
      if (selector !== rule.selectorText) text += `${selector}{${rule.style.cssText}}`;
    }
  }
  return text;
};

/** Gives to what stands in `data-shown="hover"` the very rules that the style sheets give under a pointer, for as long as the page is shown. */
export const useShownStates = (): void => {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync([...document.styleSheets].map((each) => holdStill(each.cssRules)).join('\n'));
    const before = document.adoptedStyleSheets;
    document.adoptedStyleSheets = [...before, sheet];
    return () => void (document.adoptedStyleSheets = before);
  }, []);
};
