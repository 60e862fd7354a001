import { useEffect, useRef } from 'react';

const writing = 'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]:not([contenteditable="false"])';
const ownArrows = 'input, [role="tab"], [role="tablist"], [role="region"], iframe';

const nameOf = (event: KeyboardEvent): string => {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return event.ctrlKey || event.metaKey ? `Ctrl+${key}` : key;
};

/** Whether a key pressed there is the person's own writing or another control's. */
const belongsElsewhere = (event: KeyboardEvent): boolean => {
  const target = event.target instanceof Element ? event.target : null;
  if (event.defaultPrevented || event.altKey || event.isComposing) return true;
  if (target?.closest('[role="dialog"], [role="alertdialog"]')) return true;
  if (event.ctrlKey || event.metaKey) return false;
  if (target?.closest(writing)) return true;
  return event.key.startsWith('Arrow') && target?.closest(ownArrows) !== null && target !== null;
};

/** The keys of a screen, by the name of the key; none fires while a person is writing or a dialog is open. */
export const useKeys = (keys: Readonly<Record<string, () => void>>): void => {
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (belongsElsewhere(event)) return;
      const act = current.current[nameOf(event)];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
};
