/** The field by which the list in sight is searched: that of the dialog above all, or of the page. */
const fieldInSight = (): HTMLInputElement | null => {
  const dialogs = document.querySelectorAll<HTMLElement>('[role="dialog"], [role="alertdialog"]');
  const above = dialogs.item(dialogs.length - 1) as HTMLElement | null;
  return (above ?? document).querySelector<HTMLInputElement>('input[data-find]');
};

/** Opens the search of what is in sight: the reader's own where a document is open, else the field of the list. False where there is none. */
export const openFind = (): boolean => {
  const target = document.activeElement ?? document.body;
  // The reader listens to the usual key; it takes the event when it is there.
  const free = target.dispatchEvent(new KeyboardEvent('keydown', { key: 'f', ctrlKey: true, bubbles: true, cancelable: true }));
  if (!free) return true;
  const field = fieldInSight();
  field?.focus();
  field?.select();
  return field !== null;
};
