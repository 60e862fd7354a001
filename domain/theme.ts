import { z } from 'zod';

/** How the window is shown: as the system asks, or as the person chose on this computer. */
export const themes = ['system', 'light', 'dark', 'contrast'] as const;
/** One of them, from outside. */
export const theme = z.enum(themes);
/** One of them. */
export type Theme = (typeof themes)[number];
