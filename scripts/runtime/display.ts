import { displayNeeds, ensureDebian } from './debian.ts';

/** Tells whether a window can be shown on this machine as it is. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/** What to put before a command so that its windows have a screen: nothing, or a virtual one. */
export function screenPrefix(): string[] {
  if (hasDisplay() && !process.env['CI']) return [];
  if (process.platform !== 'linux') return [];
  ensureDebian(displayNeeds);
  return ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24'];
}
