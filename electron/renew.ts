import type { BrowserWindow } from 'electron';
import { home } from './place.ts';

const renewing = new WeakSet<BrowserWindow>();
const again = new WeakSet<BrowserWindow>();

/**
 * Replaces the page and its process: by way of an empty page, the next one is born in a process of its own and the system takes back the memory of the one before.
 * A page loaded again in the same process keeps what was freed there in reach: measured, docs/decisions/0030.
 */
export function renewPage(window: BrowserWindow | null): void {
  if (!window || window.isDestroyed()) return;
  if (renewing.has(window)) {
    again.add(window);
    return;
  }
  renewing.add(window);
  // Once the answer that gave the laptop back has left.
  setImmediate(() => void renew(window));
}

async function renew(window: BrowserWindow): Promise<void> {
  try {
    do {
      again.delete(window);
      await load(window, 'about:blank');
      await load(window, home);
    } while (again.has(window));
  } finally {
    renewing.delete(window);
  }
}

/** A load that another one cut short has been replaced by it: nothing to tell. */
const load = async (window: BrowserWindow, address: string): Promise<void> => {
  if (!window.isDestroyed()) await window.loadURL(address).catch(() => undefined);
};
