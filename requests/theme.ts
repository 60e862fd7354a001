import { done } from '../domain/errors.ts';
import type { Handlers } from './desk.ts';

/** How the window is shown, kept on this computer outside the store: it is wanted before any store opens, and says nothing of anyone. */
export const themeRequests = {
  'theme.choose': async (office, { theme }) => {
    await office.tools.keepTheme?.(theme);
    return done({ savedAt: null });
  },
} satisfies Handlers;
