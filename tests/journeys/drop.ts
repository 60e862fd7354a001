import type { Page } from '@playwright/test';

const middle = { x: 600, y: 400 };

/** Carries files of the disk over the window, lets go of them there, or takes them away, as the system would: the page is trusted with no path. */
const drag = async (
  page: Page,
  files: readonly string[],
  at: typeof middle,
  types: readonly ('dragEnter' | 'dragOver' | 'drop' | 'dragCancel')[],
): Promise<void> => {
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of types) await devtools.send('Input.dispatchDragEvent', { type, ...at, data });
  await devtools.detach();
};

/** Drops files of the disk on the window. */
export const drop = (page: Page, files: readonly string[]): Promise<void> => drag(page, files, middle, ['dragEnter', 'dragOver', 'drop']);

/** Holds files above the place of this name, looks, then lets go of them there. */
export const dropOn = async (page: Page, place: string, files: readonly string[], look: () => Promise<void>): Promise<void> => {
  const box = await page.getByRole('group', { name: place }).boundingBox();
  const at = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
  await drag(page, files, at, ['dragEnter', 'dragOver']);
  await look();
  await drag(page, files, at, ['drop']);
};
