import type { Page } from '@playwright/test';

/**
 * What a look at the page finds wrong with its geometry, each as a sentence: a page or a box that scrolls sideways, a text cut or out of its box, two controls
 * over one another, a box that scrolls inside another that does, a target under 24 px. `narrow` allows a table to scroll sideways, as the reflow of WCAG does.
 */
export const judge = (page: Page, narrow: boolean): Promise<string[]> =>
  page.evaluate((mayScroll) => {
    const faults = new Set<string>();
    const dialogs = [...document.querySelectorAll<HTMLElement>('[role="dialog"], [role="alertdialog"]')];
    // What a dialog covers is inert: it alone is judged.
    const room = dialogs.at(-1) ?? document.body;
    const nameOf = (element: Element): string => {
      const text = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().replaceAll(/\s+/gu, ' ').slice(0, 50);
      const kind = String(element.getAttribute('class') ?? '')
        .replaceAll(/_([\w-]+?)_[\w-]+/g, '$1')
        .trim();
      return `<${element.localName}${kind === '' ? '' : ` ${kind}`}> "${text}"`;
    };
    const isSeen = (element: Element): boolean =>
      element.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true }) &&
      element.closest('.visually-hidden, [inert], [aria-hidden="true"]') === null &&
      element.getClientRects().length > 0;
    const seen = [...room.querySelectorAll<HTMLElement>('*')].filter((element) => !(element instanceof SVGElement) && isSeen(element));
    const scrolls = (element: Element, axis: 'x' | 'y'): boolean => {
      const style = getComputedStyle(element);
      const may = axis === 'x' ? style.overflowX : style.overflowY;
      if (may !== 'auto' && may !== 'scroll') return false;
      return axis === 'x' ? element.scrollWidth > element.clientWidth + 1 : element.scrollHeight > element.clientHeight + 1;
    };
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth + 1) faults.add(`the page is ${root.scrollWidth - root.clientWidth} px too wide`);
    if (root.scrollHeight > root.clientHeight + 1)
      faults.add(`the page itself is ${root.scrollHeight - root.clientHeight} px too high: its content scrolls, not the window`);
    for (const element of seen) {
      // A table of cells that act is scrolled by its own keys: its room is no stop of Tab.
      const byKeys = element.tabIndex === 0 || element.querySelector('[role="grid"] [tabindex="0"]') !== null;
      if (scrolls(element, 'x') && !(mayScroll && byKeys)) faults.add(`${nameOf(element)} scrolls sideways by ${element.scrollWidth - element.clientWidth} px`);
      // A reader scrolls its own pages.
      const reads = element.localName === 'iframe' && !mayScroll;
      if (reads || (scrolls(element, 'y') && element.localName !== 'textarea'))
        for (let above = element.parentElement; above !== null; above = above.parentElement)
          if (scrolls(above, 'y')) {
            faults.add(`${nameOf(element)} scrolls inside ${nameOf(above)}`);
            break;
          }
    }
    const insideSideways = (element: Element): boolean => {
      for (let above: Element | null = element; above !== null; above = above.parentElement) if (scrolls(above, 'x')) return true;
      return false;
    };
    for (const element of seen) {
      const style = getComputedStyle(element);
      const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '');
      if (hasText && style.display !== 'inline' && element.clientWidth > 0) {
        if (element.scrollWidth > element.clientWidth + 1) {
          const told = style.textOverflow === 'ellipsis' && (element.title !== '' || element.getAttribute('aria-label') !== null);
          if (!told && style.overflowX !== 'auto') faults.add(`${nameOf(element)} is cut: ${element.scrollWidth} px of text in ${element.clientWidth}`);
        }
        if (style.overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 2) faults.add(`${nameOf(element)} is cut at its foot`);
      }
      if (element instanceof HTMLSelectElement && element.selectedOptions[0] !== undefined) {
        const pen = document.createElement('canvas').getContext('2d');
        if (pen !== null) {
          pen.font = style.font;
          const room = element.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
          if (pen.measureText(element.selectedOptions[0].text).width > room + 1 && element.title === '')
            faults.add(`${nameOf(element)} cuts its choice "${element.selectedOptions[0].text}"`);
        }
      }
      // A box that is seen holds what is in it.
      const isBox =
        Number.parseFloat(style.borderRightWidth) > 0 && style.display !== 'inline' && !element.matches('table, select, input, textarea, [role="tablist"]');
      if (isBox && style.overflowX === 'visible' && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1)
        faults.add(`${nameOf(element)} spills out of its box by ${element.scrollWidth - element.clientWidth} px`);
      const box = element.getBoundingClientRect();
      if (hasText && (box.right > innerWidth + 1 || box.left < -1) && !insideSideways(element)) faults.add(`${nameOf(element)} leaves the window`);
    }
    const wanted = 'button, a[href], input, select, textarea, summary, [role="tab"], label:has(> input[type="radio"], > input[type="checkbox"])';
    const controls = seen.filter((element) => element.matches(wanted) && !(element.localName === 'input' && element.parentElement?.matches('label')));
    const reach = (element: Element): DOMRect | null => {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.height === 0) return null;
      const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      return hit !== null && (hit === element || element.contains(hit)) ? box : null;
    };
    const heldBy = (element: Element): Element | null => {
      for (let above: Element | null = element; above !== null; above = above.parentElement)
        if (['sticky', 'fixed'].includes(getComputedStyle(above).position)) return above;
      return null;
    };
    /** What is seen of a box: the rest is out of sight in what scrolls around it. */
    const seenOf = (element: Element, box: DOMRect): DOMRect => {
      let { left, right, top, bottom } = box;
      for (let above = element.parentElement; above !== null; above = above.parentElement) {
        if (!scrolls(above, 'x') && !scrolls(above, 'y')) continue;
        const around = above.getBoundingClientRect();
        [left, right] = [Math.max(left, around.left), Math.min(right, around.right)];
        [top, bottom] = [Math.max(top, around.top), Math.min(bottom, around.bottom)];
      }
      return new DOMRect(left, top, right - left, bottom - top);
    };
    const boxes = controls.flatMap((element) => {
      const box = reach(element);
      return box === null ? [] : [{ element, box, seen: seenOf(element, box) }];
    });
    for (const [rank, one] of boxes.entries()) {
      const inText = one.element.localName === 'a' && getComputedStyle(one.element).display === 'inline';
      if (!inText && (one.box.width < 23.5 || one.box.height < 23.5))
        faults.add(`${nameOf(one.element)} is ${Math.round(one.box.width)}×${Math.round(one.box.height)} px`);
      for (const other of boxes.slice(rank + 1)) {
        if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
        // What scrolls passes under what stays in sight.
        const [held, otherHeld] = [heldBy(one.element), heldBy(other.element)];
        if ((held !== null && !held.contains(other.element)) || (otherHeld !== null && !otherHeld.contains(one.element))) continue;
        const wide = Math.min(one.seen.right, other.seen.right) - Math.max(one.seen.left, other.seen.left);
        const high = Math.min(one.seen.bottom, other.seen.bottom) - Math.max(one.seen.top, other.seen.top);
        if (wide > 1 && high > 1) faults.add(`${nameOf(one.element)} and ${nameOf(other.element)} stand over one another`);
      }
    }
    return [...faults];
  }, narrow);
