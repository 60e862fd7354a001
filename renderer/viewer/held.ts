/** Shows that the pages themselves hold the focus when the keyboard comes to them: they are no element, and no ring of the browser's own says it. */
export function showHeld(): void {
  const { documentElement: page } = document;
  let pointed = false;
  const look = (): void => void page.classList.toggle('held', !pointed && document.hasFocus() && document.activeElement === document.body);
  window.addEventListener('pointerdown', () => {
    pointed = true;
    look();
  });
  window.addEventListener('keydown', () => {
    pointed = false;
  });
  window.addEventListener('blur', () => {
    pointed = false;
    page.classList.remove('held');
  });
  window.addEventListener('focus', look);
  document.addEventListener('focusin', look);
}
